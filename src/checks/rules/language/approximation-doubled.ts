import { ownMatches, ownWords } from "../../all-passages.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

const number = String.raw`(?:\d[\d.,]*|[一二两三四五六七八九十百千万]+)`;
const unit = String.raw`[^\d，。；：、（）“”《》]{0,5}?`;
/** 约 with what may stand between it and its number, or with the number. */
const aboutNumbers = [
  "大概",
  "将近",
  ...Array.from("为有0123456789一二两三四五六七八九十百千万", (next) => `约${next}`),
];
const searches: readonly Search[] = [
  new Search(["左右", "上下"], () => /(?:左右|上下)(?:以上|以下|左右)|(?:以上|以下)(?:左右|上下)/gu),
  // At least and at most, said twice: 超过6个以上, 不足20%以下.
  new Search(
    ["以上", "以下", "以内", "之内", "之上", "左右", "上下"],
    () =>
      new RegExp(
        String.raw`(?:超过|多于|大于|高于|逾|不少于|不低于|不小于|至少有?|最少|少于|不足|低于|小于|不到|不超过|不多于|不高于|至多|最多)${number}(?:余|多)?${unit}(?:以上|以下|以内|之内|之上|左右|上下)`,
        "gu",
      ),
  ),
  // About, said twice: 约20家左右, 大约10余个.
  new Search(
    aboutNumbers,
    () =>
      new RegExp(
        String.raw`(?:(?<![节预签违公条合契集制解履大])约(?:为|有)?|大约|大概|将近)${number}(?:(?:余|多)(?!数|年)|${unit}(?:左右|上下|以上|以下|多(?=[，。；、])))`,
        "gu",
      ),
  ),
  new Search(
    "近",
    () =>
      new RegExp(
        String.raw`(?<![附最临靠邻接相亲远就逼新])近${number}(?:(?:余|多)(?![年月日天周])|${unit}(?<![年月日天周])(?:左右|上下|以上))`,
        "gu",
      ),
  ),
  new Search(
    ["左右", "上下", "以上", "以下"],
    () => new RegExp(String.raw`${number}(?:余|多)[个家条项件份名次篇处人](?:左右|上下|以上|以下)`, "gu"),
  ),
];

/** One number called approximate twice (GB/T 15835 4.2 speaks of one form; twice is a slip of style). */
export const approximationDoubled: Rule = {
  id: "approximation-doubled",
  name: "概数说了两遍",
  severity: "warning",
  description: "“超过”和“以上”、“约”和“左右”、“近”和“余”只用一个：超过6个、6个以上、约20家、20家左右。",
  mistakes: [46],
  check(draft, report) {
    const possible = searches.filter(({ needs }) => draft.mayHold(needs));
    if (possible.length === 0) return;
    for (const passage of ownWords(draft)) {
      if (!/以上|以下|以内|之内|之上|左右|上下|余|多/u.test(passage.text)) continue;
      const reported = new Set<number>();
      for (const { pattern } of possible) {
        for (const match of ownMatches(draft, passage, pattern)) {
          const end = match.index + match[0].length;
          if (reported.has(end)) continue;
          reported.add(end);
          report({
            at: { passage, start: match.index, end },
            message: "概数说了两遍",
            actual: match[0],
            hint: "前后两个词只留一个",
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "超过与以上、约与左右、近与余",
        draft: { body: ["超过6个以上栏目没有更新。", "约20家左右的网站、近100余个账号。"] },
        report: [
          "正文 第1段：概数说了两遍；实际：超过6个以上；处理：前后两个词只留一个",
          "正文 第2段：概数说了两遍；实际：约20家左右；处理：前后两个词只留一个",
          "正文 第2段：概数说了两遍；实际：近100余；处理：前后两个词只留一个",
        ],
      },
    ],
    right: [
      { shows: "只用一个", draft: { body: ["超过6个栏目、6个以上栏目，约20家，20家左右，近100个，100余个。"] } },
      {
        shows: "近指的是时间，约是别的词",
        draft: { body: ["近3年以来，近2周左右没有更新；节约10个左右，约谈2家以上单位。"] },
      },
      { shows: "分数段", draft: { body: ["得分超过60分的为合格，90分以上的为优秀，占比超过90%。"] } },
    ],
  },
};
