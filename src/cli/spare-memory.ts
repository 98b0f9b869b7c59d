import { setFlagsFromString } from "node:v8";

/** As much read from files, in bytes, makes a large edition or draft. */
const much = 2_000_000;

let read = 0;

/**
 * Told of what is read from files. When that is much, V8 is asked to clear away sooner: left to itself it lets the heap grow fourfold
 * before it does, and whether 100,000 rows take 340 or 400 MB depends on chance. With twice the heap they take about 300 and no more time
 * that could be measured.
 *
 * Only where it is known that V8 has this setting: of an unknown one it complains on the terminal.
 */
export function spareMemory(bytes: number): void {
  const before = read;
  read += bytes;
  if (before < much && read >= much && process.version.startsWith("v20.")) {
    setFlagsFromString("--heap-growing-percent=100");
  }
}
