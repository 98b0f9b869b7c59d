import { inflateRawSync } from "node:zlib";
import { diagnose } from "../diagnostics/catalogue.js";
import { crc32 } from "./crc32.js";
import { UnreadablePart } from "./unreadable-part.js";

/**
 * Reading of zip archives, as far as Office files use it (PKWARE APPNOTE 6.3; numbers in comments are its sections).
 *
 * Only the central directory says what is in an archive. Nothing is decompressed before somebody asks for it, and never more than
 * the directory declares, so a file that unfolds without end costs nothing. Names are only compared, never used as paths on disk.
 */
export interface ZipEntry {
  /** With `/` between folders and none at the start. */
  readonly name: string;
  /** Bytes after decompression, as the directory declares. */
  readonly size: number;
  readonly compressedSize: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly headerOffset: number;
}

/** Signatures (4.3.7, 4.3.12, 4.3.14 to 4.3.16), read as little-endian numbers. */
const localHeader = 0x04034b50;
const directoryHeader = 0x02014b50;
const zip64EndOfDirectory = 0x06064b50;
const zip64Locator = 0x07064b50;
const endOfDirectory = 0x06054b50;

/** Lengths of the records' fixed parts. */
const localHeaderLength = 30;
const directoryHeaderLength = 46;
const zip64LocatorLength = 20;
const zip64EndLength = 56;
const endLength = 22;

/** Deflate cannot do better than 1032 : 1; a declared size beyond that is a lie and not worth the memory. */
const bestCompression = 1032;

/** True if the bytes begin like a zip archive, whole or not. */
export function startsLikeZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && [localHeader, endOfDirectory].includes(viewOf(bytes).getUint32(0, true));
}

/** How many entries the end of the directory promises; `undefined` if there is no end, as in a truncated file. */
export function countZipEntries(bytes: Uint8Array): number | undefined {
  return findDirectory(viewOf(bytes))?.entries;
}

/**
 * The archive's entries in the order of its directory.
 *
 * @throws UnreadablePart if the directory is missing, as in a truncated file, or damaged
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const directory = findDirectory(view);
  if (directory === undefined) throw damaged("文件不完整，缺少末尾的部分");
  const entries: ZipEntry[] = [];
  let position = directory.offset;
  for (let index = 0; index < directory.entries; index += 1) {
    if (position + directoryHeaderLength > bytes.length || view.getUint32(position, true) !== directoryHeader) {
      throw damaged("文件的内部目录已损坏");
    }
    const nameStart = position + directoryHeaderLength;
    const extraStart = nameStart + view.getUint16(position + 28, true);
    const commentStart = extraStart + view.getUint16(position + 30, true);
    const end = commentStart + view.getUint16(position + 32, true);
    if (end > bytes.length) throw damaged("文件的内部目录已损坏");
    entries.push({
      name: partName(Buffer.from(bytes.subarray(nameStart, extraStart)).toString("utf8")),
      encrypted: (view.getUint16(position + 8, true) & 1) !== 0,
      method: view.getUint16(position + 10, true),
      crc32: view.getUint32(position + 16, true),
      ...readSizes(view, position, extraStart, commentStart),
    });
    position = end;
  }
  return entries;
}

/**
 * Decompresses one entry.
 *
 * @throws UnreadablePart if it is damaged, encrypted, compressed in an unusual way or not of the declared size
 */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  const content = entry.method === 0 ? packed : inflate(packed, entry.size);
  if (content.length !== entry.size) throw sizeMismatch();
  if (crc32(content) !== entry.crc32) throw damaged(`${entry.name} 的校验码不符`);
  return content;
}

/** Writes a part's name as Office does: some programs write `\` or a leading `/`. */
export function partName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/u, "");
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw damaged(`${entry.name} 是加密的`);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(`${entry.name} 的压缩方式不受支持`);
  const view = viewOf(bytes);
  const header = entry.headerOffset;
  if (header + localHeaderLength > bytes.length || view.getUint32(header, true) !== localHeader) {
    throw damaged(`找不到 ${entry.name}`);
  }
  // The local header's own sizes may be zero (4.4.4, bit 3); only its variable lengths count.
  const start = header + localHeaderLength + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const end = start + entry.compressedSize;
  if (end > bytes.length) throw damaged(`${entry.name} 不完整`);
  return bytes.subarray(start, end);
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  if (size > packed.length * bestCompression + 64) throw sizeMismatch();
  try {
    // One byte more than declared shows a lie without decompressing the rest. In one piece, because joining pieces takes longer.
    const output = size + 1;
    return inflateRawSync(packed, { chunkSize: Math.max(output, 64), maxOutputLength: output });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") throw sizeMismatch();
    throw damaged("压缩数据已损坏");
  }
}

function damaged(detail: string): UnreadablePart {
  return new UnreadablePart((place, _part, file) => diagnose(`${file}-damaged-archive` as const, place, { detail }));
}

function sizeMismatch(): UnreadablePart {
  return new UnreadablePart((place, part, file) => diagnose(`${file}-size-mismatch` as const, place, { part }));
}

/** The sizes and the offset; where they do not fit into 32 bits they stand in the zip64 extra field (4.5.3), in this order. */
function readSizes(
  view: DataView,
  header: number,
  extraStart: number,
  extraEnd: number,
): Pick<ZipEntry, "size" | "compressedSize" | "headerOffset"> {
  let position = findExtraField(view, extraStart, extraEnd, 1);
  const readSize = (offset: number): number => {
    const value = view.getUint32(header + offset, true);
    if (value !== 0xffffffff || position === undefined || position + 8 > extraEnd) return value;
    position += 8;
    return Number(view.getBigUint64(position - 8, true));
  };
  const size = readSize(24);
  const compressedSize = readSize(20);
  return { size, compressedSize, headerOffset: readSize(42) };
}

/** Where the content of an extra field begins. */
function findExtraField(view: DataView, start: number, end: number, wanted: number): number | undefined {
  let position = start;
  while (position + 4 <= end) {
    if (view.getUint16(position, true) === wanted) return position + 4;
    position += 4 + view.getUint16(position + 2, true);
  }
  return undefined;
}

function findDirectory(view: DataView): { entries: number; offset: number } | undefined {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff);
  for (let position = view.byteLength - endLength; position >= lowest; position -= 1) {
    if (view.getUint32(position, true) !== endOfDirectory) continue;
    const entries = view.getUint16(position + 10, true);
    const offset = view.getUint32(position + 16, true);
    if (entries !== 0xffff && offset !== 0xffffffff) return { entries, offset };
    return findZip64Directory(view, position - zip64LocatorLength) ?? { entries, offset };
  }
  return undefined;
}

function findZip64Directory(view: DataView, locator: number): { entries: number; offset: number } | undefined {
  if (locator < 0 || view.getUint32(locator, true) !== zip64Locator) return undefined;
  const end = Number(view.getBigUint64(locator + 8, true));
  if (end + zip64EndLength > view.byteLength || view.getUint32(end, true) !== zip64EndOfDirectory) return undefined;
  return { entries: Number(view.getBigUint64(end + 32, true)), offset: Number(view.getBigUint64(end + 48, true)) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
