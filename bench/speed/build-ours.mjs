import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { inAscii } from "../../scripts/in-ascii.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** Bundles what is measured of the project and keeps what V8 compiled of it, both as `scripts/build.mjs` does for the program. */
export async function buildOurs(work) {
  const outfile = join(work, "ours.cjs");
  const { outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: ["ours.ts"],
    outfile,
    write: false,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    supported: { "dynamic-import": false },
    logLevel: "error",
  });
  await writeFile(outfile, inAscii(outputFiles[0].text));
  await writeFile(join(work, "ours.cache"), "");
  const { status, stderr } = spawnSync(process.execPath, [join(here, "record-ours.mjs"), work], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
