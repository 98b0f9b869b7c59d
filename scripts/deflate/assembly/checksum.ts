/** CRC-32 as zip uses it (APPNOTE 4.4.7). */

/** By how many bytes stand after a byte in the eight that are looked at in one go, and by the byte. */
const tables = new StaticArray<u32>(8 * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let crc: u32 = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
  tables[byte] = crc;
}
for (let entry = 256; entry < 8 * 256; entry += 1) {
  const nearer = tables[entry - 256];
  tables[entry] = (nearer >> 8) ^ tables[nearer & 255];
}

let crc: u32 = 0;

/** Takes bytes into the checksum. */
export function addToChecksum(start: usize, length: i32): void {
  const end = start + length;
  let now = ~crc;
  let position = start;
  for (; position + 8 <= end; position += 8) {
    const low = now ^ load<u32>(position, 0, 1);
    const high = load<u32>(position + 4, 0, 1);
    now =
      after(7, low) ^
      after(6, low >> 8) ^
      after(5, low >> 16) ^
      after(4, low >> 24) ^
      after(3, high) ^
      after(2, high >> 8) ^
      after(1, high >> 16) ^
      after(0, high >> 24);
  }
  for (; position < end; position += 1) now = (now >> 8) ^ after(0, now ^ load<u8>(position));
  crc = ~now;
}

/** What the lowest byte comes to after this many others. */
function after(others: u32, byte: u32): u32 {
  return tables[(others << 8) | (byte & 255)];
}

/** The checksum of everything taken in since this was last asked. */
export function takeChecksum(): u32 {
  const taken = crc;
  crc = 0;
  return taken;
}
