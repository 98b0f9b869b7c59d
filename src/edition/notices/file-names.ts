import { createHash } from "node:crypto";

/** A file's name without extension has at most so many bytes in UTF-8: room for what is put around it on any system. */
const longestName = 100;

/** So many hexadecimal digits tell a changed name from another one. */
const hashLength = 8;

/** Names of devices, which Windows gives to no file, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(?=$|\.)/iu;

/** What Windows allows in no name, and what nobody sees: control characters, marks of direction, blanks without width, lone surrogates. */
const unusable =
  /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/gu;

/**
 * The name of a file for a notice: `03-潮州市统计局.docx`.
 *
 * @param ordinal of the notice, from 1
 * @param count of all notices, so that names sort as the notices do
 */
export function noticeFileName(ordinal: number, count: number, unit: string): string {
  return `${String(ordinal).padStart(Math.max(2, String(count).length), "0")}-${safeFileName(unit)}.docx`;
}

/**
 * A name that every system takes for a file (without extension), readable and as near to the given one as can be: at most 100 bytes, no
 * character that some system forbids or nobody sees, no name of a device, no blank or full stop at either end. A name that had to be
 * changed gets some digits of its hash, so that two names that differ stay two.
 *
 * @param name anything
 */
export function safeFileName(name: string): string {
  const visible = name
    .normalize("NFC")
    .replace(unusable, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[ .~]+|[ .]+$/gu, "");
  const usable = reserved.test(visible) ? `_${visible}` : visible;
  if (usable === name && usable !== "" && byteLength(usable) <= longestName) return usable;
  const hash = createHash("sha256").update(Buffer.from(name, "utf16le")).digest("hex").slice(0, hashLength);
  const shortened = cut(usable, longestName - hashLength - 1).replace(/[ .]+$/gu, "");
  return shortened === "" ? hash : `${shortened}-${hash}`;
}

/** The first characters of a text that fit into so many bytes. */
function cut(text: string, bytes: number): string {
  let length = 0;
  let kept = "";
  for (const character of text) {
    length += byteLength(character);
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
