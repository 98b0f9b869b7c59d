import { decodeText } from "./cell-text.js";
import type { DateSystem } from "./civil-date.js";
import { isTrue, parseXml, prefixedAttribute } from "../../openxml/xml-events.js";

/** What `workbook.xml` says of its sheets (ISO/IEC 29500-1, 18.2.27). */
export interface WorkbookStructure {
  readonly dateSystem: DateSystem;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly relationship: string }[];
}

/** @throws UnreadablePart if the part is damaged */
export function readWorkbookPart(bytes: Uint8Array): WorkbookStructure {
  let dateSystem: DateSystem = "1900";
  const sheets: WorkbookStructure["sheets"][number][] = [];
  let inSheets = false;
  parseXml(bytes, {
    root: "workbook",
    open(name, attributes) {
      if (name === "sheets") inSheets = true;
      else if (name === "workbookPr" && isTrue(attributes["date1904"])) dateSystem = "1904";
      else if (name === "sheet" && inSheets) {
        sheets.push({
          name: decodeText(attributes["name"] ?? ""),
          hidden: attributes["state"] === "hidden" || attributes["state"] === "veryHidden",
          relationship: prefixedAttribute(attributes, "id") ?? "",
        });
      }
    },
    close(name) {
      if (name === "sheets") inSheets = false;
    },
  });
  return { dateSystem, sheets };
}
