import { describe, expect, it } from "vitest";
import type { CircularDocument, Table } from "../../src/document/tree.js";
import { mergeDocuments } from "../../src/merge/merge-documents.js";
import { attachment, circular, numberedTable } from "../diff/draft-pairs.js";

/** A draft whose table has columns of these widths. */
function draft(widths: readonly number[]): CircularDocument {
  const table = numberedTable(
    ["单位", "结果"],
    [],
    [
      ["市教育局", "合格"],
      ["市统计局", "合格"],
    ],
  );
  const columns = table.columns.map((column, index) => ({ ...column, width: widths[index] ?? 0 }));
  return circular(attachment(undefined, "检查情况表", { ...table, columns }));
}

function widthsOf({ children }: CircularDocument): number[] {
  return children.flatMap((block) =>
    block.type === "attachment"
      ? block.children
          .filter((child): child is Table => child.type === "table")
          .flatMap(({ columns }) => columns.map(({ width }) => width))
      : [],
  );
}

describe("widths of columns in a merged draft", () => {
  const base = draft([500, 3000, 1000]);

  it("are those that people set, and it is said if the data changed them too", () => {
    const merged = mergeDocuments({ base, hand: draft([500, 3500, 500]), data: draft([500, 2500, 1500]) });
    expect(widthsOf(merged.data)).toEqual([500, 3500, 500]);
    expect(merged.conflicts).toEqual([]);
    expect(merged.notes).toEqual(["附件 表格：列宽两边都改了，用手工的；要用新数据算出的列宽，请在合并稿里再调"]);
  });

  it("are those of the data if people set none", () => {
    const merged = mergeDocuments({ base, hand: base, data: draft([500, 2500, 1500]) });
    expect(widthsOf(merged.data)).toEqual([500, 2500, 1500]);
    expect(merged.notes).toEqual([]);
  });

  it("need no word if only people set them", () => {
    const merged = mergeDocuments({ base, hand: draft([500, 3500, 500]), data: base });
    expect(widthsOf(merged.data)).toEqual([500, 3500, 500]);
    expect(merged.notes).toEqual([]);
  });
});
