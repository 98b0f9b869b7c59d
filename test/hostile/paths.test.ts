import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenEdition } from "../broken/broken-edition.js";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import { writeFilesTogether } from "../../src/cli/write-files.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { complaints, memoryFiles } from "../edition/compose-in-memory.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";

/** Names in files that strangers wrote, made to lead the program out of the folder it was given. */

const escapes = [
  ...["../秘密", "../../秘密", "/etc/passwd", "a/b", "a\\b", "..\\秘密", "C:\\秘密", "C:秘密", "\\\\server\\share"],
  ...["file:///etc/passwd", "..", "a/../../b", "~/秘密/x"],
];

/** The example's files, with a record of every path that was read or listed. */
function watched(contents: Record<string, string>): { files: Files; paths: string[] } {
  const inner = memoryFiles({
    "templates/示例/type.yaml": exampleType,
    "templates/示例/body.hbs": "正文。",
    "data/示例/circular.yaml": exampleCircular,
    ...contents,
  });
  const paths: string[] = [];
  return {
    paths,
    files: {
      read: (path) => (paths.push(path), inner.read(path)),
      list: (path) => (paths.push(path), inner.list(path)),
    },
  };
}

describe.each(escapes)("path traversal: %s", (name) => {
  const quoted = JSON.stringify(name);

  test.each([
    ["as the type", { "data/示例/circular.yaml": exampleCircular.replace("通报类型: 示例", `通报类型: ${quoted}`) }],
    [
      "as the data file",
      { "data/示例/circular.yaml": `${exampleCircular.replace(/\n数据表:[\s\S]*/u, "")}数据文件: ${quoted}\n` },
    ],
    ["as the previous edition", { "data/示例/circular.yaml": `${exampleCircular}上一期: ${quoted}\n` }],
    [
      "as a picture",
      {
        "templates/示例/type.yaml": exampleType.replace("  联系单位: {类型: 文本", "  联系单位: {类型: 图片"),
        "data/示例/circular.yaml": `${exampleCircular}联系单位: ${quoted}\n`,
      },
    ],
    ["as a template file", { "templates/示例/body.hbs": `{{> ${name}}}` }],
    ["as a template file in quotes", { "templates/示例/body.hbs": `{{> "${name}"}}` }],
  ])("%s", async (_, contents: Record<string, string>) => {
    const { files, paths } = watched(contents);
    const { document } = await composeEdition(files, "data/示例", { templatesFolder: "templates" });
    expect(document).toBeUndefined();
    for (const path of paths) expect(path).toMatch(/^(?:templates|data)(?:$|\/示例(?:$|\/[^/\\]+$))/u);
  });

  test("as a data file on the command line", async () => {
    const { files, paths } = watched({});
    const { document } = await composeEdition(files, "data/示例", { templatesFolder: "templates", dataFiles: [name] });
    expect(document).toBeUndefined();
    for (const path of paths) expect(path).not.toContain(name);
  });
});

test("a partial's name is looked up among the type's files and nowhere else", async () => {
  expect(await complaints({ body: "{{> ../其他/正文}}" })).not.toEqual([]);
});

