import { strToU8, zipSync } from "fflate";
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
  "text in GBK": (original) => encodeGbk(new TextDecoder().decode(original)),
};

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
