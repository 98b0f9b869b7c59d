import { describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { bodyLines, complaints, composeInMemory, documentOf, type EditionTexts } from "../edition/compose-in-memory.js";

const print = async (body: string, more: Omit<EditionTexts, "body"> = {}): Promise<string[]> =>
  bodyLines(await documentOf({ body, ...more }));

const withFacts = (facts: string): string => `${exampleType}\n事实:\n${facts}`;

describe("names", () => {
  test("are fields, datasets, facts and elements", async () => {
    expect(
      await print("{{截止}}，{{行数 账号}}个，{{不合格数}}个，{{发文机关}}，{{期间}}，{{成文日期}}", {
        type: withFacts('  不合格数: 行数 账号 结果="不合格"\n'),
      }),
    ).toEqual(["2024年7月20日，4个，1个，示例市人民政府办公室，2024年第二季度，2024年7月10日"]);
  });

  test("their parts follow after a point", async () => {
    expect(
      await print("{{期间.年}}-{{期间.季度}}-{{期间.简称}}-{{期间.起}}-{{期间.止}}-{{检查时间.起}}-{{检查时间}}"),
    ).toEqual(["2024-2-第二季度-2024年4月1日-2024年6月30日-2024年4月1日-2024年4月1日至6月30日"]);
  });

  test("of a row go before those outside, and ../ reaches these", async () => {
    const body =
      '{{#逐项 地区}}{{名称}}：{{#逐项 账号 分隔="、"}}{{名称}}（{{../名称}}、{{../../截止}}）{{/逐项}}\n{{/逐项}}';
    expect((await print(body))[1]).toBe(
      "乙市：示例教育（乙市、2024年7月20日）、示例教育发布（乙市、2024年7月20日）、" +
        "示例统计（乙市、2024年7月20日）、示例民政（乙市、2024年7月20日）",
    );
  });

  test("outside a row are found from inside without ../", async () => {
    expect(await print('{{#逐项 地区 分隔="，"}}{{名称}}{{截止}}{{检查数}}{{/逐项}}')).toEqual([
      "甲市2024年7月20日15，乙市2024年7月20日5，丙市2024年7月20日10",
    ]);
  });

  test("can be given to the item, so that an inner loop can name the outer one's", async () => {
    const body =
      '{{#逐项 地区 分隔="，" as |地方|}}{{#逐项 账号 结果="不合格"}}{{地方.名称}}{{名称}}{{/逐项}}{{/逐项}}';
    expect(await print(body)).toEqual(["甲市示例统计，乙市示例统计，丙市示例统计"]);
  });

  test("如果 opens no scope of its own, 取 does", async () => {
    const body = '{{#逐项 地区 名称="乙市"}}{{#如果 检查数}}{{名称}}{{../截止}}{{/如果}}{{/逐项}}';
    expect(await print(body)).toEqual(["乙市2024年7月20日"]);
    expect(await print('{{#取 (唯一行 地区 名称="乙市")}}{{名称}}{{../截止}}{{/取}}')).toEqual(["乙市2024年7月20日"]);
  });

  test("this is the item; of a list that is its text", async () => {
    expect(await print('{{#逐项 (一列 账号 单位) 分隔="、"}}{{this}}{{/逐项}}')).toEqual([
      "市教育局、市统计局、市民政局",
    ]);
    expect(await print('{{#逐项 (一列 账号 单位) 分隔="、" as |单位名|}}{{单位名}}{{/逐项}}')).toEqual([
      "市教育局、市统计局、市民政局",
    ]);
  });

  test.each(["__proto__", "constructor", "toString", "截止.year", "账号.length", "账号.rows", "@root", "@key"])(
    "never reach into the program: %s is unknown",
    async (name) => {
      expect(await complaints({ body: `{{${name}}}` })).toEqual(["template-unknown-name 1:3"]);
    },
  );
});

describe("loop variables", () => {
  test("count the items, also inside 如果", async () => {
    expect(
      await print(
        '{{#逐项 地区 分隔="，"}}{{#如果 检查数}}{{@序号}}{{@index}}{{#如果 @first}}首{{/如果}}{{#如果 @last}}末{{/如果}}{{/如果}}{{/逐项}}',
      ),
    ).toEqual(["10首，21，32末"]);
  });

  test("are those of the innermost loop, with ../ of the one outside", async () => {
    expect(
      await print('{{#逐项 地区 分隔="，"}}{{#逐项 账号 结果="合格"}}{{@../序号}}-{{@序号}} {{/逐项}}{{/逐项}}'),
    ).toEqual(["1-1 1-2 1-3，2-1 2-2 2-3，3-1 3-2 3-3"]);
  });

  test("exist only in a loop", async () => {
    expect(await complaints({ body: "{{@序号}}{{#如果 账号}}{{@first}}{{/如果}}" })).toEqual([
      "template-unknown-name 1:3",
      "template-unknown-name 1:20",
    ]);
    expect(await complaints({ body: "{{#逐项 账号}}{{@../序号}}{{/逐项}}" })).toEqual(["template-unknown-name 1:13"]);
  });
});

describe("blocks", () => {
  test("如果 takes zero, an empty list, 否 and what was left out as not so", async () => {
    const body = (condition: string): string => `{{#如果 ${condition}}}有{{else}}无{{/如果}}`;
    const type = exampleType.replace("  联系单位:", "  公开: {类型: 是否}\n  名单: {类型: 列表}\n  联系单位:");
    const circular = `${exampleCircular}公开: 否\n`;
    for (const [condition, printed] of [
      ["账号", "有"],
      ['(筛选 账号 结果="未检查")', "无"],
      ['(行数 账号 结果="未检查")', "无"],
      ["(行数 账号)", "有"],
      ["联系单位", "无"],
      ["名单", "无"],
      ["公开", "无"],
      ["截止", "有"],
      ["检查时间", "有"],
      ["期间.月", "无"],
    ] as const) {
      expect([condition, ...(await print(body(condition), { type, circular }))]).toEqual([condition, printed]);
    }
  });

  test("else may go on with another condition", async () => {
    const body = "{{#如果 (大于 (行数 账号) 9)}}多{{else 如果 (大于 (行数 账号) 3)}}中{{else}}少{{/如果}}";
    expect(await print(body)).toEqual(["中"]);
  });

  test("may be written with ^ for the other case alone", async () => {
    expect(await print('{{^如果 (行数 账号 结果="未检查")}}没有{{/如果}}')).toEqual(["没有"]);
    expect(await print('{{^逐项 账号 结果="未检查"}}一个也没有{{/逐项}}')).toEqual(["一个也没有"]);
    expect(await complaints({ body: "甲{{^如果 账号}}{{无此名}}{{/如果}}" })).toEqual(["template-unknown-name 1:14"]);
  });

  test("逐项, 分组 and 分述 have an else for nothing at all", async () => {
    for (const block of ["逐项", "分述"]) {
      expect(await print(`{{#${block} 账号 结果="未检查"}}{{名称}}{{else}}无{{/${block}}}`)).toEqual(["无"]);
    }
    expect(await print('{{#分组 账号 单位 结果="未检查"}}{{名称}}{{else}}无{{/分组}}')).toEqual(["无"]);
  });

  test("取 has an else for what was left out", async () => {
    const type = exampleType.replace("  联系单位:", "  联系: {类型: 组, 字段: {电话: {必填: 是}}}\n  联系单位:");
    expect(await print("{{#取 联系}}{{电话}}{{else}}不详{{/取}}", { type })).toEqual(["不详"]);
    expect(
      await print("{{#取 联系}}{{电话}}{{/取}}", { type, circular: `${exampleCircular}联系: {电话: 12345}\n` }),
    ).toEqual(["12345"]);
    expect(await complaints({ body: "{{#取 联系}}{{电话}}{{/取}}", type })).toEqual([
      "template-value-absent circular.yaml:1:1",
    ]);
  });

  test("a loop over lines makes a line of each item", async () => {
    expect(await print("# 各地\n{{#逐项 地区}}\n## {{名称}}。{{检查数}}家\n{{/逐项}}\n结束")).toEqual([
      "一、各地",
      "（一）甲市。15家",
      "（二）乙市。5家",
      "（三）丙市。10家",
      "结束",
    ]);
  });

  test("an item that writes nothing is left out of an enumeration and not numbered", async () => {
    const item = "{{#如果 (大于 检查数 7)}}{{名称}}{{/如果}}";
    expect(await print(`{{#逐项 地区 分隔="，" 末尾="。"}}\n  ${item}\n{{/逐项}}`)).toEqual(["甲市，丙市。"]);
    expect(await print(`{{#分述 地区}}${item}{{/分述}}`)).toEqual(["一是甲市；二是丙市。"]);
    expect(await print(`前{{#分述 地区}}{{#如果 (大于 检查数 99)}}{{名称}}{{/如果}}{{/分述}}`)).toEqual(["前"]);
  });

  test("分述 of a single item has no 一是, and does not double the mark that an item ends with", async () => {
    expect(await print('{{#分述 地区 名称="乙市"}}{{名称}}检查{{检查数}}家{{/分述}}')).toEqual(["乙市检查5家。"]);
    expect(await print("{{#分述 地区}}{{名称}}检查{{检查数}}家。{{/分述}}")).toEqual([
      "一是甲市检查15家。二是乙市检查5家。三是丙市检查10家。",
    ]);
  });

  test("what stands between items may be a value, and is then no markup", async () => {
    const circular = `${exampleCircular}联系单位: "。\\n# 丁"\n`;
    const { document } = await composeInMemory({
      body: "# 甲\n## 乙{{#逐项 地区 分隔=联系单位}}{{名称}}{{/逐项}}",
      circular,
    });
    expect(document === undefined ? [] : bodyLines(document)).toEqual([
      "一、甲",
      "（一）乙甲市。\n# 丁乙市。\n# 丁丙市",
    ]);
  });
});

describe("partials", () => {
  const files = { "templates/示例/一地.hbs": "{{名称}}{{检查数}}家\n" };

  test("see the names of the place that they stand in, and their last line end does not count", async () => {
    expect(await print('{{#逐项 地区 分隔="；"}}{{> 一地}}{{/逐项}}。', { files })).toEqual([
      "甲市15家；乙市5家；丙市10家。",
    ]);
  });

  test("are checked in each place, at the place in their own file", async () => {
    expect(await complaints({ body: "{{> 一地}}", files })).toEqual([
      "template-unknown-name 一地.hbs:1:3",
      "template-unknown-name 一地.hbs:1:9",
    ]);
  });

  test("may include others", async () => {
    const more = { ...files, "templates/示例/各地.hbs": '{{#逐项 地区 分隔="、"}}{{> 一地}}{{/逐项}}' };
    expect(await print("共有{{> 各地}}", { files: more })).toEqual(["共有甲市15家、乙市5家、丙市10家"]);
  });
});

describe("what was left out", () => {
  test("is an error where it is printed, with the place where it should be filled in and the place in the template", async () => {
    const { diagnostics } = await composeInMemory({ body: "甲\n请联系{{联系单位}}。" });
    expect(diagnostics).toMatchObject([
      {
        code: "template-value-absent",
        place: { file: "data/示例/circular.yaml" },
        related: [{ place: { file: "templates/示例/body.hbs", line: 2, column: 4 } }],
      },
    ]);
  });

  test("is an error as a parameter, an option or a condition", async () => {
    for (const call of [
      "{{列举 联系单位}}",
      "{{列举 账号 单位 末尾连接=联系单位}}",
      "{{行数 账号 单位=联系单位}}",
      "{{#逐项 账号 单位=联系单位}}{{名称}}{{/逐项}}",
      "{{行数 (筛选 账号 列=单位 等于=联系单位)}}",
    ]) {
      expect([call, ...(await complaints({ body: call }))]).toEqual([call, "template-value-absent circular.yaml:1:1"]);
    }
  });

  test("in a cell is reported at the cell", async () => {
    const type = exampleType.replace("检查数: {类型: 整数, 必填: 是}", "检查数: {类型: 整数}");
    const circular = exampleCircular.replace("{名称: 乙市, 检查数: 5}", "{名称: 乙市}");
    expect(await complaints({ body: '{{#逐项 地区 分隔="、"}}{{检查数}}{{/逐项}}', type, circular })).toEqual([
      "template-value-absent circular.yaml:17:7",
    ]);
  });

  test("in the column that groups are made by is reported, so that no row is lost without a word", async () => {
    const type = exampleType.replace("单位: {必填: 是}", "单位: {}");
    const circular = exampleCircular.replace("{单位: 市统计局, 类型", "{类型");
    for (const body of ["{{#分组 账号 单位}}{{名称}}{{/分组}}", "{{分组列举 账号 单位 名称}}"]) {
      expect(await complaints({ body, type, circular })).toEqual(["template-value-absent circular.yaml:13:7"]);
    }
  });
});

describe("facts", () => {
  test("that nothing uses are not worked out", async () => {
    expect(
      await print("正文。", { type: withFacts("  坏: 比率 1 0\n  也坏: 加 坏 1\n").replace("加 坏 1", "比率 2 0") }),
    ).toEqual(["正文。"]);
  });

  test("are worked out once: what is wrong in one is said once however often it is used", async () => {
    const type = withFacts('  坏: 最大值 地区 检查数 名称="丁市"\n');
    expect(await complaints({ type, body: "{{坏}}{{坏}}{{加 坏 1}}\n{{#如果 坏}}甲{{/如果}}" })).toEqual([
      expect.stringMatching(/^helper-no-numbers type\.yaml:/u),
    ]);
  });

  test("may use each other in any order", async () => {
    const type = withFacts("  丙: 加 乙 1\n  乙: 加 甲 1\n  甲: 行数 账号\n");
    expect(await print("{{甲}}{{乙}}{{丙}}", { type })).toEqual(["456"]);
  });

  test("mean the same inside a loop, where columns have other names for things", async () => {
    const type = withFacts("  名单: 一列 账号 名称\n  总数: 行数 账号\n");
    expect(await print('{{#逐项 地区 分隔="、"}}{{总数}}{{行数 名单}}{{/逐项}}', { type })).toEqual(["44、44、44"]);
  });

  test("且 and 或 look no further than they need", async () => {
    const impossible = '(大于 (最大值 地区 检查数 名称="丁市") 3)';
    expect(await print(`{{#如果 (且 (行数 地区 名称="丁市") ${impossible})}}甲{{else}}乙{{/如果}}`)).toEqual(["乙"]);
    expect(await print(`{{#如果 (或 (行数 地区 名称="甲市") ${impossible})}}甲{{else}}乙{{/如果}}`)).toEqual(["甲"]);
  });

  test("a branch that is not taken is not worked out", async () => {
    expect(
      await print('{{#如果 (行数 地区 名称="丁市")}}{{最大值 地区 检查数 名称="丁市"}}{{else}}没有{{/如果}}'),
    ).toEqual(["没有"]);
  });
});

describe("all mistakes are reported at once", () => {
  test("in every branch, taken or not, each at its place", async () => {
    const body =
      '{{截至}}\n{{#如果 (行数 账号 结果="未检查")}}\n{{月日 账号}}{{else}}{{行类 账号}}\n{{/如果}}\n{{#逐项 地区}}{{检查数量}}{{/逐项}}';
    expect(await complaints({ body })).toEqual([
      "template-unknown-name 1:3",
      "helper-wrong-kind 3:6",
      "template-unknown-helper 3:20",
      "template-unknown-name 5:13",
    ]);
  });

  test("an unknown name has the nearest existing one in its hint", async () => {
    const { diagnostics } = await composeInMemory({
      body: '{{#逐项 地区}}{{检查数量}}{{/逐项}}{{行类 账号}}{{附件 "问题单"}}',
    });
    expect(diagnostics.map(({ hint }) => /你是不是想写“(.*?)”/u.exec(hint ?? "")?.[1])).toEqual([
      "检查数",
      "行数",
      "问题清单",
    ]);
  });

  test("one mistake is said once", async () => {
    for (const body of [
      "{{截至}}",
      "{{行数 帐号}}",
      "{{比率 (行类 账号) 5}}",
      '{{#逐项 (筛选 帐号 列=单位 等于="甲")}}{{名字}}{{/逐项}}',
    ]) {
      expect([body, (await complaints({ body })).length]).toEqual([body, 1]);
    }
  });
});
