import { ownMatches } from "../../all-passages.js";
import type { Passage } from "../../draft.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

const adjectives =
  "(?:全市|市级|县级|区级|省级|镇街|基层|部门|乡镇|县区|市直|政府|门户|政务|政府系统|不合格的?|合格的?|存在(?:突出)?问题的|(?:正常|在)运行的|被?检查的|被?抽查的|有的)*";
/** What is counted, with the ways in which its number may stand before and after it. */
const nouns: readonly { readonly name: string; readonly patterns: () => readonly RegExp[] }[] = [
  { name: "网站", patterns: () => patternsOf("网站") },
  { name: "政务新媒体、账号", patterns: () => patternsOf("(?:政务)?新媒体(?:账号)?|账号|公众号") },
];

function patternsOf(noun: string): readonly RegExp[] {
  return [
    new RegExp(`\\d{1,9}(?<measure>[家个])${adjectives}(?:${noun})`, "gu"),
    new RegExp(`(?:${noun})共?有?\\d{1,9}(?<measure>[家个])(?=[，。；、）：]|$)`, "gu"),
  ];
}

interface Use {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  readonly measure: string;
}

/** One thing counted in 家 here and in 个 there. */
export const measureWords: Rule = {
  id: "measure-words",
  name: "同一事物的量词前后不一",
  severity: "hint",
  description: "网站用“家”就都用“家”，用“个”就都用“个”；账号也一样。",
  mistakes: [47],
  check(draft, report) {
    if (!draft.mayHold(countsWith("家")) || !draft.mayHold(countsWith("个"))) return;
    for (const { name, patterns } of nouns) {
      const made = patterns();
      const uses = draft.body.flatMap((passage) =>
        made.flatMap((pattern) => usesIn(passage, ownMatches(draft, passage, pattern))),
      );
      const first = uses[0];
      const other = first === undefined ? undefined : uses.find(({ measure }) => measure !== first.measure);
      if (first === undefined || other === undefined) continue;
      const count = (measure: string): number => uses.filter((use) => use.measure === measure).length;
      const [rare, usual] = count(other.measure) > count(first.measure) ? [first, other] : [other, first];
      report({
        at: rare,
        message: `${name}在这里用“${rare.measure}”计数，别处用“${usual.measure}”`,
        actual: excerpt(rare.passage.text, rare.start, rare.end),
        hint: `全文统一用一个量词（“${usual.measure}”用了${String(count(usual.measure))}处，“${rare.measure}”用了${String(count(rare.measure))}处）`,
        related: [
          {
            at: usual,
            message: `这里写的是“${usual.passage.text.slice(usual.start, usual.end)}”`,
          },
        ],
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "网站用了家和个",
        draft: { body: ["检查政府网站39家，合格38家。", "39个网站中，门户网站8家。"] },
        report: [
          "正文 第2段：网站在这里用“个”计数，别处用“家”；实际：39个网站中，门户网站8家…；处理：全文统一用一个量词（“家”用了2处，“个”用了1处）；另见 正文 第1段：这里写的是“网站39家”",
        ],
      },
    ],
    right: [
      { shows: "网站用家、账号用个", draft: { body: ["检查政府网站39家、政务新媒体69个，2家网站、3个账号不合格。"] } },
      {
        shows: "数的是网站的栏目和部门的网站",
        draft: { body: ["2家网站有1个栏目、3个部门的网站没有更新，网站有4个问题。"] },
      },
    ],
  },
};

/** What a number in Arabic digits with this measure word ends with. */
function countsWith(measure: string): readonly string[] {
  return Array.from("0123456789", (digit) => digit + measure);
}

function usesIn(passage: Passage, matches: Iterable<RegExpExecArray>): Use[] {
  return [...matches].map((match) => ({
    passage,
    start: match.index,
    end: match.index + match[0].length,
    measure: match.groups?.["measure"] ?? "",
  }));
}
