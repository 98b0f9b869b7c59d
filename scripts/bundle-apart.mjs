/**
 * Splits a program into two scripts: what every run needs, and the rest, which is loaded when something of it is first asked for.
 *
 * esbuild can split ES modules only, into as many files as there are ways to share them, and each file costs a run time. Here the rest
 * stands on the program: a module that is in the program is not bundled again, but handed over by it, so that there is one of each.
 */
import { basename, relative, resolve } from "node:path";

/** What in the source asks for the rest: a function that the program is given, see `launcher.cjs`. */
const loader = "loadBeside";

/** How a script names a module: its path from the root, as esbuild's metafile does. */
const nameOf = (root, path) => relative(root, path).replaceAll("\\", "/");

/**
 * Bundles a program and the rest of it.
 *
 * @param bundle esbuild's `build`
 * @param options for both scripts, `entryPoints` for the program; `absWorkingDir` is the root
 * @param {readonly string[]} seldomNeeded modules of the rest, as paths from the root; only `import()` may name them in the program
 * @returns what esbuild has made of the program, and of the rest
 */
export async function bundleApart(bundle, options, seldomNeeded) {
  const { absWorkingDir: root, plugins } = options;
  const probe = await bundle({
    ...options,
    metafile: true,
    plugins: [apart(root, seldomNeeded, () => "")].concat(plugins),
  });
  const { inputs } = probe.metafile;

  const handedOver = new Map();
  const rest = await bundle({
    ...options,
    entryPoints: undefined,
    entryNames: "rest-[hash]",
    stdin: {
      contents: `module.exports = { ${seldomNeeded.map((name) => `get ${JSON.stringify(name)}() { return require(${JSON.stringify(`./${name}`)}); }`).join(", ")} };`,
      resolveDir: root,
    },
    plugins: [fromProgram(root, inputs, handedOver)].concat(plugins),
  });

  const names = await exportedNames(bundle, options, handedOver, inputs);
  const nameOfRest = basename(rest.outputFiles[0].path);
  const program = await bundle({
    ...options,
    plugins: [apart(root, seldomNeeded, () => handOver(nameOfRest, handedOver, names))].concat(plugins),
  });
  return { program: program.outputFiles, rest: rest.outputFiles };
}

/** In the program: `import()` of a module of the rest loads the rest. */
function apart(root, seldomNeeded, handOver) {
  const modules = new Set(seldomNeeded.map((name) => resolve(root, name)));
  return {
    name: "apart",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir, kind }) => {
        const source = resolve(resolveDir, path).replace(/\.js$/, ".ts");
        return kind === "dynamic-import" && modules.has(source)
          ? { path: nameOf(root, source), namespace: "apart" }
          : undefined;
      });
      onResolve({ filter: /^handed-over$/ }, () => ({ path: "handed-over", namespace: "handed-over" }));
      onLoad({ filter: /^/, namespace: "apart" }, ({ path }) => ({
        contents: `module.exports = require("handed-over").rest()[${JSON.stringify(path)}];`,
        resolveDir: root,
      }));
      onLoad({ filter: /^/, namespace: "handed-over" }, () => ({ contents: handOver(), resolveDir: root }));
    },
  };
}

/** The module of the program that loads the rest and hands modules over to it. */
function handOver(rest, handedOver, names) {
  const imports = [];
  const cases = [];
  [...handedOver].sort().forEach(([name], index) => {
    const own = names.get(name);
    const from = JSON.stringify(`./${name}`);
    // A CommonJS module as it is; of an ES module what it exports now, as it may export something else later.
    if (own === undefined) cases.push(`case ${JSON.stringify(name)}: return require(${from});`);
    else {
      // To the rest it looks like a CommonJS module, whose default is the whole of it.
      if (own.includes("default")) throw new Error(`${name}: a default export cannot be handed over to the rest`);
      imports.push(`import * as module${index} from ${from};`);
      const getters = own.map((each) => `get ${each}() { return module${index}.${each}; }`);
      cases.push(`case ${JSON.stringify(name)}: return { ${getters.join(", ")} };`);
    }
  });
  return `${imports.join("\n")}
let loaded;
export function rest() {
  return (loaded ??= ${loader}(${JSON.stringify(rest)}, (name) => { switch (name) { ${cases.join("\n")} } }));
}`;
}

/** In the rest: a module that the program has comes from there. */
function fromProgram(root, inputs, handedOver) {
  return {
    name: "from-program",
    setup({ onResolve, onLoad, resolve: resolveModule }) {
      onResolve({ filter: /^/ }, async ({ path, pluginData, ...where }) => {
        if (pluginData === "asked" || where.namespace !== "file" || where.kind === "entry-point") return undefined;
        const found = await resolveModule(path, { ...where, pluginData: "asked" });
        const name = nameOf(root, found.path);
        if (found.errors.length > 0 || found.external || found.namespace !== "file" || !(name in inputs))
          return undefined;
        handedOver.set(name, found.path);
        return { path: name, namespace: "from-program" };
      });
      onLoad({ filter: /^/, namespace: "from-program" }, ({ path }) => ({
        contents: `module.exports = fromProgram(${JSON.stringify(path)});`,
      }));
    },
  };
}

/** What ES modules export, by their names; CommonJS modules are not among them. */
async function exportedNames(bundle, { absWorkingDir, outdir, plugins }, handedOver, inputs) {
  const modules = [...handedOver].filter(([name]) => inputs[name].format === "esm");
  const { metafile } = await bundle({
    absWorkingDir,
    outdir,
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    metafile: true,
    logLevel: "silent",
    entryPoints: modules.map(([name]) => ({ in: name, out: name })),
    plugins: [
      {
        name: "nothing-else",
        setup({ onResolve }) {
          onResolve({ filter: /^/ }, ({ kind, path }) =>
            kind === "entry-point" ? undefined : { path, external: true },
          );
        },
      },
      ...plugins.filter(({ name }) => name === "ready-parts"),
    ],
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
}
