import { describe, expect, test } from "vitest";
import { leftoverFinder } from "../../src/edition/new-edition-leftovers.js";
import { parsePeriod } from "../../src/edition/new-edition-period.js";

function found(last: string, next: string, text: string): string[] {
  return leftoverFinder(parsePeriod(last)!, parsePeriod(next)!, [{ year: 2024, month: 7, day: 20 }])(text);
}

describe("words of the last period", () => {
  test.each([
    ["2024Q2", "2024Q3", "2024年第二季度全市检查", ["2024年第二季度"]],
    ["2024Q2", "2024Q3", "二季度和2季度、第2季度", ["二季度", "2季度", "第2季度"]],
    ["2024Q2", "2024Q3", "采样截至2024年6月30日，整改截至7月20日", ["2024年6月30日", "7月20日"]],
    ["2024Q2", "2024Q3", "4月至6月", ["4月", "6月"]],
    ["2024Q2", "2024Q3", "2024-06-30", ["2024-06-30"]],
    ["2024Q2", "2024Q3", "2024年第三季度、14月、16个季度、12季度、2024年工作要点、第一季度", []],
    ["2024Q4", "2025Q1", "2024年工作要点（〔2024〕15号）", ["2024年", "〔2024〕"]],
    ["2024Q4", "2025Q1", "2024年四季度", ["2024年四季度"]],
    ["2024上半年", "2024下半年", "上半年检查，下半年整改", ["上半年"]],
    ["2024-05", "2024-06", "5月检查、15月、2024年5月", ["5月", "2024年5月"]],
    ["2023", "2024", "2023年考评，2024年整改", ["2023年"]],
  ])("from %s to %s in “%s”", (last, next, text, expected) => {
    expect(found(last, next, text)).toEqual(expected);
  });
});
