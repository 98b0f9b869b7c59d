import { describe, expect, it } from "vitest";
import { formatPlace } from "../../../src/document/place.js";
import { locateTable } from "../../../src/input/table/locate-table.js";
import type { RawTable, WantedColumn } from "../../../src/input/table/raw-table.js";
import type { CellFault } from "../../../src/input/workbook.js";
import { sketchSheet, type SheetSketch } from "./sheet-builder.js";

const column = (name: string, aliases: readonly string[] = [], required = true): WantedColumn => ({
  name,
  aliases,
  required,
});

const accountColumns = [
  column("单位名称", ["主管单位", "单位"]),
  column("账号类型"),
  column("账号名称", ["帐号名称"]),
  column("结果", ["检查结果"]),
  column("备注", [], false),
];

function locate(
  sketch: SheetSketch,
  wanted: readonly WantedColumn[] = accountColumns,
): { table: RawTable | undefined; said: string[]; rows: readonly (readonly unknown[])[]; sources: number[] } {
  const { table, diagnostics } = locateTable(sketchSheet(sketch), "inspection.xlsx", wanted);
  return {
    table,
    said: diagnostics.map(({ code, place }) => `${code} ${place.cell ?? "sheet"}`),
    rows: table?.rows.map((row) => row.cells) ?? [],
    sources: table?.rows.map((row) => row.source) ?? [],
  };
}

const first = (sketch: SheetSketch, wanted = accountColumns) =>
  locateTable(sketchSheet(sketch), "inspection.xlsx", wanted).diagnostics[0];

const headings = ["序号", "单位名称", "账号类型", "账号名称", "结果"];

describe("a sheet as a clerk keeps it", () => {
  it("is read whole: titles above, merged units, notes and blank rows below", () => {
    const { table, said, rows, sources } = locate({
      name: "新媒体",
      rows: [
        ["附件2"],
        ["2024年第二季度政务新媒体抽查情况统计表"],
        [],
        headings,
        [1, "市教育局", "微信订阅号", "某地教育", "合格"],
        [2, "市科学技术局", "微信订阅号", "某地科技", "合格"],
        ["", "", "新浪微博", "某地科技微博", "不合格"],
        [],
        [3, "注册管理局", "微信订阅号", "注册之窗", "合格"],
        ["注：抽查采样时间截止2024年6月30日。"],
        [],
        ["填表人：某某", "", "审核人：某某", "", "2024年7月1日"],
      ],
      merges: ["A1:E1", "A2:E2", "A6:A7", "B6:B7", "A10:E10", "A12:B12"],
    });
    expect(said).toEqual([]);
    expect(rows).toEqual([
      ["市教育局", "微信订阅号", "某地教育", "合格", undefined],
      ["市科学技术局", "微信订阅号", "某地科技", "合格", undefined],
      ["市科学技术局", "新浪微博", "某地科技微博", "不合格", undefined],
      ["注册管理局", "微信订阅号", "注册之窗", "合格", undefined],
    ]);
    expect(sources).toEqual([5, 6, 7, 9]);
    expect(table?.found).toEqual([true, true, true, true, false]);
    if (table === undefined) throw new Error("no table");
    expect(formatPlace(table.placeOf(2, 2))).toBe("inspection.xlsx 新媒体!D7");
    expect(formatPlace(table.placeOf(2, 4))).toBe("inspection.xlsx 新媒体!B7");
    expect(formatPlace(table.rowPlace(3))).toBe("inspection.xlsx 新媒体!B9");
    expect(formatPlace(table.headingPlace(3))).toBe("inspection.xlsx 新媒体!E4");
    expect(formatPlace(table.headingPlace(4))).toBe("inspection.xlsx 新媒体!A4");
  });

  it("has its columns in any order and its headings written in any way", () => {
    const { said, rows } = locate({
      rows: [
        ["检查\n结果", " 帐号 名称 *", "主管单位（必填）", "账号类型：", "备 注"],
        ["合格", "甲", "市局", "微信", "无"],
      ],
    });
    expect(said).toEqual([]);
    expect(rows).toEqual([["市局", "微信", "甲", "合格", "无"]]);
  });

  it("may have other columns, which are mentioned once; a running number is not worth a word", () => {
    const sketch = {
      rows: [
        ["序号", "单位名称", "联系人", "账号类型", "账号名称", "结果", "电话"],
        [1, "市局", "某某", "微信", "甲", "合格", "0"],
      ],
    };
    expect(locate(sketch).said).toEqual(["columns-unused C1"]);
    expect(first(sketch)?.message).toBe("“联系人”“电话”这几列用不到，没有读入");
    expect(locate(sketch).rows).toEqual([["市局", "微信", "甲", "合格", undefined]]);
  });

  it("has a column that may be left out under a heading that is nearly its name: a warning, not a hint", () => {
    const sketch = {
      rows: [
        ["单位名称", "账号类型", "账号名称", "结果", "备驻", "联系人"],
        ["市局", "微信", "甲", "合格", "无", "某某"],
      ],
    };
    expect(locate(sketch).said).toEqual(["column-nearly-named E1", "columns-unused F1"]);
    expect(first(sketch)).toMatchObject({ severity: "warning", actual: "备驻", expected: "备注" });
    expect(locate(sketch).rows).toEqual([["市局", "微信", "甲", "合格", undefined]]);
  });

  it("has no column called misspelt whose right name is there as well", () => {
    const rows = [
      ["单位名称", "账号类型", "账号名称", "结果", "备注", "备驻"],
      ["市局", "微信", "甲", "合格", "无", "某某"],
    ];
    expect(locate({ rows }).said).toEqual(["columns-unused F1"]);
  });

  it("says nothing of other columns while a required one is missing, whose message lists them", () => {
    const rows = [
      ["单位名称", "账号类型", "甲乙丙丁", "结果", "联系人"],
      ["市局", "微信", "甲", "合格", "某某"],
    ];
    expect(locate({ rows }).said).toEqual(["column-missing A1"]);
  });

  it("keeps values as the port gives them", () => {
    const date = { kind: "date", year: 2024, month: 6, day: 30 } as const;
    const { rows } = locate({ rows: [headings, [1, "市局", date, 12, true]] });
    expect(rows).toEqual([["市局", date, 12, true, undefined]]);
  });
});

