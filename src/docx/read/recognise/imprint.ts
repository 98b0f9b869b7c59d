import type { Imprint } from "../../../document/tree.js";
import { join, type PlacedText, slice, trim } from "../placed-text.js";
import type { SourceTable } from "../source.js";
import { type Context, inlines } from "./context.js";
import { lineOf, type Item, type Line } from "./line.js";
import { copyToPattern, printedPattern } from "./patterns.js";

/** 版记 is looked for in so many items at the end of the body and of the whole. */
const farthestFromEnd = 12;

/** A table with more rows is none of 版记. */
const mostRows = 8;

/**
 * Takes 版记 (GB/T 9704 §7.4) out of the items, be it a table or paragraphs.
 *
 * @param items of the body before the attachments, or of all; those of 版记 are removed
 */
export function takeImprint(items: Item[], context: Context): Imprint | undefined {
  const from = Math.max(0, items.length - farthestFromEnd);
  for (let index = items.length - 1; index >= from; index -= 1) {
    const item = items[index];
    if (item?.kind !== "table" || item.table.rows.length > mostRows) continue;
    const lines = linesOfLayoutTable(item.table, item, context);
    if (!lines.some((line) => isCopyTo(line, context) || isPrinted(line, context))) continue;
    items.splice(index, 1);
    return imprintOf(lines, context);
  }
  if (context.verbatim) return undefined;
  const start = items.findIndex((item, index) => index >= from && item.kind === "line" && isBeginning(item, context));
  if (start < 0) return undefined;
  const lines: Line[] = [];
  let end = start;
  for (let item = items[end]; item?.kind === "line"; item = items[end]) {
    const isFirst = end === start;
    const done = lines.some((line) => isPrinted(line, context));
    if (!isFirst && (done || (!isPrinted(item, context) && !goesOn(lines)))) break;
    lines.push(item);
    end += 1;
  }
  items.splice(start, end - start);
  return imprintOf(lines, context);
}

/** The paragraphs of a table that only arranges them. */
export function linesOfLayoutTable(table: SourceTable, where: Item, { verbatim, own }: Context): Line[] {
  const { startsPage, blankBefore, landscape } = where;
  return table.rows.flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs }) =>
      (paragraphs ?? [])
        .map((paragraph) => {
          const element = own ? (imprintElements[paragraph.format.styleName] ?? "") : "";
          return lineOf(paragraph, element, { startsPage, blankBefore, landscape }, verbatim);
        })
        .filter(({ text }) => text !== ""),
    ),
  );
}

const imprintElements: Readonly<Record<string, string | undefined>> = {
  抄送: "ImprintCopyTo",
  印发机关和印发日期: "ImprintPrinter",
};

function isCopyTo({ element, text }: Line, { verbatim }: Context): boolean {
  return element === "ImprintCopyTo" || (!verbatim && copyToPattern.test(text));
}

function isPrinted({ element, text }: Line, { verbatim }: Context): boolean {
  return element === "ImprintPrinter" || (!verbatim && printedPattern.test(text) && text.length < 100);
}

function isBeginning(line: Line, context: Context): boolean {
  return isCopyTo(line, context) || isPrinted(line, context);
}

/** 抄送 that was wrapped by hand goes on until its full stop. */
function goesOn(lines: readonly Line[]): boolean {
  return !(lines.at(-1)?.text.endsWith("。") ?? true);
}

function imprintOf(lines: readonly Line[], context: Context): Imprint {
  const { verbatim } = context;
  const copyTo: PlacedText[] = [];
  let printer: PlacedText | undefined;
  let printDate: PlacedText | undefined;
  for (const [index, line] of lines.entries()) {
    const { placed, text } = line;
    const before = lines[index - 1];
    if (isPrinted(line, context) && printDate === undefined) {
      const styled = line.element === "ImprintPrinter" ? splitPrinted(placed) : undefined;
      const match = printedPattern.exec(text);
      if (styled !== undefined && (verbatim || match === null)) {
        [printer, printDate] = styled;
      } else {
        const [, name = "", date = ""] = match ?? [];
        const dateStart = text.indexOf(date, name.length);
        // In a table agency and date stand in cells of their own.
        const isInOwnCell =
          name.trim() === "" && before !== undefined && !isCopyTo(before, context) && !before.text.endsWith("。");
        printer = isInOwnCell ? copyTo.pop() : trim(slice(placed, 0, name.length));
        printDate = slice(placed, dateStart, dateStart + date.length);
      }
    } else if (copyTo.length === 0 && isCopyTo(line, context)) {
      const label = copyToPattern.exec(text)?.[0].length ?? 0;
      const rest = slice(placed, label);
      copyTo.push(verbatim ? rest : trim(rest));
    } else copyTo.push(placed);
  }
  return {
    type: "imprint",
    ...(copyTo.length === 0 ? {} : { copyTo: inlines(context, join(copyTo, "")) }),
    ...(printer === undefined || printer.text === "" ? {} : { printer: inlines(context, printer) }),
    ...(printDate === undefined ? {} : { printDate: inlines(context, printDate) }),
  };
}

/** Agency and date of our own line: a tab stands between them. */
function splitPrinted(placed: PlacedText): [PlacedText, PlacedText | undefined] {
  const tab = placed.text.lastIndexOf("\t");
  if (tab < 0) return [placed, undefined];
  const date = slice(placed, tab + 1);
  if (!date.text.endsWith("印发")) return [slice(placed, 0, tab), date.text === "" ? undefined : date];
  return [slice(placed, 0, tab), slice(date, 0, date.text.length - "印发".length)];
}
