/**
 * What becomes `dist/tongbao.cjs`: loads the program that stands beside it. CommonJS, as Node then starts without its loader of ES
 * modules.
 *
 * The program is one script, a function of what CommonJS gives to a module; what it seldom needs is another one. To compile it takes Node longer than most runs have to do,
 * so what was compiled when it was built is kept in a file beside it (V8's code cache) and used by the same version of Node on the same
 * kind of machine. V8 makes sure that it fits and otherwise compiles anew.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const process = require("node:process");
const { Script } = require("node:vm");

const { finished } = load("__PROGRAM__", (name, fromProgram) => load(name, fromProgram));
finished.then(() => {
  // By itself Node would wait until what it compiles in the background is compiled, too. What has been printed has left by now.
  process.exit();
});

/** @param given what the script is given besides: the program what loads the rest of it, the rest what gives it the program's modules */
function load(name, given) {
  const file = join(__dirname, name);
  const script = new Script(readFileSync(file, "latin1"), { cachedData: readCompiled(file), filename: file });
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, file, __dirname, given);
  return loaded.exports;
}

function readCompiled(file) {
  try {
    return readFileSync(`${file}.${process.version}-${process.platform}-${process.arch}`);
  } catch {
    return undefined;
  }
}
