import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { parseYaml } from "../../../src/input/yaml/parse-yaml.js";
import { readPlainYaml } from "../../../src/input/yaml/plain-yaml.js";
import type { YamlNode } from "../../../src/input/yaml/yaml-node.js";
import { YamlSource } from "../../../src/input/yaml/yaml-source.js";
import { projectPath } from "../../circulars/built-circular.js";

const limits = { nodes: 400_000, depth: 64 };

/** All that a reader of the tree can get at. */
function everything(node: YamlNode): unknown {
  switch (node.kind) {
    case "text":
      return { text: node.text, empty: node.empty, place: node.place, contentPlace: node.contentPlace };
    case "list":
      return { place: node.place, items: node.items.map(everything) };
    case "map":
      return {
        place: node.place,
        entries: [...node.entries].map(([name, { key, keyPlace, value }]) => [name, key, keyPlace, everything(value)]),
      };
  }
}

/** Reads a text both ways; `false` if it is not plain. What is plain must have the parser's tree, and no mistakes. */
function readsAlike(text: string): boolean {
  const plain = readPlainYaml(new YamlSource("x.yaml", text), limits.nodes);
  if (plain === undefined) return false;
  const parsed = parseYaml(new YamlSource("x.yaml", text), limits);
  expect(parsed.diagnostics, text).toEqual([]);
  expect(parsed.root === undefined ? undefined : everything(parsed.root), text).toEqual(everything(plain));
  return true;
}

function yamlFiles(): readonly (readonly [string, string])[] {
  return ["data", "templates", "docs/示例", "test"].flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yaml"))
      .map((name) => [path.join(folder, name), readFileSync(projectPath(folder, name), "utf8")] as const),
  );
}

const files = yamlFiles();
/** Of the size that random changes are made in. */
const smallFiles = files.filter(([, text]) => text.length < 3000).map(([, text]) => text);

/** What offices write, and what they write by mistake. */
const snippets = [
  ...[
    "\n",
    "  ",
    " ",
    "- ",
    ": ",
    ":",
    "：",
    "，",
    ",",
    ", ",
    "[",
    "]",
    "{",
    "}",
    "{甲: 1, 乙: [2, 3]}",
    "[甲, 乙]",
    "甲: 乙",
  ],
  ...[
    "'",
    '"',
    "''",
    "\\",
    "\\n",
    "#",
    " # 说明",
    "&甲 ",
    "*甲",
    "|",
    "|\n  文字",
    ">",
    "!",
    "?",
    "%",
    "@",
    "---",
    "...",
    "-1",
  ],
  ...["\t", "\u3000", "甲", "a b", "2024-07-10", "00123", "~", "null", "<<: ", "\n\n", "\n# 说明\n", "`", "-", "- - "],
];

