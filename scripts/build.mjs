/**
 * Bundles the program into `dist/`: `node scripts/build.mjs [--if-stale]`.
 *
 * `dist/tongbao.cjs` is the command, `launcher.cjs`; it loads the program, one script whose modules are set up when they are first
 * needed, together with what V8 compiled of it on a trial run. What worker threads load and what is seldom needed are
 * files of their own. They stand flat beside the command: from each of them the package's root is `../`.
 *
 * With `--if-stale` nothing happens when `dist/tongbao.cjs` was built from the very same sources by the same version of Node; a
 * stamp in its second line tells. Stamp and command are one file put in place by one rename, and the other files are named by their content, so two builds at
 * once, or a run during a build, never see halves that do not belong together.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { besideTheProgram, lazyModules, readyParts, usedPartOfDocx, withoutExamples } from "./bundle-plugins.mjs";
import { bundleApart } from "./bundle-apart.mjs";
import { inAscii } from "./in-ascii.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const destination = join(root, "dist");
const command = "tongbao.cjs";
const shebang = "#!/usr/bin/env node";

/** What decides the bundle besides the files under `src/`. */
const otherSources = [
  ...["package.json", "package-lock.json", "tsconfig.json"],
  ...[
    "scripts/build.mjs",
    "scripts/bundle-apart.mjs",
    "scripts/bundle-plugins.mjs",
    "scripts/in-ascii.mjs",
    "scripts/launcher.cjs",
    "scripts/record-code-cache.mjs",
    "scripts/seldom-run.json",
  ],
];

/** What writes workbooks and what says what is wrong with a refused file: two fifths of everything, and most runs do without. */
const seldomNeeded = ["exceljs", "zod"];

/** How long files of earlier builds stay for runs that have started with them, in milliseconds. */
const leftoverLifetime = 60 * 60 * 1000;

/** CommonJS packages in the bundle call `require` for Node's own modules; an ES module has none by itself. */
const requireForCommonJs =
  'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);';

/** What all bundles have in common. */
const common = {
  absWorkingDir: root,
  outdir: destination,
  write: false,
  bundle: true,
  platform: "node",
  target: "node20",
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: true,
  charset: "utf8",
  legalComments: "eof",
  logLevel: "silent",
};

const onlyIfStale = process.argv.includes("--if-stale");

