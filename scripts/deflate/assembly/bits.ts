/** The compressed bytes, until they are fetched. */

/**
 * More than one stretch of the window can become: its bytes as literals of 15 bits each, and before them a block that was nearly full,
 * of matches of 48 bits each (15 for the length and 5 more, 15 for the distance and 13 more).
 */
const room = 524288;

const bytes = new StaticArray<u8>(room);
const start = changetype<usize>(bytes);

let end = start;
let pending: u64 = 0;
let pendingBits: u64 = 0;

/** Bits into bytes, the first one lowest. @param bits how many of the value's lowest bits; at most 16 */
export function writeBits(value: u32, bits: u32): void {
  pending |= (value as u64) << pendingBits;
  pendingBits += bits;
  if (pendingBits < 32) return;
  store<u32>(end, pending as u32, 0, 1);
  end += 4;
  pending >>= 32;
  pendingBits -= 32;
}

/** Fills the last byte up with zeros: what is written from now on is another stream. */
export function endBits(): void {
  for (; (pendingBits as i64) > 0; pendingBits -= 8) {
    store<u8>(end, pending as u8);
    end += 1;
    pending >>= 8;
  }
  pending = 0;
  pendingBits = 0;
}

/** Where what has been written begins. */
export function output(): usize {
  return start;
}

/** How many bytes have been written since this was last asked; they have to be fetched now. */
export function takeWritten(): u32 {
  const written = (end - start) as u32;
  end = start;
  return written;
}
