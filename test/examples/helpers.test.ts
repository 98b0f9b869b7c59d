import { describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { bodyLines, bodyValues, composeInMemory, documentOf, type EditionTexts } from "../edition/compose-in-memory.js";

/** The example with ties and with a row that has no number: 甲 15, 乙 5, 丙 15, 丁 –, 戊 2.25. */
function withTies(body: string): EditionTexts {
  const type = exampleType.replace("检查数: {类型: 整数, 必填: 是}", "检查数: {类型: 数值}");
  const circular = exampleCircular.replace(
    / {2}地区:\n[\s\S]*$/u,
    () =>
      "  地区:\n" +
      "    - {名称: 甲市, 检查数: 15}\n" +
      "    - {名称: 乙市, 检查数: 5}\n" +
      "    - {名称: 丙市, 检查数: 15}\n" +
      "    - {名称: 丁市}\n" +
      "    - {名称: 戊市, 检查数: 2.25}\n",
  );
  if (type === exampleType || circular === exampleCircular) throw new Error("the example has changed");
  return { type, circular, body };
}

async function printed(body: string): Promise<string> {
  return bodyLines(await documentOf(withTies(body))).join("\n");
}

async function codes(body: string): Promise<string[]> {
  return (await composeInMemory(withTies(body))).diagnostics.map(({ code }) => code);
}

describe("逐名", () => {
  test.each([
    ["", "1甲市、丙市；3乙市；4戊市"],
    ['并列="占位"', "1甲市、丙市；3乙市；4戊市"],
    ['并列="不占位"', "1甲市、丙市；2乙市；3戊市"],
    ['并列="不并列"', "1甲市；2丙市；3乙市；4戊市"],
    ["升序=true", "1戊市；2乙市；3甲市、丙市"],
  ])("ranks with %s, without the row that has no number", async (options, expected) => {
    const body = `{{#逐名 地区 检查数 ${options} 分隔="；"}}{{名次}}{{列举 行 名称}}{{/逐名}}`;
    expect(await printed(body)).toBe(expected);
  });

  test("writes the other branch where nothing is ranked", async () => {
    expect(await printed('{{#逐名 地区 检查数 名称="丁市"}}{{名次}}{{else}}没有排名{{/逐名}}')).toBe("没有排名");
  });

  test("ranks only the rows that meet the conditions", async () => {
    expect(
      await printed('{{#逐名 (筛选 地区 列=名称 不等于="甲市") 检查数 分隔="；"}}{{名次}}{{列举 行 名称}}{{/逐名}}'),
    ).toBe("1丙市；2乙市；3戊市");
  });

  test("says from which rows a rank comes", async () => {
    const document = await documentOf(withTies("{{#逐名 (前几名 地区 检查数 1) 检查数}}{{名次}}{{/逐名}}"));
    const [rank] = bodyValues(document);
    expect(rank?.value).toBe("1");
    expect(rank?.provenance.rows.map(({ dataset, rows }) => [dataset, rows.length])).toEqual([["地区", 2]]);
  });
});

describe("前几名", () => {
  test.each([
    ["1", "甲市、丙市"],
    ["2", "甲市、丙市"],
    ["3", "甲市、丙市、乙市"],
    ['2 并列="不占位"', "甲市、丙市、乙市"],
    ['2 并列="不并列"', "甲市、丙市"],
    ["9", "甲市、丙市、乙市、戊市"],
    ["1 升序=true", "戊市"],
  ])("%s", async (parameters, expected) => {
    expect(await printed(`{{列举 (前几名 地区 检查数 ${parameters}) 名称}}`)).toBe(expected);
  });

  test.each([
    ['{{列举 (前几名 地区 检查数 1 并列="并排") 名称}}', ["helper-option-choice"]],
    ["{{列举 (前几名 地区 名称 1) 名称}}", ["helper-wrong-kind"]],
    ["{{列举 (前几名 地区 检查数 0) 名称}}", ["helper-number-range"]],
    ["{{行数 (前几名 地区 检查数)}}", ["helper-missing-parameter"]],
  ])("refuses %s", async (body, expected) => {
    expect(await codes(body)).toEqual(expected);
  });

  test("names the rule for ties that was probably meant", async () => {
    const { diagnostics } = await composeInMemory(withTies('{{行数 (前几名 地区 检查数 1 并列="不并")}}'));
    expect(diagnostics[0]).toMatchObject({
      message: "“前几名”的选项“并列”不能是“不并”",
      expected: "占位、不占位、不并列",
      hint: expect.stringContaining("你是不是想写“不并列”？"),
    });
  });
});

describe("若", () => {
  test("does not work out what is not taken, so that an empty cell does no harm", async () => {
    const body = '{{#逐项 地区 分隔="，"}}{{若 检查数 (加 检查数 1) "—"}}{{/逐项}}';
    expect(await printed(body)).toBe("16，6，16，—，3.25");
    expect(await codes("{{#逐项 地区}}{{加 检查数 1}}{{/逐项}}")).toEqual(["template-value-absent"]);
  });

  test("has no value where the condition does not hold and there is no second part", async () => {
    expect(await codes("{{若 联系单位 联系单位}}")).toEqual(["template-value-absent"]);
    expect(await printed("{{#如果 (若 联系单位 联系单位)}}有{{else}}没有{{/如果}}")).toBe("没有");
  });

  test("says what is wrong in the part that is not taken as well", async () => {
    expect(await codes('{{若 地区 "有" (行数 地区 没有这一列="甲")}}')).toEqual(["helper-unknown-condition"]);
  });
});

describe("numbers", () => {
  test.each([
    ["{{平均值 地区 检查数}}", "9.3"],
    ["{{平均值 地区 检查数 小数位=2}}", "9.31"],
    ['{{平均值 地区 检查数 名称="戊市"}}', "2.3"],
    ["{{取小 20 23}}和{{取小 0.3 0.25}}", "20和0.25"],
    ["{{取大 0 (减 3 5)}}", "0"],
    ['{{增减 1.2 1 量词="分"}}', "增加0.2分"],
    ["{{增减 1 1.25 小数位=1}}", "减少0.3"],
    ["{{增减 1.04 1 小数位=1}}", "持平"],
    ["{{增减 5 3 符号=true}} {{增减 3 3 符号=true}} {{增减 3 5 符号=true}}", "+2 0 -2"],
    ['{{增减 8 5 升="多" 量词="处"}}', "多3处"],
    ['{{增减 5 5 平="没有变化"}}', "没有变化"],
  ])("%s prints %s", async (body, expected) => {
    expect(await printed(body)).toBe(expected);
  });

  test("refuses the average of nothing", async () => {
    expect(await codes('{{平均值 地区 检查数 名称="丁市"}}')).toEqual(["helper-no-numbers"]);
  });
});

describe("a comment in a template", () => {
  test("must not have braces, because it would end at the first pair and the rest would be printed", async () => {
    const { diagnostics } = await composeInMemory({ body: "{{! 写 {{期间}} 的意思。}}\n正文。" });
    expect(diagnostics.map(({ code, place }) => [code, place.line])).toEqual([["template-comment-braces", 1]]);
  });

  test.each(["{{! 没有花括号 }}正文。", "{{!-- 有 {{期间}} 的注释 --}}正文。", "{{!-- a --}}{{! b }}正文。"])(
    "prints nothing: %s",
    async (body) => {
      expect(bodyLines(await documentOf({ body }))).toEqual(["正文。"]);
    },
  );
});

describe("合计 with 重算", () => {
  const attachment = (total: string): string =>
    `${exampleType}  - {名称: 丁, 内容: [{表: {数据表: 账号, 分组: 单位, 列: [{标题: 单位}, ` +
    `{标题: 个数, 值: 行数 行}, {标题: 合格率, 值: "比率 (行数 行 结果=\\"合格\\") 行"}], 合计: ${total}}}]}\n`;

  test("works a column out for all rows with its own expression", async () => {
    const document = await documentOf({ type: attachment("{求和: [个数], 重算: [合格率]}") });
    const texts = document.children.flatMap((block) =>
      block.type === "attachment" && block.label === "附件3"
        ? block.children.flatMap((child) => (child.type === "table" ? child.rows : []))
        : [],
    );
    const total = texts.find(({ role }) => role === "total");
    const cells = total?.cells.map((cell) =>
      cell === null || typeof cell === "string" ? cell : cell.children.map(({ value }) => value).join(""),
    );
    expect(cells).toEqual(["合计", "4", "75.0%"]);
  });

  test("says once what is wrong with the expression, and that 序号 cannot be worked out", async () => {
    const wrong = attachment("{重算: [合格率]}").replace("比率", "比例");
    const { diagnostics } = await composeInMemory({ type: wrong });
    expect(diagnostics.map(({ code }) => code)).toEqual(["template-unknown-helper"]);
    const plain = attachment("{标签占列: 1, 重算: [单位2]}").replace(
      "{标题: 个数, 值: 行数 行}",
      "{标题: 单位2, 取: 单位}",
    );
    expect((await composeInMemory({ type: plain })).diagnostics.map(({ code }) => code)).toEqual([
      "type-total-not-again",
    ]);
  });
});
