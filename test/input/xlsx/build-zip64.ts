import { crc32 } from "../../../src/openxml/crc32.js";

/**
 * An archive in the form for files beyond 4 GiB (PKWARE APPNOTE 4.3.14, 4.3.15, 4.5.3), which some programs write for small files too:
 * every number that has a wide form stands only there. Nothing is compressed.
 */
export function buildZip64(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const encodedName = Buffer.from(name);
    const local = record(30, [
      [0, 0x04034b50, 4],
      [4, 45, 2],
      [12, 0x21, 2],
      [14, crc32(content), 4],
      [18, 0xffffffff, 4],
      [22, 0xffffffff, 4],
      [26, encodedName.length, 2],
      [28, 20, 2],
    ]);
    const central = record(46, [
      [0, 0x02014b50, 4],
      [4, 45, 2],
      [6, 45, 2],
      [14, 0x21, 2],
      [16, crc32(content), 4],
      [20, 0xffffffff, 4],
      [24, 0xffffffff, 4],
      [28, encodedName.length, 2],
      [30, 4 + 28, 2],
      [42, 0xffffffff, 4],
    ]);
    // An extra field of another kind goes before the one that matters.
    const other = record(4, [[0, 0x9999, 2]]);
    directory.push(central, encodedName, other, wideField(content.length, content.length, offset));
    const piece = [local, encodedName, wideField(content.length, content.length), Buffer.from(content)];
    pieces.push(...piece);
    offset += piece.reduce((sum, { length }) => sum + length, 0);
  }
  const directoryLength = directory.reduce((sum, { length }) => sum + length, 0);
  const count = Object.keys(parts).length;
  const wideEnd = record(56, [
    [0, 0x06064b50, 4],
    [4, 44, 8],
    [12, 45, 2],
    [14, 45, 2],
    [24, count, 8],
    [32, count, 8],
    [40, directoryLength, 8],
    [48, offset, 8],
  ]);
  const locator = record(20, [
    [0, 0x07064b50, 4],
    [8, offset + directoryLength, 8],
    [16, 1, 4],
  ]);
  const end = record(22, [
    [0, 0x06054b50, 4],
    [8, 0xffff, 2],
    [10, 0xffff, 2],
    [12, 0xffffffff, 4],
    [16, 0xffffffff, 4],
  ]);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, wideEnd, locator, end]));
}

/** The extra field 1: sizes and, in the directory, the offset. */
function wideField(...values: number[]): Buffer {
  return record(4 + 8 * values.length, [
    [0, 1, 2],
    [2, 8 * values.length, 2],
    ...values.map((value, index): [number, number, number] => [4 + 8 * index, value, 8]),
  ]);
}

function record(length: number, fields: readonly (readonly [at: number, value: number, bytes: number])[]): Buffer {
  const buffer = Buffer.alloc(length);
  for (const [at, value, bytes] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
  }
  return buffer;
}
