/**
 * `npm run build` in this folder: compiles `assembly/` to WebAssembly and writes it, as text, to `src/openxml/deflate-module.ts`; and
 * the same as JavaScript to `src/openxml/deflate-in-javascript.ts`, for where there is no WebAssembly.
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
import { transform } from "esbuild";
import { hashOfSources } from "./hash-of-sources.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const room = join(here, "..", "..", "src", "openxml");

/** No runtime that clears away memory, no checks of indexes (what is outside its memory a module cannot reach), no imports. */
const options = "-O3 --converge --runtime stub --uncheckedBehavior always --noAssert --use abort= --enable bulk-memory";

const workshop = await mkdtemp(join(tmpdir(), "deflate-"));
try {
  const compiled = join(workshop, "deflate.wasm");
  const sources = `Sources: SHA-256 ${await hashOfSources()}`;
  run("assemblyscript/bin/asc.js", "assembly/index.ts", "-o", compiled, ...options.split(" "));
  const base64 = (await readFile(compiled)).toString("base64");
  const lines = base64.match(/.{1,120}/g).map((line) => `  "${line}",`);
  await writeFile(
    join(room, "deflate-module.ts"),
    `/**
 * What \`scripts/deflate/assembly\` is compiled to, in base64. Written by \`npm run build\` in \`scripts/deflate\`.
 *
 * ${sources}
 */
// prettier-ignore
export const DEFLATE_MODULE = [
${lines.join("\n")}
].join("");
`,
  );

  const inJavaScript = join(workshop, "deflate.js");
  run("binaryen/bin/wasm2js", compiled, "-o", inJavaScript, "-O3", "--enable-bulk-memory", "--enable-mutable-globals");
  const [body, exports] = (await readFile(inJavaScript, "utf8")).split("var retasmFunc = asmFunc({");
  if (exports === undefined) throw new Error("What wasm2js writes looks otherwise.");
  const { code } = await transform(`(() => {${body}\nreturn asmFunc({});})()`, { minify: true, lineLimit: 120 });
  await writeFile(
    join(room, "deflate-in-javascript.ts"),
    `// @ts-nocheck -- a program made it of WebAssembly, whose only type is the number
/**
 * What \`deflate-module.ts\` holds, as JavaScript. Written by \`npm run build\` in \`scripts/deflate\`.
 *
 * ${sources}
 */
export function deflateInJavaScript(): unknown {
return ${code.trimEnd()}
}
`,
  );
} finally {
  await rm(workshop, { recursive: true, force: true });
}

function run(program, ...parameters) {
  const file = join(here, "node_modules", program);
  const { status } = spawnSync(process.execPath, [file, ...parameters], {
    cwd: here,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) throw new Error(`${program} refuses what it is given.`);
}
