import { add, input, room } from "./window";

/** Text on its way into UTF-8, in UTF-16 as JavaScript has it. */

const mostUnits = 32768;

/** Four units are looked at in one go: the last of them may stand beyond the text. */
const units = new StaticArray<u16>(mostUnits + 4);
const start = changetype<usize>(units);

/** What stands for half a character (the Encoding Standard, UTF-8 encoder, and Web IDL, USVString). */
const replacement: u32 = 0xfffd;

/** Pieces that text names by half a character, U+DC00 for the first one: in UTF-8, one after the other. */
const mostPieces = 1024;
const pieces = new StaticArray<u8>(65536);
const pieceStarts = new StaticArray<usize>(mostPieces + 1);
pieceStarts[0] = changetype<usize>(pieces);
let pieceCount: u32 = 0;

/** Where text has to be put, and how many units there is room for. */
export function text(): usize {
  return start;
}

export function textRoom(): i32 {
  return mostUnits;
}

/**
 * Takes text that has been put at `text()`. What this has compressed has to be fetched before more comes.
 *
 * @param length in UTF-16 units
 * @returns in bytes of UTF-8, pieces in full
 */
export function addText(length: i32): i32 {
  let added = 0;
  from = start;
  const end = start + 2 * length;
  while (from < end) {
    const first = input();
    to = first;
    encode(end, first + room());
    const written = (to - first) as i32;
    add(written);
    added += written;
  }
  return added;
}

/** Makes text that has been put at `text()` the next piece. @param length in UTF-16 units */
export function addPiece(length: i32): void {
  from = start;
  to = pieceStarts[pieceCount];
  encode(start + 2 * length, changetype<usize>(pieces) + 65536);
  pieceCount += 1;
  pieceStarts[pieceCount] = to;
}

/** Half a character is half a character again. */
export function forgetPieces(): void {
  pieceCount = 0;
}

/** How far the text has been read and written. */
let from: usize = 0;
let to: usize = 0;

/** Writes text in UTF-8, as much of it as there is room for. */
function encode(end: usize, limit: usize): void {
  let read = from;
  let write = to;
  while (read < end && write + 4 <= limit) {
    const four = load<u64>(read, 0, 2);
    if (read + 8 <= end && (four & 0xff80_ff80_ff80_ff80) === 0) {
      const two = (four | (four >> 8)) & 0x0000_ffff_0000_ffff;
      store<u32>(write, (two | (two >> 16)) as u32, 0, 1);
      read += 8;
      write += 4;
      continue;
    }
    let code = (four & 0xffff) as u32;
    if (code < 0x80) {
      store<u8>(write, code);
      read += 2;
      write += 1;
      continue;
    }
    if (code < 0x800) {
      store<u8>(write, 0xc0 | (code >> 6));
      store<u8>(write + 1, 0x80 | (code & 0x3f));
      read += 2;
      write += 2;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const next: u32 = read + 2 < end ? load<u16>(read + 2) : 0;
      if (code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
        store<u8>(write, 0xf0 | (code >> 18));
        store<u8>(write + 1, 0x80 | ((code >> 12) & 0x3f));
        store<u8>(write + 2, 0x80 | ((code >> 6) & 0x3f));
        store<u8>(write + 3, 0x80 | (code & 0x3f));
        read += 4;
        write += 4;
        continue;
      }
      if (code >= 0xdc00 && code - 0xdc00 < pieceCount) {
        const piece = pieceStarts[code - 0xdc00];
        const length = pieceStarts[code - 0xdc00 + 1] - piece;
        if (write + length > limit) break;
        memory.copy(write, piece, length);
        read += 2;
        write += length;
        continue;
      }
      code = replacement;
    }
    store<u8>(write, 0xe0 | (code >> 12));
    store<u8>(write + 1, 0x80 | ((code >> 6) & 0x3f));
    store<u8>(write + 2, 0x80 | (code & 0x3f));
    read += 2;
    write += 3;
  }
  from = read;
  to = write;
}
