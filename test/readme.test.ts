import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { exitCodes } from "../src/cli/exit-codes.js";
import { diagnose, catalogueEntry } from "../src/diagnostics/catalogue.js";
import type { Diagnostic } from "../src/diagnostics/diagnostic.js";
import { composeEdition } from "../src/edition/compose-edition.js";
import { prepareType } from "../src/edition/prepared-type.js";
import { FONTS } from "../src/layout/fonts.js";
import { circularFileForm, elementNames } from "../src/schema/circular-file.js";
import { toJsonSchema, type JsonSchema } from "../src/schema/json-schema.js";
import { schemaOf } from "../src/schema/schema-of.js";
import { mistakes, messagesAbout, projectFiles } from "./readme/mistakes.js";
import { anchorOf, readPage, spansOf, type Page, type Table } from "./readme/page.js";
import { projectRoot, run } from "./tooling/temporary-project.js";

const read = (path: string): string => readFileSync(join(projectRoot, path), "utf8");

const chinese = readPage(read("README.md"));
const english = readPage(read("README.en.md"));
const architecture = readPage(read("docs/架构.md"));
const pages = { "README.md": chinese, "README.en.md": english, "docs/架构.md": architecture };

const tableUnder = (heading: string): Table => {
  const found = chinese.tables.find(({ under }) => under === heading);
  if (found === undefined) throw new Error(`README.md has no table under ${heading}`);
  return found;
};
const firstCells = (table: Table): string[] => table.rows.map(([cell]) => cell!);

describe("README.en.md mirrors README.md", () => {
  test("heading by heading", () => {
    expect(english.headings.map(({ level }) => level)).toEqual(chinese.headings.map(({ level }) => level));
    expect(chinese.headings.length).toBeGreaterThan(20);
  });

  test("code block by code block", () => {
    expect(english.codeBlocks).toEqual(chinese.codeBlocks);
    expect(chinese.codeBlocks.length).toBeGreaterThan(8);
  });

  test("table by table and row by row", () => {
    const outline = ({ tables }: Page): string[][][] =>
      tables.map(({ rows }) => rows.map((row) => spansOf(row.join())));
    expect(outline(english)).toEqual(outline(chinese));
    expect(english.tables.map(({ columns }) => columns.length)).toEqual(
      chinese.tables.map(({ columns }) => columns.length),
    );
  });

  test("link by link", () => {
    const targets = ({ links }: Page): string[] =>
      links.map((link) => (link.startsWith("#") ? "#" : link.replace("README.en.md", "README.md")));
    expect(targets(english)).toEqual(targets({ ...chinese, links: ["README.md", ...chinese.links.slice(1)] }));
    expect(chinese.links[0]).toBe("README.en.md");
  });
});

describe.each(Object.entries(pages))("%s", (path, page) => {
  test("links only to what is there", () => {
    const anchors = page.headings.map(({ text }) => `#${anchorOf(text)}`);
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : ".";
    const missing = page.links
      .filter((link) => !link.startsWith("https:"))
      .filter((link) =>
        link.startsWith("#") ? !anchors.includes(link) : !existsSync(join(projectRoot, folder, link.split("#")[0]!)),
      );
    expect(missing).toEqual([]);
  });

  test("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const text = [...page.codeSpans, ...page.codeBlocks.map(({ code }) => code)].join("\n");
    const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    expect(scripts).toHaveProperty("test");
  });
});

test("the pictures are small enough to be kept with the sources", () => {
  const folder = join(projectRoot, "docs/images");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(600_000);
});

