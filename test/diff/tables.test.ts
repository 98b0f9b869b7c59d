import { describe, expect, it } from "vitest";
import { text, type CircularDocument, type Table } from "../../src/document/tree.js";
import { attachment, changesBetween, circular, numberedTable, type Cells } from "./draft-pairs.js";

const names = ["单位名称", "账号名称", "结果"];

const records: readonly Cells[] = [
  ["市教育局", "示例教育", "合格"],
  ["市公安局", "平安示例", "合格"],
  ["市统计局", "示例统计", "不合格"],
  ["市司法局", "示例普法", "合格"],
  ["市民政局", "示例民政", "合格"],
];

function withTable(table: Table): CircularDocument {
  return circular(attachment(undefined, "检查情况", table));
}

function keyed(rows: readonly Cells[]): CircularDocument {
  return withTable(numberedTable(names, ["账号名称"], rows));
}

function foreign(rows: readonly Cells[]): CircularDocument {
  return withTable(numberedTable(names, [], rows));
}

function inserted(index: number, row: Cells): Cells[] {
  return [...records.slice(0, index), row, ...records.slice(index)];
}

const fresh: Cells = ["市财政局", "示例财政", "合格"];

describe("rows of a table with a key", () => {
  it("a row inserted at the top is one change, the numbers after it are none", () => {
    expect(changesBetween(keyed(records), keyed(inserted(0, fresh)))).toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第1行“示例财政”：{+市财政局｜示例财政｜合格+}"
    `);
  });

  it("a row inserted in the middle is one change", () => {
    expect(changesBetween(keyed(records), keyed(inserted(2, fresh)))).toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第3行“示例财政”：{+市财政局｜示例财政｜合格+}"
    `);
  });

  it("a row inserted at the end is one change", () => {
    expect(changesBetween(keyed(records), keyed(inserted(5, fresh)))).toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第6行“示例财政”：{+市财政局｜示例财政｜合格+}"
    `);
  });

  it("a row removed is one change", () => {
    expect(changesBetween(keyed(records), keyed(records.toSpliced(1, 1)))).toMatchInlineSnapshot(`
      "data-1 删去行
        附件 第2行“平安示例”：[-市公安局｜平安示例｜合格-]"
    `);
  });

  it("two neighbours swapped: one of them moved", () => {
    const swapped = [records[0]!, records[2]!, records[1]!, records[3]!, records[4]!];
    expect(changesBetween(keyed(records), keyed(swapped))).toMatchInlineSnapshot(`
      "data-1 移动行
        附件 第2行“平安示例” → 附件 第3行“平安示例”：市公安局｜平安示例｜合格"
    `);
  });

  it("the last row put first is one move", () => {
    const moved = [records[4]!, ...records.slice(0, 4)];
    expect(changesBetween(keyed(records), keyed(moved))).toMatchInlineSnapshot(`
      "data-1 移动行
        附件 第5行“示例民政” → 附件 第1行“示例民政”：市民政局｜示例民政｜合格"
    `);
  });

  it("a cell changed", () => {
    expect(changesBetween(keyed(records), keyed(records.with(2, ["市统计局", "示例统计", "合格"]))))
      .toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第3行“结果”列：[-不-]合格"
    `);
  });

  it("a row that is renamed is a changed cell, not another row", () => {
    expect(changesBetween(keyed(records), keyed(records.with(2, ["市统计局", "示例统计发布", "不合格"]))))
      .toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第3行“账号名称”列：示例统计{+发布+}"
    `);
  });

  it("a row replaced by one that only stands in its place is another row", () => {
    expect(changesBetween(keyed(records), keyed(records.with(1, fresh)))).toMatchInlineSnapshot(`
      "data-1 删去行
        附件 第2行“平安示例”：[-市公安局｜平安示例｜合格-]
      data-2 新增行
        附件 第2行“示例财政”：{+市财政局｜示例财政｜合格+}"
    `);
  });

  it("a row that moved and changed: the cell is why it moved", () => {
    const moved: Cells[] = [["市统计局", "示例统计", "合格"], ...records.toSpliced(2, 1)];
    expect(changesBetween(keyed(records), keyed(moved))).toMatchInlineSnapshot(`
      "data-1 移动行；因为 data-2
        附件 第3行“示例统计” → 附件 第1行“示例统计”：市统计局｜示例统计｜[-不-]合格
      data-2 改动单元格
        附件 第3行“结果”列 → 附件 第1行“结果”列：[-不-]合格"
    `);
  });

  it("rows with the same key are told apart by what else they hold", () => {
    const twice: Cells[] = [...records, ["市公安局交警支队", "平安示例", "合格"]];
    expect(changesBetween(keyed(twice), keyed(twice.toSpliced(1, 1)))).toMatchInlineSnapshot(`
      "data-1 删去行
        附件 第2行“平安示例”：[-市公安局｜平安示例｜合格-]"
    `);
  });

  it("only one of 3,354 rows is new", () => {
    const many = Array.from({ length: 3354 }, (_, row): Cells => [
      `单位${String(row % 90)}`,
      `账号${String(row)}`,
      "合格",
    ]);
    expect(changesBetween(keyed(many), keyed([...many.slice(0, 1700), fresh, ...many.slice(1700)])))
      .toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第1701行“示例财政”：{+市财政局｜示例财政｜合格+}"
    `);
  });
});

