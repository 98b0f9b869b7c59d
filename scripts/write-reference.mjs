/**
 * Writes what is generated under docs/: `npm run docs:write`. What is written is worked out in write-reference.ts.
 */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { format, resolveConfig } from "prettier";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

// The bundle stands where it finds the packages of the project.
const bundle = join(root, "node_modules", ".cache", "tongbao", "write-reference.mjs");
await build({
  stdin: {
    contents:
      'export { referenceFiles } from "./scripts/write-reference.js"; export { nodeFiles } from "./src/cli/node-files.js";',
    resolveDir: root,
  },
  outfile: bundle,
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  logLevel: "warning",
});
const { nodeFiles, referenceFiles } = await import(pathToFileURL(bundle).href);

const generated = await referenceFiles(nodeFiles());
for (const { path, content } of generated) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, await format(content, { ...(await resolveConfig(path)), filepath: path }));
}
// The schema of a circular type that is no longer there would mislead.
const kept = new Set(generated.map(({ path }) => path));
for (const name of await readdir("docs/schema")) {
  if (!kept.has(`docs/schema/${name}`)) await rm(join("docs", "schema", name));
}
