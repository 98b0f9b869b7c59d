/**
 * What becomes `dist/tongbao.mjs`: loads the program that stands beside it.
 *
 * The program is one script. To compile it takes Node longer than most runs have to do, so what was compiled when it was built is
 * kept in a file beside it (V8's code cache) and used by the same version of Node on the same kind of machine. V8 makes sure that it
 * fits and otherwise compiles anew; newer versions of Node keep what they compile by themselves.
 */
import { readFileSync } from "node:fs";
import nodeModule, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

const program = join(dirname(fileURLToPath(import.meta.url)), "__PROGRAM__");
const require = createRequire(program);
const compiled = readCompiled();
const script = compiled === undefined ? undefined : load(compiled);
if (script === undefined || script.cachedDataRejected === true) {
  nodeModule.enableCompileCache?.();
  require(program);
} else {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, program, dirname(program));
}

function readCompiled() {
  try {
    return readFileSync(`${program}.${process.version}-${process.platform}-${process.arch}`);
  } catch {
    return undefined;
  }
}

function load(cachedData) {
  const source = readFileSync(program, "latin1");
  return new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    cachedData,
    filename: program,
  });
}