describe("the heading row", () => {
  it("may be two rows with headings over headings", () => {
    const { said, rows, table } = locate({
      rows: [
        ["统计表"],
        ["序号", "单位名称", "账号情况", "", "结果"],
        ["", "", "账号类型", "账号名称", ""],
        [1, "市局", "微信", "甲", "合格"],
      ],
      merges: ["A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"],
    });
    expect(said).toEqual([]);
    expect(rows).toEqual([["市局", "微信", "甲", "合格", undefined]]);
    expect(table?.headingPlace(0).cell).toBe("B2");
    expect(table?.headingPlace(1).cell).toBe("C3");
  });

  it("may be two rows without the single headings being merged", () => {
    const { said, rows } = locate({
      rows: [
        ["序号", "单位名称", "账号情况", "", "结果"],
        ["", "", "账号类型", "账号名称", ""],
        [1, "市局", "微信", "甲", "合格"],
      ],
    });
    expect(said).toEqual([]);
    expect(rows).toEqual([["市局", "微信", "甲", "合格", undefined]]);
  });

  it("takes the group's heading where the lower ones are not wanted, and none of them as data", () => {
    const { rows } = locate(
      {
        rows: [
          ["网站名称", "得分", "", "结果"],
          ["", "一季度", "二季度", ""],
          ["甲网", 80, 90, "合格"],
        ],
        merges: ["A1:A2", "B1:C1", "D1:D2"],
      },
      [column("网站名称"), column("得分"), column("结果")],
    );
    expect(rows).toEqual([["甲网", 80, "合格"]]);
  });

  it("may be two rows of which only the group's heading is merged", () => {
    const { said, rows } = locate(
      {
        rows: [
          ["单位名称", "得分", "", "问题", ""],
          ["", "一季度", "二季度", "问题类型", "数量"],
          ["市局", 80, 90, "更新", 2],
        ],
        merges: ["B1:C1", "D1:E1"],
      },
      [column("单位名称"), column("得分"), column("问题类型"), column("数量")],
    );
    expect(rows).toEqual([["市局", 80, "更新", 2]]);
    expect(said).toEqual(["columns-unused C2"]);
  });

  it("is recognised by any two wanted headings, however many are missing", () => {
    expect(
      locate({
        rows: [
          ["单位名称", "结果"],
          ["市局", "合格"],
        ],
      }).said,
    ).toEqual(["column-missing A1", "column-missing A1"]);
  });

  it("does not swallow the first row of data that happens to name a column", () => {
    const wanted = [column("网站名称"), column("问题"), column("结果", [], false)];
    const { rows } = locate(
      {
        rows: [
          ["网站名称", "问题", "说明"],
          ["甲网", "链接不可用", "结果"],
        ],
      },
      wanted,
    );
    expect(rows).toEqual([["甲网", "链接不可用", undefined]]);
  });

  it("may be one heading merged over two columns", () => {
    const { said, rows } = locate({
      rows: [
        ["单位名称", "账号类型", "账号名称", "", "结果"],
        ["市局", "微信", "甲", "", "合格"],
      ],
      merges: ["C1:D1", "C2:D2"],
    });
    expect(said).toEqual([]);
    expect(rows).toEqual([["市局", "微信", "甲", "合格", undefined]]);
  });

  it("is the row with most wanted headings, the first of equal ones", () => {
    const { table, rows } = locate({
      rows: [["单位名称", "说明"], headings, [1, "市局", "微信", "甲", "合格"], headings],
    });
    expect(table?.headingPlace(0).cell).toBe("B2");
    expect(rows).toHaveLength(1);
  });

  it("is looked for in the first thirty rows that hold anything", () => {
    const titles = (count: number): string[][] =>
      Array.from({ length: count }, (_, index) => [`说明第${String(index)}行`]);
    expect(locate({ rows: [...titles(29), headings] }).table).toBeDefined();
    expect(locate({ rows: [...titles(30), headings] }).said).toEqual(["table-no-heading-row sheet"]);
  });

  it("may name a single column if no more than one is wanted", () => {
    expect(locate({ rows: [["名单"], ["单位"], ["市局"]] }, [column("单位")]).rows).toEqual([["市局"]]);
  });

  it("is missed with the names it should have and the row that came closest", () => {
    const wanted = accountColumns.slice(0, 4);
    const diagnostic = first(
      { name: "新媒体", rows: [["统计表"], ["单位名称", "帐户", "评价"], ["市局", "甲", "合格"]] },
      wanted,
    );
    expect(diagnostic).toEqual({
      code: "table-no-heading-row",
      severity: "error",
      place: { file: "inspection.xlsx", sheet: "新媒体", cell: "A2" },
      message: "找不到列标题所在的行",
      actual: "最接近的是第 2 行，只认出“单位名称”",
      expected: "有一行写着列标题：单位名称、账号类型、账号名称、结果",
      hint: "请核对列标题的写法；列标题要写在数据上方的同一行里，每个单元格一个",
    });
    expect(first({ rows: [["甲", "乙"]] }, wanted)?.actual).toBe("前 1 行里没有一行含有这些列标题");
  });

  it("is not asked for in an empty sheet", () => {
    expect(locate({ rows: [] }).said).toEqual(["table-empty sheet"]);
    expect(locate({ rows: [] }).table).toBeUndefined();
  });
});

