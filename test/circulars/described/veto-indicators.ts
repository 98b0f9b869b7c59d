import type { BodyNumber } from "../described-circular.js";
import { chineseDigits, textsAt } from "../facts.js";

/** “安全问题”“内容更新”“互动回应”三项单项否决指标: the names and their number. */
export const vetoIndicators: BodyNumber = {
  item: "单项否决指标",
  pattern: /((?:“[^”]*”[、和]?)+)([〇一二三四五六七八九十]+)项单项否决指标/g,
  expected: (entry) => {
    const names = textsAt(entry, "值");
    return [names.map((name) => `“${name}”`).join(""), chineseDigits[names.length] ?? ""];
  },
};
