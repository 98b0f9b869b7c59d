import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { brokenEdition } from "./broken-edition.js";
import { commandCases } from "./cases.js";
import { buildProgram, canBeRunBy, layOut, runProgram, type Run } from "./run-program.js";

beforeAll(buildProgram);

describe("what the program says and does about wrong input", () => {
  test.each(commandCases)("$name", async (one) => {
    const run = runProgram(layOut(await brokenEdition(one.changes)), one.command);
    await expect(transcript(one.command, run)).toMatchFileSnapshot(one.expected);
    expect((run.output + run.errors).match(/^(?:错误|警告|提示) |"severity"/gmu) ?? []).toHaveLength(one.mistakes);
  });
});

function transcript(command: readonly string[], { status, output, errors, changes }: Run): string {
  return [
    `$ ${["tongbao", ...command].join(" ")}`,
    ...(output === "" ? [] : ["--- output", withoutRules(output).trimEnd()]),
    ...(errors === "" ? [] : ["--- errors", errors.trimEnd()]),
    `--- status ${String(status)}`,
    changes.length === 0 ? "--- no file changed" : `--- files\n${changes.join("\n")}`,
    "",
  ].join("\n");
}

/** A new rule of 核稿 must not change what is expected here. */
function withoutRules(output: string): string {
  return output
    .replace(/("rules": \[)\n[^\]]*\]/gu, "$1 … ]")
    .replace(/\d+(?=条规则)/gu, "…")
    .replace(/(?<=^共核对)\d+(?=项)/gmu, "…");
}

describe("where nothing can be written", () => {
  /** Nobody: an account without rights, for a superuser may write anywhere. */
  const nobody = 65534;

  test("a folder that is read-only is named, nothing changes and the status is 3", async (context) => {
    const isSuperuser = process.getuid?.() === 0;
    if (process.platform === "win32") context.skip("not run: folders cannot be made read-only like this here");
    if (isSuperuser && !canBeRunBy(nobody)) context.skip("not run: no other user may run the program here");
    const folder = layOut(await brokenEdition([{ file: "output/2024q2/2024q2.docx", content: "the last draft" }]));
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "output", "2024q2"), 0o555);
    const run = runProgram(folder, ["build", "data/2024q2"], isSuperuser ? nobody : undefined);
    chmodSync(join(folder, "output", "2024q2"), 0o755);
    expect(run).toEqual({
      status: 3,
      output: "",
      errors: [
        "错误 output/2024q2/2024q2.docx",
        "  没有权限写入 output/2024q2/2024q2.docx（output-not-permitted）",
        "  处理：请检查文件夹是否只读，或用 --out 换一个文件夹",
        "",
        "1个错误；没有写出文件，原有的文件没有改动",
        "",
      ].join("\n"),
      changes: [],
    });
    expect(existsSync(join(folder, "output", "2024q2", "2024q2.txt"))).toBe(false);
  });
});
