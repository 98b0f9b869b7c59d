import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml } from "../../../src/input/yaml/read-yaml.js";
import { nodeAt, toPlain, type YamlNode } from "../../../src/input/yaml/yaml-node.js";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReturnType<typeof readYaml> => readYaml(encode(text), "circular.yaml");

function rootOf(text: string): YamlNode {
  const { root, diagnostics } = read(text);
  expect(diagnostics).toEqual([]);
  if (root === undefined) throw new Error("nothing was read");
  return root;
}

/** `code line:column` of each diagnostic, in order. */
function complaints(text: string): string[] {
  return read(text).diagnostics.map(
    ({ code, place }) =>
      `${code} ${place.line === undefined ? "file" : `${String(place.line)}:${String(place.column)}`}`,
  );
}

describe("what is read", () => {
  it("keeps every scalar as it was written", () => {
    const text =
      "编码: 00123\n比例: 100.10\n是否: 是\n无: null\n波浪: ~\n真: true\n日期: 2024-06-30\n十六进制: 0x10\n时间: 10:30\n" +
      "空:\n空引号: ''\n空格: '  '\n引号: \"甲\\n乙\"\n多行: |\n  一\n  二\n列表: [1, '', 三]\n映射: {甲: 1, 乙: }\n中文引号: “甲”\n";
    expect(JSON.parse(JSON.stringify(toPlain(rootOf(text))))).toEqual({
      编码: "00123",
      比例: "100.10",
      是否: "是",
      无: "null",
      波浪: "~",
      真: "true",
      日期: "2024-06-30",
      十六进制: "0x10",
      时间: "10:30",
      空: null,
      空引号: null,
      空格: null,
      引号: "甲\n乙",
      多行: "一\n二\n",
      列表: ["1", null, "三"],
      映射: { 甲: "1", 乙: null },
      中文引号: "“甲”",
    });
  });

  it("knows the line and column of every key and value, as plain data", () => {
    const root = rootOf("# 说明\n标题: 通报\n网站:\n  - 名称: 甲\n    网址: https://example.cn\n  - 名称: 乙\n");
    if (root.kind !== "map") throw new Error("not a map");
    const title = root.entries.get("标题");
    expect(title?.keyPlace).toEqual({ file: "circular.yaml", line: 2, column: 1 });
    expect(title?.value.place).toEqual({ file: "circular.yaml", line: 2, column: 5 });
    expect(JSON.stringify(title?.value.place)).toBe('{"file":"circular.yaml","line":2,"column":5}');
    expect(nodeAt(root, ["网站", 1, "名称"]).node.place).toEqual({ file: "circular.yaml", line: 6, column: 9 });
    expect(nodeAt(root, ["网站", 0]).node.place).toEqual({ file: "circular.yaml", line: 4, column: 5 });
  });

  it("counts lines the same with every kind of line end", () => {
    for (const lineEnd of ["\n", "\r\n", "\r"]) {
      const root = rootOf(["甲: 1", "乙:", "  丙: 2", ""].join(lineEnd));
      expect(nodeAt(root, ["乙", "丙"]).node.place).toEqual({ file: "circular.yaml", line: 3, column: 6 });
    }
  });

  it("follows a path as far as it exists", () => {
    const root = rootOf("网站:\n  - 名称: 甲\n");
    expect(nodeAt(root, ["网站", "0", "名称"])).toMatchObject({ exact: true, node: { kind: "text", text: "甲" } });
    expect(nodeAt(root, ["网站", 0, "网址"])).toMatchObject({ exact: false, node: { kind: "map" } });
    expect(nodeAt(root, ["网站", 7, "名称"])).toMatchObject({ exact: false, node: { kind: "list" } });
    expect(nodeAt(root, ["网站", 0, "名称", "字"])).toMatchObject({ exact: false, node: { kind: "text" } });
    expect(nodeAt(root, [Symbol("网站")])).toMatchObject({ exact: false, node: { kind: "map" } });
    expect(nodeAt(root, [])).toEqual({ exact: true, node: root });
  });

  it("gives objects without a prototype, so that no key is special", () => {
    const plain = toPlain(rootOf("__proto__: {危险: 是}\nconstructor: x\n")) as Record<string, unknown>;
    expect(Object.getPrototypeOf(plain)).toBeNull();
    expect(Object.keys(plain)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>)["危险"]).toBeUndefined();
  });

  it("follows references, and they share what they refer to", () => {
    const root = rootOf("甲: &甲 {单位: 教育局}\n乙: *甲\n丙: &丙 文字\n丁: [*丙, *丙]\n");
    expect(JSON.stringify(toPlain(root))).toBe(
      '{"甲":{"单位":"教育局"},"乙":{"单位":"教育局"},"丙":"文字","丁":["文字","文字"]}',
    );
    expect(nodeAt(root, ["乙", "单位"]).node.place).toEqual({ file: "circular.yaml", line: 1, column: 12 });
  });

  it("takes a file without a byte order mark, with one, and UTF-16 with one", () => {
    const text = "标题: 通报〔2024〕\n";
    const utf16 = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    const swapped = utf16.map((_, index) => utf16[index ^ 1] ?? 0);
    for (const bytes of [
      encode(text),
      new Uint8Array([0xef, 0xbb, 0xbf, ...encode(text)]),
      new Uint8Array([0xff, 0xfe, ...utf16]),
      new Uint8Array([0xfe, 0xff, ...swapped]),
    ]) {
      const { root, diagnostics } = readYaml(bytes, "circular.yaml");
      expect(diagnostics).toEqual([]);
      expect(root && toPlain(root)).toMatchObject({ 标题: "通报〔2024〕" });
      expect(root?.place).toEqual({ file: "circular.yaml", line: 1, column: 1 });
    }
  });
});

