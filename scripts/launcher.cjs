/**
 * What becomes `dist/tongbao.cjs`: loads the program that stands beside it. CommonJS, as Node then starts without its loader of ES
 * modules.
 *
 * The program is one script. To compile it takes Node longer than most runs have to do, so what was compiled when it was built is
 * kept in a file beside it (V8's code cache) and used by the same version of Node on the same kind of machine. V8 makes sure that it
 * fits and otherwise compiles anew; newer versions of Node keep what they compile by themselves.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const process = require("node:process");
const { Script } = require("node:vm");

const program = join(__dirname, "__PROGRAM__");
const compiled = readCompiled();
const script = compiled === undefined ? undefined : load(compiled);
const { finished } = start();
finished.then(() => {
  // By itself Node would wait until what it compiles in the background is compiled, too. What has been printed has left by now.
  process.exit();
});

function start() {
  if (script === undefined || script.cachedDataRejected === true) {
    require("node:module").enableCompileCache?.();
    return require(program);
  }
  const loaded = { exports: {} };
  script.runInThisContext()(loaded.exports, require, loaded, program, __dirname);
  return loaded.exports;
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
