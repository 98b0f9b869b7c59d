import { readHeadingLabel } from "../../../document/heading-label.js";
import type { Signature } from "../../../document/tree.js";
import { type PlacedText, trim } from "../placed-text.js";
import { type Context, inlines } from "./context.js";
import { brokenLines, isAtRight, isCentred, type Line } from "./line.js";
import { agencyPattern, datePattern, disclosurePattern, notePattern, sentencePattern } from "./patterns.js";

/** Which lines are 署名 and 成文日期 (GB/T 9704 §7.3.5). */
export interface SignaturePlace {
  readonly start: number;
  /** Behind the date. */
  readonly end: number;
}

/** At most so many agencies sign together without the lines saying by their place that they do. */
const mostIssuers = 8;

/** Finds 署名 and 成文日期 behind the head; the date tells where they are. */
export function findSignature(
  lines: readonly Line[],
  from: number,
  { own, verbatim }: Context,
): SignaturePlace | undefined {
  const styled = lines.findLastIndex(({ element }) => element === "IssueDate");
  const date =
    own && styled >= from
      ? styled
      : verbatim
        ? -1
        : lines.findLastIndex(
            (line, index) => index >= from && endsInDate(line) && isSignatureDate(lines, index, from),
          );
  if (date < 0) return undefined;
  let start = date;
  while (start > from && date - start < mostIssuers && isIssuer(lines, start - 1, date)) start -= 1;
  return { start, end: date + 1 };
}

function endsInDate({ text }: Line): boolean {
  const last = text.slice(text.lastIndexOf("\n") + 1).trim();
  return datePattern.test(last);
}

/** A date closes the body: it stands at the right, or nothing but closing elements come after it. */
function isSignatureDate(lines: readonly Line[], index: number, from: number): boolean {
  const line = lines[index];
  if (line === undefined || (index === from && !isAtRight(line))) return false;
  if (isAtRight(line) || line.look.indent > 4 || line.look.align !== "left") return true;
  const rest = lines.slice(index + 1);
  return rest.length <= 6 && rest.every(({ text }) => !text.endsWith("。") || /^[（(]/u.test(text));
}

function isIssuer(lines: readonly Line[], index: number, date: number): boolean {
  const line = lines[index];
  if (line === undefined) return false;
  if (line.element === "IssuerSignature") return true;
  if (line.element !== "" && line.element !== "Body") return false;
  const { text } = line;
  if (text.length > 60 || sentencePattern.test(text) || /[：:。]/u.test(text) || text === "") return false;
  if (readHeadingLabel(text) !== undefined || datePattern.test(text)) return false;
  if (line.look.align === "right") return true;
  if (!agencyPattern.test(text)) return false;
  // Right above the date an agency is one wherever it stands.
  return isAtRight(line) || isCentred(line) || (index === date - 1 && text.length <= 30);
}

export function recogniseSignature(lines: readonly Line[], context: Context): Signature {
  const parts = lines.flatMap((line): PlacedText[] => {
    if (context.verbatim || !line.text.includes("\n")) return [line.placed];
    return brokenLines(line.placed).map(trim);
  });
  const date = parts.at(-1) ?? { text: "", pieces: [] };
  return {
    type: "signature",
    issuers: parts.slice(0, -1).map((part) => inlines(context, part)),
    date: inlines(context, date),
  };
}

export function isDisclosure({ element, text }: Line, { verbatim }: Context): boolean {
  return element === "Disclosure" || (!verbatim && disclosurePattern.test(text) && text.length < 40);
}

/** @param afterSignature 附注 stands below the date; in front of it brackets are text like any other */
export function isNote({ element, text }: Line, afterSignature: boolean, { verbatim }: Context): boolean {
  return element === "Note" || (!verbatim && afterSignature && notePattern.test(text));
}
