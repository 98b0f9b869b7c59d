import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { besideTheProgram, lazyModules, readyParts, usedPartOfDocx } from "../../scripts/bundle-plugins.mjs";
import { inAscii } from "../../scripts/in-ascii.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** What reads unusual YAML, and what says what is wrong with files. */
const apart = ["yaml", "zod"].map((name) => [name, `${name}.cjs`]);

/** What is loaded for merging and writing, and what for everything else. */
const bundles = ["ours-merge", "ours"];

/** Bundles what is measured of the project and keeps what V8 compiled of it, both as `scripts/build.mjs` does for the program. */
export async function buildOurs(work) {
  for (const name of bundles) {
    const outfile = join(work, `${name}.cjs`);
    const { outputFiles } = await build({
      absWorkingDir: here,
      entryPoints: [`${name}.ts`],
      outfile,
      write: false,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: "node20",
      charset: "ascii",
      minify: true,
      legalComments: "none",
      supported: { "dynamic-import": false },
      // Nothing that is measured needs these, and in the program they stand apart, too.
      plugins: [lazyModules, readyParts, usedPartOfDocx, besideTheProgram(new Map(apart))],
      logLevel: "error",
    });
    await writeFile(outfile, `(function (exports, require, module) {${inAscii(outputFiles[0].text)}\n})`);
    await writeFile(join(work, `${name}.cache`), "");
    const run = [join(here, "record-ours.mjs"), work, name];
    const { status, stderr } = spawnSync(process.execPath, run, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
  }
}
