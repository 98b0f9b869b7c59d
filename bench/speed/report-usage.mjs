/** Loaded before the program: leaves behind how much memory it took at most. */
import { writeFileSync } from "node:fs";
import process from "node:process";

process.on("exit", () => {
  writeFileSync(process.env["TONGBAO_BENCH_USAGE"], JSON.stringify(process.resourceUsage()));
});
