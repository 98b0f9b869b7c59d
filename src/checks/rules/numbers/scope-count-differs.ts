import { countedPassages, isPlainCount, type Count, type CountedPassage } from "../../counted-passage.js";
import type { Rule } from "../../rule.js";

/** The same things counted in the opening paragraph and later on: 对4个门户网站……进行了考评 … 4个门户网站中. */
export const scopeCountDiffers: Rule = {
  id: "scope-count-differs",
  name: "前后说的检查范围不一致",
  severity: "warning",
  description: "开头说检查了多少个部门、多少家网站，后面又说“多少个部门中……”的，两处的数应当相同。",
  mistakes: [1, 3],
  check(draft, report) {
    const passages = countedPassages(draft);
    const firstHeading = draft.body.findIndex(({ role }) => role === "heading");
    const opening = new Set(draft.body.slice(0, Math.max(0, firstHeading)));
    const scope = passages.filter(({ passage }) => opening.has(passage)).flatMap(scopeOf);
    if (scope.length === 0) return;
    for (const { passage, counts } of passages) {
      if (opening.has(passage)) continue;
      for (const count of counts) {
        const noun = isPlainCount(count) ? wholeNoun(passage.text, count) : undefined;
        const same = scope.filter((other) => other.noun === noun && other.count.measure === count.measure);
        const [other] = same;
        if (other === undefined || same.some(({ count: { value } }) => value === count.value)) continue;
        report({
          at: { passage: other.passage, start: other.count.start, end: other.count.end },
          message: "与后面说的数量不同",
          actual: `这里是${other.count.number}${other.count.measure}${other.noun}，后面是${count.number}${count.measure}`,
          hint: "请核对这两个数，改正错的一个",
          related: [{ at: { passage, start: count.start, end: count.end }, message: "后面说的数量" }],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "开头27个部门，后面26个",
        draft: {
          body: [
            "市政府办公室对4个县区政府门户网站和27个部门开设的43个政务新媒体进行了考评。",
            "一、结果",
            "4个门户网站中，优秀2个，良好2个；26个市、县部门中，优秀20个，良好6个。",
          ],
        },
        report: [
          "正文 第1段：与后面说的数量不同；实际：这里是27个部门，后面是26个；处理：请核对这两个数，改正错的一个；另见 正文 一、第1段：后面说的数量",
        ],
      },
    ],
    right: [
      {
        shows: "两处相同",
        draft: {
          body: [
            "市政府办公室对26个部门开设的43个政务新媒体进行了考评。",
            "一、结果",
            "26个部门中，优秀20个，良好6个。",
          ],
        },
      },
      {
        shows: "后面说的是其中一部分",
        draft: {
          body: ["市政府办公室对26个部门进行了检查。", "一、结果", "有问题的3个部门中，2个已经整改。"],
        },
      },
    ],
  },
};

const nouns = "门户网站|政府网站|网站|部门|单位|政务新媒体|账号";

/** Counts of a paragraph that says what was looked at: 对…进行了检查. */
function scopeOf({ passage, counts }: CountedPassage) {
  return counts.flatMap((count) => {
    if (!isPlainCount(count)) return [];
    const rest = passage.text.slice(count.end);
    const noun = new RegExp(`^[^，。；：、\\d]{0,24}?(?<noun>${nouns})(?=开设|和|、|进行|开展|的)`, "u").exec(rest)
      ?.groups?.["noun"];
    const isScope =
      /^[^。]*(?:进行|开展)了?[^。]{0,12}(?:考评|检查|抽查|监测|评分|考核)/u.test(rest) &&
      passage.text.slice(0, count.start).includes("对");
    return noun === undefined || !isScope ? [] : [{ passage, count, noun }];
  });
}

/** 26个市、县部门中， names the whole; 有问题的3个部门中 does not. */
function wholeNoun(text: string, count: Count): string | undefined {
  if (!/^(?:|参加[^，]{0,6}的|全[省市县区])$/u.test(count.before)) return undefined;
  return new RegExp(`^[^，。；：\\d]{0,12}?(?<noun>${nouns})中[，：]`, "u").exec(text.slice(count.end))?.groups?.[
    "noun"
  ];
}
