/**
 * Writes docs/比稿对照.md: `npm run bench:diff`. What is measured, and how, is in main.ts.
 */
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Files that read others beside them look for them where they stand themselves, not beside the bundle. */
const ownAddresses = {
  name: "own-addresses",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: "ts",
    }));
  },
};

// The bundle stands where it finds the packages of the project.
const bundle = join(root, "node_modules", ".cache", "tongbao", "compare-diffs.mjs");
await build({
  entryPoints: [join(root, "bench/compare-diffs/main.ts")],
  outfile: bundle,
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  logLevel: "warning",
  plugins: [ownAddresses],
});
const { status } = spawnSync(process.execPath, [bundle], { cwd: root, stdio: "inherit" });
process.exitCode = status ?? 1;