describe("rows of a table from elsewhere", () => {
  it("the column that tells the rows apart is found", () => {
    expect(changesBetween(foreign(records), foreign(inserted(2, fresh)))).toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第3行“市财政局”：{+市财政局｜示例财政｜合格+}"
    `);
  });

  it("rows that nothing tells apart are compared in order", () => {
    const alike: Cells[] = [
      ["市公安局", "平安示例", "合格"],
      ["市公安局", "平安示例", "合格"],
      ["市公安局", "平安示例", "合格"],
    ];
    expect(changesBetween(foreign(alike), foreign(alike.toSpliced(1, 1)))).toMatchInlineSnapshot(`
      "data-1 删去行
        附件 第3行“市公安局／平安示例／合格”：[-市公安局｜平安示例｜合格-]"
    `);
  });

  it("a wrong running number is a changed cell", () => {
    const table = numberedTable(names, [], records);
    const wrong = { ...table, rows: table.rows.with(3, { role: "record", cells: ["5", ...records[3]!] }) };
    expect(changesBetween(withTable(table), withTable(wrong))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第4行“序号”列：[-4-]{+5+}"
    `);
  });

  it("a row removed without numbering the others again is one change", () => {
    const table = numberedTable(names, [], records);
    expect(changesBetween(withTable(table), withTable({ ...table, rows: table.rows.toSpliced(1, 1) })))
      .toMatchInlineSnapshot(`
      "data-1 删去行
        附件 第2行“市公安局”：[-市公安局｜平安示例｜合格-]"
    `);
  });
});

describe("merged cells", () => {
  const merged: readonly Cells[] = [
    ["↓3市公安局", "平安示例", "合格"],
    ["↑", "示例交警", "合格"],
    ["↑", "示例反诈", "合格"],
    ["市统计局", "示例统计", "不合格"],
  ];

  it("a row inserted into a merged group is one change", () => {
    const grown: Cells[] = [
      ["↓4市公安局", "平安示例", "合格"],
      ["↑", "示例交警", "合格"],
      ["↑", "示例消防", "合格"],
      ["↑", "示例反诈", "合格"],
      merged[3]!,
    ];
    expect(changesBetween(keyed(merged), keyed(grown))).toMatchInlineSnapshot(`
      "data-1 新增行
        附件 第3行“示例消防”：{+市公安局｜示例消防｜合格+}"
    `);
  });

  it("the first row of a merged group removed is one change", () => {
    const rest: Cells[] = [["↓2市公安局", "示例交警", "合格"], ["↑", "示例反诈", "合格"], merged[3]!];
    expect(changesBetween(keyed(merged), keyed(rest))).toMatchInlineSnapshot(`
      "data-1 删去行
        附件 第1行“平安示例”：[-市公安局｜平安示例｜合格-]"
    `);
  });

  it("a merged group split that says the same is a matter of layout", () => {
    const split: Cells[] = [
      ["市公安局", "平安示例", "合格"],
      ["市公安局", "示例交警", "合格"],
      ["市公安局", "示例反诈", "合格"],
      merged[3]!,
    ];
    expect(changesBetween(keyed(merged), keyed(split))).toMatchInlineSnapshot(`
      "layout-1 改动单元格合并；合并的单元格拆开了
        附件 第1行“单位名称”列 → 附件 第2行“单位名称”列：市公安局
        附件 第1行“单位名称”列 → 附件 第3行“单位名称”列：市公安局"
    `);
  });

  it("a merged cell renamed is one change for all the rows it covers", () => {
    expect(changesBetween(keyed(merged), keyed(merged.with(0, ["↓3市公安局本级", "平安示例", "合格"]))))
      .toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第1行“单位名称”列：市公安局{+本级+}"
    `);
  });

  it("one row given to another unit is one changed cell", () => {
    const given: Cells[] = [
      ["↓2市公安局", "平安示例", "合格"],
      ["↑", "示例交警", "合格"],
      ["市反诈中心", "示例反诈", "合格"],
      merged[3]!,
    ];
    expect(changesBetween(keyed(merged), keyed(given))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第1行“单位名称”列 → 附件 第3行“单位名称”列：市[-公安局-]{+反诈中心+}"
    `);
  });
});

