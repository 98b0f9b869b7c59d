import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaOfIssuer, unitAliases } from "../../src/facts/unit-names.js";

const resolver = (area: string | undefined, type: Record<string, string> = {}, circular: Record<string, string> = {}) =>
  unitAliases(
    { ...(area === undefined ? {} : { area }), shortForms: new Map(Object.entries(type)) },
    { 发文机关: "示例委", 简称: circular },
  );

describe("full names of units", () => {
  const full = resolver("潮州市", { 市国动办: "潮州市国防动员办公室", 市人社局: "市人力资源和社会保障局" });

  test.each([
    ["市统计局", "潮州市统计局"],
    ["潮州市统计局", "潮州市统计局"],
    ["市政府", "潮州市人民政府"],
    ["市政府办公室", "潮州市人民政府办公室"],
    ["市政务服务和数据管理局", "潮州市政务服务和数据管理局"],
    ["市民政局", "潮州市民政局"],
    ["市市场监督管理局", "潮州市市场监督管理局"],
    ["市场监督管理局", "市场监督管理局"],
    ["市容环境卫生管理处", "市容环境卫生管理处"],
    ["市级各部门", "市级各部门"],
    ["湘桥区政府", "湘桥区人民政府"],
    ["饶平县政府办公室", "饶平县人民政府办公室"],
    ["英德市政府", "英德市人民政府"],
    ["湘桥区人民政府", "湘桥区人民政府"],
    ["新区管委会", "新区管理委员会"],
    ["市国动办", "潮州市国防动员办公室"],
    ["市人社局", "潮州市人力资源和社会保障局"],
    ["市自然资源局（不动产登记中心）", "潮州市自然资源局(不动产登记中心)"],
    ["市", "市"],
    ["政府", "政府"],
  ])("%s is %s", (short, expected) => {
    expect(full(short)).toBe(expected);
  });

  test("circular.yaml comes before the type", () => {
    expect(resolver("潮州市", { 甲办: "乙局" }, { 甲办: "丙局" })("甲办")).toBe("丙局");
  });

  test("without an area nothing is put in front", () => {
    expect(resolver(undefined)("市统计局")).toBe("市统计局");
  });

  test("a full name stays what it is", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "市",
            "区",
            "县",
            "政府",
            "人民",
            "潮州",
            "统计局",
            "管委会",
            "场",
            "（",
            "）",
            "A",
            "１",
            " ",
          ),
          { maxLength: 12 },
        ),
        (characters) => {
          const once = full(characters.join(""));
          expect(full(once)).toBe(once);
        },
      ),
    );
  });
});

test.each([
  ["潮州市人民政府办公室", "潮州市"],
  ["广东省人民政府办公厅", "广东省"],
  ["潮州市湘桥区人民政府", "潮州市湘桥区"],
  ["示例委员会办公室", undefined],
  ["某某局", undefined],
])("the area of %s is %s", (issuer, area) => {
  expect(areaOfIssuer(issuer)).toBe(area);
});
