import fc from "fast-check";
import {
  text,
  type Appearance,
  type Attachment,
  type AttachmentBlock,
  type Block,
  type Cell,
  type CircularDocument,
  type Heading,
  type Inline,
  type Letterhead,
  type Paragraph,
  type Picture,
  type Provenance,
  type RowSet,
  type Table,
  type TableColumn,
  type TableRow,
} from "../../src/document/tree.js";
import type { Place } from "../../src/document/place.js";
import { onePixel } from "./sample-document.js";

/**
 * Generated trees that keep every invariant and whose strings hold anything that data can hold: marks of the review text,
 * markup, line breaks, unseen characters, lone surrogates.
 */
export function arbitraryDocument(): fc.Arbitrary<CircularDocument> {
  return fc
    .record({
      appearance: arbitraryAppearance,
      letterhead: arbitraryLetterhead,
      titleLines: fc.array(lineWithoutBreaks, { minLength: 1, maxLength: 3 }),
      issuer: anyString,
      date: civilDate,
      recipients: fc.option(inlines),
      body: arbitraryBody,
      attachments: fc.array(arbitraryAttachment, { maxLength: 3 }),
      listLabel: anyString,
      listNames: fc.array(inlines, { minLength: 3, maxLength: 3 }),
      issuers: fc.option(fc.array(inlines, { minLength: 1, maxLength: 2 })),
      disclosure: fc.option(filledInlines),
      notes: fc.array(inlines, { maxLength: 2 }),
      imprint: fc.option(fc.record({ copyTo: inlines, printer: inlines, printDate: inlines }, { requiredKeys: [] })),
    })
    .map((parts) => {
      const { appearance, recipients, issuers, date, disclosure, imprint } = parts;
      const numbered = parts.attachments.length > 1;
      const attachments = parts.attachments.map((attachment, index): Attachment => {
        if (!numbered) return attachment;
        const number = index + 1;
        return { ...attachment, number, label: attachment.label === "" ? "" : `附件${String(number)}` };
      });
      const items = attachments.map(({ number }, index) => ({
        ...(number === undefined ? {} : { number }),
        name: parts.listNames[index] ?? [],
      }));
      const children: (Block | undefined)[] = [
        appearance.form === "plain" ? undefined : parts.letterhead,
        { type: "title", lines: parts.titleLines },
        recipients === null ? undefined : { type: "recipients", children: [...recipients, text("：")] },
        ...parts.body,
        items.length === 0 ? undefined : { type: "attachmentList", label: parts.listLabel, items },
        issuers === null ? undefined : { type: "signature", issuers, date: [text(printedDate(date))] },
        disclosure === null ? undefined : { type: "disclosure", children: disclosure },
        ...parts.notes.map((note): Block => ({ type: "note", children: [text("（"), ...note, text("）")] })),
        ...attachments,
        imprint === null
          ? undefined
          : {
              type: "imprint",
              ...imprint,
              ...(imprint.copyTo === undefined ? {} : { copyTo: [...imprint.copyTo, text("。")] }),
            },
      ];
      return {
        type: "document",
        properties: { title: titleOf(parts.titleLines), issuer: parts.issuer, date },
        appearance,
        children: children.filter((block) => block !== undefined),
      };
    });
}

/** Tables of a few columns and rows with merged cells anywhere. */
export function arbitraryTable(): fc.Arbitrary<Table> {
  return fc
    .record({
      columns: fc.array(arbitraryColumn, { minLength: 1, maxLength: 5 }),
      header: fc.array(arbitraryRow(fc.constant("header" as const)), { maxLength: 2 }),
      body: fc.array(arbitraryRow(fc.constantFrom("record", "record", "record", "total", "remark")), { maxLength: 6 }),
      headerMerges: fc.array(arbitraryMerge, { maxLength: 2 }),
      bodyMerges: fc.array(arbitraryMerge, { maxLength: 4 }),
      key: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
      dataset: fc.option(anyString, { nil: undefined }),
    })
    .map(({ columns, header, body, headerMerges, bodyMerges, key, dataset }): Table => {
      const rows = merge(body, columns.length, bodyMerges);
      return {
        type: "table",
        columns,
        headerRows: merge(header, columns.length, headerMerges),
        rows: columns.reduce(
          (counted, { kind }, index) => (kind === "ordinal" ? count(counted, index) : counted),
          rows,
        ),
        key: key.filter((index) => index < columns.length && columns[index]?.kind !== "ordinal"),
        ...(dataset === undefined ? {} : { dataset }),
      };
    });
}

