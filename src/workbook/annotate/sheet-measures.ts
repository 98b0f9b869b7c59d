import type { XmlOutline } from "../../openxml/xml-scan.js";
import { attributesOf, scanTags } from "../../openxml/xml-scan.js";
import { isTrue } from "../../openxml/xml-events.js";

/** What a sheet says of its columns and rows in general. Columns count from 0. */
export interface SheetMeasures {
  readonly columnStyle: (column: number) => number;
  /** In pixels; 0 if hidden. */
  readonly columnWidth: (column: number) => number;
  /** Of rows that do not say their own, in points. */
  readonly rowHeight: number;
}

/** Excel's own default where a file says nothing: 8.43 characters, and a line of 11 points. */
const defaultWidth = 8.43;
const defaultHeight = 15;

/** Reads `<sheetFormatPr>` and `<cols>` (ISO/IEC 29500-1, 18.3.1.81, 18.3.1.13). */
export function readMeasures(xml: string, outline: XmlOutline): SheetMeasures {
  const ranges: { first: number; last: number; style: number; width: number | undefined }[] = [];
  let width = defaultWidth;
  let rowHeight = defaultHeight;
  for (const child of outline.children) {
    if (child.name === "sheetFormatPr") {
      const attributes = attributesOf(xml.slice(child.open.start, child.open.end));
      width = positive(attributes.get("defaultColWidth")) ?? width;
      rowHeight = positive(attributes.get("defaultRowHeight")) ?? rowHeight;
    } else if (child.name === "cols") {
      const cols = xml.slice(child.open.start, child.end);
      scanTags(cols, (tag) => {
        if (tag.name !== "col" || tag.kind === "close") return;
        const attributes = attributesOf(cols.slice(tag.start, tag.end));
        ranges.push({
          first: Number(attributes.get("min")) - 1,
          last: Number(attributes.get("max")) - 1,
          style: Number(attributes.get("style") ?? 0),
          width: isTrue(attributes.get("hidden")) ? 0 : positive(attributes.get("width")),
        });
      });
    }
  }
  const rangeOf = (column: number): (typeof ranges)[number] | undefined =>
    ranges.find(({ first, last }) => column >= first && column <= last);
  return {
    rowHeight,
    columnStyle: (column) => rangeOf(column)?.style ?? 0,
    // A character of the usual fonts is 7 pixels wide, and a cell has 5 pixels of padding.
    columnWidth: (column) => {
      const characters = rangeOf(column)?.width ?? width;
      return characters === 0 ? 0 : Math.trunc(characters * 7 + 5);
    },
  };
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return text !== undefined && value > 0 && Number.isFinite(value) ? value : undefined;
}
