import { unescapeXml } from "../../openxml/xml-scan.js";

/** One character as XML writes it: as itself, by a reference, or a line end of two; comments and CDATA sections as a whole. */
const writtenCharacter = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|&[^;]*;|\r\n|[\ud800-\udbff][\udc00-\udfff]|[^]/g;

/** What the characters between two tags say. */
export function readWritten(written: string): string {
  if (!/[&<\r]/u.test(written)) return written;
  return written.replace(writtenCharacter, meaningOf);
}

/**
 * How far into the characters between two tags the given number of UTF-16 units reaches. Never to within a character that takes two of
 * them: then to before it, or behind it if `up`.
 *
 * @param written without comments and CDATA sections
 */
export function writtenLength(written: string, units: number, up: boolean): number {
  let length = 0;
  let position = 0;
  for (const [token] of written.matchAll(writtenCharacter)) {
    const next = meaningOf(token).length;
    if (length >= units || (length + next > units && !up)) break;
    length += next;
    position += token.length;
  }
  return position;
}

function meaningOf(token: string): string {
  if (token.startsWith("&")) return unescapeXml(token);
  if (token === "\r\n" || token === "\r") return "\n";
  if (token.startsWith("<!--")) return "";
  return token.startsWith("<![CDATA[") ? token.slice("<![CDATA[".length, -"]]>".length) : token;
}