/** Strings that are likely to confuse a writer. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.string({
      maxLength: 6,
      unit: fc.constantFrom(...Array.from("甲乙：｜\\↵⟨〔〕↑→、。（）一1. \n\u3000\u200B")),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("〔接排〕", "\\〔标号止〕", "⟨U+200B⟩", "# 一、", "{{x}}", "注：", "一、", "\r\n"),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: "binary" }) },
  { weight: 1, arbitrary: fc.constantFrom("\uD800", "\uDC00x", "\u0000", "\uFFFF", "\u{E0100}", "𠮷") },
);

const place: fc.Arbitrary<Place> = fc
  .tuple(anyString, anyString)
  .map(([sheet, cell]) => ({ file: "inspection.xlsx", sheet, cell }));

const rowSet: fc.Arbitrary<RowSet> = fc
  .tuple(anyString, fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }))
  .map(([dataset, rows]) => ({ dataset, file: "inspection.xlsx", rows: rows.sort((a, b) => a - b) }));

const provenance: fc.Arbitrary<Provenance> = fc.record({
  expression: anyString.map((expression) => `取 ${expression}`),
  places: fc.array(place, { maxLength: 2 }),
  rows: fc.array(rowSet, { maxLength: 2 }),
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  anyString.map(text),
  fc.record({ type: fc.constant("value" as const), value: anyString, provenance }),
);

const inlines = fc.array(inline, { maxLength: 3 });

const lineWithoutBreaks = inlines.map((children) =>
  children.map((child): Inline => ({ ...child, value: child.value.replace(/[\n\r]/g, "") })),
);

const filledInlines = inlines.map((children): Inline[] => [...children, text("终")]);

const arbitraryAppearance: fc.Arbitrary<Appearance> = fc.record({
  form: fc.constantFrom("plain", "redHead", "letter"),
  sealed: fc.boolean(),
  pageNumbers: fc.constantFrom("outer", "centre"),
  latinFont: fc.constantFrom("body", "timesNewRoman"),
  boldHeadings: fc.boolean(),
  mirrorMargins: fc.boolean(),
});

const arbitraryLetterhead: fc.Arbitrary<Letterhead> = fc.record(
  {
    type: fc.constant("letterhead" as const),
    copyNumber: fc.constantFrom("000001", "123456"),
    classification: anyString,
    urgency: anyString,
    mark: fc.array(anyString, { minLength: 1, maxLength: 2 }),
    documentNumber: anyString,
  },
  { requiredKeys: ["type", "mark"] },
);

const civilDate = fc
  .tuple(fc.integer({ min: 1949, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-"));

const paragraph: fc.Arbitrary<Paragraph> = filledInlines.map((children) => ({ type: "paragraph", children }));

/** A heading that knows its level but not yet its place. */
const looseHeading = fc.record({
  wanted: fc.integer({ min: 1, max: 4 }),
  children: inlines,
  body: fc.option(filledInlines),
});

const arbitraryBody: fc.Arbitrary<(Paragraph | Heading)[]> = fc
  .array(fc.oneof(paragraph, looseHeading), { maxLength: 8 })
  .map((loose) => {
    const ordinals: number[] = [];
    return loose.map((element) => {
      if ("type" in element) return element;
      const level = Math.min(element.wanted, ordinals.length + 1) as Heading["level"];
      ordinals.length = Math.min(ordinals.length, level);
      const ordinal = (ordinals[level - 1] ?? 0) + 1;
      ordinals[level - 1] = ordinal;
      return {
        type: "heading",
        level,
        ordinal,
        label: printedLabel(level, ordinal),
        children: [...element.children, text("。")],
        ...(element.body !== null && level > 1 ? { body: element.body } : {}),
      };
    });
  });

const picture: fc.Arbitrary<Picture> = fc.record({
  type: fc.constant("picture" as const),
  format: fc.constant("png" as const),
  data: fc
    .uint8Array({ maxLength: 6 })
    .map((bytes) => Buffer.concat([Buffer.from(onePixel, "base64"), bytes]).toString("base64")),
  widthPixels: fc.integer({ min: 1, max: 9999 }),
  heightPixels: fc.integer({ min: 1, max: 9999 }),
  alternativeText: anyString.map((words) => `图${words}`),
});

const arbitraryColumn: fc.Arbitrary<TableColumn> = fc.record(
  {
    name: anyString,
    width: fc.constantFrom(1, 2.5, 30),
    align: fc.constantFrom("left", "centre", "right"),
    kind: fc.constantFrom("text", "number", "ordinal", "code"),
    source: anyString,
  },
  { requiredKeys: ["name", "width", "align", "kind"] },
);