describe("the command line in README.md", () => {
  const help = new Map<string, string>();
  const words = (command: string): string[] => command.trim().split(/\s+/);
  const commands = [...chinese.codeSpans, ...chinese.codeBlocks.flatMap(({ code }) => code.split("\n"))]
    .filter((line) => line.includes("tongbao -- "))
    .map((line) => line.slice(line.indexOf("tongbao -- ") + "tongbao -- ".length));

  beforeAll(async () => {
    for (const command of ["", "build", "check", "diff", "merge", "text", "notices", "new", "workbook", "type check"]) {
      const outcome = await run(
        projectRoot,
        "npm",
        "run",
        "--silent",
        "tongbao",
        "--",
        ...words(command).filter((word) => word !== ""),
        "--help",
      );
      expect(outcome.status, outcome.errors).toBe(0);
      help.set(command, outcome.output);
    }
  });

  test("has only commands and options that --help knows", () => {
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) {
      const name =
        [...help.keys()].filter((known) => known !== "" && `${command} `.startsWith(`${known} `)).at(-1) ?? "";
      expect(name !== "" || command.startsWith("--"), command).toBe(true);
      for (const option of words(command).filter((word) => word.startsWith("--"))) {
        expect(help.get(name), command).toContain(option);
      }
    }
  });

  test("has a table of options that --help knows", () => {
    const options = chinese.tables.find(({ columns }) => columns[0] === "选项")!;
    for (const row of options.rows) {
      const [option] = spansOf(row[0]!);
      for (const command of ["build", "check"]) {
        const other = command === "build" ? "check" : "build";
        if (!row[1]!.includes(`只用于 \`${other}\``)) expect(help.get(command)).toContain(`${option!} `);
      }
    }
  });

  test("has a form of --json that is the program's", async () => {
    const block = chinese.codeBlocks.find(({ language }) => language === "json")!;
    const { output } = await run(
      projectRoot,
      ...(["npm", "run", "--silent", "tongbao", "--", "check", "data/nowhere", "--json"] as const),
    );
    interface Report {
      readonly version: number;
      readonly editions: readonly { readonly diagnostics: readonly Diagnostic[] }[];
    }
    const shown = JSON.parse(block.code) as Report;
    const real = JSON.parse(output) as Report;
    expect(Object.keys(shown)).toEqual(Object.keys(real));
    expect(shown.version).toBe(real.version);
    expect(Object.keys(shown.editions[0]!)).toEqual(Object.keys(real.editions[0]!));
    expect(shown.editions[0]!.diagnostics).toEqual([
      diagnose(
        "value-missing",
        { file: "data/chaozhou-2024q3/inspection.xlsx", sheet: "新媒体", cell: "E5" },
        { name: "结果" },
      ),
    ]);
  });

  test("has every exit status", () => {
    expect(firstCells(tableUnder("退出状态")).map(Number)).toEqual(Object.values(exitCodes));
  });
});

describe("the messages that README.md lists", () => {
  const listed = chinese.tables
    .filter(({ columns }) => columns[0] === "信息")
    .flatMap(firstCells)
    .flatMap(spansOf);
  // A file that is open in Word is locked on Windows only.
  const locked = catalogueEntry("output-locked").word({ file: "output/chaozhou-2024q3/chaozhou-2024q3.docx" });

  test("are those of which it is known here how they come about", () => {
    const known = [`${locked.message}（output-locked）`, ...Object.keys(mistakes)];
    expect([...listed].sort()).toEqual(known.sort());
  });

  test.each(Object.entries(mistakes))("%s", async (message, mistake) => {
    expect(await messagesAbout(mistake)).toContain(message);
  });
});

