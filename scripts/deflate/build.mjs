/**
 * `npm run build` in this folder: compiles `assembly/` to WebAssembly and writes it, as text, to `src/openxml/deflate-module.ts`.
 *
 * What it is compiled to is committed: whoever installs the program needs no compiler for it. The hash of the sources in it shows
 * whether they have changed since; the gate compiles them anew and compares.
 */
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { hashOfSources } from "./hash-of-sources.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const destination = join(here, "..", "..", "src", "openxml", "deflate-module.ts");

/** No runtime that clears away memory, no checks of indexes (what is outside its memory a module cannot reach), no imports. */
const options = "-O3 --converge --runtime stub --uncheckedBehavior always --noAssert --use abort= --enable bulk-memory";

const workshop = await mkdtemp(join(tmpdir(), "deflate-"));
try {
  const compiled = join(workshop, "deflate.wasm");
  const compiler = join(here, "node_modules", "assemblyscript", "bin", "asc.js");
  const run = [compiler, "assembly/index.ts", "-o", compiled, ...options.split(" ")];
  const { status } = spawnSync(process.execPath, run, { cwd: here, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error("The compiler refuses the sources.");
  const base64 = (await readFile(compiled)).toString("base64");
  const lines = base64.match(/.{1,120}/g).map((line) => `  "${line}",`);
  await writeFile(
    destination,
    `/**
 * What \`scripts/deflate/assembly\` is compiled to, in base64. Written by \`npm run build\` in \`scripts/deflate\`.
 *
 * Sources: SHA-256 ${await hashOfSources()}
 */
// prettier-ignore
export const DEFLATE_MODULE = [
${lines.join("\n")}
].join("");
`,
  );
} finally {
  await rm(workshop, { recursive: true, force: true });
}
