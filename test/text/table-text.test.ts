import { describe, expect, test } from "vitest";
import { text, type Table, type TableColumn, type TableRow } from "../../src/document/tree.js";
import { headerLines, tableLines } from "../../src/text/table-text.js";

function linesOf(table: Table): string[] {
  return [...tableLines(table)];
}

function column(name: string, kind: TableColumn["kind"] = "text"): TableColumn {
  return { name, kind, width: 1, align: "left" };
}

function record(...cells: TableRow["cells"]): TableRow {
  return { role: "record", cells };
}

function table(columns: readonly TableColumn[], rows: readonly TableRow[]): Table {
  return { type: "table", columns, headerRows: [], rows, key: [] };
}

const numbered = [column("序号", "ordinal"), column("问题")];

describe("the lines of a table", () => {
  test("give every value with the name of its column", () => {
    expect(linesOf(table([column("甲"), column("乙")], [record("1", ""), record("3", "4")]))).toEqual([
      "〔表〕记录2条｜甲｜乙",
      "〔记录〕甲：1｜乙：",
      "〔记录〕甲：3｜乙：4",
    ]);
  });

  test("leave out running numbers that are simply consecutive", () => {
    expect(linesOf(table(numbered, [record("1", "甲"), record("2", "乙")]))).toEqual([
      "〔表〕记录2条｜序号：1–2｜问题",
      "〔记录〕问题：甲",
      "〔记录〕问题：乙",
    ]);
    expect(linesOf(table(numbered, [record("5", "甲")]))[0]).toBe("〔表〕记录1条｜序号：5｜问题");
    expect(linesOf(table(numbered, []))[0]).toBe("〔表〕记录0条｜序号｜问题");
  });

  test.each([
    ["a number used twice", ["1", "2", "2", "4"]],
    ["a gap", ["1", "3"]],
    ["leading zeros", ["01", "02"]],
    ["full-width digits", ["１", "２"]],
    ["no number at all", ["", "1"]],
    ["a blank", [" 1", "2"]],
    ["more digits than can be counted", ["1000000000000000", "1000000000000001"]],
  ])("write running numbers out if they have %s", (_name, numbers) => {
    const lines = linesOf(
      table(
        numbered,
        numbers.map((number) => record(number, "甲")),
      ),
    );
    expect(lines[0]).toBe(`〔表〕记录${String(numbers.length)}条｜序号｜问题`);
    expect(lines.slice(1).every((line) => line.startsWith("〔记录〕序号："))).toBe(true);
  });

  test("repeat a merged value on every row it reaches into and mark it", () => {
    const rows = [
      record({ children: [text("1")], rowSpan: 2 }, { children: [text("公安局")], rowSpan: 2 }, "甲"),
      record(null, null, "乙"),
      record("2", "教育局", "丙"),
    ];
    expect(linesOf(table([column("序号", "ordinal"), column("单位"), column("账号")], rows))).toEqual([
      "〔表〕记录3条｜序号：1–2｜单位｜账号",
      "〔记录〕单位：公安局｜账号：甲",
      "〔记录〕序号↑｜单位↑：公安局｜账号：乙",
      "〔记录〕单位：教育局｜账号：丙",
    ]);
  });

  test("tell a merged cell from two cells with the same words", () => {
    const columns = [column("单位"), column("账号")];
    const merged = [record({ children: [text("局")], rowSpan: 2 }, "甲"), record(null, "乙")];
    const single = [record("局", "甲"), record("局", "乙")];
    expect(linesOf(table(columns, merged))).not.toEqual(linesOf(table(columns, single)));
  });

  test("name both ends of a cell that covers several columns", () => {
    const columns = [column("序号", "ordinal"), column("单位"), column("数量", "number")];
    const rows: TableRow[] = [
      record("1", "甲", "2"),
      { role: "total", cells: [{ children: [text("合计")], columnSpan: 2 }, null, "2"] },
      { role: "remark", cells: ["备注", { children: [text("无")], columnSpan: 2 }, null] },
    ];
    expect(linesOf(table(columns, rows)).slice(2)).toEqual([
      "〔合计行〕序号→单位：合计｜数量：2",
      "〔备注行〕序号：备注｜单位→数量：无",
    ]);
  });

  test("follow a cell that covers a rectangle", () => {
    const rows = [record({ children: [text("x")], columnSpan: 2, rowSpan: 2 }, null, "1"), record(null, null, "2")];
    expect(linesOf(table([column("甲"), column("乙"), column("丙")], rows)).slice(1)).toEqual([
      "〔记录〕甲→乙：x｜丙：1",
      "〔记录〕甲→乙↑：x｜丙：2",
    ]);
  });

  test("escape what would be taken for a separator", () => {
    const columns = [column("甲：乙｜↑→〔丙"), column("丁")];
    expect(linesOf(table(columns, [record("a｜丁：b", "c\nd")]))).toEqual([
      "〔表〕记录1条｜甲\\：乙\\｜\\↑\\→\\〔丙｜丁",
      "〔记录〕甲\\：乙\\｜\\↑\\→\\〔丙：a\\｜丁：b｜丁：c↵d",
    ]);
  });

  test("tell columns without a name or with the same name by their position", () => {
    const columns = [column(""), column("数量"), column("数量")];
    expect(linesOf(table(columns, [record("1", "2", "3")]))[1]).toBe(
      "〔记录〕〔第1列〕：1｜数量〔第2列〕：2｜数量〔第3列〕：3",
    );
  });

  test("show a cell that is aligned otherwise than its column", () => {
    const rows = [record({ children: [text("x")], align: "right" })];
    expect(linesOf(table([column("甲")], rows))[1]).toBe("〔记录〕甲〔右〕：x");
  });

  test("repeat only the beginning of a very long merged value", () => {
    const long = `${"长".repeat(199)}𠮷${"长".repeat(500)}`;
    const rows = [record({ children: [text(long)], rowSpan: 2 }), record(null)];
    expect(linesOf(table([column("甲")], rows)).slice(1)).toEqual([
      `〔记录〕甲：${long}`,
      `〔记录〕甲↑：${"长".repeat(199)}…`,
    ]);
  });

  test("lose nothing of a grid with holes and overlaps", () => {
    const rows = [record(null, "甲", "多余"), record({ children: [text("乙")], columnSpan: 3 }, "盖住"), record("丙")];
    expect(linesOf(table([column("一"), column("二")], rows)).slice(1)).toEqual([
      "〔记录〕一〔缺格〕：｜二：甲｜〔第3列〕：多余",
      "〔记录〕一→〔第3列〕：乙｜二：盖住",
      "〔记录〕一：丙｜二〔缺格〕：",
    ]);
  });

  test("are one for each row, however many there are", () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => record(String(index + 1), "甲"));
    const lines = linesOf(table(numbered, rows));
    expect(lines).toHaveLength(100_001);
    expect(lines[0]).toBe("〔表〕记录100000条｜序号：1–100000｜问题");
  });
});

describe("the lines of the header rows", () => {
  const columns = [column("序号", "ordinal"), column("扣分"), column("加分")];

  test("name the columns and give the printed words where they differ", () => {
    const headerRows: TableRow[] = [{ role: "header", cells: ["序\n号", "扣分", ""] }];
    expect(headerLines({ ...table(columns, []), headerRows })).toEqual(["序号：序↵号｜扣分｜加分："]);
  });

  test("show two levels", () => {
    const headerRows: TableRow[] = [
      {
        role: "header",
        cells: [{ children: [text("序号")], rowSpan: 2 }, { children: [text("得分")], columnSpan: 2 }, null],
      },
      { role: "header", cells: [null, "扣分", "加分"] },
    ];
    expect(headerLines({ ...table(columns, []), headerRows })).toEqual(["序号｜扣分→加分：得分", "序号↑｜扣分｜加分"]);
  });

  test("leave out the words of a column that shares its name with another", () => {
    const headerRows: TableRow[] = [{ role: "header", cells: ["数量", "数量"] }];
    expect(headerLines({ ...table([column("数量"), column("数量")], []), headerRows })).toEqual([
      "数量〔第1列〕｜数量〔第2列〕",
    ]);
  });
});
