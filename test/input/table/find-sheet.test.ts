import { describe, expect, it } from "vitest";
import { findSheet } from "../../../src/input/table/find-sheet.js";
import { normaliseHeading } from "../../../src/input/table/heading.js";
import { sketchWorkbook } from "./sheet-builder.js";

const sheet = (name: string, hidden = false): { name: string; hidden: boolean; rows: string[][] } => ({
  name,
  hidden,
  rows: [["x"]],
});

describe("finding a sheet", () => {
  it("does not mind blanks and width", () => {
    const workbook = sketchWorkbook([sheet("说明"), sheet(" 政务 新媒体 "), sheet("Ｌｉｓｔ１")]);
    expect(findSheet(workbook, ["政务新媒体"]).sheet?.name).toBe(" 政务 新媒体 ");
    expect(findSheet(workbook, ["list1"])).toMatchObject({ sheet: { name: "Ｌｉｓｔ１" }, diagnostics: [] });
  });

  it("takes the first of its names that exists", () => {
    const workbook = sketchWorkbook([sheet("政府网站"), sheet("网站")]);
    const { sheet: found, diagnostics } = findSheet(workbook, ["网站", "政府网站"]);
    expect(found?.name).toBe("网站");
    expect(diagnostics).toMatchObject([{ code: "sheet-ambiguous", severity: "warning" }]);
  });

  it("prefers a sheet that can be seen, and says when it uses one that cannot", () => {
    const both = findSheet(sketchWorkbook([sheet("网站", true), sheet("网 站")]), ["网站"]);
    expect(both.sheet?.name).toBe("网 站");
    expect(both.diagnostics).toEqual([]);
    const hidden = findSheet(sketchWorkbook([sheet("网站", true)]), ["网站"]);
    expect(hidden.sheet?.name).toBe("网站");
    expect(hidden.diagnostics).toMatchObject([
      { code: "sheet-hidden", severity: "hint", place: { file: "inspection.xlsx", sheet: "网站" } },
    ]);
  });

  it("says nothing if there is none, but knows the nearest", () => {
    const workbook = sketchWorkbook([sheet("新媒体帐号"), sheet("说明")]);
    expect(findSheet(workbook, ["新媒体账号"])).toEqual({ nearest: "新媒体帐号", diagnostics: [] });
    expect(findSheet(workbook, ["问题清单"])).toEqual({ diagnostics: [] });
  });
});

describe("headings as they are compared", () => {
  it.each([
    ["账号名称", "账号名称"],
    [" 账号\n名称 ", "账号名称"],
    ["账号　名称*", "账号名称"],
    ["＊账号名称", "账号名称"],
    ["账号名称（必填）", "账号名称"],
    ["账号名称(必填)*：", "账号名称"],
    ["账号名称【选填】", "账号名称"],
    ["ＵＲＬ地址", "url地址"],
    ["得分（满分100）", "得分(满分100)"],
    ["*", "*"],
    ["", ""],
  ])("%j is %j", (written, compared) => {
    expect(normaliseHeading(written)).toBe(compared);
  });
});
