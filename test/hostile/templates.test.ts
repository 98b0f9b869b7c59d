import { describe, expect, test } from "vitest";
import { complaints, composeInMemory } from "../edition/compose-in-memory.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";

/** Templates made to exhaust the machine, or to reach what is not data. */

const open = (block: string, times: number): string => `{{#${block}}}`.repeat(times);
const closed = (block: string, times: number): string => `{{/${block}}}`.repeat(times);

describe("deep nesting", () => {
  test.each([
    ["blocks", `${open("如果 账号", 20_000)}字${closed("如果", 20_000)}`],
    ["blocks that are never closed", open("如果 账号", 20_000)],
    ["else branches", `{{#如果 账号}}${"{{else 如果 账号}}字".repeat(20_000)}{{/如果}}`],
    ["brackets", `{{行数 ${"(行数 ".repeat(1000)}账号${")".repeat(1000)}}}`],
  ])("%s", async (_, body) => {
    expect((await complaints({ body })).map((complaint) => complaint.split(" ")[0])).toEqual(["template-too-deep"]);
  });

  test("a tag that never ends", async () => {
    expect(await complaints({ body: `{{名称${" ".repeat(400_000)}` })).toEqual(["template-tag-too-long 1:1"]);
    expect(await complaints({ body: "{{!--".repeat(80_000) })).toEqual(["template-tag-too-long 1:1"]);
  });

  test("a hundred thousand tags that are each wrong", async () => {
    expect(await complaints({ body: "{{a b=}}\n".repeat(50_000) })).not.toEqual([]);
  });
});

describe("facts that follow from each other", () => {
  const chain = (length: number, brackets: number): string[] =>
    Array.from({ length }, (_, n) => {
      const next = n + 1 === length ? "行数 账号" : `加 甲${String(n + 1)} 1`;
      return `  甲${String(n)}: ${brackets === 0 ? next : `加 ${"(加 ".repeat(brackets - 1)}(${next})${" 1)".repeat(brackets - 1)} 1`}\n`;
    });
  const complain = async (facts: readonly string[], body = "{{甲0}}"): Promise<string[]> =>
    (await composeInMemory({ type: `${exampleType}事实:\n${facts.join("")}`, body })).diagnostics.map(
      ({ code }) => code,
    );

  test.each([
    ["the first from the second and so on", chain(3000, 1)],
    ["the last first, so that each is checked when the next is known", chain(3000, 1).reverse()],
  ])("three thousand of them, %s", async (_, facts) => {
    const codes = await complain(facts);
    expect(codes[0]).toBe("fact-too-deep");
    expect(new Set(codes)).toEqual(new Set(["fact-too-deep"]));
  });

  test("as many as there may be, in as many brackets and blocks as there may be, are worked out", async () => {
    const body = `${open("如果 账号", 90)}{{甲0}}${closed("如果", 90)}。`;
    for (const facts of [chain(200, 0), chain(100, 1), chain(2, 97), chain(4, 49)]) {
      expect(await complain(facts, body)).toEqual([]);
      expect(await complain(facts.toReversed(), body)).toEqual([]);
    }
    expect(await complain(chain(201, 0))).toEqual(["fact-too-deep"]);
    expect(await complain(chain(201, 0).reverse())).toEqual(["fact-too-deep"]);
  });
});

describe("recursion", () => {
  test("a template file that includes itself, and two that include each other", async () => {
    expect(await complaints({ body: "{{> 一}}", files: { "templates/示例/一.hbs": "{{> 一}}" } })).toEqual([
      "template-partial-depth 一.hbs:1:1",
    ]);
    const files = { "templates/示例/一.hbs": "{{> 二}}", "templates/示例/二.hbs": "{{> 一}}" };
    expect((await complaints({ body: "{{> 一}}", files }))[0]).toMatch(/^template-partial-depth/u);
  });

  test("files that each include the next one a hundred times: 10^14 in all", async () => {
    const names = ["一", "二", "三", "四", "五", "六", "七"];
    const files = Object.fromEntries(
      names.map((name, index) => [
        `templates/示例/${name}.hbs`,
        names[index + 1] === undefined ? "字" : `{{> ${names[index + 1]!}}}`.repeat(100),
      ]),
    );
    const codes = (await complaints({ body: "{{> 一}}", files })).map((complaint) => complaint.split(" ")[0]);
    expect(codes).toEqual(["template-too-many-steps"]);
  });

  test("files that include each other as deeply as they may, in as many blocks as there may be", async () => {
    const names = ["一", "二", "三", "四", "五", "六", "七"];
    const nested = (inner: string): string => `${open("如果 账号", 95)}${inner}${closed("如果", 95)}`;
    const files = Object.fromEntries(
      names.map((name, index) => [
        `templates/示例/${name}.hbs`,
        nested(
          names[index + 1] === undefined
            ? `{{${"加 (".repeat(4)}行数 账号${") 1".repeat(4)}}}`
            : `{{> ${names[index + 1]!}}}`,
        ),
      ]),
    );
    expect(await complaints({ body: `${nested("{{> 一}}")}。`, files })).toEqual([]);
  });

  test("loops in loops in loops", async () => {
    const body = `${open("逐项 地区", 8)}字${closed("逐项", 8)}。`;
    const rows = Array.from({ length: 40 }, (_, index) => `    - {名称: 市${String(index)}, 检查数: 1}\n`).join("");
    const { document, diagnostics } = await composeInMemory({
      body,
      circular: exampleCircular.replace(/ {4}- \{名称: 甲市[\s\S]*$/u, rows),
    });
    expect(document).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain("template-too-many-steps");
  });
});

describe("prototype access", () => {
  test.each([
    "{{constructor}}",
    "{{__proto__}}",
    "{{this.constructor}}",
    "{{账号.constructor}}",
    "{{期间.__proto__}}",
    "{{期间.constructor.constructor}}",
    "{{toString}}",
    "{{lookup 期间 'constructor'}}",
    "{{#with 期间}}{{constructor}}{{/with}}",
    "{{#逐项 账号}}{{__proto__}}{{/逐项}}",
    "{{#逐项 账号}}{{hasOwnProperty}}{{/逐项}}",
    '{{行数 账号 constructor="甲"}}',
    '{{行数 账号 __proto__="甲"}}',
    "{{> __proto__}}",
    "{{> constructor}}",
  ])("%s is an unknown name", async (body) => {
    const { document, diagnostics } = await composeInMemory({ body });
    expect(document).toBeUndefined();
    for (const { code } of diagnostics)
      expect(code).toMatch(/^(?:helper|template)-(?:unknown|unsupported|too-far|syntax|braces)/u);
  });
});
