import { build } from "esbuild";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Bundles what is measured of the project as `scripts/build.mjs` bundles the program. */
export async function buildOurs(destination) {
  await build({
    absWorkingDir: dirname(fileURLToPath(import.meta.url)),
    entryPoints: ["ours.ts"],
    outdir: destination,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    charset: "utf8",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    banner: {
      js: 'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);',
    },
    logLevel: "error",
  });
}
