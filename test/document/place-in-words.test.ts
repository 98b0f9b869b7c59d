import { describe, expect, it } from "vitest";
import { placeInWords } from "../../src/document/place-in-words.js";
import type { AttachmentBlock, Block, CircularDocument } from "../../src/document/tree.js";
import { attachment, circular, heading, numberedTable, paragraph } from "../diff/draft-pairs.js";
import { sampleDocument } from "./sample-document.js";

type Path = (string | number)[];

function pathOf(document: CircularDocument, wanted: (block: Block) => boolean): Path {
  return ["children", document.children.findIndex(wanted)];
}

describe("places of the body", () => {
  const document = circular(
    paragraph("现通报如下。"),
    heading(1, 1, "总体情况"),
    paragraph("一段。"),
    paragraph("又一段。"),
    heading(1, 2, "问题"),
    heading(2, 1, "更新不及时。", "接排。"),
    paragraph("另一段。"),
    heading(3, 1, "细目"),
    paragraph("细目的段。"),
    heading(1, 3, "要求"),
    paragraph("最后一段。"),
  );
  const words = placeInWords(document);

  it.each([
    [["children", 0, "lines", 0], "标题"],
    [["children", 1, "children"], "正文 第1段"],
    [["children", 2], "正文 一、"],
    [["children", 2, "children"], "正文 一、标题"],
    [["children", 4, "children"], "正文 一、第2段"],
    [["children", 6, "children"], "正文 二、（一）标题"],
    [["children", 6, "body"], "正文 二、（一）第1段"],
    [["children", 7, "children"], "正文 二、（一）第2段"],
    [["children", 9, "children"], "正文 二、（一）1.第1段"],
    [["children", 11, "children"], "正文 三、第1段"],
    [["properties", "issuer"], "文件属性 发文机关"],
    [["appearance", "form"], "版式"],
    [["children", 99], "全文"],
    [[], "全文"],
  ] satisfies [Path, string][])("%j", (path, expected) => {
    expect(words(path)).toBe(expected);
  });
});

describe("places of the other elements", () => {
  const document = sampleDocument();
  const words = placeInWords(document);
  const at = (type: Block["type"], ...rest: Path): string =>
    words([...pathOf(document, (block) => block.type === type), ...rest]);

  it("have the names of the standard", () => {
    expect([
      at("letterhead", "copyNumber"),
      at("letterhead", "mark", 1),
      at("letterhead", "documentNumber"),
      at("recipients", "children"),
      at("attachmentList", "items", 1, "name"),
      at("signature", "issuers", 1),
      at("signature", "date"),
      at("disclosure", "children"),
      at("note", "children"),
      at("imprint", "copyTo"),
      at("imprint", "printer"),
      at("imprint", "printDate"),
    ]).toEqual([
      "份号",
      "发文机关标志 第2行",
      "发文字号",
      "主送机关",
      "附件说明 第2项",
      "署名 第2行",
      "成文日期",
      "公开方式",
      "附注",
      "抄送",
      "印发机关",
      "印发日期",
    ]);
  });

  it("an element that stands twice is numbered", () => {
    const twice = circular({ type: "note", children: [] }, { type: "note", children: [] });
    expect([1, 2].map((index) => placeInWords(twice)(["children", index]))).toEqual(["附注", "附注（第2处）"]);
  });
});

describe("places of an attachment", () => {
  const table = numberedTable(
    ["单位名称", "结果"],
    [],
    [
      ["甲县", "合格"],
      ["乙县", "合格"],
      ["丙县", "合格"],
    ],
  );
  const withTotal = {
    ...table,
    rows: [table.rows[0]!, { role: "total" as const, cells: ["", "合计", "3"] }, ...table.rows.slice(1)],
  };
  const words = (...blocks: AttachmentBlock[]): ((...path: Path) => string) => {
    const places = placeInWords(circular(attachment(3, "检查情况", ...blocks)));
    return (...path) => places(["children", 1, ...path]);
  };

  it("rows count the records, columns have their names", () => {
    const at = words(withTotal, { type: "remark", label: "注：", children: [] });
    expect([
      at("title", 0),
      at("label"),
      at("children", 0),
      at("children", 0, "rows", 0, "cells", 2),
      at("children", 0, "rows", 1, "cells", 2),
      at("children", 0, "rows", 3),
      at("children", 0, "headerRows", 0, "cells", 1),
      at("children", 0, "columns", 2),
      at("children", 1, "children"),
    ]).toEqual([
      "附件3 标题",
      "附件3 编号",
      "附件3 表格",
      "附件3 第1行“结果”列",
      "附件3 合计行“结果”列",
      "附件3 第3行",
      "附件3 表头“单位名称”列",
      "附件3 “结果”列",
      "附件3 注",
    ]);
  });

  it("several tables are numbered", () => {
    const at = words(table, paragraph("说明。"), table);
    expect([at("children", 1), at("children", 2), at("children", 2, "rows", 1)]).toEqual([
      "附件3 第1段",
      "附件3 表2",
      "附件3 表2 第2行",
    ]);
  });

  it("a column whose name is not its own has a number", () => {
    const at = words({ ...table, columns: table.columns.map((column) => ({ ...column, name: "名称" })) });
    expect(at("children", 0, "rows", 0, "cells", 1)).toBe("附件3 第1行第2列");
  });
});
