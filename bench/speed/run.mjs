/**
 * `npm run bench [-- --quick]`: measures the project and others side by side and writes docs/性能.md.
 *
 * What the others need is installed in bench/, once; the project itself depends on none of it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const bench = fileURLToPath(new URL("..", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

if (!existsSync(join(bench, "node_modules"))) {
  const { status } = spawnSync("npm", ["ci"], { cwd: bench, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(1);
}
spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], { cwd: root, stdio: "inherit" });

// Inside the project, so that what is bundled there finds the project's packages.
const cache = join(root, "node_modules", ".cache", "tongbao");
await mkdir(cache, { recursive: true });
const work = await mkdtemp(join(cache, "bench-"));
try {
  const { measureAll } = await import("./measure-all.mjs");
  await measureAll({ root, work, quick: process.argv.includes("--quick") });
} finally {
  await rm(work, { recursive: true, force: true });
}
