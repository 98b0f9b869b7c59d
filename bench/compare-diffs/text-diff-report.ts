import { spawnSync } from "node:child_process";
import path from "node:path";
import { writeFileSync } from "node:fs";

/** What `diff` says of the plain text that pandoc makes of both drafts. */
export interface TextDiffReport {
  /** Stretches of lines that differ. */
  readonly stretches: number;
  /** Lines deleted and lines added. */
  readonly lines: number;
}

/** @param folder with `before.docx` and `after.docx`; the texts are written beside them */
export function textDiffReport(folder: string): TextDiffReport {
  const [before, after] = ["before", "after"].map((draft) => {
    const file = path.join(folder, `${draft}.txt`);
    writeFileSync(file, outputOf("pandoc", ["-t", "plain", "--wrap=none", path.join(folder, `${draft}.docx`)], [0]));
    return file;
  });
  if (before === undefined || after === undefined) throw new Error("two drafts have two texts");
  // 1: there are differences.
  const lines = outputOf("diff", [before, after], [0, 1]).split("\n");
  return {
    stretches: lines.filter((line) => /^\d+(?:,\d+)?[acd]\d+(?:,\d+)?$/u.test(line)).length,
    lines: lines.filter((line) => /^[<>]/u.test(line)).length,
  };
}

/** The first line of what a program says of itself: its name and version. */
export function versionOf(program: string): string {
  return outputOf(program, ["--version"], [0]).split("\n")[0] ?? "";
}

function outputOf(program: string, parameters: readonly string[], expected: readonly number[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, { encoding: "utf8", maxBuffer: 1e9 });
  if (error !== undefined) throw error;
  if (status === null || !expected.includes(status)) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
