import { describe, expect, test } from "vitest";
import { body, bytesOf, circular, planAfter, sample, templates, yamlData, type Planned } from "./changed-sample.js";

const partial = `${templates}/网站问题.hbs`;
const type = `${templates}/type.yaml`;

/** Where and what, without the words around. */
function fixesOf({ fixes }: Planned): string[] {
  return fixes.map(
    ({ place, before, after }) => `${place.file}:${place.line ?? 0}:${place.column ?? 0} ${before}→${after}`,
  );
}

function leftOf({ unfixed }: Planned): string[] {
  return unfixed.map(({ reason, excerpt, part }) => `${reason} ${part} ${excerpt.before}`);
}

/** The line and column of a text that stands in a file once, as in a place. */
function position(text: string, part: string): string {
  const lines = text.slice(0, text.indexOf(part)).split(/\r\n|\n/u);
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

test("an edition without slips has nothing to fix", async () => {
  const plan = await planAfter([]);
  expect([plan.fixes, plan.unfixed, plan.outputs]).toEqual([[], [], []]);
});

describe("words of a template", () => {
  test("are fixed in the template, and nothing else of it changes", async () => {
    const plan = await planAfter([[body, "}}，组织开展", "}},组织开展"]]);
    expect(fixesOf(plan)).toEqual([`${body}:${position(plan.before(body), ",组织开展")} ,→，`]);
    expect(plan.after(body)).toBe(new TextDecoder().decode(bytesOf(body)));
    expect(plan.outputs.map(({ path }) => path)).toEqual([body]);
  });

  test("that a loop prints many times are fixed once", async () => {
    const plan = await planAfter([[body, "{{情况}}。{{/逐项}}", "{{情况}};{{/逐项}}"]]);
    const findings = plan.review.proofreading?.findings.filter(({ finding }) => finding.replacement !== undefined);
    expect(findings?.length).toBeGreaterThan(1);
    expect(fixesOf(plan)).toEqual([`${body}:${position(plan.before(body), ";{{/逐项}}")} ;→；`]);
  });

  test("of a partial are fixed in the partial, however often it is used", async () => {
    const plan = await planAfter([[partial, "}}；{{", "}};{{"]]);
    expect(fixesOf(plan)).toEqual([`${partial}:${position(plan.before(partial), ";{{列举")} ;→；`]);
  });

  test("of type.yaml are fixed in their line", async () => {
    const plan = await planAfter([
      [type, '\n      - 注: "检查采样时间为{{检查时间}}。', '\n      - 注: "检查采样时间为{{检查时间}},请核对。'],
    ]);
    expect(fixesOf(plan)).toEqual([`${type}:${position(plan.before(type), ",请核对")} ,→，`]);
  });

  test("keep their line ends and byte order mark", async () => {
    const text = new TextDecoder().decode(bytesOf(body)).replace("}}，组织开展", "}},组织开展");
    const windows = `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const plan = await planAfter([], { files: { [body]: new TextEncoder().encode(windows) } });
    expect(plan.fixes).toHaveLength(1);
    expect(plan.after(body)).toBe(windows.replace("}},组织开展", "}}，组织开展"));
  });

  test("with a pair of straight quotation marks around a value are fixed on both sides of it", async () => {
    const plan = await planAfter([[body, "会同{{联合检查单位}}，", '会同"{{联合检查单位}}"，']]);
    expect(fixesOf(plan).map((line) => line.replace(/^.* /u, ""))).toEqual(['"→“', '"→”']);
    expect(plan.after(body)).toContain("会同“{{联合检查单位}}”，");
  });
});

describe("values of circular.yaml", () => {
  test.each([
    ["plain", "主送: 各县、区人民政府,市府直属各单位", "主送: 各县、区人民政府，市府直属各单位"],
    [
      "in double quotation marks",
      '主送: "各县、区人民政府,市府直属各单位"',
      '主送: "各县、区人民政府，市府直属各单位"',
    ],
    [
      "in single quotation marks",
      "主送: '各县、区人民政府,市府直属各单位'",
      "主送: '各县、区人民政府，市府直属各单位'",
    ],
  ])("are fixed where they stand: %s", async (_, wrong, right) => {
    const line = "主送: 各县、区人民政府、市府直属各单位，市各开发区、潮州新区管委会";
    const plan = await planAfter([[circular, line, wrong]]);
    expect(plan.after(circular)).toBe(plan.before(circular).replace(wrong, right));
    expect(plan.fixes).toHaveLength(1);
  });

  test("that are folded over lines are left to people", async () => {
    const wrong = "联合检查单位: >-\n  市政务服务和数据\n  管理局,市委网信办";
    const plan = await planAfter([[circular, "联合检查单位: 市政务服务和数据管理局", wrong]]);
    expect(plan.outputs.filter(({ path }) => path === circular)).toEqual([]);
    expect(leftOf(plan).some((line) => line.startsWith("untraced 正文 第1段"))).toBe(true);
  });

  test("whose characters are escaped are left to people", async () => {
    const wrong = '联合检查单位: "市政务服务和数据\\u7ba1理局,市委网信办"';
    const plan = await planAfter([[circular, "联合检查单位: 市政务服务和数据管理局", wrong]]);
    expect(plan.fixes).toEqual([]);
    expect(leftOf(plan)).toEqual([expect.stringContaining("untraced 正文 第1段")]);
  });
});

describe("records in YAML", () => {
  test("are fixed in their line, also where only a table prints them", async () => {
    const plan = await planAfter([[yamlData, "栏目设置不规范，未公开", "栏目设置不规范,未公开"]], {
      data: "inspection.yaml",
    });
    expect(plan.review.diagnostics.flatMap(({ related = [] }) => related.map(({ place }) => place.file))).toContain(
      yamlData,
    );
    expect(fixesOf(plan)).toEqual([`${yamlData}:${position(plan.before(yamlData), ",未公开")} ,→，`]);
    expect(plan.after(yamlData)).toBe(new TextDecoder().decode(bytesOf(yamlData)));
  });
});

describe("cells with the same text", () => {
  const wrong = (text: string): Uint8Array =>
    new TextEncoder().encode(text.replaceAll("其他问题: 其他问题详见下发", "其他问题: 其他问题;详见下发"));

  test("are all fixed, though the table merges them and the message names one", async () => {
    const right = new TextDecoder().decode(bytesOf(yamlData));
    const plan = await planAfter([], { data: "inspection.yaml", files: { [yamlData]: wrong(right) } });
    expect(plan.fixes).toHaveLength(right.split("其他问题详见下发").length - 1);
    expect(plan.after(yamlData)).toBe(right.replaceAll("其他问题: 其他问题详见下发", "其他问题: 其他问题；详见下发"));
    expect(plan.fixed.diagnostics.map(({ code }) => code)).not.toContain("half-width-punctuation");
  });

  test("are all fixed where they are not neighbours", async () => {
    const text = new TextDecoder()
      .decode(bytesOf(yamlData))
      .replace(
        "网站名称: 湘桥区人民政府网站, 单项否决类严重问题: 0, 其他问题: 其他问题详见下发到各单位的网站检查报告。",
        "网站名称: 湘桥区人民政府网站, 单项否决类严重问题: 0, 其他问题: 没有",
      );
    const plan = await planAfter([], { data: "inspection.yaml", files: { [yamlData]: wrong(text) } });
    expect(plan.after(yamlData)).not.toContain("其他问题;详见");
  });
});

describe("what is left alone", () => {
  test.each([
    ["quoted evidence", "“潮州统计”微信公众号因信息", "“潮州统计,发布”微信公众号因信息"],
    ["a title", "网站链接不可访问", "网站链接不可访问，见《链接,检查》"],
    ["an address", "网站链接不可访问", "网站链接http://www.example.gov.cn/a,b不可访问"],
  ])("%s is neither faulted nor changed", async (_, right, wrong) => {
    const plan = await planAfter([[yamlData, right, wrong]], { data: "inspection.yaml" });
    expect(plan.outputs).toEqual([]);
    expect(plan.after(yamlData)).toContain(wrong);
  });

  test("nothing is to be written if that would bring an error, and the error is named", async () => {
    // The name is fixed where the body takes it from, but not in the list that it must be found in: names are their owners'.
    const slips = [
      [yamlData, "网站名称: 湘桥区人民政府网站", "网站名称: 湘桥区人民政府网站(新)"],
      [
        yamlData,
        "涉及网站: [湘桥区人民政府网站]\n    情况: 有1个",
        "涉及网站: [湘桥区人民政府网站(新)]\n    情况: 有1个",
      ],
      [
        yamlData,
        "涉及网站: [湘桥区人民政府网站]\n    情况: 没有",
        "涉及网站: [湘桥区人民政府网站(新)]\n    情况: 没有",
      ],
      [yamlData, "涉及网站: [湘桥区人民政府网站, 潮安区人民政府网站]\n    情况: 存在", "情况: 存在"],
      [yamlData, "涉及网站: [湘桥区人民政府网站, 潮安区人民政府网站]\n    情况: 各有", "情况: 各有"],
    ] as const;
    const plan = await planAfter(slips, { data: "inspection.yaml" });
    expect(plan.fixes.length).toBeGreaterThan(0);
    expect(plan.objections.map(({ code }) => code)).toContain("reference-missing");
    expect(plan.review.folder).toBe(sample);
  });
});
