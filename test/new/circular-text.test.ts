import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CircularText, type TextMark, type TextPath } from "../../src/edition/new-edition-text.js";
import { projectFiles } from "../circulars/built-circular.js";

function edit(source: string, change: (text: CircularText) => void): string | undefined {
  const text = new CircularText(source);
  change(text);
  return text.result();
}

describe("a value is changed where it stands", () => {
  test.each([
    ["plain", "甲: 1  # 一\n乙: 2\n", "甲: 9  # 一\n乙: 2\n"],
    ["in double quotes", '甲: "1"\n乙: 2\n', '甲: "9"\n乙: 2\n'],
    ["in single quotes", "甲: '1'\n乙: 2\n", "甲: '9'\n乙: 2\n"],
    ["in braces", "{甲: 1, 乙: 2}\n", "{甲: 9, 乙: 2}\n"],
    ["on a line of its own", "甲:\n  1\n乙: 2\n", "甲:\n  9\n乙: 2\n"],
    ["without line end", "甲: 1", "甲: 9"],
  ])("%s", (_, before, after) => {
    expect(edit(before, (text) => text.set(["甲"], "9"))).toBe(after);
  });
});

describe("a value is taken away and its key stays", () => {
  const clear = (source: string, mark?: TextMark, path: TextPath = ["甲"]): string | undefined =>
    edit(source, (text) => {
      text.clear(path);
      if (mark !== undefined) text.mark(path, mark);
    });

  test.each([
    ["plain", "甲: 一二\n乙: 2\n", "甲:  # 请填写\n乙: 2\n"],
    ["with a comment", "甲: 一 # 说明\n乙: 2\n", "甲: # 说明；请填写\n乙: 2\n"],
    ["quoted, with # and : inside", '甲: "一 # : 二"\n乙: 2\n', "甲:  # 请填写\n乙: 2\n"],
    ["over several lines", "甲: 一\n  二\n  三\n乙: 2\n", "甲:  # 请填写\n乙: 2\n"],
    ["quoted over several lines", '甲: "一\n  二"\n乙: 2\n', "甲:  # 请填写\n乙: 2\n"],
    ["a block of text", "甲: |\n  一\n  # 不是注释\n\n乙: 2\n", "甲:  # 请填写\n\n乙: 2\n"],
    ["a list", "甲:\n  - 一\n  - 二\n# 乙的\n乙: 2\n", "甲:  # 请填写\n# 乙的\n乙: 2\n"],
    ["a list that is not indented", "甲: # 几项\n- 一\n- 二 # 二\n乙: 2\n", "甲: # 几项；请填写 # 二\n乙: 2\n"],
    ["a list in brackets", "甲: [一, 二]\n乙: 2\n", "甲:  # 请填写\n乙: 2\n"],
    ["at the end", "乙: 2\n甲: 一", "乙: 2\n甲:  # 请填写"],
    ["already empty", "甲:\n乙: 2\n", "甲:  # 请填写\n乙: 2\n"],
  ])("%s", (_, before, after) => {
    expect(clear(before, "fill")).toBe(after);
  });

  test("in braces the comment says which", () => {
    const source = "甲: {一: 1, 二: 2, 三: 三} # 说明\n乙: 2\n";
    const changed = edit(source, (text) => {
      for (const key of ["一", "二"]) {
        text.clear(["甲", key]);
        text.mark(["甲", key], "fill");
      }
      text.mark(["甲", "三"], "check");
    });
    expect(changed).toBe("甲: {一: , 二: , 三: 三} # 说明；请填写：一、二；请核对：三\n乙: 2\n");
    expect(parse(changed ?? "")).toEqual({ 甲: { 一: null, 二: null, 三: "三" }, 乙: 2 });
  });

  test("braces over several lines", () => {
    const changed = clear("甲: {一: 1,\n  二: 2}\n乙: 2\n", "fill", ["甲", "一"]);
    expect(changed).toBe("甲: {一: ,  # 请填写：一\n  二: 2}\n乙: 2\n");
    expect(parse(changed ?? "")).toEqual({ 甲: { 一: null, 二: 2 }, 乙: 2 });
  });

  test("where the line ends inside a text, the comment comes before the key", () => {
    const changed = edit('乙: 2\n甲: {日: 2024-01-01, 文: "一\n  二"}\n', (text) => text.mark(["甲", "日"], "check"));
    expect(changed).toBe('乙: 2\n# 请核对：日\n甲: {日: 2024-01-01, 文: "一\n  二"}\n');
  });
});

