import { isUtf8 } from "node:buffer";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";

/**
 * Turns the bytes of a text file into text with `\n` as line end: UTF-8 with or without a byte order mark, UTF-16 with one.
 * Anything else is reported, above all GBK, in which older Windows editors save Chinese text.
 *
 * @param file as it is shown in messages
 */
export function decodeText(
  bytes: Uint8Array,
  file: string,
): { readonly text?: string; readonly diagnostics: readonly Diagnostic[] } {
  if (isArchive(bytes)) return { diagnostics: [diagnose("yaml-not-text", { file }, {})] };
  const decoded = decodeUnicode(bytes);
  if (typeof decoded !== "string") {
    return { diagnostics: [diagnose("yaml-not-utf8", { file, line: decoded.badLine, column: 1 }, {})] };
  }
  if (decoded.includes("\0")) return { diagnostics: [diagnose("yaml-not-text", { file }, {})] };
  const text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  return { text, diagnostics: controlCharacters(text, file) };
}

/** The first bytes of a zip file (.xlsx, .docx) and of an OLE file (.xls, .doc, an encrypted .xlsx). */
function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/**
 * UTF-8 with or without a byte order mark, or UTF-16 with one, as text without the mark.
 *
 * @returns the line with the first byte that is part of neither, if there is one
 */
export function decodeUnicode(bytes: Uint8Array): string | { readonly badLine: number } {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes) ?? { badLine: 1 };
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(swapPairs(bytes)) ?? { badLine: 1 };
  if (!isUtf8(bytes)) return { badLine: firstUndecodableLine(bytes) };
  const start = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  // A third of the time that the first TextDecoder of a run takes.
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.length - start).toString("utf8");
}

/** Little-endian; a byte order mark at the beginning is dropped. */
function decodeUtf16(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Not every build of Node decodes big-endian UTF-16. */
function swapPairs(bytes: Uint8Array): Uint8Array {
  const swapped = new Uint8Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) swapped[index ^ 1] = bytes[index] ?? 0;
  return swapped;
}

/** The byte of a line end is part of no longer character, neither in UTF-8 nor in GBK. */
function firstUndecodableLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const lineEnd = bytes.indexOf(0x0a, start);
    const end = lineEnd < 0 ? bytes.length : lineEnd;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

/** YAML 1.2 §5.1 excludes them, and so does XML, into which every text goes in the end. One message a line. */
function controlCharacters(text: string, file: string): Diagnostic[] {
  const control = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/;
  if (!control.test(text)) return [];
  return text.split("\n").flatMap((content, index) => {
    const match = control.exec(content);
    if (match === null) return [];
    const character = `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    const place = { file, line: index + 1, column: match.index + 1 };
    return [diagnose("yaml-control-character", place, { character })];
  });
}
