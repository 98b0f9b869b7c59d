import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, vi } from "vitest";
import { mergeEdits, type MergeOptions } from "../../src/cli/merge-command.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { projectPath } from "../circulars/built-circular.js";
import { systemPython } from "../outside.js";
import { composed, type DataEdit } from "./merge-case.js";

const printed = vi.hoisted(() => ({ output: "", errors: "" }));
vi.mock("../../src/cli/print.js", () => ({
  printOut: (text: string) => {
    printed.output += text;
  },
  printError: (text: string) => {
    printed.errors += text;
  },
}));

const root = mkdtempSync(path.join(tmpdir(), "tongbao-merge-"));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
let count = 0;

/** A folder with the generated file (原稿.docx) and the edition whose data have changed since (新数据). */
export async function mergeFolder(data: readonly DataEdit[]): Promise<string> {
  count += 1;
  const folder = path.join(root, String(count));
  mkdirSync(path.join(folder, "新数据"), { recursive: true });
  writeFileSync(path.join(folder, "原稿.docx"), await writeDocx(await composed()));
  for (const file of ["inspection.yaml", "circular.yaml"] as const) {
    let text = readFileSync(projectPath("data/chaozhou-2024q2", file), "utf8").replace(
      "数据文件: inspection.xlsx",
      "数据文件: inspection.yaml",
    );
    for (const edit of data)
      if ((edit.file ?? "inspection.yaml") === file) text = text.replace(edit.from, () => edit.to);
    writeFileSync(path.join(folder, "新数据", file), text);
  }
  return folder;
}

/** Edits 原稿.docx through python-docx: see edit_in_word.py. */
export function editInWord(folder: string, edits: readonly object[], target = "改稿.docx"): void {
  const script = fileURLToPath(new URL("edit_in_word.py", import.meta.url));
  const files = [path.join(folder, "原稿.docx"), path.join(folder, target)];
  const { status, stderr } = spawnSync(systemPython, ["-B", script, ...files], {
    input: JSON.stringify(edits),
    encoding: "utf8",
    env: { ...process.env, PYTHONIOENCODING: "utf-8", PYTHONUTF8: "1" },
  });
  if (status !== 0) throw new Error(stderr);
}

/** Opens a file in LibreOffice and saves it, under the same name. */
export function saveInLibreOffice(folder: string, file: string): void {
  const saved = path.join(folder, "另存");
  const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
  const to = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", saved];
  const { status } = spawnSync("soffice", [profile, "--headless", ...to, path.join(folder, file)], { stdio: "ignore" });
  if (status !== 0) throw new Error("LibreOffice did not save the file");
  writeFileSync(path.join(folder, file), readFileSync(path.join(saved, file)));
}

/** What a run of the command printed and how it ended. */
export interface MergeRun {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs `merge` in a folder of `mergeFolder`. */
export async function runMerge(
  folder: string,
  options: Partial<Record<keyof MergeOptions, unknown>> = {},
): Promise<MergeRun> {
  printed.output = "";
  printed.errors = "";
  const status = await mergeEdits({
    base: path.join(folder, "原稿.docx"),
    edited: path.join(folder, "改稿.docx"),
    new: path.join(folder, "新数据"),
    out: path.join(folder, "合并稿.docx"),
    templates: projectPath("templates"),
    ...options,
  } as MergeOptions);
  const named = (text: string): string => text.replaceAll(folder, "…");
  return { status, output: named(printed.output), errors: named(printed.errors) };
}
