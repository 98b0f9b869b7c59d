import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { afterEach, describe, expect, test } from "vitest";
import { readImage } from "../../src/input/image.js";
import { defaultReadingLimits } from "../../src/input/xlsx/reading-limits.js";
import { readYaml } from "../../src/input/yaml/read-yaml.js";
import { raisedLimits, raiseLimits } from "../../src/openxml/raised-limits.js";
import { readDocx } from "../../src/docx/read-docx.js";
import { compilePattern } from "../../src/schema/linear-pattern.js";
import { complaints } from "../edition/compose-in-memory.js";
import { p, wordFile } from "../docx-reading/word-file.js";
import { exampleType } from "../../scripts/write-reference.example.js";

/** Each limit of docs/限制.md is where the page says: at the number it is still right, one more is too much; and what can be raised is. */

const page = readFileSync("docs/限制.md", "utf8");

/** The numbers in the row of the page that names a message, and a word of it if several rows name the message. */
function stated(code: string, word = ""): number[] {
  const row = page.split("\n").find((line) => line.includes(`\`${code}\``) && line.includes(word)) ?? "";
  const number = row.split("|")[3] ?? "";
  return [...number.matchAll(/(\d+)( MB| 亿)?/gu)].map(
    ([, digits, unit]) => Number(digits) * (unit === " MB" ? 1024 * 1024 : unit === " 亿" ? 100_000_000 : 1),
  );
}

const limitOf = (code: string, word = ""): number => {
  const [number] = stated(code, word);
  if (number === undefined) throw new Error(`docs/限制.md has no limit for ${code}`);
  return number;
};

function yamlCodes(text: string): string[] {
  return readYaml(strToU8(text), "a.yaml").diagnostics.map(({ code }) => code);
}

function docxCodes(bytes: Uint8Array): string[] {
  return readDocx(bytes, "a.docx").diagnostics.map(({ code }) => code);
}

async function firstCode(body: string, type = exampleType, files: Record<string, string> = {}): Promise<string> {
  return (await complaints({ body, type, files }))[0]?.split(" ")[0] ?? "";
}

const png = readFileSync("data/guangdong-2024q2/附件1示例.png");

interface Limit {
  readonly code: string;
  readonly word?: string;
  /** The codes of what was found, with so much of it. */
  readonly at: (amount: number) => string | readonly string[] | Promise<string>;
}

const limits: readonly Limit[] = [
  { code: "yaml-too-large", at: (bytes) => yamlCodes(`a: b\n#${"x".repeat(bytes - 7)}\n`) },
  { code: "yaml-too-many-nodes", at: (nodes) => yamlCodes(`- a\n- a\n- [${"a,".repeat(nodes - 4)}]\n`) },
  { code: "yaml-too-deep", at: (depth) => yamlCodes(`${"[".repeat(depth)}${"]".repeat(depth)}\n`) },
  {
    code: "docx-too-many-parts",
    at: (parts) =>
      docxCodes(zipSync(Object.fromEntries(Array.from({ length: parts }, (_, n) => [`a/${String(n)}`, strToU8("")])))),
  },
  { code: "template-too-long", at: (length) => firstCode(`${"字".repeat(length - 1)}。`) },
  { code: "template-tag-too-long", at: (length) => firstCode(`{{!${" ".repeat(length - 3)}}}字。`) },
  {
    code: "template-too-deep",
    at: (depth) => firstCode(`${"{{#如果 账号}}".repeat(depth)}字${"{{/如果}}".repeat(depth)}。`),
  },
  {
    code: "template-partial-depth",
    at: (depth) =>
      firstCode(
        "{{> 片1}}。",
        exampleType,
        Object.fromEntries(
          Array.from({ length: depth }, (_, n) => [
            `templates/示例/片${String(n + 1)}.hbs`,
            n + 1 === depth ? "字" : `{{> 片${String(n + 2)}}}`,
          ]),
        ),
      ),
  },
  {
    code: "fact-too-deep",
    at: (depth) =>
      firstCode(
        "字。",
        `${exampleType}事实:\n${Array.from({ length: depth }, (_, n) => `  甲${String(n)}: ${n + 1 === depth ? "行数 账号" : `加 甲${String(n + 1)} 1`}\n`).join("")}`,
      ),
  },
  {
    code: "type-too-many-columns",
    at: (columns) =>
      firstCode(
        "字。",
        `${exampleType}  - {名称: 丁, 内容: [{表: {数据表: 地区, 列: [${"{标题: 名称}, ".repeat(columns)}]}}]}\n`,
      ),
  },
  {
    code: "type-pattern-too-long",
    at: (length) =>
      firstCode(
        "字。",
        exampleType.replace(
          "单位: {必填: 是}",
          `单位: {必填: 是, 格式: ".*${"a?".repeat(length / 2 - 1)}${"a".repeat(length % 2)}"}`,
        ),
      ),
  },
  {
    code: "image-too-large",
    at: (bytes) =>
      readImage(new Uint8Array(Buffer.concat([png, Buffer.alloc(bytes - png.length)])), "a.png", { file: "a" })
        .diagnostics.map(({ code }) => code)
        .filter((code) => code === "image-too-large"),
  },
];