const arbitraryCell: fc.Arbitrary<string | Cell> = fc.oneof(
  anyString,
  fc.record({ children: inlines, align: fc.constantFrom("left", "centre", "right") }, { requiredKeys: ["children"] }),
);

function arbitraryRow<Role extends TableRow["role"]>(role: fc.Arbitrary<Role>): fc.Arbitrary<TableRow> {
  return fc.record(
    {
      role,
      cells: fc.array(arbitraryCell, { minLength: 5, maxLength: 5 }),
      source: fc.integer({ min: 1, max: 99 }),
    },
    { requiredKeys: ["role", "cells"] },
  );
}

const arbitraryMerge = fc.record({
  row: fc.nat(5),
  column: fc.nat(4),
  rowSpan: fc.integer({ min: 1, max: 4 }),
  columnSpan: fc.integer({ min: 1, max: 3 }),
});

interface Merge {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Cuts the rows to the number of columns and merges the rectangles that fit and do not overlap. */
function merge(rows: readonly TableRow[], columnCount: number, merges: readonly Merge[]): TableRow[] {
  const cells = rows.map((row) => row.cells.slice(0, columnCount));
  const taken = rows.map(() => new Array<boolean>(columnCount).fill(false));
  for (const { row, column, rowSpan, columnSpan } of merges) {
    const rectangle = range(row, rowSpan).flatMap((y) => range(column, columnSpan).map((x) => [y, x] as const));
    if (rectangle.some(([y, x]) => taken[y]?.[x] !== false)) continue;
    const first = cells[row]?.[column];
    const content: Cell = typeof first === "string" ? { children: [text(first)] } : (first ?? { children: [] });
    for (const [y, x] of rectangle) {
      taken[y]![x] = true;
      cells[y]![x] = null;
    }
    cells[row]![column] = {
      ...content,
      ...(columnSpan === 1 ? {} : { columnSpan }),
      ...(rowSpan === 1 ? {} : { rowSpan }),
    };
  }
  return rows.map((row, index) => ({ ...row, cells: cells[index] ?? [] }));
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** Puts the running numbers into a column. */
function count(rows: readonly TableRow[], column: number): TableRow[] {
  let next = 1;
  return rows.map((row) => {
    const cell = row.cells[column] ?? null;
    if (row.role !== "record" || cell === null) return row;
    const number = String(next);
    next += 1;
    const counted = typeof cell === "string" ? number : { ...cell, children: [text(number)] };
    return { ...row, cells: row.cells.with(column, counted) };
  });
}

const attachmentBlock: fc.Arbitrary<AttachmentBlock[]> = fc.oneof(
  arbitraryBody,
  fc.array(paragraph, { maxLength: 1 }),
  arbitraryTable().map((table) => [table]),
  inlines.map((children): AttachmentBlock[] => [{ type: "caption", children }]),
  fc.tuple(anyString, inlines).map(([label, children]): AttachmentBlock[] => [{ type: "remark", label, children }]),
  picture.map((found) => [found]),
);

const arbitraryAttachment: fc.Arbitrary<Attachment> = fc.record(
  {
    type: fc.constant("attachment" as const),
    label: fc.constantFrom("附件", ""),
    orientation: fc.constantFrom("portrait", "landscape"),
    title: fc.array(inlines, { minLength: 1, maxLength: 2 }),
    subtitle: inlines,
    children: fc.array(attachmentBlock, { maxLength: 3 }).map(oneSetOfHeadings),
  },
  { requiredKeys: ["type", "label", "orientation", "title", "children"] },
);

/** Numbering runs through an attachment, so only the first of several groups keeps its headings. */
function oneSetOfHeadings(groups: readonly AttachmentBlock[][]): AttachmentBlock[] {
  const first = groups.findIndex((group) => group.some((block) => block.type === "heading"));
  return groups.flatMap((group, index) =>
    index === first ? group : group.filter((block) => block.type !== "heading"),
  );
}

function titleOf(lines: readonly (readonly Inline[])[]): string {
  return lines.flatMap((line) => line.map(({ value }) => value)).join("");
}

function printedDate(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
}

function printedLabel(level: Heading["level"], ordinal: number): string {
  const chinese = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"][ordinal] ?? "";
  return [`${chinese}、`, `（${chinese}）`, `${String(ordinal)}.`, `（${String(ordinal)}）`][level - 1] ?? "";
}
