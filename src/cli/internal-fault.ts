import { clearCurrentLine } from "./current-line.js";
import { printError } from "./print.js";

/** A failure of the program itself: nobody's data should be able to bring it about. */
export interface Fault {
  readonly reason: string;
  readonly stack?: string;
}

/** What was thrown, as plain data. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { reason: String(error) };
  return { reason: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) };
}

/** Tells of a fault on the terminal; with `TONGBAO_DEBUG=1` also where in the program it happened. */
export function reportFault({ reason, stack }: Fault): void {
  clearCurrentLine();
  printError(`程序自身出了故障，没有完成：${reason}\n请把这句话和所用的数据发给维护人员；已有的文件没有改动\n`);
  if (process.env["TONGBAO_DEBUG"] === "1") printError(`${stack ?? ""}\n`);
}
