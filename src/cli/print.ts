import { fstatSync, writeSync } from "node:fs";
import { exitCodes } from "./exit-codes.js";

/**
 * Where the program prints: one of its two standard outputs.
 *
 * Node's own stream takes 4 milliseconds to be made, which is much for a run that takes a tenth of a second. Into a file or a pipe the
 * text is therefore written straight; a terminal, whose encoding only the stream knows on Windows, gets it through the stream, and so
 * does a pipe that somebody has set not to wait when it is full.
 */
class Output {
  private readonly descriptor: 1 | 2;
  private stream: NodeJS.WriteStream | undefined;
  private isOpened = false;
  private isGone = false;
  private unfinished = Promise.resolve();

  constructor(descriptor: 1 | 2) {
    this.descriptor = descriptor;
  }

  print(text: string): void {
    if (this.isGone || text === "") return;
    this.open();
    if (this.stream === undefined) this.printStraight(Buffer.from(text));
    else this.printThrough(this.stream, text);
  }

  /** Settled when everything printed so far has left the program. */
  get left(): Promise<void> {
    return this.unfinished;
  }

  private open(): void {
    if (this.isOpened) return;
    this.isOpened = true;
    if (!takesBytes(this.descriptor)) this.stream = this.openStream();
  }

  private openStream(): NodeJS.WriteStream {
    const stream = this.descriptor === 1 ? process.stdout : process.stderr;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.fail(error);
    });
    return stream;
  }

  private printStraight(bytes: Uint8Array): void {
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.descriptor, bytes, written);
    } catch (error) {
      const failure = error as NodeJS.ErrnoException;
      if (failure.code !== "EAGAIN") {
        this.fail(failure);
        return;
      }
      this.stream = this.openStream();
      this.printThrough(this.stream, bytes.subarray(written));
    }
  }

  private printThrough(stream: NodeJS.WriteStream, content: string | Uint8Array): void {
    const before = this.unfinished;
    this.unfinished = new Promise((resolve) => {
      const goOn = (): void => void before.then(resolve);
      try {
        stream.write(content, goOn);
      } catch (error) {
        // As Node does for devices such as /dev/full.
        this.fail(error as NodeJS.ErrnoException);
        goOn();
      }
    });
  }

  /** Whoever was to read it has left, as `head` does when it has seen enough: that is no mistake. Anything else is one. */
  private fail(failure: NodeJS.ErrnoException): void {
    if (this.isGone) return;
    this.isGone = true;
    if (failure.code === "EPIPE" || failure.code === "EOF" || this.descriptor === 2) return;
    incomplete = true;
    standardError.print(
      `结果没有印完：${failure.code === "ENOSPC" ? "磁盘已满" : (failure.code ?? failure.message)}\n`,
    );
  }
}

/** Whether bytes written to it arrive as they are, and at once: a file, a pipe, or a socket in a pipe's place. */
function takesBytes(descriptor: 1 | 2): boolean {
  if (process.platform === "win32") return false;
  try {
    const state = fstatSync(descriptor);
    return state.isFile() || state.isFIFO() || state.isSocket();
  } catch {
    return false;
  }
}

const standardOutput = new Output(1);
const standardError = new Output(2);
let incomplete = false;

/** Prints on standard output: what the program was asked for. */
export function printOut(text: string): void {
  standardOutput.print(text);
}

/** Prints on standard error: why there is nothing, and what goes on meanwhile. */
export function printError(text: string): void {
  standardError.print(text);
}

/**
 * Waits until everything that was printed has left the program.
 *
 * @param status with which the program would end
 * @returns the exit status: another one if not everything could be printed
 */
export async function finishPrinting(status: number): Promise<number> {
  await Promise.all([standardOutput.left, standardError.left]);
  return incomplete && status === exitCodes.success ? exitCodes.notWritten : status;
}
