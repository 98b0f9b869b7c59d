import { type Font, FONTS } from "../layout/fonts.js";
import { declareNamespaces, element, XML_DECLARATION } from "./xml.js";

/** fontTable.xml: what kind of font each one is, so that a computer without it takes the nearest other one. */
export function fontTablePart(): string {
  const fonts: readonly Font[] = Object.values(FONTS);
  return XML_DECLARATION + element("w:fonts", declareNamespaces("w"), fonts.map(fontElement).join(""));
}

function fontElement(font: Font): string {
  return element(
    "w:font",
    { "w:name": font.name },
    element("w:altName", { "w:val": font.alternative }) +
      element("w:panose1", { "w:val": font.panose }) +
      element("w:charset", { "w:val": font.charset }) +
      element("w:family", { "w:val": font.family }) +
      element("w:pitch", { "w:val": font.pitch }),
  );
}
