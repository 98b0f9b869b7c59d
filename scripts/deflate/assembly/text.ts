import { add, input, room } from "./window";

/** Text on its way into UTF-8, in UTF-16 as JavaScript has it. */

const mostUnits = 32768;

/** Four units are looked at in one go: the last of them may stand beyond the text. */
const units = new StaticArray<u16>(mostUnits + 4);
const start = changetype<usize>(units);

/** What stands for half a character (the Encoding Standard, UTF-8 encoder, and Web IDL, USVString). */
const replacement: u32 = 0xfffd;

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
 * @returns in bytes of UTF-8
 */
export function addText(length: i32): i32 {
  const end = start + 2 * length;
  let added = 0;
  for (let from = start; from < end;) {
    // A unit takes three bytes at most; a pair takes four, and may reach one unit further.
    const stop = min(end, from + 2 * (room() / 3 - 1));
    let to = input();
    const first = to;
    while (from < stop) {
      const four = load<u64>(from);
      if (from + 8 <= stop && (four & 0xff80_ff80_ff80_ff80) === 0) {
        const two = (four | (four >> 8)) & 0x0000_ffff_0000_ffff;
        store<u32>(to, (two | (two >> 16)) as u32);
        from += 8;
        to += 4;
        continue;
      }
      let code = (four & 0xffff) as u32;
      from += 2;
      if (code < 0x80) {
        store<u8>(to, code);
        to += 1;
        continue;
      }
      if (code < 0x800) {
        store<u8>(to, 0xc0 | (code >> 6));
        store<u8>(to + 1, 0x80 | (code & 0x3f));
        to += 2;
        continue;
      }
      if (code >= 0xd800 && code < 0xe000) {
        const next: u32 = from < end ? load<u16>(from) : 0;
        if (code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
          code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
          from += 2;
          store<u8>(to, 0xf0 | (code >> 18));
          store<u8>(to + 1, 0x80 | ((code >> 12) & 0x3f));
          store<u8>(to + 2, 0x80 | ((code >> 6) & 0x3f));
          store<u8>(to + 3, 0x80 | (code & 0x3f));
          to += 4;
          continue;
        }
        code = replacement;
      }
      store<u8>(to, 0xe0 | (code >> 12));
      store<u8>(to + 1, 0x80 | ((code >> 6) & 0x3f));
      store<u8>(to + 2, 0x80 | (code & 0x3f));
      to += 3;
    }
    const written = (to - first) as i32;
    add(written);
    added += written;
  }
  return added;
}
