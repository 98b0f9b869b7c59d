/** CRC-32 as zip uses it (APPNOTE 4.4.7). */

const table = new StaticArray<u32>(256);
for (let byte: u32 = 0; byte < 256; byte += 1) {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
  table[byte] = crc;
}

/** The checksum of what has gone before and these bytes. @param before 0 at the beginning */
export function checksum(before: u32, start: usize, length: u32): u32 {
  let crc = ~before;
  for (let position = start; position < start + length; position += 1) {
    crc = (crc >> 8) ^ table[(crc ^ load<u8>(position)) & 255];
  }
  return ~crc;
}
