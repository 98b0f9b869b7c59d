import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern, type TextPattern } from "../../src/schema/linear-pattern.js";
import { composeInMemory } from "../edition/compose-in-memory.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";

/** 格式 of type.yaml: regular expressions that keep a backtracking engine busy for years. */

function pattern(source: string): TextPattern {
  const compiled = compilePattern(source);
  if (typeof compiled === "string") throw new Error(`${source}: ${compiled}`);
  return compiled;
}

describe("expressions whose time doubles with every character", () => {
  test.each([
    "(a+)+",
    "(a*)*",
    "(a|a)*",
    "(a|aa)+",
    "(?:a?){30}a{30}",
    "(.*)*x",
    "([a-z]+)*\\d",
    "(a+)+(a+)+(a+)+",
    "(\\w+\\s?)*",
    ".*.*.*.*.*=.*",
  ])("%s is answered for a text of 30,000 characters", (source) => {
    expect(pattern(source).test(`${"a".repeat(30_000)}！`)).toBe(false);
  });

  test("in an edition: the value is reported, at once", async () => {
    const type = exampleType.replace("单位: {必填: 是}", "单位: {必填: 是, 格式: '(市+)+'}");
    const circular = exampleCircular.replace("单位: 市教育局", `单位: ${"市".repeat(1000)}局`);
    const { diagnostics } = await composeInMemory({ type, circular });
    expect(diagnostics.map(({ code }) => code)).toContain("value-pattern");
  });
});

describe("what matching one character after the other cannot do is refused", () => {
  test.each([
    "(?=a)a",
    "(?!a).",
    "(?<=a)b",
    "(?<!a)b",
    "(a)\\1",
    "(?<x>a)\\k<x>",
    "\\ba",
    "a\\B",
    "a{1001}",
    "(a{40}){40}",
  ])("%s", (source) => {
    expect(compilePattern(source)).toBe("unsupported");
  });

  test.each(["(", "[", "a**", "{1}", "\\p{x}", "a{2,1}"])("%s is no regular expression", (source) => {
    expect(compilePattern(source)).toBe("invalid");
  });
});

describe("matching is what JavaScript does", () => {
  const atom = fc.constantFrom(
    ...[
      "a",
      "b",
      "甲",
      "1",
      "𠀀",
      ".",
      "\\d",
      "\\D",
      "\\w",
      "\\s",
      "[ab]",
      "[^a]",
      "[\\]a-c]",
      "[一-鿿]",
      "\\p{Script=Han}",
      "\\u{20000}",
    ],
    ...["\\.", "\\(", "\\u7532", "\\x61", "\\ud840\\udc00", "^", "$", "\\n", "[\\d-]", "[^]"],
  );
  const quantifier = fc.constantFrom("", "", "*", "+", "?", "{2}", "{0,2}", "{1,}", "{0}", "*?", "+?", "??");
  const { expression } = fc.letrec<{ expression: string; sequence: string; item: string }>((tie) => ({
    expression: fc.array(tie("sequence"), { minLength: 1, maxLength: 3 }).map((all) => all.join("|")),
    sequence: fc.array(tie("item"), { maxLength: 4 }).map((all) => all.join("")),
    item: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      fc.tuple(atom, quantifier).map(([one, times]) => (/^[$^]$/u.test(one) ? one : one + times)),
      fc
        .tuple(fc.constantFrom("(", "(?:", "(?<n>"), tie("expression"), quantifier)
        .map(([start, inside, times]) =>
          start === "(?<n>" && inside.includes("(?<n>") ? `(?:${inside})${times}` : `${start}${inside})${times}`,
        ),
    ),
  }));
  const text = fc
    .array(fc.constantFrom("a", "b", "c", "甲", "1", "𠀀", ".", "(", "\n", " ", "\ud840", "-", "]"), { maxLength: 8 })
    .map((all) => all.join(""));

  test("for expressions and texts of every kind", () => {
    let matched = 0;
    fc.assert(
      fc.property(
        expression.filter(({ length }) => length <= 60),
        fc.array(text, { minLength: 5, maxLength: 5 }),
        (source, texts) => {
          const compiled = compilePattern(source);
          if (compiled === "invalid") {
            expect(() => new RegExp(source, "u")).toThrow();
            return;
          }
          if (compiled === "unsupported") return;
          const reference = new RegExp(`^(?:${source})$`, "u");
          for (const one of texts) {
            const expected = reference.test(one);
            if (expected) matched += 1;
            expect({ source, one, matches: compiled.test(one) }).toEqual({ source, one, matches: expected });
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(matched).toBeGreaterThan(500);
  });
});
