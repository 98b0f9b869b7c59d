import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDocument, type YAMLMap } from "yaml";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { severityNames } from "../../src/diagnostics/render.js";
import { toJsonSchema, type JsonSchema } from "../../src/schema/json-schema.js";
import { schemaOf } from "../../src/schema/schema-of.js";
import { typeFileForm } from "../../src/schema/type-file.js";
import { bodyLines, composeInMemory } from "../edition/compose-in-memory.js";
import { rowLine } from "../edition/table-example.js";

const guide = readFileSync("docs/模板语言.md", "utf8");

interface Example {
  readonly line: number;
  readonly type: string;
  readonly circular: string;
  readonly body: string;
  readonly wanted: { readonly role: string; readonly content: string };
}

/** Adds a fragment of YAML to a file of the example: what is in both is put together, the fragment's values win. */
function merged(source: string, fragment: string): string {
  const document = parseDocument(source, { schema: "failsafe" });
  const add = (target: YAMLMap, addition: YAMLMap): void => {
    for (const { key, value } of addition.items) {
      const existing = target.get(key);
      const both = isMap(existing) && isMap(value) && ["字段", "数据表"].includes(String(key));
      if (both) add(existing, value);
      else target.set(key, value);
    }
  };
  add(document.contents as YAMLMap, parseDocument(fragment, { schema: "failsafe" }).contents as unknown as YAMLMap);
  return document.toString();
}

function isMap(node: unknown): node is YAMLMap {
  return typeof node === "object" && node !== null && "items" in node && "get" in node;
}

const roles = ["正文", "类型", "数据", "结果", "附件", "诊断"] as const;

/** The examples of the guide: fenced blocks up to and with the one that says what comes out. */
function readExamples(markdown: string): {
  readonly examples: readonly Example[];
  readonly leftOver: readonly string[];
} {
  const examples: Example[] = [];
  let inputs: { role: string; content: string }[] = [];
  for (const match of markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gmu)) {
    const [, role = "", content = ""] = match;
    if (!(roles as readonly string[]).includes(role)) throw new Error(`what kind of block is ${role}?`);
    if (["正文", "类型", "数据"].includes(role)) {
      inputs.push({ role, content });
      continue;
    }
    const all = (wanted: string): string[] =>
      inputs.filter((input) => input.role === wanted).map((input) => input.content);
    examples.push({
      line: markdown.slice(0, match.index).split("\n").length,
      type: all("类型").reduce(merged, exampleType),
      circular: all("数据").reduce(merged, exampleCircular),
      body: all("正文").join("\n") || "正文。",
      wanted: { role, content: content.trimEnd() },
    });
    inputs = [];
  }
  return { examples, leftOver: inputs.map(({ content }) => content) };
}

const { examples, leftOver } = readExamples(guide);

describe("docs/模板语言.md", () => {
  test("has no example without a result", () => {
    expect(leftOver).toEqual([]);
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples.map((example) => [example.line, example] as const))(
    "the example at line %i comes out as it says",
    async (_, example) => {
      const { document, diagnostics } = await composeInMemory(example);
      const { role, content } = example.wanted;
      if (role === "诊断") {
        const said = diagnostics.map(
          ({ severity, place, message }) =>
            `${severityNames[severity]} ${place.file.split("/").at(-1) ?? ""}:${place.line ?? 0}:${place.column ?? 0} ${message}`,
        );
        expect(said.join("\n")).toBe(content);
        return;
      }
      expect(diagnostics).toEqual([]);
      if (document === undefined) throw new Error("there is no document");
      if (role === "结果") {
        expect(bodyLines(document).join("\n")).toBe(content);
        return;
      }
      const attachment = document.children.find((block) => block.type === "attachment");
      const table = attachment?.children.find((block) => block.type === "table");
      expect([...(table?.headerRows ?? []), ...(table?.rows ?? [])].map(rowLine).join("\n")).toBe(content);
    },
  );

  test("names every key of type.yaml", () => {
    const keys = new Set<string>();
    const collect = (form: JsonSchema | boolean | undefined): void => {
      if (typeof form !== "object") return;
      for (const [key, inner] of Object.entries(form.properties ?? {})) {
        keys.add(key);
        collect(inner);
      }
      for (const inner of [
        form.items,
        form.additionalProperties,
        ...(form.anyOf ?? []),
        ...Object.values(form.$defs ?? {}),
      ])
        collect(inner);
    };
    collect(toJsonSchema(schemaOf(typeFileForm)));
    expect(keys.size).toBeGreaterThan(50);
    const named = new Set(
      [...guide.matchAll(/`([^`\n]+)`|^\s*-?\s*\{?([^\s:{]+):/gmu)].flatMap(([, code = "", key = ""]) => [
        code.split(/[:：\s]/u)[0] ?? "",
        key,
      ]),
    );
    const text = guide;
    expect([...keys].filter((key) => !named.has(key) && !new RegExp(`[{ ,]${key}:`, "u").test(text))).toEqual([]);
  });

  test("links only to what exists", () => {
    for (const [, target = ""] of guide.matchAll(/\]\(([^)]+)\)/gu)) {
      const [file = "", anchor] = target.split("#");
      expect([target, existsSync(join("docs", file))]).toEqual([target, true]);
      if (anchor !== undefined)
        expect(readFileSync(join("docs", file), "utf8")).toMatch(new RegExp(`^#+ ${anchor}$`, "mu"));
    }
  });
});
