/** What esbuild changes of the sources for the program. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const usualParts = fileURLToPath(new URL("../src/docx/usual-parts.ts", import.meta.url));

/**
 * The examples of the rules of 核稿 are for their documentation and their tests, and as long as the rules themselves. Prettier has laid
 * them out, so that one is found by its indentation.
 */
export const withoutExamples = {
  name: "without-examples",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]checks[\\/]rules[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(/^ {2}examples: \{\n.*?^ {2}\},$/ms, "  examples: { wrong: [], right: [] },");
      if (contents === source && source.includes("examples:")) throw new Error(`${path}: its examples were not found`);
      return { contents, loader: "ts" };
    });
  },
};

/**
 * Modules of Node that take long to load and that most runs do without: loaded when something of them is used. Commander, for
 * instance, wants to start programs if a command is one of its own.
 */
export const lazyModules = {
  name: "lazy-modules",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?(?:child_process|crypto|os|v8|zlib)$/ }, ({ path, namespace, kind }) =>
      namespace.startsWith("lazy") ? { path, external: true } : { path, namespace: `lazy-${kind}` },
    );
    onLoad({ filter: /^/, namespace: "lazy-require-call" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require(${JSON.stringify(path)})[name] });`,
    }));
    // Functions only: what a module exports cannot be looked up anew each time. What is not imported is left out of the bundle.
    onLoad({ filter: /^/, namespace: "lazy-import-statement" }, async ({ path }) => {
      const functions = Object.entries(await import(path)).filter(([, value]) => typeof value === "function");
      const exported = functions.map(
        ([name]) => `export const ${name} = (...given) => require(${JSON.stringify(path)}).${name}(...given);`,
      );
      return { contents: exported.join("\n") };
    });
  },
};

/** What the program need not work out in every run is worked out now. */
export const readyParts = {
  name: "ready-parts",
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /[\\/]src[\\/]docx[\\/]ready-parts\.ts$/ }, async () => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [usualParts],
        bundle: true,
        platform: "node",
        format: "cjs",
        write: false,
      });
      const module = { exports: {} };
      new Script(`(function (module, require) {${outputFiles[0].text}\n})`).runInThisContext()(
        module,
        createRequire(import.meta.url),
      );
      return {
        contents: `export const readyParts = ${JSON.stringify(module.exports.usualParts())};`,
        loader: "ts",
      };
    });
  },
};

/**
 * docx brings a zip program along and makes its tables as it is loaded, which takes half of that time. Nothing here uses it: packages
 * are packed by `src/openxml`, and docx only writes paragraphs.
 */
export const withoutZipOfDocx = {
  name: "without-zip-of-docx",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = [
        /^_defineProperty\(Packer, "compiler", new Compiler\(\)\);\n/gm,
        /^for \(var i = 0; i < 32768; \+\+i\) \{\n.*?^\}\n/gms,
        /^var (?:flm|flrm|fdm|fdrm) = [^\n]*;\n/gm,
      ].reduce((text, pattern) => {
        if (!pattern.test(text)) throw new Error(`${path}: ${String(pattern)} was not found`);
        return text.replace(pattern, (found) => (found.startsWith("var") ? found.replace(/ = .*;/, ";") : ""));
      }, source);
      return { contents, loader: "js" };
    });
  },
};
