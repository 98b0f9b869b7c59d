/**
 * `node scripts/record-code-cache.mjs <program.cjs> <cache> <arguments...>`: runs the bundled program and keeps what V8 compiled for
 * that, see `launcher.cjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import process from "node:process";
import { Script } from "node:vm";

const [program, cache, ...parameters] = process.argv.slice(2);
process.argv = [process.argv[0], program, ...parameters];
const script = new Script(readFileSync(program, "latin1"), { filename: program });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(program), module, program, dirname(program));
await module.exports.finished;
writeFileSync(cache, script.createCachedData());
process.exitCode = 0;
