import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { crc32 } from "../../src/openxml/crc32.js";
import { buildCompoundFile } from "../input/xlsx/build-compound-file.js";

/** What a file can become that no text can describe, by the words of `becomes:` in a case. */
export const otherBytes: Readonly<Record<string, (original: Uint8Array) => Uint8Array>> = {
  "an empty file": () => new Uint8Array(),
  "an Excel 97-2003 workbook": () => buildCompoundFile(["Workbook"]),
  "a workbook with a password": () => buildCompoundFile(["EncryptedPackage", "EncryptionInfo"]),
  "comma-separated text": () => strToU8("网站名称,得分\n示例市人民政府网站,112.5\n"),
  "the first half of itself": (original) => original.slice(0, original.length / 2),
  "a Word document": () =>
    zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "word/document.xml": strToU8("<document/>"),
    }),
  "a picture of ten by ten dots": () => pictureOf(10, 10),
  "a picture of which the end is missing": () => pictureOf(1000, 1000).slice(0, 40),
  "a picture of more than 20 MB": () => {
    const bytes = new Uint8Array(20 * 1024 * 1024 + 1);
    bytes.set(pictureOf(1000, 1000));
    return bytes;
  },
  "text in GBK": (original) => encodeGbk(new TextDecoder().decode(original)),
};

/** A white PNG (ISO/IEC 15948). */
function pictureOf(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)), 0xff);
  for (let row = 0; row < height; row += 1) rows[row * (1 + Math.ceil(width / 8))] = 0;
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const framed = Buffer.alloc(content.length + 8);
    framed.writeUInt32BE(data.length, 0);
    framed.set(content, 4);
    framed.writeUInt32BE(crc32(content), content.length + 4);
    return framed;
  };
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(signature),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", new Uint8Array()),
    ]),
  );
}

/** Node decodes GBK but does not encode it, so the table is read backwards. */
function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gbk");
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = [lead, trail];
      const character = decoder.decode(new Uint8Array(bytes));
      if (character.length === 1 && !codes.has(character)) codes.set(character, bytes);
    }
  }
  return new Uint8Array(
    [...text].flatMap((character) =>
      character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]),
    ),
  );
}