test("what was asked for last time is not asked twice", () => {
  const source = "甲: 1  # 请核对\n乙: {一: 1}  # 说明；请填写：一\n丙: 3  # 请核对一下这里\n";
  const changed = edit(source, (text) => {
    text.mark(["甲"], "check");
    text.mark(["乙", "一"], "check");
    text.mark(["丙"], "check");
  });
  expect(changed).toBe("甲: 1  # 请核对\n乙: {一: 1}  # 说明；请核对：一\n丙: 3  # 请核对一下这里；请核对\n");
});

describe("a list keeps only its first item", () => {
  test("with one key a line", () => {
    const source =
      "问题:\n  - 标题: 甲\n    各项:\n      - 一\n      - 二 # 注\n\n  - 标题: 乙\n    各项: [三] # 注\n\n# 后面\n其他: 1\n";
    const changed = edit(source, (text) => {
      text.keepFirstItem(["问题"]);
      text.clear(["问题", 0, "标题"]);
      text.clear(["问题", 0, "各项"]);
      text.mark(["问题", 0, "各项"], "fill");
    });
    expect(changed).toBe("问题:\n  - 标题:\n    各项:  # 请填写 # 注\n\n# 后面\n其他: 1\n");
  });

  test("in brackets", () => {
    const source = "问题: [{标题: 甲}, {标题: 乙},\n  {标题: 丙}]\n其他: 1\n";
    const changed = edit(source, (text) => {
      text.keepFirstItem(["问题"]);
      text.clear(["问题", 0, "标题"]);
      text.mark(["问题", 0, "标题"], "fill");
    });
    expect(changed).toBe("问题: [{标题: }]  # 请填写：标题\n其他: 1\n");
  });
});

test("a key is taken away with all that belongs to it, a value is replaced whatever its form", () => {
  const source = "甲: 1\n数据表:\n  网站:\n    - {名称: 一}\n    - {名称: 二}\n数据文件:\n- a.yaml\n- b.yaml\n乙: 2\n";
  const changed = edit(source, (text) => {
    text.remove("数据表");
    text.rewrite(["数据文件"], "inspection.xlsx", "inspection.xlsx");
  });
  expect(changed).toBe("甲: 1\n数据文件: inspection.xlsx\n乙: 2\n");
});

test.each([
  ["甲: &名 1\n乙: *名\n", "&名"],
  ["甲: 1\n乙: 2\n", undefined],
])("references are found: %j", (source, reference) => {
  expect(new CircularText(source).reference()).toBe(reference);
});

test("a change that cannot be made without damage is not made", () => {
  // A key in question marks has no colon on its line.
  expect(edit("? 甲\n: [一,\n  二]\n乙: 2\n", (text) => text.rewrite(["甲"], "{", {}))).toBeUndefined();
});

describe.each((projectFiles().list("data") ?? []).map((id) => ({ id })))("of $id", ({ id }) => {
  const source = new TextDecoder().decode(projectFiles().read(`data/${id}/circular.yaml`));

  function leaves(value: unknown, path: TextPath = []): TextPath[] {
    if (Array.isArray(value))
      return value.every((item) => typeof item !== "object")
        ? [path]
        : value.flatMap((item, index) => leaves(item, [...path, index]));
    if (typeof value !== "object" || value === null) return [path];
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  }

  test("every single value can be cleared, and nothing else changes", () => {
    const paths = leaves(parse(source)).filter((path) => typeof path.at(-1) === "string");
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) {
      const changed = edit(source, (text) => {
        text.clear(path);
        text.mark(path, "fill");
      });
      const expected = parse(source) as Record<string, unknown>;
      let parent = expected;
      for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
      parent[path.at(-1)!] = null;
      expect(parse(changed ?? ""), path.join(".")).toEqual(expected);
      expect(changed).toContain("请填写");
    }
  });

  test("without a change it stays as it is, byte for byte", () => {
    expect(edit(source, () => undefined)).toBe(source);
  });
});
