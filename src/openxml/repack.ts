import { deflateSync } from "fflate";
import { diagnose } from "../diagnostics/catalogue.js";
import { crc32 } from "./crc32.js";
import { UnreadablePart } from "./unreadable-part.js";
import type { ZipEntry } from "./zip-archive.js";

/** One entry of the new archive: an old one as it is, or new content. */
export type ArchiveItem =
  { readonly name: string; readonly entry: ZipEntry } | { readonly name: string; readonly content: Uint8Array };

/** Midnight of 1 January 1980, the earliest that zip knows: the bytes depend on nothing but the content. */
const earliestDate = 0x0021;

/** Which version of zip is needed to unpack: 2.0, deflate (PKWARE APPNOTE 4.4.3). */
const version = 20;

/**
 * Writes a zip archive. The packed bytes of old entries are copied, not unpacked and packed again.
 *
 * @param archive that the old entries stand in
 * @throws UnreadablePart if an old entry is not where it should be, or too large for an archive of this kind
 */
export function repackArchive(archive: Uint8Array, items: readonly ArchiveItem[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const item of items) {
    const name = new TextEncoder().encode(item.name);
    const packed = "entry" in item ? copyEntry(archive, item.entry) : pack(item.content);
    const fields = entryFields(name, packed);
    const header = record([[4, 0x04034b50], [2, version], ...fields], name);
    directory.push(
      record(
        [[4, 0x02014b50], [2, version], [2, version], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]],
        name,
      ),
    );
    pieces.push(header, packed.bytes);
    offset += header.length + packed.bytes.length;
  }
  const directoryLength = directory.reduce((total, { length }) => total + length, 0);
  const count = items.length;
  if (offset + directoryLength > 0xffffffff || count > 0xffff) throw tooLarge(offset + directoryLength);
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directoryLength],
    [4, offset],
    [2, 0],
  ]);
  return join([...pieces, ...directory, end]);
}

interface Packed {
  readonly bytes: Uint8Array;
  readonly method: number;
  readonly crc32: number;
  readonly size: number;
  readonly encrypted: boolean;
}

function copyEntry(archive: Uint8Array, entry: ZipEntry): Packed {
  const { headerOffset, compressedSize, method, encrypted, size } = entry;
  const damaged = (): UnreadablePart =>
    new UnreadablePart((place) => diagnose("workbook-damaged-archive", place, { detail: `${entry.name} 不完整` }));
  if (size > 0xffffffff || headerOffset + 30 > archive.length) throw damaged();
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const start = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
  const end = start + compressedSize;
  if (view.getUint32(headerOffset, true) !== 0x04034b50 || end > archive.length) throw damaged();
  return { bytes: archive.subarray(start, end), method, crc32: entry.crc32, size, encrypted };
}

/** A part from this size on is packed fast rather than well: a sheet of 30 MB otherwise takes most of the time there is. */
const largePart = 1024 * 1024;

/** fflate packs alike on every machine; node:zlib may differ between builds. */
function pack(content: Uint8Array): Packed {
  const level = content.length < largePart ? 6 : 1;
  return {
    bytes: deflateSync(content, { level }),
    method: 8,
    crc32: crc32(content),
    size: content.length,
    encrypted: false,
  };
}

type Field = readonly [bytes: 2 | 4, value: number];

/** What local header and directory say alike, from the flags to the length of the extra field (APPNOTE 4.3.7, 4.3.12). */
function entryFields(name: Uint8Array, { bytes, method, crc32: checksum, size, encrypted }: Packed): Field[] {
  const utf8 = name.some((byte) => byte > 0x7f) ? 0x0800 : 0;
  return [
    [2, utf8 | (encrypted ? 1 : 0)],
    [2, method],
    [2, 0],
    [2, earliestDate],
    [4, checksum],
    [4, bytes.length],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function record(fields: readonly Field[], name = new Uint8Array()): Uint8Array {
  const length = fields.reduce((total, [bytes]) => total + bytes, 0);
  const result = new Uint8Array(length + name.length);
  const view = new DataView(result.buffer);
  let position = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(position, value, true);
    else view.setUint32(position, value, true);
    position += bytes;
  }
  result.set(name, length);
  return result;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let position = 0;
  for (const piece of pieces) {
    result.set(piece, position);
    position += piece.length;
  }
  return result;
}

function tooLarge(bytes: number): UnreadablePart {
  return new UnreadablePart((place, part) =>
    diagnose("workbook-part-too-large", place, { part, bytes, limit: 0xffffffff }),
  );
}
