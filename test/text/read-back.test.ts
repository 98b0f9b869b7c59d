import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { text, type CircularDocument, type Heading } from "../../src/document/tree.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { headerLines, tableLines } from "../../src/text/table-text.js";
import { visible, visibleName } from "../../src/text/visible-text.js";
import { anyString, arbitraryTable } from "../document/arbitrary-document.js";
import { sampleDocument } from "../document/sample-document.js";
import { expectedCells, readCells, split, unescape } from "./read-back.js";

describe("what the review text says can be read back", () => {
  test("characters", () => {
    fc.assert(
      fc.property(anyString, (value) => {
        expect(unescape(visible(value))).toBe(value);
        expect(unescape(visibleName(value))).toBe(value);
      }),
      { numRuns: 5000 },
    );
  });

  test("tables: every cell, what it covers, and the running numbers", () => {
    fc.assert(
      fc.property(arbitraryTable(), (table) => {
        const [head = "", ...lines] = tableLines(table);
        const columns = readCells(head.replace(/^〔表〕记录\d+条｜/, ""), table.columns);
        expect(columns.map(({ from }) => from)).toEqual(table.columns.map((_column, index) => index));
        const firstNumbers = columns.map(({ value }) => (value === undefined ? undefined : parseInt(value)));
        const lastNumbers = columns.map(({ value }) => Number(value?.split("–").at(-1)));
        const next = [...firstNumbers];
        expect(lines).toHaveLength(table.rows.length);
        const expected = expectedCells(table.rows);
        lines.forEach((line, index) => {
          const row = table.rows[index]!;
          const mark = { record: "〔记录〕", total: "〔合计行〕", remark: "〔备注行〕", header: "" }[row.role];
          expect(line.startsWith(mark)).toBe(true);
          const cells = line === mark ? [] : readCells(line.slice(mark.length), table.columns);
          const counted = expected[index]!.flatMap((cell) => {
            const number = next[cell.from];
            if (row.role !== "record" || number === undefined) return [cell];
            if (cell.continued) return [{ from: cell.from, to: cell.to, continued: true }];
            // Left out of the line, so it must be what counting gives.
            expect(cell).toEqual({ from: cell.from, to: cell.from, continued: false, value: String(number) });
            next[cell.from] = number + 1;
            return [];
          });
          expect(cells).toEqual(counted);
        });
        firstNumbers.forEach((first, column) => {
          if (first !== undefined) expect(next[column]).toBe(lastNumbers[column]! + 1);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("header rows", () => {
    fc.assert(
      fc.property(arbitraryTable(), (table) => {
        const read = headerLines(table).map((line) =>
          readCells(line, table.columns).map((cell) =>
            cell.value === undefined && !cell.continued ? { ...cell, value: table.columns[cell.from]?.name } : cell,
          ),
        );
        const expected = expectedCells(table.headerRows).map((cells) =>
          cells.map(({ value, ...cell }) => (cell.continued ? cell : { ...cell, value })),
        );
        expect(read).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test("headings: number, heading and text after it", () => {
    const heading = fc.record(
      {
        type: fc.constant("heading" as const),
        level: fc.constant(3 as const),
        ordinal: fc.constant(1),
        label: fc.oneof(anyString, fc.constantFrom("1.", "（1）", "一、")),
        children: anyString.map((value) => [text(value)]),
        body: anyString.map((value) => [text(value)]),
      },
      { requiredKeys: ["type", "level", "ordinal", "label", "children"] },
    );
    const parts = ({ label, children, body }: Heading): (string | undefined)[] => [
      label,
      children[0]?.value,
      body?.[0]?.value,
    ];
    const number = /^(?:[〇一二三四五六七八九十百]+、|[（(](?:[〇一二三四五六七八九十百]+|[0-9]+)[）)]|[0-9]+[.．、])/;
    fc.assert(
      fc.property(heading, (written) => {
        const document: CircularDocument = { ...sampleDocument(), children: [written] };
        const line = writeReviewText(document).split("\n")[0]!.replace("〔三级〕", "");
        const [beginning = "", body] = split(line, "〔接排〕");
        let [label = "", children] = split(beginning, "〔标号止〕");
        if (children === undefined) {
          children = label;
          label = number.exec(children)?.[0] ?? "";
          children = children.slice(label.length);
        }
        const read = [unescape(label), unescape(children), body === undefined ? undefined : unescape(body)];
        expect(read).toEqual(parts(written));
      }),
      { numRuns: 3000 },
    );
  });
});
