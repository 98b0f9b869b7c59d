import { isIdeograph } from "./ideographs.js";

/** Two marks that belong together. */
export interface MarkPair {
  /** The opening mark as GB/T 15834 writes it, also if a half-width one stands there. */
  readonly mark: string;
  /** Positions of the two marks, in UTF-16 units. */
  readonly open: number;
  readonly close: number;
  /** True if it stands directly inside a pair of the same mark, with at most other marks between them. */
  readonly insideSame: boolean;
}

/** Which brackets and quotation marks of a text belong together. */
export interface PairedMarks {
  /** In the order of their closing marks. */
  readonly pairs: readonly MarkPair[];
  /** Positions of those with only one half, ascending. */
  readonly single: readonly number[];
}

const closings: Readonly<Record<string, string>> = {
  "（": "）",
  "〔": "〕",
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "【": "】",
  "〖": "〗",
  "「": "」",
  "『": "』",
};
const openingFor = new Map(Object.entries(closings).map(([opening, closing]) => [closing, opening]));
/** 1）, a）: at the beginning, or after a mark. */
const enumerator = /(?:^|[；;，,。：:、\s])(?:\d{1,2}|[A-Za-z])$/u;
const sameAs: Readonly<Record<string, string>> = { "(": "（", ")": "）" };

/** The other half of a bracket or quotation mark, full-width. */
export function otherHalf(mark: string): string {
  const full = sameAs[mark] ?? mark;
  return closings[full] ?? openingFor.get(full) ?? "";
}

/**
 * Pairs the brackets and quotation marks of a text. A half-width bracket pairs with a full-width one: that is a mistake of width, not of
 * pairing. The bracket after an enumerating number or letter, 1）or a), and an apostrophe between letters are no halves.
 */
export function pairMarks(text: string): PairedMarks {
  const open: { mark: string; index: number }[] = [];
  const pairs: MarkPair[] = [];
  const single: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    // Nearly all characters, without a look into the tables.
    if (isIdeograph(text.charCodeAt(index))) continue;
    const character = sameAs[text.charAt(index)] ?? text.charAt(index);
    if (closings[character] !== undefined) {
      open.push({ mark: character, index });
      continue;
    }
    const opening = openingFor.get(character);
    if (opening === undefined) continue;
    if (character === "’" && /[A-Za-z]/u.test(text.charAt(index - 1))) continue;
    const position = open.findLastIndex(({ mark }) => mark === opening);
    const found = open[position];
    if (found === undefined) {
      const enumerates = character === "）" && enumerator.test(text.slice(Math.max(0, index - 3), index));
      if (!enumerates) single.push(index);
      continue;
    }
    const [, ...lost] = open.splice(position);
    single.push(...lost.map((mark) => mark.index));
    pairs.push({
      mark: opening,
      open: found.index,
      close: index,
      insideSame: open.some(({ mark }) => mark === opening) && innermostQuoting(open, opening),
    });
  }
  single.push(...open.map((mark) => mark.index));
  const halves = new Set(single);
  return {
    pairs: pairs.map((pair) => (pair.insideSame && !enclosed(pair, pairs) ? { ...pair, insideSame: false } : pair)),
    single: [...halves].sort((a, b) => a - b),
  };
}

/** True unless a mark of another kind stands between the two of the same kind: 《〈《》〉》 alternates. */
function innermostQuoting(open: readonly { readonly mark: string }[], opening: string): boolean {
  const alternate: Readonly<Record<string, string>> = { "《": "〈", "“": "‘" };
  const other = alternate[opening];
  const same = open.findLastIndex(({ mark }) => mark === opening);
  return other === undefined || !open.slice(same + 1).some(({ mark }) => mark === other);
}

function enclosed(pair: MarkPair, pairs: readonly MarkPair[]): boolean {
  return pairs.some(({ mark, open, close }) => mark === pair.mark && open < pair.open && close > pair.close);
}