describe.each(limits.map((limit) => [limit.code, limit] as const))("%s", (code, { word, at }) => {
  test("is where docs/限制.md says", async () => {
    const limit = limitOf(code, word);
    expect([await at(limit)].flat()).not.toContain(code);
    expect([await at(limit + 1)].flat()).toContain(code);
  });
});

describe("XML", () => {
  const nested = (depth: number): Uint8Array =>
    // The document and its body are two.
    wordFile({ body: `${"<w:p>".repeat(depth - 2)}${"</w:p>".repeat(depth - 2)}` });
  const attributes = (count: number): Uint8Array =>
    wordFile({ body: `<w:p ${Array.from({ length: count }, (_, n) => `a${String(n)}=""`).join(" ")}/>${p("字")}` });

  test.each([
    ["元素嵌套的层数", nested],
    ["一个元素的属性数", attributes],
  ])("%s is limited where docs/限制.md says", (word, made) => {
    const limit = limitOf("docx-damaged-part", word);
    expect(docxCodes(made(limit))).not.toContain("docx-damaged-part");
    expect(docxCodes(made(limit + 1))).toContain("docx-damaged-part");
  });
});

test("a pattern that unfolds to more states than docs/限制.md says is refused", () => {
  const [, states = 0] = stated("type-pattern-too-long");
  expect(states).toBe(1000);
  expect(compilePattern(`a{${String(states - 10)}}`)).not.toBe("unsupported");
  expect(compilePattern(`a{${String(states + 1)}}`)).toBe("unsupported");
});

describe("raised limits", () => {
  afterEach(() => {
    raiseLimits(1);
  });

  test("all that the page says can be raised is, and what it says is fixed is not", () => {
    const [raisable = "", fixed = ""] = page.split("## 固定的");
    expect(raisable).toContain("`workbook-too-many-rows`");
    expect(fixed).toContain("`workbook-text-too-long`");
    raiseLimits(4);
    expect(raisedLimits(defaultReadingLimits, ["textLength"])).toEqual({
      ...Object.fromEntries(Object.entries(defaultReadingLimits).map(([name, limit]) => [name, limit * 4])),
      textLength: defaultReadingLimits.textLength,
    });
    for (const code of ["yaml-too-large", "docx-too-many-parts"]) {
      const { at } = limits.find((limit) => limit.code === code)!;
      expect(at(limitOf(code) + 1)).not.toContain(code);
    }
    const { at } = limits.find(({ code }) => code === "yaml-too-deep")!;
    expect(at(limitOf("yaml-too-deep") + 1)).toContain("yaml-too-deep");
  });
});
