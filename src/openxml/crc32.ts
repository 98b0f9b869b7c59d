import * as zlib from "node:zlib";

/** CRC-32 as zip uses it (APPNOTE 4.4.7). */
export function crc32(bytes: Uint8Array): number {
  return continued(0, bytes);
}

/** CRC-32 of bytes that come in pieces. */
export class Checksum {
  value = 0;

  add(bytes: Uint8Array): void {
    this.value = continued(this.value, bytes);
  }
}

/** Loading `node:zlib` takes as long as working out this many bytes here, in all. */
const worthLoading = 65_536;

let workedOut = 0;

function continued(before: number, bytes: Uint8Array): number {
  workedOut += bytes.length;
  if (workedOut < worthLoading) return update(before, bytes);
  // It has one, ten times as fast, only since Node 20.15 and 22.2; the program runs on any Node 20.
  const native = (zlib as { readonly crc32?: typeof zlib.crc32 }).crc32;
  return native === undefined ? update(before, bytes) : native(bytes, before);
}

function update(before: number, bytes: Uint8Array): number {
  let crc = before ^ 0xffffffff;
  let position = 0;
  // Not for…of: until that is optimised it takes five times as long, and a large sheet is read once.
  while (position < bytes.length) {
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[position] ?? 0)) & 255] ?? 0);
    position += 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const table = new Int32Array(256).map((_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
