import { writeSync } from "node:fs";
import { standsUntilCleared } from "../current-line.js";
import { announceInterruption, endInterrupted } from "../interruption.js";
import { interruptibly } from "./interruptible.js";
import { ProgressDisplay } from "./progress-display.js";
import { plans } from "./time-left.js";

/** Work that takes less than this, in milliseconds, needs no word. */
const usualDelay = 700;

/** How long a terminal takes to deal with Ctrl-C at most, in milliseconds. */
const terminalPause = 50;

/** Where a terminal does not say how wide it is. */
const usualColumns = 80;

/** The display on standard error; `undefined` if that is no terminal after all. */
export function openDisplay(kind: keyof typeof plans): ProgressDisplay | undefined {
  const terminal = process.stderr;
  if (!terminal.isTTY) return undefined;
  const display = new ProgressDisplay(
    {
      write: writeAtOnce,
      // Asked anew each time: while the program computes it does not hear that somebody has changed the window.
      columns: () => terminal.getWindowSize()[0] || usualColumns,
      // Not performance.now(): Node loads a module for that.
      clock: milliseconds,
      compute: (work) => interruptibly(work, () => endInterrupted("SIGINT")),
      delay: delay(),
    },
    plans[kind],
  );
  standsUntilCleared(display.clear);
  announceInterruption(() => {
    // The terminal throws away what is written to it while it deals with Ctrl-C.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, terminalPause);
    display.clear();
    writeAtOnce("已中断；没有写到一半的文件，原有的和已经写出的文件都完好\n");
  });
  return display;
}

/** Node's own stream may keep what it is given while the program computes, and lose it when the program is ended in the middle of that. */
function writeAtOnce(text: string): void {
  if (process.platform === "win32") {
    // Only the stream knows the console's encoding.
    process.stderr.write(text);
    return;
  }
  try {
    writeSync(2, text);
  } catch {
    // A terminal that is gone or busy: the work goes on without the line.
  }
}

function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** `TONGBAO_PROGRESS_AFTER`, in milliseconds, for looking at the line itself. */
function delay(): number {
  const wanted = Number(process.env["TONGBAO_PROGRESS_AFTER"] ?? usualDelay);
  return Number.isFinite(wanted) ? wanted : usualDelay;
}
