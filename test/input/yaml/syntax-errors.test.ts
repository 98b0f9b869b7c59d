import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { describe, expect, it } from "vitest";
import { explanations } from "../../../src/input/yaml/syntax-errors.js";
import { YamlSource } from "../../../src/input/yaml/yaml-source.js";

/** The codes that the library itself declares. */
function declaredCodes(): string[] {
  const main = createRequire(import.meta.url).resolve("yaml");
  const declarations = readFileSync(join(dirname(main), "errors.d.ts"), "utf8");
  const union = /type ErrorCode =([^;]+);/.exec(declarations)?.[1] ?? "";
  return Array.from(union.matchAll(/'([A-Z0-9_]+)'/g), (match) => match[1] ?? "");
}

describe("the errors of the YAML library", () => {
  it("are all explained, and nothing else is", () => {
    const codes = declaredCodes();
    expect(codes.length).toBeGreaterThan(20);
    expect(Object.keys(explanations).sort()).toEqual(codes.sort());
  });

  it.each(Object.entries(explanations))(
    "%s is explained in Chinese even where it was not expected",
    (_code, explain) => {
      const text = "标题: 通报\n网站: 甲\n";
      const source = new YamlSource("x.yaml", text);
      const document = parseDocument(text);
      const diagnostics = explain({ message: "Some words nobody knows", offset: 14, line: 2, document, source });
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const { message, hint = "", place } of diagnostics) {
        expect(message).toMatch(/[\u4e00-\u9fff]/);
        expect(`${message}${hint}`).not.toMatch(/words|Unexpected|[A-Za-z]{4,} [A-Za-z]/);
        expect(place.file).toBe("x.yaml");
        expect(place.line).toBeGreaterThan(0);
      }
    },
  );

  it("are still worded by the library as our explanations expect", () => {
    // Where one code has several meanings the wording tells them apart; if it changes, these messages become vague.
    const worded: readonly (readonly [string, string])[] = [
      ['a: "x', "Missing closing"],
      ["a: [1", "Flow"],
      ["[1", "Flow"],
      ['a: "x"#c', "Comments"],
      ["a: !x,y", "Tags and anchors"],
      ['a: ["x" "y"]', " flow "],
      ["a: [1, , 2]", " flow "],
      ["a:\n  - b: 1\n   c: 2", "Sequence item without - indicator"],
      ["a: 1\nb", "Implicit map keys"],
      ["a: |x", "Block scalar header"],
      ["a: - b", "block-seq-ind on same line"],
      ['a: "x" y', "at node end"],
    ];
    for (const [text, wording] of worded) {
      const { errors } = parseDocument(text, { prettyErrors: false, lineCounter: new LineCounter() });
      expect(errors.map((error) => error.message).join("\n")).toContain(wording);
    }
  });
});
