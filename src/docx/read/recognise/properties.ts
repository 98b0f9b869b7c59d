import { readHeadingLabel } from "../../../document/heading-label.js";
import {
  plainText,
  type Appearance,
  type Block,
  type DocumentProperties,
  type Signature,
} from "../../../document/tree.js";
import { toTwips } from "../../../layout/measures.js";
import { CHARACTER_PITCH } from "../../../layout/page.js";
import type { SourceDocument } from "../read-source.js";
import type { Context } from "./context.js";
import type { Item, Line } from "./line.js";

/** What the tree says of the document: from its elements, and from the file's own properties where only we wrote them. */
export function recogniseProperties(
  source: SourceDocument,
  children: readonly Block[],
  { verbatim }: Context,
): DocumentProperties {
  const { title, creator, created } = source.properties;
  const lines = children.find((block) => block.type === "title")?.lines;
  const signature = children.find((block) => block.type === "signature");
  const [issuer] = signature?.issuers ?? [];
  const letterhead = children.find((block) => block.type === "letterhead");
  return {
    title: verbatim || lines === undefined ? title : lines.map(plainText).join(""),
    issuer: verbatim ? creator : issuer === undefined ? (letterhead?.mark[0] ?? "") : plainText(issuer),
    date: (verbatim ? undefined : signatureDate(signature)) ?? /^\d{4}-\d{2}-\d{2}/u.exec(created)?.[0] ?? "",
  };
}

/** 成文日期 as `YYYY-MM-DD`. */
function signatureDate(signature: Signature | undefined): string | undefined {
  const text = plainText(signature?.date ?? [])
    .normalize("NFKC")
    .replace(/\s/gu, "");
  const match =
    /^([\d〇○O零一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$/u.exec(
      text,
    );
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const digits = [...year].map((digit) =>
    "〇一二三四五六七八九".includes(digit) ? "〇一二三四五六七八九".indexOf(digit) : /[○O零]/u.test(digit) ? 0 : digit,
  );
  return [digits.join(""), twoDigits(month), twoDigits(day)].join("-");
}

function twoDigits(number: string): string {
  const value = /^\d+$/u.test(number) ? Number(number) : (readHeadingLabel(`${number}、`)?.ordinal ?? 0);
  return String(value).padStart(2, "0");
}

/** In characters: §7.3.5.1 indents the date by 4 if there is a seal. */
const sealedDateIndent = 4;

/** Our style of 署名 leaves 2 blank lines above for a seal, 1 without. */
const sealedLinesBefore = 1.5;

/** The look that only the whole file tells. */
export function recogniseAppearance(
  source: SourceDocument,
  children: readonly Block[],
  items: readonly Item[],
  { own, letter }: Context,
): Appearance {
  const { styles, settings } = source;
  const hasLetterhead = children.some(({ type }) => type === "letterhead");
  const date = items.findLast((item): item is Line => item.kind === "line" && item.element === "IssueDate");
  const signatureStyle = styles.find("署名");
  const dateIndent = (date?.paragraph.format.right ?? 0) / toTwips(CHARACTER_PITCH);
  const body = dominantLatin(items);
  const normal = styles.find("normal");
  return {
    form: !hasLetterhead ? "plain" : letter ? "letter" : "redHead",
    sealed:
      signatureStyle === undefined
        ? Math.abs(dateIndent - sealedDateIndent) < 0.5
        : signatureStyle.linesBefore > sealedLinesBefore,
    pageNumbers: settings.evenAndOdd ? "outer" : "centre",
    latinFont: /times/iu.test(own ? (normal?.latin ?? "") : body) ? "timesNewRoman" : "body",
    boldHeadings: styles.find("二级标题文字")?.bold ?? hasBoldHeadings(items),
    mirrorMargins: settings.mirrorMargins,
  };
}

/** The font of Latin letters and digits in most of the running text. */
function dominantLatin(items: readonly Item[]): string {
  const weights = new Map<string, number>();
  for (const item of items) {
    if (item.kind !== "line" || item.text.length < 30) continue;
    let start = 0;
    for (const { end, format } of item.paragraph.runs) {
      const count = item.paragraph.text.slice(start, end).match(/[0-9A-Za-z]/gu)?.length ?? 0;
      start = end;
      weights.set(format.latin, (weights.get(format.latin) ?? 0) + count);
    }
  }
  let best = "";
  let most = 0;
  for (const [font, weight] of weights) {
    if (weight <= most) continue;
    best = font;
    most = weight;
  }
  return best;
}

function hasBoldHeadings(items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item.kind === "line" && readHeadingLabel(item.text)?.level === 2 && item.paragraph.runs[0]?.format.bold === true,
  );
}
