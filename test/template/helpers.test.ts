import { describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { bodyLines, complaints, documentOf } from "../edition/compose-in-memory.js";

/** A dataset with a column of every kind that can be compared, and a list. */
const type = exampleType.replace(
  "附件:",
  `  事项:
    列:
      名称: {}
      单位: {类型: 列表}
      分数: {类型: 数值}
      评价: {类型: 数值或文字}
      日期: {类型: 日期}
      公开: {类型: 是否}
      编码: {类型: 编码}
      说明: {}

附件:`,
);
const circular = `${exampleCircular}  事项:
    - {名称: 甲, 单位: 市教育局、市统计局, 分数: 9, 评价: 9, 日期: 2024-10-01, 公开: 是, 编码: "0012"}
    - {名称: 乙, 单位: 市统计局, 分数: 10, 评价: 合格, 日期: 2024-09-30, 公开: 否, 编码: "012", 说明: 有}
    - {名称: 丙, 分数: 100.5, 评价: 10, 日期: 2024-7-1, 公开: 是, 编码: "12"}
    - {名称: 丁, 单位: 市民政局、市教育局, 评价: 5A, 编码: "012345678901234567"}
    - {名称: 戊, 分数: 9, 评价: 120, 日期: 2023-12-31, 公开: 否}
`;

const print = async (body: string): Promise<string> => bodyLines(await documentOf({ body, type, circular })).join("↵");
const names = (rows: string): Promise<string> => print(`{{列举 ${rows} 名称 连接="" 空="无"}}`);
const faults = (body: string): Promise<string[]> => complaints({ body, type, circular });

describe("列=值", () => {
  test("of several columns all have to hold", async () => {
    expect(await names('(筛选 事项 公开="是" 分数=9)')).toBe("甲");
    expect(await names('(筛选 事项 公开="是" 分数=10)')).toBe("无");
  });

  test("in a column of lists is met by any item", async () => {
    expect(await names('(筛选 事项 单位="市统计局")')).toBe("甲乙");
    expect(await names('(筛选 事项 单位="市教育局")')).toBe("甲丁");
    expect(await print('{{行数 事项 单位="市教育局、市统计局"}}')).toBe("0");
  });

  test("with a list is met by any of its items", async () => {
    expect(await names("(筛选 事项 单位=(一列 账号 单位))")).toBe("甲乙丁");
    expect(await print('{{行数 账号 单位=(一列 (筛选 事项 名称="丁") 单位)}}')).toBe("3");
  });

  test("asks for empty cells with an empty text", async () => {
    expect(await names('(筛选 事项 单位="")')).toBe("丙戊");
    expect(await names('(筛选 事项 说明="")')).toBe("甲丙丁戊");
  });

  test("compares numbers, dates and 是否 by what they mean", async () => {
    expect(await names("(筛选 事项 分数=9)")).toBe("甲戊");
    expect(await names('(筛选 事项 分数="9.0")')).toBe("甲戊");
    expect(await names('(筛选 事项 日期="2024-07-01")')).toBe("丙");
    expect(await names('(筛选 事项 日期="2024年7月1日")')).toBe("丙");
    expect(await names("(筛选 事项 公开=true)")).toBe("甲丙");
    expect(await names('(筛选 事项 公开="否")')).toBe("乙戊");
  });

  test("compares codes character by character", async () => {
    expect(await names('(筛选 事项 编码="12")')).toBe("丙");
    expect(await names('(筛选 事项 编码="0012")')).toBe("甲");
  });

  test("with a value that the column can never have is refused", async () => {
    expect(await faults('{{行数 账号 结果="合挌"}}')).toEqual(["helper-impossible-condition 1:9"]);
    expect(await faults('{{行数 事项 公开="有"}}')).toEqual(["helper-impossible-condition 1:9"]);
  });
});

describe("筛选", () => {
  test("compares numbers as numbers, and empty cells and texts with none", async () => {
    expect(await names("(筛选 事项 列=分数 大于=9)")).toBe("乙丙");
    expect(await names("(筛选 事项 列=分数 大于等于=10)")).toBe("乙丙");
    expect(await names("(筛选 事项 列=分数 小于=10)")).toBe("甲戊");
    expect(await names("(筛选 事项 列=分数 小于等于=10)")).toBe("甲乙戊");
    expect(await names("(筛选 事项 列=评价 大于=9)")).toBe("丙戊");
    expect(await names("(筛选 事项 列=评价 小于=100)")).toBe("甲丙");
  });

  test("compares dates as dates, not as texts", async () => {
    expect(await names("(筛选 事项 列=日期 大于=截止)")).toBe("甲乙");
    expect(await names("(筛选 事项 列=日期 小于=截止)")).toBe("丙戊");
    expect(await names('(筛选 事项 列=日期 大于等于="2024-09-30")')).toBe("甲乙");
    expect(await names("(筛选 事项 列=日期 小于等于=检查时间.止)")).toBe("戊");
  });

  test("joins its conditions: all have to hold", async () => {
    expect(await names("(筛选 事项 列=分数 大于=9 小于=100)")).toBe("乙");
    expect(await names('(筛选 事项 公开="是" 列=分数 大于=9)')).toBe("丙");
  });

  test("looks into texts and lists", async () => {
    expect(await names('(筛选 事项 列=单位 包含="教育")')).toBe("甲丁");
    expect(await names('(筛选 事项 列=单位 开头="市民")')).toBe("丁");
    expect(await names('(筛选 事项 列=单位 结尾="统计局")')).toBe("甲乙");
    expect(await names('(筛选 事项 列=单位 不等于="市统计局")')).toBe("丙丁戊");
    expect(await names("(筛选 事项 列=单位 不等于=(一列 账号 单位))")).toBe("丙戊");
  });

  test("finds what is empty and what is not", async () => {
    expect(await names("(筛选 事项 列=说明 为空=false)")).toBe("乙");
    expect(await names("(筛选 事项 列=日期 为空=true)")).toBe("丁");
    expect(await names("(筛选 事项 列=单位 为空=true)")).toBe("丙戊");
  });

  test("takes items out of a list", async () => {
    expect(await print('{{列举 (筛选 (一列 账号 名称) 结尾="发布")}}')).toBe("示例教育发布");
    expect(await print('{{列举 (筛选 (一列 事项 单位) 不等于="市统计局")}}')).toBe("市教育局、市民政局");
  });
});

describe("排序", () => {
  test("puts numbers in order by size, with texts behind them and empty cells last, either way", async () => {
    expect(await names("(排序 事项 分数)")).toBe("甲戊乙丙丁");
    expect(await names("(排序 事项 分数 降序=true)")).toBe("丙乙甲戊丁");
    expect(await names("(排序 事项 评价)")).toBe("甲丙戊丁乙");
    expect(await names("(排序 事项 评价 降序=true)")).toBe("乙丁戊丙甲");
  });

  test("puts dates in order by day", async () => {
    expect(await names("(排序 事项 日期)")).toBe("戊丙乙甲丁");
    expect(await names("(排序 事项 日期 降序=true)")).toBe("甲乙丙戊丁");
  });

  test("leaves equal rows in their order, either way", async () => {
    expect(await names("(排序 事项 公开)")).toBe("乙戊甲丙丁");
    expect(await names("(排序 事项 公开 降序=true)")).toBe("甲丙乙戊丁");
    expect(await names("(排序 (排序 事项 名称 降序=true) 公开)")).toBe("戊乙甲丙丁");
  });
});

describe("等于 and the other comparisons", () => {
  const holds = (condition: string): Promise<string> => print(`{{#如果 (${condition})}}是{{else}}否{{/如果}}`);

  test.each([
    ["等于 1 1.0", "是"],
    ['等于 "甲" "甲"', "是"],
    ['等于 "01" "1"', "否"],
    ['等于 1 "1"', "是"],
    ["不等于 1 2", "是"],
    ["等于 截止 检查时间.止", "否"],
    ['等于 截止 "2024-07-20"', "是"],
    ["大于 截止 检查时间.止", "是"],
    ["小于 截止 检查时间.止", "否"],
    ["小于等于 截止 截止", "是"],
    ["大于等于 10 9", "是"],
    ['大于 "10" "9"', "是"],
    ["等于 联系单位 联系单位", "是"],
    ['等于 联系单位 ""', "是"],
    ['不等于 联系单位 "甲"', "是"],
    ["大于 联系单位 0", "否"],
    ["小于 联系单位 0", "否"],
    ["小于等于 联系单位 联系单位", "否"],
    ["等于 账号 4", "是"],
    ["等于 账号 地区", "否"],
    ["大于 账号 地区", "是"],
    ["等于 (一列 账号 单位) 3", "是"],
    ["等于 true true", "是"],
    ['等于 true "是"', "是"],
    ["等于 true false", "否"],
    ['大于 "合格" 5', "否"],
    ['小于 "合格" 5', "否"],
  ])("%s: %s", async (condition, expected) => {
    expect(await holds(condition)).toBe(expected);
  });
});

describe("rates", () => {
  test("keep trailing zeros and follow 数字格式 everywhere", async () => {
    const body =
      "{{比率 169 170}}，{{比率 1 2}}，{{比率 3 3}}，{{比率 0 3}}，{{比率 1 3 小数位=2}}，{{比率 账号 地区}}";
    expect(bodyLines(await documentOf({ body }))).toEqual(["99.4%，50.0%，100%，0%，33.33%，133.3%"]);
    expect(
      bodyLines(
        await documentOf({ body: "{{比率 509 510}}", circular: `${exampleCircular}数字格式: {比率小数位: 2}\n` }),
      ),
    ).toEqual(["99.80%"]);
  });

  test("are never written 100% with a failure, nor 0% with a success", async () => {
    for (const [call, code] of [
      ["比率 3999 4000", "rate-rounded-to-full"],
      ["比率 9999 10000", "rate-rounded-to-full"],
      ["比率 1 4000", "rate-rounded-to-zero"],
      ["比率 1 0", "rate-impossible"],
      ["比率 (减 1 2) 3", "rate-impossible"],
      ["百分点 1 0 1 2", "rate-impossible"],
      ["百分点 1 2 (减 1 2) 2", "rate-impossible"],
    ] as const) {
      expect([call, ...(await faults(`{{${call}}}`))]).toEqual([call, `${code} 1:1`]);
    }
    expect(await print("{{比率 3998 4000 小数位=2}}")).toBe("99.95%");
  });

  test("differ by 百分点 of the rates before rounding, in words that follow the direction", async () => {
    expect(await print("{{百分点 2 3 1 3}}；{{百分点 1 3 2 3}}；{{百分点 1 3 2 6}}")).toBe(
      "提高33.3个百分点；下降33.3个百分点；持平",
    );
    expect(await print('{{百分点 1 3 2 3 降="降低" 小数位=2}}；{{百分点 2 3 1 3 升="上升"}}')).toBe(
      "降低33.33个百分点；上升33.3个百分点",
    );
    expect(
      await print("{{百分点 2 3 1 3 符号=true}}；{{百分点 1 3 2 3 符号=true}}；{{百分点 1 3 1 3 符号=true}}"),
    ).toBe("+33.3；-33.3；0.0");
    expect(await print("{{百分点 10000 20001 1 2}}")).toBe("持平");
  });
});

describe("numbers", () => {
  test("add up exactly", async () => {
    expect(await print("{{加 0.1 0.2}}，{{减 1 0.9}}，{{合计 事项 分数}}，{{数 (合计 事项 分数) 小数位=2}}")).toBe(
      "0.3，0.1，128.5，128.50",
    );
    expect(await print("{{加 账号 地区 1}}，{{减 账号 地区}}，{{减 5}}")).toBe("8，1，5");
  });

  test("are asked of columns of numbers only", async () => {
    for (const call of ["合计 账号 名称", "最大值 事项 日期", "最小值 事项 编码"]) {
      const column = call.split(" ")[2] ?? "";
      expect([call, ...(await faults(`{{${call}}}`))]).toEqual([
        call,
        `helper-wrong-kind 1:${call.indexOf(column) + 3}`,
      ]);
    }
    expect(await print("{{最大值 事项 评价}}，{{最小值 事项 分数}}")).toBe("120，9");
  });

  test.each([
    "{{比率 1 2 小数位=1.5}}",
    "{{比率 1 2 小数位=11}}",
    "{{数 1 小数位=-1}}",
    "{{列举 地区 名称 前=0}}",
    "{{列举 地区 名称 前=1.5}}",
    "{{列举 (前几行 地区 0) 名称}}",
    "{{比率 1 2 小数位=(加 5 6)}}",
    "{{列举 (前几行 地区 (减 1 2)) 名称}}",
  ])("%s is refused: places and counts are whole numbers within limits", async (body) => {
    expect((await faults(body)).map((fault) => fault.split(" ")[0])).toEqual(["helper-number-range"]);
  });

  test("in Chinese are whole and not negative", async () => {
    expect(await print("{{中文数字 0}}，{{中文数字 10}}，{{中文数字 99999}}")).toBe("零，十，九万九千九百九十九");
    for (const call of ["中文数字 1.5", "中文数字 (减 1 2)", "中文数字 100000"]) {
      expect(await faults(`{{${call}}}`)).toEqual(["helper-chinese-numeral-range 1:1"]);
    }
  });
});

describe("列举", () => {
  test("joins with 、 and lists each name once", async () => {
    expect(await print("{{列举 事项 单位}}")).toBe("市教育局、市统计局、市民政局");
    expect(await print("{{列举 账号 单位}}")).toBe("市教育局、市统计局、市民政局");
  });

  test("puts no 、 between quoted names", async () => {
    expect(await print("{{列举 账号 名称 引号=true}}")).toBe("“示例教育”“示例教育发布”“示例统计”“示例民政”");
    expect(await print('{{列举 账号 名称 引号=true 连接="、"}}')).toBe(
      "“示例教育”、“示例教育发布”、“示例统计”、“示例民政”",
    );
  });

  test("writes 等 and the number only where names are left out, or where that is asked for", async () => {
    expect(await print('{{列举 地区 名称 前=2 量词="个市"}}')).toBe("甲市、乙市等3个市");
    expect(await print('{{列举 地区 名称 前=3 量词="个市"}}')).toBe("甲市、乙市、丙市");
    expect(await print('{{列举 地区 名称 前=9 量词="个市"}}')).toBe("甲市、乙市、丙市");
    expect(await print('{{列举 地区 名称 等=true 量词="个市"}}')).toBe("甲市、乙市、丙市等3个市");
    expect(await print("{{列举 地区 名称 前=1}}")).toBe("甲市等");
    expect(await print('{{列举 账号 名称 引号=true 前=1 量词="个账号"}}')).toBe("“示例教育”等4个账号");
  });

  test("ends with its own joint only where the last name is shown", async () => {
    expect(await print('{{列举 地区 名称 末尾连接="和"}}')).toBe("甲市、乙市和丙市");
    expect(await print('{{列举 地区 名称 末尾连接="和" 前=2}}')).toBe("甲市、乙市等");
    expect(await print('{{列举 地区 名称 末尾连接="和" 名称="甲市"}}')).toBe("甲市");
  });

  test("says so where there is nothing to list", async () => {
    expect(await print('{{列举 地区 名称 名称="丁市" 空="无"}}')).toBe("无");
    expect(await faults('{{列举 地区 名称 名称="丁市"}}')).toEqual(["helper-list-empty 1:1"]);
  });

  test("of a list takes no column, and of rows and groups nothing at all", async () => {
    expect(await faults("{{列举 (一列 账号 单位) 名称}}")).toEqual(["helper-too-many-parameters 1:17"]);
    const compound = exampleType.replace("  联系单位:", "  多人: {类型: 多项, 字段: {姓名: {必填: 是}}}\n  联系单位:");
    for (const body of ["{{列举 多人}}", "{{多人}}"]) {
      const found = await complaints({ body, type: compound });
      expect(found.map((fault) => fault.split(" ")[0])).toEqual([
        body === "{{多人}}" ? "template-not-printable" : "helper-wrong-kind",
      ]);
    }
  });
});

describe("分组列举", () => {
  test("names each group once, its items in quotes", async () => {
    expect(await print("{{分组列举 账号 单位 名称}}")).toBe(
      "市教育局“示例教育”“示例教育发布”、市统计局“示例统计”、市民政局“示例民政”",
    );
    expect(await print('{{分组列举 账号 单位 名称 引号=false 组间="；"}}')).toBe(
      "市教育局示例教育、示例教育发布；市统计局示例统计；市民政局示例民政",
    );
  });

  test("with a bracketed note puts 、 between items, and shows an item once for each note", async () => {
    expect(await print('{{分组列举 账号 单位 名称 附注=类型 单位="市教育局"}}')).toBe(
      "市教育局“示例教育”（微信订阅号）、“示例教育发布”（新浪微博）",
    );
    const twice = exampleCircular.replace("名称: 示例教育发布,", "名称: 示例教育,");
    expect(
      bodyLines(await documentOf({ body: '{{分组列举 账号 单位 名称 附注=类型 单位="市教育局"}}', circular: twice })),
    ).toEqual(["市教育局“示例教育”（微信订阅号）、“示例教育”（新浪微博）"]);
    expect(
      bodyLines(await documentOf({ body: '{{分组列举 账号 单位 名称 单位="市教育局"}}', circular: twice })),
    ).toEqual(["市教育局“示例教育”"]);
  });

  test("puts a row into each group of its list", async () => {
    const body = "{{分组列举 (筛选 事项 列=单位 为空=false) 单位 名称 引号=false}}";
    expect(await print(body)).toBe("市教育局甲、丁、市统计局甲、乙、市民政局丁");
  });
});

describe("dates", () => {
  test("are printed in official form", async () => {
    expect(await print("{{截止}}，{{月日 截止}}，{{年月日 截止}}，{{起止 检查时间}}，{{起止 期间}}")).toBe(
      "2024年7月20日，7月20日，2024年7月20日，2024年4月1日至6月30日，2024年4月1日至6月30日",
    );
    expect(await print("{{起止 截止 截止}}，{{起止 检查时间.起 成文日期 省年=true}}")).toBe(
      "2024年7月20日，4月1日至7月10日",
    );
  });

  test("cannot be given the wrong way round", async () => {
    expect((await faults("{{起止 截止 检查时间.起}}")).map((fault) => fault.split(" ")[0])).toEqual([
      "date-range-order",
    ]);
  });
});

describe("附件", () => {
  test("is numbered by what is there in this edition", async () => {
    const body = '{{附件 "问题清单"}}';
    const conditional = exampleType.replace("  - 键: 账号表", '  - 键: 账号表\n    当: 行数 账号 结果="未检查"');
    expect(bodyLines(await documentOf({ body, type: conditional }))).toEqual(["附件"]);
    expect(await complaints({ body: '{{附件 "账号表"}}', type: conditional })).toEqual(["attachment-not-included 1:1"]);
    expect(bodyLines(await documentOf({ body, type: `附件称谓: 附表\n${exampleType}` }))).toEqual(["附表2"]);
  });
});
