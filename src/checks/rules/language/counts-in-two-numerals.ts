import { ownMatches } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

/** What inspections count. 一 is left out: 一个网站 mostly means any one; so are neighbours like 三五, which are approximations. */
const counted =
  /(?<![第数几每任同另一二三四五六七八九十百千万两])(?<numeral>[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九]百[一二三四五六七八九十零]*)(?<measure>家|个|条|处|篇|起|份|名|次)(?:[^\d，。；：、（）“”《》]{0,8}?)(?<noun>网站|新媒体|账号|公众号|微博|单位|部门|栏目|问题|链接|留言|频道|错别字|文件|县区|乡镇)/gu;

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Counts written in Chinese numerals beside counts in Arabic ones (GB/T 15835 4.1, 4.3). */
export const countsInTwoNumerals: Rule = {
  id: "counts-in-two-numerals",
  name: "同类数量有的用汉字、有的用阿拉伯数字",
  severity: "warning",
  description:
    "统计数量用阿拉伯数字，全文一致：三家网站、4个账号应为3家网站、4个账号。固定说法（三审三校、四个等次）和概数（三五个）仍用汉字。",
  source: "GB/T 15835—2011 4.1、4.3",
  mistakes: [45],
  check(draft, report) {
    if (!draft.mayHold(/(?:[零二两三四五六七八九十百]|[零一二三四五六七八九十百]一)[家个条处篇起份名次]/u)) return;
    const prose = draft.body.filter((passage) => passage.region === "body");
    const arabic = prose.find((passage) => arabicCount.test(passage.text));
    const match = arabic === undefined ? null : arabicCount.exec(arabic.text);
    if (arabic === undefined || match === null) return;
    for (const passage of prose) {
      for (const found of ownMatches(draft, passage, counted)) {
        const { numeral = "", measure = "" } = found.groups ?? {};
        const end = found.index + numeral.length;
        report({
          at: { passage, start: found.index, end },
          message: "统计数量用了汉字，别处用的是阿拉伯数字",
          actual: excerpt(passage.text, found.index, end),
          expected: `${String(valueOf(numeral))}${measure}`,
          related: [
            {
              at: { passage: arabic, start: match.index, end: match.index + match[0].length },
              message: `这里写的是“${match[0]}”`,
            },
          ],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "网站用汉字，账号用阿拉伯数字",
        draft: { body: ["本季度有三家网站、4个账号不合格。"] },
        report: [
          "正文 第1段：统计数量用了汉字，别处用的是阿拉伯数字；实际：本季度有三家网站、4个账号…；应为：3家；另见 正文 第1段：这里写的是“4个”",
        ],
      },
    ],
    right: [
      { shows: "都用阿拉伯数字", draft: { body: ["本季度有3家网站、4个账号不合格。"] } },
      {
        shows: "固定说法、序数、概数",
        draft: {
          body: ["共4个账号，按三项指标检查，分四个等次；连续三个季度不合格的，第三个账号，三五个单位，每一个单位。"],
        },
      },
      { shows: "全文没有阿拉伯数字的数量", draft: { body: ["两个部门的栏目没有更新。"] } },
    ],
  },
};

const arabicCount = /(?<!\d)\d{1,9}(?:家|个|条|处|篇|起|份|名|次)(?!月)/u;

function valueOf(numeral: string): number {
  let total = 0;
  let current = 0;
  for (const character of numeral) {
    if (character === "百") {
      total += 100 * current;
      current = 0;
    } else if (character === "十") {
      total += 10 * (current === 0 ? 1 : current);
      current = 0;
    } else {
      current = digits[character] ?? 0;
    }
  }
  return total + current;
}
