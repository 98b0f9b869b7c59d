import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { brokenEdition } from "../broken/broken-edition.js";
import { buildProgram, layOut } from "../broken/run-program.js";
import { projectPath } from "../circulars/built-circular.js";

/** TONGBAO_LIMITS raises the limits on the size of files. */

beforeAll(buildProgram);

function check(folder: string, limits: string | undefined): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [projectPath("dist", "tongbao.cjs"), "check", "data/2024q2"],
    {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...(limits === undefined ? {} : { TONGBAO_LIMITS: limits }) },
    },
  );
  return { status, said: stdout + stderr };
}

test("a file beyond a limit is refused; with the limit raised it is read", async () => {
  const folder = layOut(await brokenEdition([]));
  const path = join(folder, "data", "2024q2", "circular.yaml");
  mkdirSync(join(folder, "data", "2024q2"), { recursive: true });
  const text = new TextDecoder().decode((await brokenEdition([])).get("data/2024q2/circular.yaml"));
  writeFileSync(path, `${text}\n${`# ${"长".repeat(1000)}\n`.repeat(1500)}`);
  expect(check(folder, undefined).said).toContain("yaml-too-large");
  expect(check(folder, "1").said).toContain("yaml-too-large");
  expect(check(folder, "2").said).not.toContain("yaml-too-large");
  expect(check(folder, "2").status).toBe(0);
});

test.each(["0", "-1", "101", "很多", "1e3", "NaN"])(
  "%s is no number of times: nothing is done, and it says so",
  async (limits) => {
    const folder = layOut(await brokenEdition([]));
    const { status, said } = check(folder, limits);
    expect(status).toBe(2);
    expect(said).toBe(`环境变量 TONGBAO_LIMITS 要写 1 到 100 的数，例如 4（各项上限放大到4倍），现在是“${limits}”\n`);
  },
);
