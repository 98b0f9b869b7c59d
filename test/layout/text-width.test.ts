import { describe, expect, it } from "vitest";
import { characterWidth } from "../../src/layout/text-width.js";

describe("the width of text in characters", () => {
  it.each([
    ["潮州市人民政府办公室", 10],
    ["2024年7月10日", 6.5],
    ["附件：", 3],
    ["1.", 1],
    ["“潮州”——…", 7],
    ["〔2024〕×÷", 6],
    ["Zoë ｱ", 2.5],
    ["𠮷", 1],
    ["", 0],
  ])("%s is %f wide", (text, width) => {
    expect(characterWidth(text)).toBe(width);
  });
});
