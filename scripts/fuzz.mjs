/**
 * Draws many more cases than a normal run of the tests: `npm run fuzz [number]`, 10,000 if no number is given. With another
 * TONGBAO_SEED it draws other cases. The numbers of cases and of kills are printed.
 */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const cases = process.argv[2] ?? "10000";
const seed = process.env["TONGBAO_SEED"] ?? String(randomInt(2 ** 31));
process.stdout.write(`fuzz: ${cases} cases with TONGBAO_SEED=${seed}\n`);
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules", "vitest", "vitest.mjs"), "run", "test/fuzz", "test/faults"],
  { cwd: root, stdio: "inherit", env: { ...process.env, TONGBAO_FUZZ_CASES: cases, TONGBAO_SEED: seed } },
);
process.exitCode = status ?? 1;
