import { allPassages, isNameCell } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import { certainSlips, fixedPhrases as known } from "../../knowledge/fixed-phrases.js";
import { halvesOf, nearPhrases } from "../../near-phrase.js";
import type { Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";
import { matchesIn } from "../../matches-in.js";

/** Names and phrases of party and state that differ from their one right form by a single character. */
export const fixedPhrases: Rule = {
  id: "fixed-phrases",
  name: "固定提法差了字",
  severity: "error",
  description:
    "领导人姓名、党和国家机关名称、固定提法一字不能差。与固定提法只差一个字的作提醒，请对照权威文本；“严重表述错误”是单项否决项。",
  mistakes: [65],
  check(draft, report) {
    const slips = certainSlips.filter(({ search }) => draft.mayHold(search.needs));
    // With one slip, one half of a phrase is whole.
    const phrases = known
      .map((entry) => ({ ...entry, halves: halvesOf(entry.phrase) }))
      .filter(({ halves }) => draft.mayHold(halves));
    if (slips.length === 0 && phrases.length === 0) return;
    // There may be 100,000 cells, and hardly any has a part of what is looked for.
    const parts = [...phrases.flatMap(({ halves }) => halves), ...slips.flatMap(({ search }) => search.needs)];
    const part = new RegExp(parts.join("|"), "u");
    for (const passage of allPassages(draft)) {
      const { text } = passage;
      if (text.length < 3 || !part.test(text) || isNameCell(passage)) continue;
      for (const { search, right } of slips) {
        for (const match of matchesIn(text, search.pattern)) {
          // Quoted evidence of a mistake keeps it.
          if (/[“‘]$/u.test(text.slice(0, match.index)) && !match[0].includes("“")) continue;
          const end = match.index + match[0].length;
          report({
            at: { passage, start: match.index, end },
            message: `“${match[0].replaceAll(/[“”]/gu, "")}”应为“${right.replaceAll(/[“”]/gu, "")}”`,
            actual: excerpt(text, match.index, end),
            expected: right,
            hint: "请对照权威文本核实",
            ...(match[0].includes("“") ? { severity: "warning" as const } : {}),
          });
        }
      }
      if (text.length < 5) continue;
      const reported: (readonly [number, number])[] = [];
      for (const { phrase, halves, alsoRight = [] } of phrases) {
        if (!holdsAny(text, halves)) continue;
        for (const [start, end] of nearPhrases(text, phrase)) {
          const piece = text.slice(start, end);
          const spans = draft.protectedIn(passage);
          const quoted = spans.some((span) => span.kind === "quotation" && start > span.start && end < span.end - 1);
          if (alsoRight.includes(piece) || quoted || isAnotherPhrase(text, start, end)) continue;
          if (reported.some(([from, to]) => start < to && end > from)) continue;
          reported.push([start, end]);
          report({
            at: { passage, start, end },
            message: `与固定提法“${phrase}”差一个字`,
            actual: excerpt(text, start, end),
            expected: phrase,
            hint: "请对照权威文本核实",
            severity: "warning",
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "提法差了字",
        draft: { body: ["以习近平新时代中国特色社会主意思想为指导，落实党中央国务院决策部署。"] },
        report: [
          "正文 第1段：与固定提法“习近平新时代中国特色社会主义思想”差一个字；实际：以习近平新时代中国特色社会主意思想为指导，落实党中…；应为：习近平新时代中国特色社会主义思想；处理：请对照权威文本核实",
          "正文 第1段：与固定提法“党中央、国务院”差一个字；实际：…思想为指导，落实党中央国务院决策部署。；应为：党中央、国务院；处理：请对照权威文本核实",
        ],
      },
      {
        shows: "搭配错了",
        draft: { body: ["要坚定“四个意识”，登录“我为政府网站找措”平台。"] },
        report: [
          "正文 第1段：“坚定四个意识”应为“增强四个意识”；实际：要坚定“四个意识”，登录“我为政府…；应为：增强“四个意识”；处理：请对照权威文本核实",
          "正文 第1段：与固定提法“我为政府网站找错”差一个字；实际：…个意识”，登录“我为政府网站找措”平台。；应为：我为政府网站找错；处理：请对照权威文本核实",
        ],
      },
    ],
    right: [
      {
        shows: "正确的提法",
        draft: {
          body: [
            "以习近平新时代中国特色社会主义思想为指导，增强“四个意识”、坚定“四个自信”、做到“两个维护”，落实党中央、国务院决策部署。",
            "中国特色社会主义制度，习近平经济思想，国务院办公厅、省政府办公厅，“我为政府网站找错”平台。",
          ],
        },
      },
      { shows: "照录的错误例子", draft: { body: ["有的稿件出现“落实党中央国务院部署”的表述。"] } },
    ],
  },
};

/** True if the place lies inside a longer phrase that is right. */
function isAnotherPhrase(text: string, start: number, end: number): boolean {
  return known.some(({ phrase }) => {
    const at = text.indexOf(phrase, Math.max(0, start - phrase.length));
    return at >= 0 && at <= start && at + phrase.length >= end;
  });
}
