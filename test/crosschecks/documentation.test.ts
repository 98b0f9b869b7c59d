import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkEntryForm } from "../../src/schema/cross-checks/cross-check-file.js";
import { toJsonSchema } from "../../src/schema/json-schema.js";
import { schemaOf } from "../../src/schema/schema-of.js";
import { crossCheckNames } from "../../src/schema/cross-checks/definitions.js";

const reference = readFileSync("docs/核对规则.md", "utf8");
const guide = readFileSync("docs/编写通报类型.md", "utf8");
const names: readonly string[] = Object.values(crossCheckNames);

/** As `readYaml` reads: every scalar as it is written. */
const asWritten = (text: string): unknown => parse(text, { schema: "failsafe" });

const sections = reference
  .split(/^## /mu)
  .slice(1)
  .map((section) => ({
    name: section.split("\n")[0] ?? "",
    examples: [...section.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)].flatMap(
      ([, text]) => asWritten(text ?? "") as unknown[],
    ),
  }));

describe("docs/核对规则.md", () => {
  test("has a section for each rule, in the order of the rules", () => {
    expect(sections.map(({ name }) => name)).toEqual(names);
  });

  test.each(sections)("$name shows how it is written", ({ name, examples }) => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(schemaOf(checkEntryForm).safeParse(example).error?.issues).toBeUndefined();
      expect((example as Record<string, unknown>)["规则"]).toBe(name);
    }
  });

  test("names every key that a rule can have", () => {
    const keys = (toJsonSchema(schemaOf(checkEntryForm)).oneOf ?? []).flatMap(({ properties }) =>
      Object.keys(properties ?? {}),
    );
    const conditional = ["条件", "逐行"];
    expect([...new Set(keys)].filter((key) => !conditional.includes(key) && !reference.includes(key))).toEqual([]);
  });
});

describe("the authoring guide", () => {
  const rows = [...guide.matchAll(/^\| (\S+)\s+\|[^|]+\| `(\{规则: .*\})`\s*\|$/gmu)];

  test("shows each rule once", () => {
    expect(rows.map(([, name]) => name)).toEqual(names);
  });

  test.each(rows.map(([, name, example]) => ({ name, example })))("$name as it is written", ({ name, example }) => {
    const entry = asWritten(example ?? "");
    expect(schemaOf(checkEntryForm).safeParse(entry).error?.issues).toBeUndefined();
    expect((entry as Record<string, unknown>)["规则"]).toBe(name);
  });
});
