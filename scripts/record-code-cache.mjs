/**
 * `node scripts/record-code-cache.mjs <program.cjs> <script.cjs> <cache> <arguments...>`: runs the bundled program and keeps what V8
 * compiled of one of its scripts for that, see `launcher.cjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

// Functions that were compiled to machine code in the trial run would be again as soon as they are first called, which for most of them
// is the only time. What is kept under other flags than those of the program's own runs V8 would not take.
const probe = new Script("0").createCachedData();
setFlagsFromString("--no-sparkplug");

const [program, recorded, cache, ...parameters] = process.argv.slice(2);
process.argv = [process.argv[0], program, ...parameters];
const scripts = new Map();
await load(program, (name, fromProgram) => load(join(dirname(program), name), fromProgram)).finished;
setFlagsFromString("--sparkplug");
// Where V8 does without it anyway, that was one flag too many.
if (new Script("0", { cachedData: probe }).cachedDataRejected) setFlagsFromString("--no-sparkplug");
writeFileSync(cache, scripts.get(recorded).createCachedData());
process.exitCode = 0;

function load(file, given) {
  const script = new Script(readFileSync(file, "latin1"), { filename: file });
  scripts.set(file, script);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file), given);
  return module.exports;
}
