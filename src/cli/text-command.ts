import { createHash } from "node:crypto";
import { renderDiagnostic } from "../diagnostics/render.js";
import { readDocx } from "../docx/read-docx.js";
import { writeReviewText } from "../text/review-text.js";
import { surroundingsInWords } from "./diff-sides.js";
import { exitCodes } from "./exit-codes.js";
import { nodeFiles } from "./node-files.js";
import { colours } from "./colours.js";
import { printError, printOut } from "./print.js";

export interface TextOptions {
  /** For git, which gives up on everything if a file cannot be shown. */
  readonly textconv?: boolean;
}

/**
 * `text`: prints the review text of a .docx, with headers, footers, comments and whatever else stands around the document.
 *
 * Also made to be a textconv of git: the output depends on nothing but the file's content, neither on its name (git gives a
 * temporary one) nor on the machine.
 *
 * @returns the exit status; with `textconv` a file that cannot be read is a line of text and no failure
 */
export function printText(path: string, options: TextOptions): number {
  const file = path.replaceAll("\\", "/");
  const bytes = nodeFiles().read(path);
  if (bytes === undefined) {
    printError(`没有“${file}”这个文件，或者打不开；请检查文件名和所在的文件夹\n`);
    return exitCodes.invalidInput;
  }
  const { document, surroundings, diagnostics } = readDocx(bytes, file);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (options.textconv === true) {
    for (const { message } of errors) printOut(`〔读不出〕${message}（校验码${checksum(bytes)}）\n`);
  } else if (errors.length > 0) {
    printError(`${errors.map((one) => renderDiagnostic(one, colours)).join("\n")}\n`);
  }
  if (document !== undefined) printOut(writeReviewText(document, surroundingsInWords(surroundings)));
  return document === undefined && options.textconv !== true ? exitCodes.invalidInput : exitCodes.success;
}

/** Tells two unreadable files apart. */
function checksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}