describe("the sample's circular type in README.md", async () => {
  const folder = "data/chaozhou-2024q2";
  const { prepared } = await prepareType(projectFiles(), "templates/chaozhou-quarterly");
  const type = prepared!.type;

  test("has every sheet with its columns, and says which are required", () => {
    for (const dataset of type.datasets) {
      const { rows } = tableUnder(dataset.name);
      expect(rows.map(([name, required]) => [name, required])).toEqual(
        dataset.columns.map(({ name, required }) => [name, required ? "是" : "否"]),
      );
      for (const { name, choices } of dataset.columns) {
        const row = rows.find(([cell]) => cell === name)!;
        expect(choices.filter((choice) => !spansOf(row[2]!).includes(choice))).toEqual([]);
      }
    }
    expect(type.datasets).toHaveLength(3);
  });

  test("has every key of the sample's circular.yaml and every field of the type", () => {
    const documented = firstCells(tableUnder("第三步　修改 circular.yaml")).flatMap(spansOf);
    const known = [...elementNames, ...type.fields.map(({ name }) => name)];
    expect(documented.filter((key) => !known.includes(key))).toEqual([]);
    const needed = [...read(`${folder}/circular.yaml`).matchAll(/^([^\s#:]+):/gm)].map(([, key]) => key!);
    expect(documented).toEqual(expect.arrayContaining([...needed, ...type.fields.map(({ name }) => name)]));
  });

  test("has every layout option with its values", () => {
    const { properties } = toJsonSchema(schemaOf(circularFileForm(type)));
    const { rows } = tableUnder("版式选项");
    for (const [cell, values] of rows) {
      const [key = ""] = spansOf(cell!);
      const schema = key
        .split(".")
        .reduce<JsonSchema | undefined>((current, step) => current?.properties?.[step], { properties: properties! });
      expect(schema, key).toBeDefined();
      const permitted = (schema?.["enum"] as unknown[] | undefined)?.filter((value) => typeof value === "string");
      if (permitted !== undefined) expect(spansOf(values!), key).toEqual(permitted);
    }
    const documented = rows.flatMap(([cell]) => spansOf(cell!));
    const groups = ["版式", "版头", "版记", "数字格式"];
    const existing = groups.flatMap((group) =>
      Object.keys(properties?.[group]?.properties ?? {}).map((key) => `${group}.${key}`),
    );
    expect(documented).toEqual(expect.arrayContaining(existing));
  });

  test("has an example of layout options that works", async () => {
    const examples = chinese.codeBlocks.filter(({ language }) => language === "yaml");
    expect(examples).toHaveLength(1);
    const path = `${folder}/circular.yaml`;
    const files = projectFiles(new Map([[path, new TextEncoder().encode(`${read(path)}\n${examples[0]!.code}`)]]));
    const { document, diagnostics } = await composeEdition(files, folder, { templatesFolder: "templates" });
    expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
    expect(document?.children.map((block) => block.type)).toEqual(expect.arrayContaining(["letterhead", "imprint"]));
  });
});

test("README.md names the fonts that are written into the document", () => {
  const named = tableUnder("字体").rows.map(([, name, alternative]) => [name, alternative]);
  expect(named).toEqual(Object.values(FONTS).map(({ name, alternative }) => [name, alternative]));
});

describe("docs/架构.md", () => {
  const sources = readdirSync(join(projectRoot, "src"), { recursive: true, withFileTypes: true });

  test("describes every room, and says which ones are still to come", () => {
    const rooms = sources.filter((entry) => entry.isDirectory() && entry.parentPath === join(projectRoot, "src"));
    const table = architecture.tables.find(({ columns }) => columns[0] === "房间")!;
    const described = firstCells(table).flatMap(spansOf);
    expect(described.filter((room) => !existsSync(join(projectRoot, "src", room)))).toEqual([]);
    expect(rooms.map(({ name }) => name).filter((room) => !architecture.codeSpans.includes(room))).toEqual([]);
  });

  test("says of every room which others it imports", () => {
    const table = architecture.tables.find(({ columns }) => columns[0] === "房间")!;
    const described = new Map(table.rows.map(([room, , others]) => [spansOf(room!)[0]!, others!.split("、")]));
    for (const { parentPath, name } of sources.filter((entry) => entry.isFile())) {
      const room = parentPath.slice(join(projectRoot, "src").length + 1).split(/[\\/]/)[0]!;
      const others = described.get(room) ?? [];
      if (others.includes("各间都可以")) continue;
      const text = readFileSync(join(parentPath, name), "utf8");
      const imported = [...text.matchAll(/"(?:\.\.\/)+([a-z]+)\//g)].map(([, other]) => other!);
      const more = imported.filter((other) => other !== room && described.has(other) && !others.includes(other));
      expect(more, `${room}/${name}`).toEqual([]);
    }
  });

  test("names only files, folders and functions that exist", () => {
    const code = sources
      .filter((entry) => entry.isFile())
      .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));
    const missing = architecture.codeSpans.filter((span) => {
      if (/^(?:src|test|scripts|docs|\.ci)\//.test(span)) return !existsSync(join(projectRoot, span));
      if (/^[\w-]+\.ts$/.test(span)) return !code.some(({ name }) => name === span);
      if (/^\.?[\w.-]+\.(?:c?js|json)$/.test(span)) return !existsSync(join(projectRoot, span));
      if (/^[a-z]+[A-Z]\w*$/.test(span)) return !code.some(({ text }) => text.includes(span));
      return false;
    });
    expect(missing).toEqual([]);
    expect(architecture.codeSpans.length).toBeGreaterThan(40);
  });
});
