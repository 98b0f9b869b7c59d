/**
 * A compound file (MS-CFB) as Excel 97-2003 and encrypted workbooks use it: a header, a sector of the allocation table and a
 * directory that names the streams. The streams themselves are empty.
 */
export function buildCompoundFile(streams: readonly string[]): Uint8Array {
  const sector = 512;
  const directorySectors = Math.ceil((streams.length + 1) / 4);
  const file = Buffer.alloc(sector * (2 + directorySectors));
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.writeUInt16LE(0x3e, 24); // minor version
  file.writeUInt16LE(3, 26); // major version
  file.writeUInt16LE(0xfffe, 28); // little-endian
  file.writeUInt16LE(9, 30); // sectors of 2⁹ bytes
  file.writeUInt16LE(6, 32); // small sectors of 2⁶ bytes
  file.writeUInt32LE(1, 44); // sectors of the allocation table
  file.writeUInt32LE(1, 48); // where the directory begins
  file.writeUInt32LE(4096, 56); // longest small stream
  file.writeUInt32LE(endOfChain, 60);
  file.writeUInt32LE(endOfChain, 68);
  file.fill(0xff, 76, sector);
  file.writeUInt32LE(0, 76); // where the allocation table begins
  file.fill(0xff, sector, 2 * sector);
  file.writeUInt32LE(0xfffffffd, sector);
  for (let index = 1; index <= directorySectors; index += 1) {
    file.writeUInt32LE(index === directorySectors ? endOfChain : index + 1, sector + 4 * index);
  }
  ["Root Entry", ...streams].forEach((name, index) => {
    const entry = 2 * sector + 128 * index;
    file.write(name, entry, "utf16le");
    file.writeUInt16LE(2 * (name.length + 1), entry + 64);
    file.writeUInt8(index === 0 ? 5 : 2, entry + 66);
  });
  return new Uint8Array(file);
}

const endOfChain = 0xfffffffe;