describe("columns", () => {
  const table = numberedTable(names, ["账号名称"], records);

  it("a column added", () => {
    const wider = numberedTable(
      [...names, "备注"],
      ["账号名称"],
      records.map((cells) => [...cells, "无"]),
    );
    expect(changesBetween(withTable(table), withTable(wider))).toMatchInlineSnapshot(`
      "layout-1 新增列
        附件 “备注”列：{+备注+}"
    `);
  });

  it("a column removed", () => {
    const narrower = numberedTable(
      names.slice(0, 2),
      ["账号名称"],
      records.map((cells) => cells.slice(0, 2)),
    );
    expect(changesBetween(withTable(table), withTable(narrower))).toMatchInlineSnapshot(`
      "layout-1 删去列
        附件 “结果”列：[-结果-]"
    `);
  });

  it("two columns in another order: one moved", () => {
    const turned = numberedTable(
      ["账号名称", "单位名称", "结果"],
      ["账号名称"],
      records.map((cells) => [cells[1]!, cells[0]!, cells[2]!]),
    );
    expect(changesBetween(withTable(table), withTable(turned))).toMatchInlineSnapshot(`
      "layout-1 移动列；第2列 → 第3列
        附件 “单位名称”列：单位名称"
    `);
  });

  it("a column renamed, its header with it", () => {
    const renamed = numberedTable(["主办单位", "账号名称", "结果"], ["账号名称"], records);
    expect(changesBetween(withTable(table), withTable(renamed))).toMatchInlineSnapshot(`
      "layout-1 改动列名
        附件 “单位名称”列 → 附件 “主办单位”列：{+主办+}单位[-名称-]"
    `);
  });

  it("other widths are said once", () => {
    const wide = { ...table, columns: table.columns.map((column) => ({ ...column, width: 12 })) };
    expect(changesBetween(withTable(table), withTable(wide))).toMatchInlineSnapshot(`
      "layout-1 改动列宽；序号：10 → 12；单位名称：10 → 12；账号名称：10 → 12；结果：10 → 12
        附件 表格："
    `);
  });

  it("a header that breaks its line elsewhere", () => {
    const broken = { ...table, headerRows: [{ role: "header" as const, cells: ["序\n号", ...names] }] };
    expect(changesBetween(withTable(table), withTable(broken))).toMatchInlineSnapshot(`
      "layout-1 改动表头
        附件 表头“序号”列：序{+↵+}号"
    `);
  });
});

describe("the alignment of cells", () => {
  const table = numberedTable(names, ["账号名称"], records);
  const aligned = (row: number, words: string): CircularDocument =>
    withTable({
      ...table,
      rows: table.rows.map((record, index) =>
        index === row
          ? { ...record, cells: record.cells.with(2, { children: [text(words)], align: "right" as const }) }
          : record,
      ),
    });

  it("is told in words", () => {
    expect(changesBetween(withTable(table), aligned(1, "平安示例"))).toMatchInlineSnapshot(`
      "layout-1 改动单元格对齐；居左 → 居右
        附件 第2行“账号名称”列：平安示例"
    `);
  });

  it("is told apart from what the cell says", () => {
    expect(changesBetween(withTable(table), aligned(1, "示例平安"))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第2行“账号名称”列：[-平安-]示例{+平安+}
      layout-1 改动单元格对齐；居左 → 居右
        附件 第2行“账号名称”列：示例平安"
    `);
  });
});

describe("rows that are no records", () => {
  const table = numberedTable(
    ["单位名称", "数量"],
    ["单位名称"],
    [
      ["甲县", "3"],
      ["乙县", "4"],
    ],
  );
  const total = (sum: string): Table => ({
    ...table,
    rows: [...table.rows, { role: "total", cells: ["", "合计", sum] }],
  });

  it("a total that follows from a cell", () => {
    const changed = numberedTable(
      ["单位名称", "数量"],
      ["单位名称"],
      [
        ["甲县", "3"],
        ["乙县", "5"],
      ],
    );
    const after = { ...total("8"), rows: [...changed.rows, { role: "total" as const, cells: ["", "合计", "8"] }] };
    expect(changesBetween(withTable(total("7")), withTable(after))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第2行“数量”列：[-4-]{+5+}
      numbers-1 改动合计；因为 data-1
        附件 合计行“数量”列：[-7-]{+8+}"
    `);
  });

  it("a total that nothing explains", () => {
    expect(changesBetween(withTable(total("7")), withTable(total("9")))).toMatchInlineSnapshot(`
      "numbers-1 改动合计
        附件 合计行“数量”列：[-7-]{+9+}"
    `);
  });
});
