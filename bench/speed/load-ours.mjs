import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

/**
 * Loads what `buildOurs` has made as the program's launcher loads the program.
 *
 * @param {string} work the folder it is in
 */
export function loadOurs(work) {
  const path = join(work, "ours.cjs");
  const cachedData = readFileSync(join(work, "ours.cache"));
  const source = `(function (exports, require, module) {${readFileSync(path, "latin1")}\n})`;
  const script = new Script(source, { filename: path, ...(cachedData.length === 0 ? {} : { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module);
  return { ours: module.exports, script };
}