describe("what is refused, and where", () => {
  it.each<[string, string, readonly string[]]>([
    ["indentation by tab", "a:\n\tb: 1\n\tc: 2\n", ["yaml-tab 2:1"]],
    [
      "a bracket that closes nothing, after which the parser reads nothing more",
      "a: 1\n}\nb: {x: 1}\nc: [1]\nd: 2\n",
      ["yaml-in-bracket 2:1"],
    ],
    ["a mistake after that", "a: 1\n}\nb: {x: 1}\nc：2\n", ["yaml-in-bracket 2:1", "yaml-colon 4:2"]],
    ["a list that goes on as a map", "- a\nb: 1\nc: 2\n" + "d: {x: 1}\n".repeat(60), ["yaml-indentation 2:1"]],
    ["indentation by tab in two places", "a:\n\tb: 1\nc: 1\nd:\n\te: 2\n", ["yaml-tab 2:1", "yaml-tab 5:1"]],
    ["a tab after a dash", "a:\n-\tb: 1\n", ["yaml-tab 2:2"]],
    ["a tab among spaces", "a:\n  - b: 1\n  \tc: 2\n", ["yaml-tab 3:3"]],
    ["indentation by full-width blanks", "a:\n　　b: 1\n", ["yaml-wide-blank 2:1"]],
    ["a field indented deeper than its neighbour", "a: 1\n b: 2\nc: 3\n", ["yaml-indentation 2:2"]],
    ["a field between two levels", "a:\n  b: 1\n c: 2\n", ["yaml-indentation 3:2"]],
    ["a field of a list item out of line", "a:\n  - b: 1\n   c: 2\n", ["yaml-indentation 3:4"]],
    ["a list item out of line", "a:\n  - 1\n - 2\n", ["yaml-indentation 3:2"]],
    ["a list item among fields", "a: 1\n- b\n", ["yaml-indentation 2:1"]],
    ["two mistakes of different kinds", "a: @x\nb: 1\nc：2\nd: 3\n", ["yaml-special-start 1:4", "yaml-colon 3:2"]],
    ["an open double quote", 'a: 1\nb: "x\nc: 2\n', ["yaml-unclosed-quote 2:4"]],
    ["an open single quote", "a: 'x\nb: 2\n", ["yaml-unclosed-quote 1:4"]],
    ["an open bracket", "a: 1\nb: [1, 2\nc: 3\n", ["yaml-unclosed-bracket 2:4"]],
    ["an open brace", "a: {b: 1\nc: 2", ["yaml-unclosed-bracket 1:4"]],
    ["a bracket that goes on without indentation", "a: [1,\n2]\nb: 3\n", ["yaml-unclosed-bracket 1:4"]],
    ["a full-width comma in braces", "a: {年: 2024，季度: 2}\n", ["yaml-in-bracket 1:8"]],
    ["a list in a bracket", "a: [\n  - b\n  ]\n", ["yaml-in-bracket 2:3"]],
    ["full-width colons only", "标题：x\n文号：y\n", ["yaml-colon 1:3", "yaml-colon 2:3"]],
    ["a full-width colon among good lines", "a: 1\n标题：x\nc: 3\n", ["yaml-colon 2:3"]],
    ["a full-width colon at the end", "a: 1\n标题：x\n", ["yaml-colon 2:3"]],
    ["a full-width colon before deeper lines", "a: 1\n网站：\n  名称: x\n", ["yaml-colon 2:3"]],
    ["a full-width colon in a list item", "l:\n  - 名称：x\n    单位: y\n", ["yaml-colon 2:7"]],
    ["no blank after the colon", "a: 1\n标题:x\nb: 2\n", ["yaml-colon 2:3"]],
    ["no blank after the colon, only line", "标题:x\n", ["yaml-colon 1:3"]],
    ["no blank after the colon in braces", "a: {年:2024}\n", ["yaml-colon 1:6"]],
    ["a full-width blank after the colon", "标题:　x\n", ["yaml-colon 1:3"]],
    ["a line without a colon", "a: 1\n这是一段话\nb: 2\n", ["yaml-missing-colon 2:1"]],
    ["a name without a colon in braces", "a: {年}\n", ["yaml-missing-colon 1:5"]],
    ["two colons in a line", "a: b: c\n", ["yaml-colon-in-value 1:4"]],
    ["a list beside its name", "a: - b\n", ["yaml-list-on-key-line 1:4"]],
    ["text after a quotation", 'a: "x" y\n', ["yaml-text-after-value 1:8"]],
    ["text after a bracket", "文号: [2024]3号\n", ["yaml-text-after-value 1:11"]],
    [
      "a value that begins with a reserved sign",
      "a: @b\nb: `c`\nc: %d\n",
      ["yaml-special-start 1:4", "yaml-special-start 2:4", "yaml-special-start 3:4"],
    ],
    ["a lone asterisk", "a: *\n", ["yaml-special-start 1:4"]],
    ["text after the sign for several lines", "a: |x\nb: 1\n", ["yaml-block-text 1:5"]],
    ["a value that begins with >", "a: >5%\n", ["yaml-block-text 1:6"]],
    ["a comment without a blank", 'a: "x"#c\n', ["yaml-comment 1:7"]],
    ["a backslash in double quotes", 'a: "C:\\用户"\n', ["yaml-backslash 1:7"]],
    ["an exclamation mark", "a: !重要\n", ["yaml-tag 1:5"]],
    [
      "types",
      "a: !!js/function 'x'\nb: !!int 3\nc: !!binary aGk=\nd: !!map [1]\n",
      ["yaml-tag 1:4", "yaml-tag 2:4", "yaml-tag 3:4", "yaml-tag 4:4"],
    ],
    ["a name used twice", "a: 1\nb: 2\na: 3\n", ["yaml-duplicate-key 3:1"]],
    ["a name used twice in braces", "a: {b: 1, b: 2}\n", ["yaml-duplicate-key 1:11"]],
    ["a colon without a name", ": 1\n", ["yaml-empty-key 1:1"]],
    ["a list as a name", "? [a, b]\n: 1\n", ["yaml-key-not-text 1:3"]],
    ["a reference as a name", "a: &x y\n*x : 1\n", ["yaml-key-not-text 2:1"]],
    ["a paragraph as a name", `${"字".repeat(1100)}: 1\n`, ["yaml-key-too-long 1:1"]],
    ["prose", "这是一段话\n", ["yaml-no-structure 1:1"]],
    ["several documents", "a: 1\n---\nb: 2\n", ["yaml-several-documents 2:1"]],
    ["a reference to nothing", "a: **重点**\n", ["yaml-alias-unknown 1:4"]],
    ["a reference to itself", "a: &x [*x]\n", ["yaml-alias-recursive 1:8"]],
    ["a control character", "a: 1\nb: x\u000by\n", ["yaml-control-character 2:5"]],
    ["nothing", "", ["yaml-empty file"]],
    ["blanks", " \n\n", ["yaml-empty file"]],
    ["comments only", "# 说明\n", ["yaml-empty file"]],
    ["a mark for a document only", "---\n", ["yaml-empty file"]],
    ["nesting deeper than any stack", "[".repeat(50_000), ["yaml-too-deep file"]],
    ["binary data", "a: \u0000\n", ["yaml-not-text file"]],
  ])("%s", (_what, text, expected) => {
    expect(complaints(text)).toEqual(expected);
    expect(read(text).root).toBeUndefined();
  });

  it.each<[string, string, readonly string[]]>([
    ["a line that vanished in the one above", "标题: 关于\n  副标题：x\n", ["yaml-continued-line 2:6"]],
    [
      "a comment that was meant as text",
      "名称: #某地发布\n别名: 甲 #乙\n说明: 丙 # 注释\n",
      ["yaml-comment-cut 1:5", "yaml-comment-cut 2:7"],
    ],
    [
      "a full-width comma in a list",
      "指标: [安全，更新, “甲，乙”, '丙，丁']\n",
      ["yaml-wide-comma 1:8", "yaml-wide-comma 1:15"],
    ],
  ])("only warns of %s", (_what, text, expected) => {
    expect(complaints(text)).toEqual(expected);
    expect(read(text).root).toBeDefined();
    expect(read(text).diagnostics.every((diagnostic) => diagnostic.severity === "warning")).toBe(true);
  });

  it.each([
    ["full-width commas outside brackets", "指标:\n  - 安全，更新\n说明: 甲，乙\n"],
    ["text that goes on", "说明: 第一行\n  第二行\n  10:30开始\n  见 https://example.cn\n"],
    ["quoted text that goes on", '说明: "第一行\n  名称：x"\n'],
    ["several lines", "说明: |\n  名称：x\n  单位:y # z\n"],
    ["times and addresses", "时间: 10:30\n网址: https://example.cn:8080/a#b\n"],
    ["a list at the level of its name", "网站:\n- 名称: 甲\n- 名称: 乙\n"],
  ])("takes no offence at %s", (_what, text) => {
    expect(complaints(text)).toEqual([]);
  });

  it("names the first of two equal names", () => {
    const [diagnostic] = read("标题: 1\n标题: 2\n").diagnostics;
    expect(diagnostic?.related).toEqual([
      { place: { file: "circular.yaml", line: 1, column: 1 }, message: "第一次写在这里" },
    ]);
  });

  it("says how a wrong colon should be written", () => {
    const [wide] = read("标题：通报\n").diagnostics;
    expect(wide).toMatchObject({ actual: "标题：", expected: "标题: ", hint: "请用半角冒号加一个半角空格" });
    expect(wide?.message).toContain("全角冒号");
    expect(read("标题:通报\n").diagnostics[0]?.message).toContain("少一个空格");
  });

  it("recognises GBK and says how to save as UTF-8", () => {
    // «标题: 通报» in GBK after a line of plain letters.
    const gbk = new Uint8Array([...encode("# ok\n"), 0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xcd, 0xa8, 0xb1, 0xa8]);
    const { root, diagnostics } = readYaml(gbk, "circular.yaml");
    expect(root).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: "yaml-not-utf8", place: { file: "circular.yaml", line: 2, column: 1 }, severity: "error" },
    ]);
    expect(diagnostics[0]?.hint).toMatch(/另存为.*UTF-8/);
  });

  it("recognises files that are no text at all", () => {
    for (const start of [
      [0x50, 0x4b, 0x03, 0x04, 0x14],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1],
    ]) {
      expect(readYaml(new Uint8Array(start), "x.yaml").diagnostics[0]?.code).toBe("yaml-not-text");
    }
  });

  it("lists fifty mistakes and counts the rest", () => {
    const { diagnostics } = read(Array.from({ length: 80 }, (_, index) => `k${String(index)}: @x\n`).join(""));
    expect(diagnostics).toHaveLength(51);
    expect(diagnostics[50]).toMatchObject({ code: "yaml-more-mistakes", place: { line: 51 } });
    expect(diagnostics[50]?.message).toContain("30");
  });
});

