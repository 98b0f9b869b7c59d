import { isIdeograph } from "./ideographs.js";
import { matchesIn } from "./matches-in.js";
import { holdsNeeded, Search } from "./search.js";

/** A stretch of text that is not the writer's own prose. */
export interface Span {
  /** UTF-16 units, up to but not including `end`. */
  readonly start: number;
  readonly end: number;
  readonly kind: "quotation" | "title" | "address" | "code" | "documentNumber";
}

const pairs = { "“": "”", "‘": "’", "《": "》", "〈": "〉" } as const;

const addresses = new Search(
  [".", "@", "://"],
  () =>
    /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:cn|com|net|org|gov|edu)\b(?:\/[\w\-.~/?#&=%]*)?/giu,
);
/** 网站标识码 and 政务新媒体标识码, and whatever else mixes letters and digits like a code. */
const codes = new Search(
  /[A-Z]|bm|\d{10}/u,
  () => /\b(?:bm\d{8}|\d{6}M\d{3}[A-Z]{2}\d{4}|\d{10}|[A-Z]+\d[A-Z\d-]*|\d+[A-Z][A-Z\d-]*)\b/gu,
);
const documentNumbers = new Search(
  ["号"],
  () => /[\u4e00-\u9fff]{2,12}[〔﹝[［【(（]\d{2,4}[〕﹞\]］】)）]\s*第?\s*\d+\s*号/gu,
);

/**
 * The parts of a text that are quoted from elsewhere: between “” ‘’ 《》 〈〉, addresses, codes and document numbers. Their spelling
 * is not the writer's: a wrong word quoted as evidence must stay wrong, an account is called what it is called.
 *
 * @param text of one passage
 * @returns the outermost spans in order, marks included; an opening mark without its closing one protects nothing
 */
export function protectedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < text.length; index += 1) {
    // Nearly all characters, without a look into the table.
    if (isIdeograph(text.charCodeAt(index))) continue;
    const closing = pairs[text.charAt(index) as keyof typeof pairs] as string | undefined;
    if (closing === undefined) continue;
    const end = matchingEnd(text, index, text.charAt(index), closing);
    if (end === undefined) continue;
    const kind = text.charAt(index) === "《" || text.charAt(index) === "〈" ? "title" : "quotation";
    spans.push({ start: index, end, kind });
    index = end - 1;
  }
  const add = (search: Search, kind: Span["kind"]): void => {
    if (!holdsNeeded(text, search.needs)) return;
    for (const match of matchesIn(text, search.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (spans.every((span) => end <= span.start || start >= span.end)) spans.push({ start, end, kind });
    }
  };
  add(addresses, "address");
  add(documentNumbers, "documentNumber");
  add(codes, "code");
  return spans.sort((a, b) => a.start - b.start);
}

/** The end of what opens at `start`, with marks of the same kind nested inside. */
function matchingEnd(text: string, start: number, opening: string, closing: string): number | undefined {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === opening) depth += 1;
    else if (character === closing) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

/** True if the position is inside one of the spans. */
export function isProtected(spans: readonly Span[], position: number): boolean {
  return spans.some((span) => position >= span.start && position < span.end);
}
