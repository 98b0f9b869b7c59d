import { diagnose } from "../diagnostics/catalogue.js";
import { UnreadablePart } from "./unreadable-part.js";

/**
 * The text of an XML part without byte order mark; its declaration then says UTF-8, in which it will be written.
 *
 * @throws UnreadablePart if it is not in a Unicode encoding
 */
export function decodePart(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.replace(/^(<\?xml\b[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/u, '$1"UTF-8"');
  } catch {
    throw new UnreadablePart((place, part, file) =>
      diagnose(`${file}-damaged-part` as const, place, { part, detail: "内部文本不是 UTF-8 编码" }),
    );
  }
}

/** By the byte order mark, else by the zero byte beside the first `<` (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}
