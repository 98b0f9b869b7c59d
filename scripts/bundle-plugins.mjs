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
 * docx is one file that can do a great deal; here it only writes paragraphs, sections and page numbers. What a bundler cannot know to be
 * without effect it has to keep, with everything that this uses: half of the time that loading docx takes. So it is told.
 */
export const usedPartOfDocx = {
  name: "used-part-of-docx",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = [
        // What is worked out for a variable matters to nobody who does not use the variable.
        [/^(var [\w$]+ = )(?=(?:new |function\(\) |\(|[\w$.]+\())/gm, "$1/* @__PURE__ */ "],
        [/^(var [\w$]+ = )([\w$]+\.[\w$]+);\n/gm, "$1/* @__PURE__ */ (() => $2)();\n"],
        [/^(var [\w$]+ = )(class extends \w+\.\w+ \{\n.*?^\});\n/gms, "$1/* @__PURE__ */ (() => $2)();\n"],
        // Nor do the tables of its zip program and properties that it adds to classes: packages are packed by `src/openxml`.
        [/^_defineProperty\((?:Packer|TableBorders), .*?\);\n/gms, ""],
        [/^for \(var i = \d+; i < \d+; \+\+i\) (?:\{\n.*?^\}|[^\n]*;)\n/gms, ""],
        [/^fl\[28\] = 258, revfl\[258\] = 28;\n/gm, ""],
        [/^try \{\n\ttd\.decode.*?^\}[^\n]*\n/gms, ""],
      ].reduce((text, [pattern, replacement]) => {
        if (!pattern.test(text)) throw new Error(`${path}: ${String(pattern)} was not found`);
        return text.replace(pattern, replacement);
      }, source);
      return { contents, loader: "js" };
    });
  },
};

/** Packages that stand beside the program in files of their own, by the names of these files. */
export function besideTheProgram(files) {
  return {
    name: "beside-the-program",
    setup({ onResolve }) {
      onResolve({ filter: new RegExp(`^(?:${[...files.keys()].join("|")})$`) }, ({ path }) => ({
        path: `./${files.get(path)}`,
        external: true,
      }));
    },
  };
}