describe("limits", () => {
  const limited = (text: string, limits: Parameters<typeof readYaml>[2]): unknown =>
    readYaml(encode(text), "x.yaml", limits).diagnostics.map(({ code, place }) => [code, place.line]);

  it("refuses a file that is too large", () => {
    expect(limited("a: 12345\n", { bytes: 8 })).toEqual([["yaml-too-large", undefined]]);
    expect(limited("a: 12345\n", { bytes: 9 })).toEqual([]);
  });

  it("refuses more items than the limit, written out or not", () => {
    const ten = "a: [1, 2, 3, 4, 5, 6, 7, 8]\n";
    expect(limited(ten, { nodes: 10 })).toEqual([]);
    expect(limited(ten, { nodes: 9 })).toEqual([["yaml-too-many-nodes", 1]]);
    expect(limited(ten, { nodes: 8 })).toEqual([["yaml-too-many-nodes", undefined]]);
  });

  it("refuses nesting beyond the limit, also behind references", () => {
    const nested = (levels: number): string => `a: ${"[".repeat(levels)}1${"]".repeat(levels)}\n`;
    expect(limited(nested(62), {})).toEqual([]);
    expect(limited(nested(63), {})).toEqual([["yaml-too-deep", 1]]);
    const chain = Array.from({ length: 100 }, (_, index) =>
      index === 0 ? "k0: &k0 [1]\n" : `k${String(index)}: &k${String(index)} [*k${String(index - 1)}]\n`,
    );
    expect(limited(chain.slice(0, 62).join(""), {})).toEqual([]);
    expect(limited(chain.join(""), {})).toEqual([["yaml-too-deep", 63]]);
  });

  it("refuses references that multiply without writing them out", () => {
    const letters = "abcdefghij";
    const lines = Array.from(letters, (letter, index) => {
      const items =
        index === 0
          ? "1, 1, 1, 1, 1, 1, 1, 1, 1"
          : Array(9)
              .fill(`*${letters[index - 1] ?? ""}`)
              .join(", ");
      return `${letter}: &${letter} [${items}]\n`;
    });
    expect(limited(lines.join(""), {})).toEqual([["yaml-alias-expansion", 6]]);
  });

  it("reads thousands of rows", () => {
    const row = (index: number): string =>
      `  - 单位名称: 单位${String(index)}\n    账号名称: 账号${String(index)}\n    结果: 合格\n`;
    const root = rootOf(`新媒体:\n${Array.from({ length: 5000 }, (_, index) => row(index)).join("")}`);
    const last = nodeAt(root, ["新媒体", 4999, "结果"]);
    expect(last).toMatchObject({ exact: true, node: { text: "合格" } });
    expect(last.node.place.line).toBe(15_001);
  });
});

