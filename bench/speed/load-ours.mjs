import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

/**
 * Loads what `buildOurs` has made as the program's launcher loads the program.
 *
 * @param {string} work the folder it is in
 * @param {"ours" | "ours-merge"} [name] of the bundle: everything, or only what merging and writing needs
 */
export function loadOurs(work, name = "ours") {
  const path = join(work, `${name}.cjs`);
  const cachedData = readFileSync(join(work, `${name}.cache`));
  const source = readFileSync(path, "latin1");
  const script = new Script(source, { filename: path, ...(cachedData.length === 0 ? {} : { cachedData }) });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module);
  return { ours: module.exports, script };
}