describe("columns", () => {
  it("that are missing are reported at the heading that looks most like them", () => {
    const sketch = {
      rows: [
        ["序号", "单位名称", "账号类形", "账号名称", "结果"],
        [1, "市局", "微信", "甲", "合格"],
      ],
    };
    expect(locate(sketch).said).toEqual(["column-missing C1"]);
    expect(first(sketch)).toMatchObject({
      message: "缺少“账号类型”一列",
      expected: "账号类型",
      actual: "这一行的列标题有：序号、单位名称、账号类形、账号名称、结果",
      hint: "“账号类形”一列是不是就是它？是的话请把列标题改为“账号类型”",
    });
    expect(locate(sketch).table?.found).toEqual([true, false, true, true, false]);
    expect(locate(sketch).rows).toEqual([["市局", undefined, "甲", "合格", undefined]]);
  });

  it("that are missing without a likeness are reported at the heading row, with their other names", () => {
    const sketch = {
      rows: [
        ["单位名称", "账号类型", "账号名称"],
        ["市局", "微信", "甲"],
      ],
    };
    expect(first(sketch)).toMatchObject({
      place: { cell: "A1" },
      expected: "结果（也可以写成“检查结果”）",
      hint: "请补上这一列；如果已有这一列，请把列标题改成上面的名称",
    });
  });

  it("may be missing if they are not required", () => {
    expect(locate({ rows: [headings, [1, "市局", "微信", "甲", "合格"]] }).said).toEqual([]);
  });

  it("may not be there twice, under one name or two", () => {
    const same = {
      rows: [
        ["单位名称", "账号类型", "账号名称", "结果", "结 果"],
        ["市局", "微信", "甲", "合格", "不合格"],
      ],
    };
    expect(locate(same).said).toEqual(["column-duplicate E1"]);
    expect(first(same)?.message).toBe("“结果”一列出现了两次");
    expect(first(same)?.related).toEqual([
      { place: { file: "inspection.xlsx", sheet: "网站", cell: "D1" }, message: "另一列在这里" },
    ]);
    expect(locate(same).rows[0]?.[3]).toBe("合格");

    const aliases = {
      rows: [
        ["主管单位", "单位", "账号类型", "账号名称", "结果"],
        ["甲", "乙", "微信", "甲", "合格"],
      ],
    };
    expect(locate(aliases).said).toEqual(["column-duplicate B1"]);
    expect(first(aliases)?.message).toBe("“主管单位”和“单位”说的是同一列（单位名称），只能有一列");
  });

  it("keep their name even if it is another one's alias", () => {
    const wanted = [column("单位名称", ["名称"]), column("名称")];
    expect(
      locate(
        {
          rows: [
            ["名称", "单位名称"],
            ["甲", "市局"],
          ],
        },
        wanted,
      ).rows,
    ).toEqual([["市局", "甲"]]);
  });
});

