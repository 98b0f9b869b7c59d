import { describe, expect, test } from "vitest";
import { inferPeriod } from "../../src/checks/infer-period.js";

describe("the period that a title names", () => {
  test.each([
    ["示例市关于2024年第二季度检查情况的通报", { year: 2024, quarter: 2 }],
    ["示例市关于2020年三季度检查情况的通报", { year: 2020, quarter: 3 }],
    ["示例市关于2025年5月监测情况的通报", { year: 2025, month: 5 }],
    ["示例市关于2021年7月至8月监测情况的通报", { year: 2021, month: 7, endMonth: 8 }],
    ["示例市关于2025年1至2月监测情况的通报", { year: 2025, month: 1, endMonth: 2 }],
    ["示例市关于2024年上半年检查情况的通报", { year: 2024, half: 1 }],
    ["示例市关于2019年度考评结果的通报", { year: 2019, annual: true }],
    ["关于2019年示例市考评结果的通报", { year: 2019 }],
  ])("is read from %s", (title, period) => {
    expect(inferPeriod(title)).toEqual(period);
  });

  test.each([
    "示例市关于检查情况的通报",
    "关于2024年第一季度和2024年第二季度检查情况的通报",
    "关于2019年示例市第三季度检查情况的通报",
  ])("is unknown from %s", (title) => {
    expect(inferPeriod(title)).toBeUndefined();
  });
});
