import { diagnose } from "../diagnostics/catalogue.js";
import type { PackedContent } from "./pack.js";
import { UnreadablePart } from "./unreadable-part.js";

/** One file of an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packed: PackedContent;
}

/** Midnight of 1 January 1980, the earliest that zip knows: the bytes depend on nothing but the content. */
const earliestDate = 0x0021;

/** Which version of zip is needed to unpack: 2.0, deflate (PKWARE APPNOTE 4.4.3). */
const version = 20;

/**
 * Puts packed files together to a zip archive, in the order in which they are given.
 *
 * @throws UnreadablePart if it would be too large for an archive of this kind
 */
export function writeArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name: text, packed } of entries) {
    const name = new TextEncoder().encode(text);
    const fields = entryFields(name, packed);
    const header = record([[4, 0x04034b50], [2, version], ...fields], name);
    directory.push(
      record(
        [[4, 0x02014b50], [2, version], [2, version], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]],
        name,
      ),
    );
    for (const piece of [header, ...packed.pieces]) {
      pieces.push(piece);
      offset += piece.length;
    }
    if (packed.size > 0xffffffff) throw tooLarge(packed.size);
  }
  const directoryLength = directory.reduce((total, { length }) => total + length, 0);
  const count = entries.length;
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

type Field = readonly [bytes: 2 | 4, value: number];

/** What local header and directory say alike, from the flags to the length of the extra field (APPNOTE 4.3.7, 4.3.12). */
function entryFields(name: Uint8Array, { pieces, method, crc32, size, encrypted }: PackedContent): Field[] {
  const utf8 = name.some((byte) => byte > 0x7f) ? 0x0800 : 0;
  return [
    [2, utf8 | (encrypted ? 1 : 0)],
    [2, method],
    [2, 0],
    [2, earliestDate],
    [4, crc32],
    [4, pieces.reduce((total, { length }) => total + length, 0)],
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
