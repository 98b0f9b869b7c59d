/**
 * Bundles the program into `dist/`: `node scripts/build.mjs [--if-stale]`.
 *
 * `dist/tongbao.mjs` is the command. What it loads lazily with `import()` stays in chunks of its own, so that a run pays only
 * for what it uses. The chunks stand flat beside it: from each of them the package's root is `../`.
 *
 * With `--if-stale` nothing happens when `dist/tongbao.mjs` was built from the very same sources; a stamp in its second line
 * tells. Stamp and command are one file put in place by one rename, and chunks are named by their content, so two builds at
 * once, or a run during a build, never see halves that do not belong together.
 */
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const destination = join(root, "dist");
const command = "tongbao.mjs";
const shebang = "#!/usr/bin/env node";

/** What decides the bundle besides the files under `src/`. */
const otherSources = ["package.json", "package-lock.json", "tsconfig.json", "scripts/build.mjs"];

/** How long files of earlier builds stay for runs that have started with them, in milliseconds. */
const leftoverLifetime = 60 * 60 * 1000;

/** CommonJS packages in the bundle call `require` for Node's own modules; an ES module has none by itself. */
const requireForCommonJs =
  'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);';

const onlyIfStale = process.argv.includes("--if-stale");

try {
  const stamp = `// ${await fingerprintSources()}`;
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
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const { outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints: [{ in: "src/cli/main.ts", out: "tongbao" }],
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    chunkNames: "[name]-[hash]",
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    charset: "utf8",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "eof",
    banner: { js: requireForCommonJs },
    define: { __TONGBAO_VERSION__: JSON.stringify(version) },
    logLevel: "silent",
  });

  await mkdir(destination, { recursive: true });
  const workshop = await mkdtemp(join(root, "dist.tmp-"));
  try {
    const names = [];
    for (const { path, text } of outputFiles) {
      const name = path.slice(destination.length + 1);
      names.push(name);
      const isCommand = name === command;
      await writeFile(join(workshop, name), isCommand ? `${shebang}\n${stamp}\n${text}` : text, {
        mode: isCommand ? 0o755 : 0o644,
      });
    }
    // The command last: what it imports is there by then.
    for (const name of names.filter((other) => other !== command)) await putInPlace(workshop, name);
    await putInPlace(workshop, command);
    await removeLeftovers(new Set(names));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
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
