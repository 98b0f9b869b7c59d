import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { format, resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";
import { referenceFiles } from "../../scripts/write-reference.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import { blockHelpers } from "../../src/template/helpers/blocks.js";
import { helperGroups } from "../../src/template/helpers/registry.js";

const generated = await referenceFiles(nodeFiles());

describe("what is generated under docs/", () => {
  test.each(generated.map(({ path, content }) => [path, content] as const))(
    "%s is committed as it would be written now (if not: npm run docs:write)",
    async (path, content) => {
      const formatted = await format(content, { ...(await resolveConfig(path)), filepath: path });
      expect(existsSync(path) ? readFileSync(path, "utf8") : "missing").toBe(formatted);
    },
  );

  test("includes every file in docs/schema (if not: npm run docs:write)", () => {
    const written = generated.map(({ path }) => path).filter((path) => path.startsWith("docs/schema/"));
    expect(readdirSync("docs/schema").map((name) => `docs/schema/${name}`)).toEqual([...written].sort());
  });
});

describe("docs/助手.md", () => {
  const reference = generated.find(({ path }) => path === "docs/助手.md")?.content ?? "";
  const described = [...helperGroups.flatMap((group) => group.helpers), ...blockHelpers];

  test.each(described.map((one) => [one.name, one] as const))(
    "has a section on %s with all there is to it",
    (name, one) => {
      const section = reference.split(`### ${name}\n`)[1]?.split("\n### ")[0]?.split("\n## ")[0] ?? "";
      for (const said of [
        one.summary,
        ...(one.aliases ?? []).map((alias) => `\`${alias}\``),
        ...one.parameters.map((parameter) => `参数“${parameter.name}”`),
        ...one.options.flatMap((option) => [`\`${option.name}=\``, option.description]),
        ...one.examples.flatMap((example) => [example.template, `印出：${example.prints}`]),
      ]) {
        expect(section).toContain(said);
      }
      expect(section.includes("可加条件 `列=值`")).toBe(one.conditions);
    },
  );

  test("links only to what exists", () => {
    const headings = new Set([...reference.matchAll(/^#+ (.*)$/gmu)].map(([, heading]) => heading));
    for (const [, anchor = ""] of reference.matchAll(/\]\(#([^)]*)\)/gu)) expect(headings).toContain(anchor);
    for (const [, file = ""] of reference.matchAll(/\]\(([^#)]+)\)/gu))
      expect(existsSync(join("docs", file))).toBe(true);
  });
});

describe("the schema that a YAML file names in its first line", () => {
  const files = ["data", "templates"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => path.endsWith(".yaml") && statSync(path).isFile()),
  );

  test("there are such files", () => {
    expect(files.length).toBeGreaterThan(2);
  });

  test.each(files)("exists for %s", (path) => {
    const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)\n/u.exec(readFileSync(path, "utf8")) ?? [];
    const target = resolve(dirname(path), schema);
    expect(schema).not.toBe("");
    expect(generated.map((file) => resolve(file.path))).toContain(target);
  });
});
