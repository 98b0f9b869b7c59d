/*
 * Loaded into the program before it starts: ends it, as a power cut would, at the step of writing that FAULT_STEP names, counted from 1.
 * FAULT_SIGNAL says how. Steps are the calls by which the disk changes; with FAULT_COUNT the number of them is written to that file.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";

const fatal = Number(process.env["FAULT_STEP"] ?? 0);
const signal = process.env["FAULT_SIGNAL"] ?? "SIGKILL";
const counted = process.env["FAULT_COUNT"];
const append = fs.appendFileSync;
let steps = 0;

for (const name of ["mkdirSync", "openSync", "writeSync", "fsyncSync", "closeSync", "linkSync", "renameSync", "rmSync"]) {
  const real = fs[name];
  fs[name] = (...given) => {
    const writes = name !== "openSync" || given[1] === "w";
    if (!writes) return real(...given);
    steps += 1;
    if (counted !== undefined) append(counted, `${name}\n`);
    if (steps === fatal && name === "writeSync") {
      // In the middle of a file; whoever survives the signal is told that only half was written.
      const [file, bytes, from = 0] = given;
      const half = real(file, bytes.subarray(from, from + Math.ceil((bytes.length - from) / 2)));
      process.kill(process.pid, signal);
      return half;
    } else if (steps === fatal) process.kill(process.pid, signal);
    return real(...given);
  };
}
syncBuiltinESMExports();