describe("plain YAML", () => {
  it("is what all our samples and types are", () => {
    const notPlain = files.filter(
      ([name, text]) =>
        /^(?:data|templates)/u.test(name) && readPlainYaml(new YamlSource(name, text), 400_000) === undefined,
    );
    expect(notPlain.map(([name]) => name)).toEqual([]);
  });

  it("is read as the parser reads it", () => {
    let plain = 0;
    for (const [, text] of files) if (readsAlike(text)) plain += 1;
    expect(plain).toBeGreaterThan(40);
  });

  it.each([
    ["a map", "甲: 1\n乙: 2\n"],
    ["no line end", "甲: 1"],
    ["nested maps and lists", "甲:\n  乙:\n    - 1\n    - 2\n  丙: {丁: [1, 2], 戊: {}, 己: []}\n"],
    ["lists of maps", "- 甲: 1\n  乙: 2\n-   丙: 3\n    丁:\n      - 4\n"],
    ["comments", "# 一\n甲: 1 # 二\n\n  # 三\n乙: # 四\n  # 五\n  丙: 2\n# 六"],
    ["quotation marks", "甲: 'it''s'\n乙: \"a\\n\\\"b\\\\\"\n丙: '# [不是] 说明: {'\n丁: ['a, b', \"c: d\"]\n"],
    ["brackets over lines", "甲: [1,\n  2,\n\n    3\n  ]\n乙: {一: 1,\n  二: [2,\n 3]}\n"],
    [
      "colons and marks inside texts",
      "甲: 12:30\n乙: a#b - c [d] {e} & * ! | > % @\n丙: http://x.cn/?a=1&b=2\n丁: -1\n",
    ],
    ["blanks at the end", "甲: 1   \n乙:   \n  丙: 2  \n"],
    ["wide marks", "甲： 乙: 1\n丙: 一，二：三\n"],
  ])("reads %s", (_, text) => {
    expect(readsAlike(text)).toBe(true);
  });

  it.each([
    ["duplicate keys", "甲: 1\n甲: 2\n"],
    ["no value", "甲:\n乙: 1\n"],
    ["a text that goes on", "甲: 1\n  2\n"],
    ["a comment without a blank", "甲: 1 #二\n"],
    ["a wide comma in a list", "甲: [一，二]\n"],
    ["a wide colon", "甲：1\n"],
    ["other levels", "甲:\n    乙: 1\n  丙: 2\n"],
    ["anchors", "甲: &a 1\n乙: *a\n"],
    ["block texts", "甲: |\n  1\n"],
    ["tabs", "甲:\t1\n"],
    ["several documents", "甲: 1\n---\n乙: 2\n"],
    ["keys in quotation marks", "'甲': 1\n"],
    ["trailing commas", "甲: [1, ]\n"],
    ["what follows brackets", "甲: [1] 2\n"],
    ["blanks around a key", "\u3000甲: 1\n"],
    ["nothing", "# 说明\n"],
    ["too many levels", `甲: ${"[".repeat(60)}${"]".repeat(60)}\n`],
  ])("leaves %s to the parser", (_, text) => {
    expect(readPlainYaml(new YamlSource("x.yaml", text), limits.nodes)).toBeUndefined();
  });

  it("has a limit of its size", () => {
    const source = (): YamlSource => new YamlSource("x.yaml", "甲: [1, 2, 3]\n");
    expect(readPlainYaml(source(), 5)).toBeDefined();
    expect(readPlainYaml(source(), 4)).toBeUndefined();
  });

  it("is read as the parser reads it, whatever the data", () => {
    const key = fc.constantFrom("甲", "乙 丙", "a-b", "发文机关", "x#y", "一：二", "-1", "00");
    const text = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom("甲、乙", "潮州市统计局", "1.50", "00123", "a b", "12:30", "http://x.cn/a"),
      },
      fc.constantFrom(...snippets, "1.50", "甲、乙", "  a", "a  ", "it's", '"', "#潮州", "12:30", "- a", "a: b", ""),
      fc.string({ maxLength: 8 }),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        text,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(key, tie("tree"), { maxKeys: 4 }),
      ),
    }));
    let plain = 0;
    fc.assert(
      fc.property(tree, fc.constantFrom(1, 2, 4), fc.boolean(), fc.boolean(), (data, indent, indentSeq, flow) => {
        const text = flow
          ? `甲: ${stringify(data, { collectionStyle: "flow", lineWidth: 0 })}`
          : stringify({ 甲: data }, { indent, indentSeq, lineWidth: 40 });
        if (readsAlike(text)) plain += 1;
      }),
      { numRuns: 1500 },
    );
    expect(plain).toBeGreaterThan(150);
  });

  it("is read as the parser reads it, whatever is changed in a file", () => {
    const change = fc.record({
      at: fc.nat({ max: 3000 }),
      removed: fc.constantFrom(0, 0, 1, 2, 5, 30),
      added: fc.oneof(fc.constantFrom(...snippets), fc.constant("")),
    });
    let plain = 0;
    fc.assert(
      fc.property(fc.constantFrom(...smallFiles), fc.array(change, { minLength: 1, maxLength: 3 }), (file, changes) => {
        let text = file;
        for (const { at, removed, added } of changes) {
          const position = at % (text.length + 1);
          text = text.slice(0, position) + added + text.slice(position + removed);
        }
        if (readsAlike(text)) plain += 1;
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});
