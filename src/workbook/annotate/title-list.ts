import { attributesOf, scanTags, unescapeXml, withAttribute, type XmlTag } from "../../openxml/xml-scan.js";
import { TextEdits } from "../../openxml/text-edits.js";
import { escapeText } from "./xml-text.js";

/** A value in one of the lists of `app.xml`. */
interface Value {
  readonly text: string;
  /** Where the text stands. */
  readonly start: number;
  readonly end: number;
  /** Where the element ends. */
  readonly after: number;
}

/**
 * Adds a sheet to the list of titles in `docProps/app.xml` (ISO/IEC 29500-1, 22.2.2), behind the worksheets.
 *
 * The list is only for show. Where it is not, as Excel writes it, first the worksheets and how many there are, it is left alone.
 *
 * @param worksheets the names that the workbook had, in order
 * @returns the part, unless nothing was changed
 */
export function addTitle(xml: string, worksheets: readonly string[], name: string): string | undefined {
  const counts = valuesOf(xml, "HeadingPairs", "i4");
  const titles = valuesOf(xml, "TitlesOfParts", "lpstr");
  const [count] = counts.values;
  const last = titles.values[worksheets.length - 1];
  const alike = worksheets.every((worksheet, index) => titles.values[index]?.text === worksheet);
  if (count === undefined || last === undefined || titles.vector === undefined || !alike) return undefined;
  if (count.text !== String(worksheets.length)) return undefined;
  const edits = new TextEdits();
  edits.replace(count.start, count.end, String(worksheets.length + 1));
  const vectorTag = xml.slice(titles.vector.start, titles.vector.end);
  const size = Number(attributesOf(vectorTag).get("size"));
  if (!Number.isInteger(size)) return undefined;
  edits.replace(titles.vector.start, titles.vector.end, withAttribute(vectorTag, "size", String(size + 1)));
  const close = xml.slice(last.end, last.after);
  const element = `<${close.slice(2, -1).trim()}>`;
  edits.insert(last.after, `${element}${escapeText(name)}${close}`);
  return edits.apply(xml);
}

function valuesOf(
  xml: string,
  property: string,
  type: string,
): { readonly vector?: XmlTag; readonly values: readonly Value[] } {
  const values: Value[] = [];
  let vector: XmlTag | undefined;
  let inside = false;
  let open: XmlTag | undefined;
  scanTags(xml, (tag) => {
    if (tag.depth === 1) inside = tag.name === property && tag.kind === "open";
    if (!inside) return;
    if (tag.name === "vector" && tag.kind === "open") vector ??= tag;
    else if (tag.name === type && tag.kind === "open") open = tag;
    else if (tag.name === type && tag.kind === "close" && open !== undefined) {
      const text = unescapeXml(xml.slice(open.end, tag.start));
      values.push({ text, start: open.end, end: tag.start, after: tag.end });
    }
  });
  return vector === undefined ? { values } : { vector, values };
}
