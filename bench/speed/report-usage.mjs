/** Loaded before the program: leaves behind how much memory it took at most, in MB. */
import { writeFileSync } from "node:fs";
import process from "node:process";
import { peakMemory } from "./peak-memory.mjs";

process.on("exit", () => {
  writeFileSync(process.env["TONGBAO_BENCH_USAGE"], String(peakMemory()));
});