describe("rows that are not data", () => {
  const wanted = [column("网站名称"), column("得分"), column("扣分"), column("备注", [], false)];
  const top = ["序号", "网站名称", "得分", "扣分", "备注"];
  const site = [1, "甲网", 90, 2, "无"];
  const kept = [["甲网", 90, 2, "无"]];

  it.each<[string, SheetSketch]>([
    ["a note", { rows: [top, site, ["注：截止6月30日"]] }],
    ["a note merged over the row", { rows: [top, site, ["注：截止6月30日"]], merges: ["A3:E3"] }],
    ["a note in the second column", { rows: [top, site, ["", "备注：截止6月30日"]], merges: ["B3:E3"] }],
    ["numbered notes", { rows: [top, site, ["注1：甲"], ["注2:乙"], ["（注：丙）"], ["※说明：丁"]] }],
    ["a label with its text beside it", { rows: [top, site, ["备注", "不参与加分项的评定"]], merges: ["B3:E3"] }],
    ["a label with its text in one cell beside it", { rows: [top, site, ["填表说明", "", "不得空项"]] }],
    ["a bare label", { rows: [top, site, ["说 明："]] }],
    ["signatures", { rows: [top, site, ["填表人：某某", "", "审核人：某某", "日期：7月1日"], ["联系电话", "1"]] }],
    ["signatures to be filled in", { rows: [top, site, ["审核人（签字）：", "填报单位（盖章）："]] }],
    ["blank rows, anywhere", { rows: [top, [], ["", "", ""], site, []] }],
    ["rows that were only numbered", { rows: [top, site, [2], [3]] }],
    ["headings repeated for another page", { rows: [top, ["序号", "网站 名称", "得分", "扣分", "备注"], site, top] }],
    [
      "the title repeated for another page",
      { rows: [["统计表"], top, site, ["统计表"], top], merges: ["A1:E1", "A4:E4"] },
    ],
  ])("%s", (_what, sketch) => {
    expect(locate(sketch, wanted).rows).toEqual(kept);
    expect(locate(sketch, wanted).said).toEqual([]);
    expect(locate(sketch, wanted).table?.totals).toEqual([]);
  });

  it.each([["示例"], ["示例1"], ["示例：某某网"], ["（示例）"], ["【样例】"], ["填写示例"]])(
    "an example that begins with %s, which is mentioned",
    (label) => {
      const sketch = { rows: [top, [label, "某某网", 100, 0, ""], site] };
      expect(locate(sketch, wanted).rows).toEqual(kept);
      expect(locate(sketch, wanted).said).toEqual(["row-example A2"]);
      expect(first(sketch, wanted)?.message).toBe("第 2 行是示例，示例行不读入");
    },
  );

  it("an example that says so in its name", () => {
    expect(locate({ rows: [top, [1, "（示例）某某网", 100, 0], site] }, wanted).rows).toEqual(kept);
  });

  it.each(["注册管理局网", "说明书网", "备注网", "示例市人民政府网", "合计划网", "小计算网", "填表人网", "注"])(
    "but a site called %s is data",
    (name) => {
      expect(locate({ rows: [top, [1, name, 90, 2, "无"]] }, wanted).rows).toEqual([[name, 90, 2, "无"]]);
      expect(locate({ rows: [top, ["", name, 90, 2, "无"]] }, wanted).rows).toEqual([[name, 90, 2, "无"]]);
    },
  );

  it("a text merged over all columns, which is warned of", () => {
    const sketch = { rows: [top, ["一、县区"], site, ["截止6月30日"]], merges: ["A2:E2", "A4:E4"] };
    expect(locate(sketch, wanted).rows).toEqual(kept);
    expect(locate(sketch, wanted).said).toEqual(["row-text-skipped A2", "row-text-skipped A4"]);
  });

  it.each<[string, SheetSketch, readonly unknown[]]>([
    ["in the first column", { rows: [top, site, ["合计", "", 90, 2]] }, [undefined, 90, 2, undefined]],
    [
      "over several columns",
      { rows: [top, site, ["合 计", "", 90, 2]], merges: ["A3:B3"] },
      ["合 计", 90, 2, undefined],
    ],
    [
      "in the name's column",
      { rows: [top, site, ["", "总计：", "90分", "2.0%"]] },
      ["总计：", "90分", "2.0%", undefined],
    ],
    ["beside a number", { rows: [top, site, [2, "小计", 90, "—"]] }, ["小计", 90, "—", undefined]],
    ["under a remark from above", { rows: [top, site, ["", "合计", 90, 2]], merges: ["E2:E3"] }, ["合计", 90, 2, "无"]],
  ])("a total %s is kept apart", (_what, sketch, cells) => {
    const { table, rows, said } = locate(sketch, wanted);
    expect(rows).toEqual(kept);
    expect(said).toEqual([]);
    expect(table?.totals).toEqual([{ source: 3, cells }]);
  });

  it("a subtotal of a merged unit is a total too", () => {
    const { table, rows } = locate(
      {
        rows: [
          ["县区", "网站名称", "得分"],
          ["甲县", "甲网", 90],
          ["", "小计", 90],
        ],
        merges: ["A2:A3"],
      },
      [column("县区"), column("网站名称"), column("得分")],
    );
    expect(rows).toEqual([["甲县", "甲网", 90]]);
    expect(table?.totals).toEqual([{ source: 3, cells: ["甲县", "小计", 90] }]);
  });

  it("a row with a number that was wanted, and nothing else", () => {
    const numbered = [column("序号", [], false), ...wanted];
    expect(locate({ rows: [top, site, [2], [3]] }, numbered).rows).toEqual([[1, "甲网", 90, 2, "无"]]);
  });

  it("but a note with other cells beside it is data, so that nothing is lost", () => {
    expect(locate({ rows: [top, ["注：甲网", "", 90]] }, wanted).rows).toEqual([[undefined, 90, undefined, undefined]]);
  });

  it("but a text merged over some of the columns is data, with a warning", () => {
    const sketch = { rows: [top, ["", "甲网"]], merges: ["B2:C2"] };
    expect(locate(sketch, wanted).rows).toEqual([["甲网", "甲网", undefined, undefined]]);
    expect(locate(sketch, wanted).said).toEqual(["cell-merged-columns B2"]);
  });

  it("but one cell that repeats its heading is data", () => {
    expect(locate({ rows: [top, ["", "", "得分"]] }, wanted).rows).toHaveLength(1);
  });

  it("a row that is called a total but has a text where a number belongs stays data", () => {
    expect(locate({ rows: [top, site, ["合计", "乙网", 90, 2]] }, wanted).rows).toHaveLength(2);
  });
});

