import { chineseNumeral } from "../../../facts/numbers/chinese-numerals.js";
import { readHeadingLabel } from "../../../document/heading-label.js";
import type { Passage } from "../../draft.js";
import { isProtected, type Span } from "../../protected-spans.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

/** 一是…三是…; 第一，…第三，…; （1）…（3）… inside paragraphs. */
export const enumerationOrder: Rule = {
  id: "enumeration-order",
  name: "段内列举的序数不连续",
  severity: "error",
  description:
    "“一是…二是…”“第一，…第二，…”“（1）…（2）…”要依次排列，不重复、不跳号；只有“一是”没有“二是”的，要补上或改写。",
  mistakes: [23, 25],
  check(draft, report) {
    for (const style of styles.filter(({ search }) => draft.mayHold(search.needs))) {
      let last = 0;
      let first: { passage: Passage; start: number; end: number } | undefined;
      let count = 0;
      const close = (): void => {
        if (count === 1 && first !== undefined && style.needsTwo) {
          report({
            at: first,
            message: `只有“${style.write(1)}”，没有“${style.write(2)}”`,
            hint: "请补上其他各项，或者改写",
            severity: "warning",
          });
        }
        count = 0;
        last = 0;
      };
      for (const passage of draft.body) {
        if (passage.role === "heading") {
          close();
          // A list number cannot run from a heading into its text.
          continue;
        }
        for (const { ordinal, start, end } of enumerated(passage, style, draft.protectedIn(passage))) {
          if (ordinal === 1) {
            if (last === 1) {
              report({
                at: { passage, start, end },
                message: "列举的序数重复",
                actual: passage.text.slice(start, end),
                expected: style.write(2),
              });
              last = 2;
              count += 1;
              continue;
            }
            close();
            first = { passage, start, end };
          } else if (ordinal !== last + 1) {
            report({
              at: { passage, start, end },
              message: ordinal === last ? "列举的序数重复" : "列举的序数不连续",
              actual: passage.text.slice(start, end),
              expected: style.write(last + 1),
              ...(last === 0 ? { severity: "warning" as const } : {}),
            });
          }
          last = ordinal;
          count += 1;
        }
      }
      close();
    }
  },
  examples: {
    wrong: [
      {
        shows: "跳号",
        draft: { body: ["一是更新慢；三是回应差。"] },
        report: ["正文 第1段：列举的序数不连续；实际：三是；应为：二是"],
      },
      {
        shows: "重复",
        draft: { body: ["一是更新慢；二是回应差；二是链接失效。"] },
        report: ["正文 第1段：列举的序数重复；实际：二是；应为：三是"],
      },
      {
        shows: "只有一是",
        draft: { body: ["要抓好整改。一是落实责任。"] },
        report: ["正文 第1段：只有“一是”，没有“二是”；处理：请补上其他各项，或者改写"],
      },
    ],
    right: [
      {
        shows: "依次列举",
        draft: { body: ["一是更新慢；二是回应差；三是链接失效。", "一是加强监管；二是落实责任。"] },
      },
      {
        shows: "一项一段",
        draft: { body: ["一、存在问题", "一是更新慢。", "二是回应差。", "二、工作要求", "一是整改。", "二是复查。"] },
      },
      { shows: "“第一季度”和引文里的不算", draft: { body: ["第一，更新。第二，回应。第一季度“三是”误写为“四是”。"] } },
    ],
  },
};

interface Style {
  /** Its group is the numeral. */
  readonly search: Search;
  readonly write: (ordinal: number) => string;
  /** One alone is left over from something; for the others it may be a reference. */
  readonly needsTwo: boolean;
}

const styles: readonly Style[] = [
  {
    search: new Search(
      /[一二三四五六七八九十][是要]/u,
      () => /(?<=^|[。；：，！？\s])([一二三四五六七八九十]{1,2})(?:是|要)(?=.)/gu,
    ),
    write: (ordinal) => `${chineseNumeral(ordinal)}是`,
    needsTwo: true,
  },
  {
    search: new Search(
      /[一二三四五六七八九十][，、]/u,
      () => /(?<=^|[。；：！？\s])第([一二三四五六七八九十]{1,2})[，、]/gu,
    ),
    write: (ordinal) => `第${chineseNumeral(ordinal)}，`,
    needsTwo: false,
  },
  {
    search: new Search(/\d[）)]/u, () => /(?<=^|[。；：，！？\s])[（(](\d{1,2})[）)](?=[^，。；：、）])/gu),
    write: (ordinal) => `（${String(ordinal)}）`,
    needsTwo: false,
  },
];

function* enumerated(
  { text }: Passage,
  style: Style,
  spans: readonly Span[],
): Generator<{ ordinal: number; start: number; end: number }> {
  for (const match of text.matchAll(style.search.pattern)) {
    if (isProtected(spans, match.index)) continue;
    const numeral = match[1] ?? "";
    const ordinal = /\d/u.test(numeral) ? Number(numeral) : readHeadingLabel(`${numeral}、`)?.ordinal;
    if (ordinal !== undefined) yield { ordinal, start: match.index, end: match.index + match[0].length };
  }
}
