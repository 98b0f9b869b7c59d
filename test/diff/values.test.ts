import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { text, type Inline } from "../../src/document/tree.js";
import { attachment, changesBetween, circular, counted, numberedTable, paragraph } from "./draft-pairs.js";

/** A body and a 合计 row that print two numbers of the same rows. */
function draft(inBody: readonly [string, string], inTotal: readonly [string, string], rows: readonly number[]) {
  const table = numberedTable(
    ["名称", "比率"],
    ["名称"],
    [
      ["甲", "合格"],
      ["乙", "合格"],
    ],
  );
  const total = counted(inTotal[1], inTotal[0], rows);
  const cells = ["合计", "", { children: [total] }];
  return circular(
    paragraph("合格的占", counted(inBody[1], inBody[0], rows), "。"),
    attachment(undefined, "检查情况表", { ...table, rows: [...table.rows, { role: "total", cells }] }),
  );
}

describe("a number that is printed by two formulas", () => {
  it("is one change with both places if the table says 行 where the body names the dataset", () => {
    const before = draft(["合计 新媒体 达标项", "32"], ["合计 行 达标项", "32"], [2, 3]);
    const after = draft(["合计 新媒体 达标项", "33"], ["合计 行 达标项", "33"], [2, 3]);
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "numbers-1 改动数；32 → 33（合计 新媒体 达标项：2 → 2行）
        正文 第1段：[-32-]{+33+}
        附件 合计行“比率”列：[-32-]{+33+}"
    `);
  });

  it("is one change with both formulas if it is a rate of the same rows", () => {
    const before = draft(["比率 合格数 总数", "50.0%"], ["比率 (行数 行) (行数 新媒体)", "50.0%"], [2, 3]);
    const after = draft(["比率 合格数 总数", "100%"], ["比率 (行数 行) (行数 新媒体)", "100%"], [2, 3]);
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "numbers-1 改动数；50.0% → 100%（比率 合格数 总数：2 → 2行）
        正文 第1段：[-50.0%-]{+100%+}
        附件 合计行“比率”列：[-50.0%-]{+100%+}"
    `);
  });

  it("is two changes if two sums of the same rows happen to agree", () => {
    const before = draft(["合计 新媒体 检查项", "32"], ["合计 行 达标项", "32"], [2, 3]);
    const after = draft(["合计 新媒体 检查项", "33"], ["合计 行 达标项", "33"], [2, 3]);
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "numbers-1 改动数；32 → 33（合计 新媒体 检查项：2 → 2行）
        正文 第1段：[-32-]{+33+}
      numbers-2 改动数；32 → 33（合计 新媒体 达标项：2 → 2行）
        附件 合计行“比率”列：[-32-]{+33+}"
    `);
  });
});

describe("a merged cell that repeats what its rows say", () => {
  const grouped = (unit: string, accounts: readonly Inline[]) =>
    circular(
      paragraph("有", ...accounts, "个账号。"),
      attachment(undefined, "检查情况表", {
        ...numberedTable(
          ["单位", "名称"],
          ["单位", "名称"],
          [
            [`↓2${unit}`, "示例水利"],
            ["↑", "示例水利发布"],
          ],
        ),
      }),
    );

  it("is one changed cell, and the reason for what is counted from any of its rows", () => {
    const before = grouped("市水利局", [counted("2", "行数 新媒体 单位=水利", [3])]);
    const after = grouped("市水务局", [counted("0", "行数 新媒体 单位=水利", [])]);
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第1行“单位”列：市水[-利-]{+务+}局
      numbers-1 改动数；2 → 0（行数 新媒体 单位=水利：1 → 0行）；因为 data-1
        正文 第1段：[-2-]{+0+}"
    `);
  });
});

describe("a reference to an attachment that has another number", () => {
  it("is explained by the attachment that went, in a text without provenance too", () => {
    const table = (name: string) => numberedTable(["名称"], [], [[name], [`${name}二`]]);
    const before = circular(
      paragraph("请对照附件2整改。"),
      attachment(1, "政务新媒体检查情况表", table("账号")),
      attachment(2, "检查发现问题清单", table("问题")),
    );
    const after = circular(paragraph("请对照附件整改。"), attachment(undefined, "检查发现问题清单", table("问题")));
    expect(changesBetween(before, after)).toMatchInlineSnapshot(`
      "text-1 改动段落；hand；因为 layout-1
        正文 第1段：请对照附件[-2-]整改。
      layout-1 删去附件；共2行
        附件1：[-附件1 政务新媒体检查情况表-]"
    `);
  });
});

describe("wording that a template holds", () => {
  const place = { file: "body.hbs" };
  const words = (value: string): Inline => ({ ...text(value), place });
  const good = circular(paragraph(words("运行情况良好"), words("。")));
  const mixed = circular(paragraph(words("运行情况良好"), words("，但仍有个别账号维护不到位"), words("。")));
  const source = "运行情况良好{{#如果 不合格数}}，但仍有个别账号维护不到位{{/如果}}。";
  const writer = (before: string, after: string) =>
    compareDocuments(mixed, good, { templates: { before, after } }).changes.map(({ by }) => by);

  it("went because of the data if the template is the same, or has it still", () => {
    expect(writer(source, source)).toEqual(["data"]);
    expect(writer(source, `${source}另一段。`)).toEqual(["data"]);
  });

  it("was rewritten if the newer template has it no longer", () => {
    expect(writer(source, "运行情况良好。")).toEqual(["template"]);
  });

  it("counts as rewritten if nobody knows the templates", () => {
    expect(compareDocuments(mixed, good).changes.map(({ by }) => by)).toEqual(["template"]);
  });
});

describe("words that the edition states", () => {
  const stated = (value: string): Inline => ({
    type: "value",
    value,
    provenance: { expression: "整改.报送", places: [], rows: [] },
  });

  it("are a change of the text, with all their places; a date stays among the numbers", () => {
    const draft = (unit: string, day: string) =>
      circular(paragraph("请报送", stated(unit), "。"), paragraph("由", stated(unit), "于", stated(day), "汇总。"));
    expect(changesBetween(draft("市政府办公室", "7月20日"), draft("市数据局", "7月25日"))).toMatchInlineSnapshot(`
      "numbers-1 改动数；7月20日 → 7月25日（整改.报送：0 → 0行）
        正文 第2段：[-7月20日-]{+7月25日+}
      text-1 改动数；市政府办公室 → 市数据局（整改.报送：0 → 0行）
        正文 第1段：市[-政府办公室-]{+数据局+}
        正文 第2段：市[-政府办公室-]{+数据局+}"
    `);
  });
});

describe("the rows because of which a number changed", () => {
  it("are those whose cells the formula names", () => {
    const draft = (checked: string, passed: string, sum: string) => {
      const table = numberedTable(
        ["名称", "检查项", "达标项"],
        ["名称"],
        [
          ["甲", checked, passed],
          ["乙", "12", "12"],
        ],
      );
      const columns = table.columns.map((column) => ({ ...column, source: column.name }));
      return circular(
        paragraph("共检查", counted(sum, "合计 新媒体 检查项", [2, 3]), "项。"),
        attachment(undefined, "检查情况表", { ...table, columns }),
      );
    };
    expect(changesBetween(draft("10", "9", "22"), draft("11", "10", "23"))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件 第1行“检查项”列：[-10-]{+11+}
      data-2 改动单元格
        附件 第1行“达标项”列：[-9-]{+10+}
      numbers-1 改动数；22 → 23（合计 新媒体 检查项：2 → 2行）；因为 data-1
        正文 第1段：[-22-]{+23+}"
    `);
  });
});