describe("whatever is given", () => {
  const piece = fc.constantFrom(
    ..."abc标题网站：:，,[]{}\"'|>-?!&*#%@`\\".split(""),
    " ",
    "  ",
    "\n",
    "\n  ",
    "\n- ",
    "\t",
    "　",
    ": ",
    "---\n",
    "&a ",
    "*a",
    "!!x ",
    "%YAML 1.2\n",
  );

  it("never throws, says why it has no root, and never in the words of the library", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { root, diagnostics } = read(pieces.join(""));
        if (root === undefined) expect(diagnostics.some((diagnostic) => diagnostic.severity === "error")).toBe(true);
        for (const { message, hint = "", place } of diagnostics) {
          expect(`${message}${hint}`).toMatch(/[\u4e00-\u9fff]/);
          expect(`${message}${hint}`).not.toMatch(/[A-Za-z]{4,} [A-Za-z]/);
          expect(message.endsWith("。")).toBe(false);
          expect(place.line ?? 1).toBeGreaterThan(0);
        }
        if (root !== undefined) JSON.stringify(toPlain(root));
      }),
      { numRuns: 3000 },
    );
  });

  it("takes any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { root, diagnostics } = readYaml(bytes, "x.yaml");
        expect(root !== undefined || diagnostics.length > 0).toBe(true);
      }),
    );
  });
});