try {
  // What V8 compiles is for one version of Node.
  const stamp = `// ${await fingerprintSources()} ${process.version}`;
  if (!onlyIfStale || (await readStamp()) !== stamp) await build(stamp);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** A SHA-256 over names and contents of all sources, in an order that does not depend on the machine. */
async function fingerprintSources() {
  const entries = await readdir(join(root, "src"), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
  const hash = createHash("sha256");
  for (const file of [...files, ...otherSources]) {
    const content = await readFile(join(root, file));
    hash.update(`${file.replaceAll("\\", "/")}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest("hex");
}

/** The stamp of the build in `dist/`, or `undefined` if there is none. */
async function readStamp() {
  let file;
  try {
    file = await open(join(destination, command));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    return buffer.toString("utf8", 0, bytesRead).split("\n")[1];
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  } finally {
    await file?.close();
  }
}

async function build(stamp) {
  const { build: bundle } = await import("esbuild");
  await mkdir(destination, { recursive: true });
  const workshop = await mkdtemp(join(root, "dist.tmp-"));
  try {
    const worker = await bundleWorker(bundle);
    const libraries = await Promise.all(seldomNeeded.map((name) => bundleLibrary(bundle, name)));
    const program = await bundleProgram(bundle, libraries, worker.name);
    const launcher = await readFile(join(root, "scripts", "launcher.cjs"), "utf8");
    const files = new Map([
      ...worker.files,
      ...libraries.flatMap(({ files }) => files),
      ...program.files,
      [command, `${shebang}\n${stamp}\n${launcher.replace("__PROGRAM__", program.name)}`],
    ]);
    for (const [name, text] of files) {
      await writeFile(join(workshop, name), text, { mode: name === command ? 0o755 : 0o644 });
    }
    const names = [...files.keys()].filter((name) => name !== command);
    names.push(...recordCompiled(workshop, program));
    // The command last: what it loads is there by then.
    for (const name of [...names, command]) await putInPlace(workshop, name);
    await removeLeftovers(new Set([...names, command]));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The program: what every run needs, as a script whose modules are set up when they are first needed, and the rest as another one. */
async function bundleProgram(bundle, libraries, worker) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const options = {
    ...common,
    entryPoints: [{ in: "src/cli/main.ts", out: "program" }],
    entryNames: "[name]-[hash]",
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    charset: "ascii",
    supported: { "dynamic-import": false },
    define: { __TONGBAO_VERSION__: JSON.stringify(version), "import.meta.url": "bundleAddress" },
    banner: {
      js: `const bundleAddress = require("node:url").pathToFileURL(require("node:path").join(__dirname, ${JSON.stringify(worker)})).href;`,
    },
    plugins: [
      withoutExamples,
      lazyModules,
      readyParts,
      usedPartOfDocx,
      besideTheProgram(new Map(seldomNeeded.map((name, index) => [name, libraries[index].name]))),
    ],
  };
  // Commands of their own, reports, drafts that are read back, files that are written unusually or wrong.
  const seldomRun = JSON.parse(await readFile(join(root, "scripts", "seldom-run.json"), "utf8"));
  const { program, rest } = await bundleApart(bundle, options, seldomRun);
  const script = ({ path, text }, given) => [
    basename(path),
    `(function (exports, require, module, __filename, __dirname, ${given}) {${inAscii(text)}\n})`,
  ];
  return {
    name: basename(program[0].path),
    rest: basename(rest[0].path),
    files: [...program.map((file) => script(file, "loadBeside")), ...rest.map((file) => script(file, "fromProgram"))],
  };
}

/** A package as a file of its own, which is read when it is first needed. */
async function bundleLibrary(bundle, name) {
  const result = await bundle({
    ...common,
    stdin: { contents: `module.exports = require("${name}");`, resolveDir: root },
    entryNames: `${name}-[hash]`,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
  });
  return named(result.outputFiles, name);
}

/** What worker threads load: an ES module of its own, as they cannot share what is loaded here. */
async function bundleWorker(bundle) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const result = await bundle({
    ...common,
    entryPoints: [{ in: "src/cli/edition-worker.ts", out: "worker" }],
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    outExtension: { ".js": ".mjs" },
    format: "esm",
    splitting: true,
    banner: { js: requireForCommonJs },
    define: { __TONGBAO_VERSION__: JSON.stringify(version) },
    plugins: [withoutExamples, readyParts, usedPartOfDocx],
  });
  return named(result.outputFiles, "worker");
}

/** The texts of a bundle's files by name, and the name of the one to load. */
function named(outputFiles, entry) {
  const files = outputFiles.map(({ path, text }) => [path.slice(destination.length + 1), text]);
  return { files, name: files.map(([name]) => name).find((name) => name.startsWith(`${entry}-`)) };
}

/**
 * Runs the program on the sample editions and keeps what was compiled of both its scripts for that, under the names by which
 * `launcher.cjs` looks for them. Returns these names: without what did not work the program only starts slower.
 */
function recordCompiled(workshop, { name: program, rest }) {
  const recorder = join(root, "scripts", "record-code-cache.mjs");
  const trials = [
    { script: program, run: ["build", "--all", "--jobs", "1", "--out", join(workshop, "output")] },
    { script: rest, run: ["diff", "data/chaozhou-2019", "data/chaozhou-2024q2"] },
  ];
  return trials.flatMap(({ script, run }) => {
    const compiled = `${script}.${process.version}-${process.platform}-${process.arch}`;
    const files = [program, script, compiled].map((name) => join(workshop, name));
    const { status } = spawnSync(process.execPath, [recorder, ...files, ...run], { cwd: root, stdio: "ignore" });
    return status === 0 ? [compiled] : [];
  });
}

async function putInPlace(workshop, name) {
  await rename(join(workshop, name), join(destination, name));
}

/** Removes what earlier builds left in `dist/`: all of it, but with `--if-stale` only what no run can be using any more. */
async function removeLeftovers(current) {
  for (const name of await readdir(destination)) {
    if (current.has(name)) continue;
    const path = join(destination, name);
    if (onlyIfStale) {
      const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0);
      if (age < leftoverLifetime) continue;
    }
    await rm(path, { recursive: true, force: true });
  }
}

/** What went wrong, for someone who only wanted to run the program. */
function explain(error) {
  if (error.code === "ERR_MODULE_NOT_FOUND") return "还没有安装依赖：请先在项目文件夹里运行 npm ci";
  if (!Array.isArray(error.errors)) return String(error.stack ?? error);
  const lines = error.errors.map(({ location, text }) =>
    location === null ? text : `${location.file}:${String(location.line)}:${String(location.column + 1)}: ${text}`,
  );
  return ["程序构建失败：", ...lines].join("\n");
}
