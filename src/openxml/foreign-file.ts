import { isUtf8 } from "node:buffer";

/** What a file is that is no zip archive, and so neither .xlsx nor .docx whatever its name says. */
export type ForeignFile =
  | { readonly type: "empty" | "zeros" | "encrypted" | "archive" | "unrecognised" }
  /** The binary formats of before 2007: .xls and .et, .doc and .wps, .ppt and .dps. */
  | { readonly type: "oldWorkbook" | "oldDocument" | "oldSlides" }
  /** The XML formats of Office 2003, each in one file. */
  | { readonly type: "xmlWorkbook" | "xmlDocument" }
  | { readonly type: "webPage" | "plainText" }
  /** Some other format, named in words. */
  | { readonly type: "other"; readonly kind: string };

/** Tells by a file's bytes what it is. */
export function identifyForeignFile(bytes: Uint8Array): ForeignFile {
  if (bytes.length === 0) return { type: "empty" };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(buffer, compoundFile)) {
    return { type: compoundStreams.find(([stream]) => hasCompoundStream(buffer, stream))?.[1] ?? "unrecognised" };
  }
  const signature = signatures.find(({ start }) => startsWith(buffer, start));
  if (signature !== undefined) {
    return signature.archive === true ? { type: "archive" } : { type: "other", kind: signature.kind };
  }
  const text = beginningAsText(buffer);
  if (text !== undefined) return { type: textType(text) };
  return { type: bytes.every((byte) => byte === 0) ? "zeros" : "unrecognised" };
}

/** Microsoft's container of the time before .xlsx, which still wraps encrypted files (MS-CFB 2.2, MS-OFFCRYPTO 2.3.4). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const signatures: readonly { readonly start: readonly number[]; readonly kind: string; readonly archive?: true }[] = [
  { start: ascii("%PDF"), kind: "PDF 文件" },
  { start: ascii("%OFD"), kind: "OFD 文件" },
  { start: ascii("{\\rtf"), kind: "RTF 文档" },
  { start: [0x89, ...ascii("PNG")], kind: "图片" },
  { start: [0xff, 0xd8, 0xff], kind: "图片" },
  { start: ascii("GIF8"), kind: "图片" },
  { start: ascii("Rar!"), kind: "压缩包", archive: true },
  { start: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], kind: "压缩包", archive: true },
  { start: [0x1f, 0x8b], kind: "压缩包", archive: true },
];

/** The streams by which a compound file shows what it holds. */
const compoundStreams: readonly (readonly [
  stream: string,
  type: "encrypted" | "oldWorkbook" | "oldDocument" | "oldSlides",
])[] = [
  ["EncryptedPackage", "encrypted"],
  ["Workbook", "oldWorkbook"],
  ["Book", "oldWorkbook"],
  ["WordDocument", "oldDocument"],
  ["PowerPoint Document", "oldSlides"],
];

/**
 * Looks for a directory entry (MS-CFB 2.6.1): 128 bytes at a multiple of 128, the name in UTF-16 first and its length in bytes,
 * with the closing zero, at offset 64. That finds the entry without following the chain of directory sectors.
 */
function hasCompoundStream(buffer: Buffer, stream: string): boolean {
  const name = Buffer.from(`${stream}\0`, "utf16le");
  for (let at = buffer.indexOf(name); at >= 0; at = buffer.indexOf(name, at + 1)) {
    if (at % 128 === 0 && at + 66 <= buffer.length && buffer.readUInt16LE(at + 64) === name.length) return true;
  }
  return false;
}

function textType(text: string): "xmlWorkbook" | "xmlDocument" | "webPage" | "plainText" {
  const start = text.trimStart().toLowerCase();
  if (start.startsWith("<?xml")) {
    if (start.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "xmlWorkbook";
    if (start.includes("schemas.microsoft.com/office/word/2003") || start.includes('progid="word.document"')) {
      return "xmlDocument";
    }
  }
  return /^(?:<!doctype html|<html|<head|<body|<table|<meta|<style|mime-version:)/u.test(start) ||
    start.includes("<html")
    ? "webPage"
    : "plainText";
}

/** The first part of a text file in whatever encoding, else `undefined`. GBK is told by its bytes alone; that they are text is enough. */
function beginningAsText(buffer: Buffer): string | undefined {
  const beginning = buffer.subarray(0, 4096);
  if (startsWith(beginning, [0xff, 0xfe])) return beginning.toString("utf16le", 2);
  if (startsWith(beginning, [0xfe, 0xff]))
    return Buffer.from(beginning.subarray(0, 2 * Math.floor(beginning.length / 2)))
      .swap16()
      .toString("utf16le", 2);
  if (beginning.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)) return undefined;
  return isUtf8(buffer) || isGbk(buffer) ? beginning.toString("utf8").replace(/^\uFEFF/u, "") : undefined;
}

/** GB 18030: a byte of 0x81 to 0xFE is followed by 0x40 to 0xFE, or by a digit in characters of four bytes. */
function isGbk(buffer: Buffer): boolean {
  for (let index = 0; index < buffer.length; index += 1) {
    const byte = buffer[index] ?? 0;
    if (byte < 0x80) continue;
    index += 1;
    const next = buffer[index] ?? 0x40;
    if (
      byte === 0x80 ||
      byte === 0xff ||
      next === 0x7f ||
      next === 0xff ||
      next < 0x30 ||
      (next > 0x39 && next < 0x40)
    ) {
      return false;
    }
  }
  return true;
}

function startsWith(buffer: Buffer, start: readonly number[]): boolean {
  return start.every((byte, index) => buffer[index] === byte);
}

function ascii(text: string): number[] {
  return [...Buffer.from(text, "latin1")];
}