describe("doubtful cells", () => {
  const withRows = (...rows: SheetSketch["rows"]): SheetSketch["rows"] => [headings, ...rows];

  it("hidden rows are data, with one warning", () => {
    const sketch = {
      rows: withRows(
        [1, "甲局", "微信", "甲", "合格"],
        [2, "乙局", "微信", "乙", "合格"],
        [3, "丙局", "微信", "丙", "合格"],
        [4, "丁局", "微信", "丁", "合格"],
        ["注：隐藏的注"],
      ),
      hiddenRows: [1, 2, 4, 5, 6],
    };
    expect(locate(sketch).rows).toHaveLength(4);
    expect(locate(sketch).said).toEqual(["rows-hidden A2"]);
    expect(first(sketch)).toMatchObject({ severity: "warning", actual: "第 2、4至5 行" });
  });

  it("values under merged cells are warned of, where they matter", () => {
    const sketch = {
      rows: [
        ["标题", "藏", "", "", ""],
        ...withRows([1, "甲局", "微信", "甲", "合格"], [2, "乙局", "微信", "乙", "合格"], ["注：一", "藏"]),
      ],
      merges: ["A1:E1", "B3:B4", "A3:A4", "A5:E5"],
    };
    expect(locate(sketch).said).toEqual(["cell-covered-value B4"]);
    expect(first(sketch)).toMatchObject({
      severity: "warning",
      actual: "乙局",
      related: [{ place: { cell: "B3" }, message: "看得见的值在这里" }],
    });
    expect(locate(sketch).rows[1]?.[0]).toBe("甲局");
  });

  it("a value merged over several wanted columns is warned of", () => {
    const sketch = { rows: withRows([1, "甲局", "微信", "", "合格"]), merges: ["C2:D2"] };
    expect(locate(sketch).said).toEqual(["cell-merged-columns C2"]);
    expect(first(sketch)?.message).toBe("数据行里的合并单元格跨了“账号类型”“账号名称”2列，这几列读到的是同一个值");
    expect(locate({ rows: withRows([1, "", "微信", "甲", "合格"]), merges: ["A2:B2"] }).said).toEqual([]);
  });

  it("cells without a usable value are errors, once each", () => {
    const noValue: CellFault = { kind: "formulaWithoutValue", formula: "SUM(A1:A2)" };
    const filledDown: CellFault = { kind: "formulaWithoutValue", formula: "" };
    const broken: CellFault = { kind: "error", error: "#N/A" };
    const sketch = {
      rows: withRows(
        [1, "甲局", noValue, "甲", broken],
        [filledDown, "", filledDown, "乙", ""],
        ["合计", "", "", "", noValue],
      ),
      merges: ["B2:B3", "E2:E3"],
    };
    expect(locate(sketch).said).toEqual([
      "cell-formula-without-value C2",
      "cell-error E2",
      "cell-formula-without-value C3",
    ]);
    const { diagnostics } = locateTable(sketchSheet(sketch), "inspection.xlsx", accountColumns);
    expect(diagnostics[0]).toMatchObject({
      severity: "error",
      actual: "=SUM(A1:A2)",
      hint: "请用 Excel 或 WPS 打开文件重新计算并保存，或把公式改成数值",
    });
    expect(diagnostics[1]).toMatchObject({ actual: "#N/A" });
    expect(diagnostics[2]?.actual).toBeUndefined();
  });
});

describe("large sheets", () => {
  it("of ten thousand merged rows are read whole", () => {
    const rows: (string | number)[][] = [headings];
    const merges: string[] = [];
    for (let index = 0; index < 10_000; index += 1) {
      const row = index + 2;
      rows.push([index + 1, index % 2 === 0 ? `单位${String(index)}` : "", "微信", `账号${String(index)}`, "合格"]);
      if (index % 2 === 0) merges.push(`B${String(row)}:B${String(row + 1)}`);
    }
    const sheet = sketchSheet({ rows, merges });
    const { table, diagnostics } = locateTable(sheet, "inspection.xlsx", accountColumns);
    expect(diagnostics).toEqual([]);
    expect(table?.rows).toHaveLength(10_000);
    expect(table?.rows[9_999]?.cells[0]).toBe("单位9998");
  });
});
