/*
 * Loaded into the program before it starts, to bring it into trouble at the step of writing that FAULT_STEP names, counted from 1. Steps are
 * the calls by which the disk changes; with FAULT_COUNT the names of all are written to that file.
 *
 * FAULT_SIGNAL says how the program is ended there, as a power cut would (SIGKILL if it is not given). With FAULT_ERROR it is not ended: the
 * system refuses the call with that error, for instance EBUSY, which Windows says for a file that Word has open.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

const fatal = Number(process.env["FAULT_STEP"] ?? 0);
const signal = process.env["FAULT_SIGNAL"] ?? "SIGKILL";
const refusal = process.env["FAULT_ERROR"];
const counted = process.env["FAULT_COUNT"];
const append = fs.appendFileSync;
let steps = 0;
/** Files that are open to be written; what is done to others changes nothing. */
const writing = new Set();

const changing = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "closeSync", "linkSync", "renameSync", "rmSync", "unlinkSync"];

/** Whether a call changes the disk: not one that prints. */
function writes(name, [given, flags]) {
  if (name === "openSync") return flags === "w";
  if (name === "closeSync") return writing.delete(given);
  return name !== "writeSync" || writing.has(given);
}

for (const name of changing) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (!writes(name, given)) return real(...given);
    steps += 1;
    if (counted !== undefined) append(counted, `${name}\n`);
    if (steps !== fatal) {
      const result = real(...given);
      if (name === "openSync") writing.add(result);
      return result;
    }
    if (refusal !== undefined) {
      throw Object.assign(new Error(`${refusal}: something in English`), { code: refusal });
    }
    if (name === "writeSync") {
      // In the middle of a file; whoever survives the signal is told that only half was written.
      const [file, bytes, from = 0] = given;
      const half = real(file, bytes.subarray(from, from + Math.ceil((bytes.length - from) / 2)));
      process.kill(process.pid, signal);
      return half;
    }
    process.kill(process.pid, signal);
    return real(...given);
  };
}
syncBuiltinESMExports();