describe("links on the disk", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tongbao-links-"));
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "secret.yaml"), "秘密: 是\n");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("a file that is a link out of its folder is as good as not there", () => {
    symlinkSync(join(folder, "secret.yaml"), join(folder, "data", "inspection.yaml"));
    symlinkSync("../secret.yaml", join(folder, "data", "relative.yaml"));
    symlinkSync("/etc/passwd", join(folder, "data", "附件1.png"));
    symlinkSync(join(folder, "nowhere"), join(folder, "data", "broken.yaml"));
    const files = nodeFiles();
    expect(files.list(join(folder, "data"))).toEqual([]);
    for (const name of ["inspection.yaml", "relative.yaml", "附件1.png", "broken.yaml"]) {
      expect(files.read(join(folder, "data", name))).toBeUndefined();
    }
  });

  test("a link to a file beside it is followed, and so is a folder that is a link", () => {
    writeFileSync(join(folder, "data", "circular.yaml"), "a: b\n");
    symlinkSync("circular.yaml", join(folder, "data", "again.yaml"));
    symlinkSync(join(folder, "data"), join(folder, "linked"));
    expect(nodeFiles().list(join(folder, "linked"))).toEqual(["again.yaml", "circular.yaml"]);
    expect(nodeFiles().read(join(folder, "linked", "again.yaml"))).toEqual(
      readFileSync(join(folder, "data", "circular.yaml")),
    );
  });

  test("an output that is a link is replaced; what it leads to is not written to", () => {
    const target = join(folder, "data", "通报.docx");
    symlinkSync(join(folder, "secret.yaml"), target);
    expect(writeFilesTogether([{ path: target, bytes: new TextEncoder().encode("通报") }])).toEqual([]);
    expect(lstatSync(target).isSymbolicLink()).toBe(false);
    expect(readFileSync(join(folder, "secret.yaml"), "utf8")).toBe("秘密: 是\n");
  });
});

describe("names on the disk that nobody chooses", () => {
  beforeAll(buildProgram);

  async function editionCalled(name: string): Promise<string> {
    const tree = [...(await brokenEdition([]))].map(
      ([path, bytes]) => [path.replace("data/2024q2/", `data/${name}/`), bytes] as const,
    );
    return layOut(new Map(tree));
  }

  test.each([
    ["250 letters", "a".repeat(250)],
    ["84 characters, 252 bytes", "市".repeat(84)],
  ])("an edition of %s: its files cannot be written, and the program says so and ends", async (_, name) => {
    const folder = await editionCalled(name);
    for (const line of [
      ["build", `data/${name}`],
      ["check", `data/${name}`, "--report"],
    ]) {
      const { status, errors, output, changes } = runProgram(folder, line);
      expect(output + errors).toContain("output-path-invalid");
      expect(output + errors).not.toContain("ENAMETOOLONG");
      expect(status).toBe(3);
      expect(changes).toEqual([]);
    }
  });

  test("a new edition in a folder whose name is too long", async () => {
    const folder = await editionCalled("2024q2");
    const long = "a".repeat(300);
    const { status, errors, changes } = runProgram(folder, ["new", `${long}/2024q3`, "--from", "data/2024q2"]);
    expect(errors).not.toMatch(/程序自身|ENAMETOOLONG/u);
    expect([1, 2, 3]).toContain(status);
    expect(changes).toEqual([]);
  });

  test.each(["new\nline", "__proto__", "constructor", "'引号' \"$(id)\""])(
    "an edition called %j is built",
    async (name) => {
      const folder = await editionCalled(name);
      const { status, changes } = runProgram(folder, ["build", `data/${name}`]);
      expect(status).toBe(0);
      expect(changes).toEqual([`+ output/${name}/${name}.docx`, `+ output/${name}/${name}.txt`]);
    },
  );

  test("what is no file, or never ends, is as good as not there", async () => {
    const folder = await editionCalled("2024q2");
    const circular = join(folder, "data", "2024q2", "circular.yaml");
    rmSync(circular);
    for (const target of ["/dev/zero", "/dev/stdin", join(folder, "data"), circular]) {
      symlinkSync(target, circular);
      expect(runProgram(folder, ["build", "data/2024q2"])).toMatchObject({ status: 1, changes: [] });
      rmSync(circular);
    }
    expect(runProgram(folder, ["text", "/dev/zero"]).status).toBe(1);
    writeFileSync(join(folder, "file"), "");
    for (const line of [
      ["build", "file"],
      ["notices", "file"],
      ["new", "q", "--from", "file"],
      ["type", "check", "file"],
    ]) {
      expect(runProgram(folder, line)).toMatchObject({ status: 1, changes: [] });
    }
  });
});
