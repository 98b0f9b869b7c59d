import { diagnose } from "../../diagnostics/catalogue.js";
import { detach, isBlank } from "./cell-text.js";
import type { ReadingLimits } from "./reading-limits.js";
import { RichText } from "./rich-text.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { parseXml } from "../../openxml/xml-events.js";
import type { XmlListener } from "../../openxml/xml-listener.js";
import type { Progress } from "../../progress/progress.js";

/** The texts that cells refer to by number; `undefined` where a text is nothing but blanks. */
export type SharedStrings = readonly (string | undefined)[];

/**
 * Reads `sharedStrings.xml` (ISO/IEC 29500-1, 18.4.9).
 *
 * @throws UnreadablePart if the part is damaged or has more texts than a workbook may have cells
 */
export function readSharedStrings(bytes: Uint8Array, limits: ReadingLimits, progress?: Progress): SharedStrings {
  const strings: (string | undefined)[] = [];
  const item = new RichText();
  let inItem = false;
  let total: number | undefined;
  const listener: XmlListener = {
    root: "sst",
    open(name, attributes) {
      if (inItem) item.open(name, attributes);
      else if (name === "si") {
        inItem = true;
        item.start(attributes);
      } else if (name === "sst") total = Number(attributes["uniqueCount"]) || undefined;
    },
    text(text) {
      if (inItem) item.text(text);
    },
    close(name) {
      if (name !== "si") {
        item.close(name);
        return;
      }
      inItem = false;
      if (strings.length >= limits.cells) {
        throw new UnreadablePart((place) => diagnose("workbook-too-many-cells", place, { limit: limits.cells }), true);
      }
      const text = item.finish();
      strings.push(isBlank(text) ? undefined : detach(text));
    },
  };
  parseXml(bytes, listener, progress && (() => progress.advance(strings.length, total)));
  return strings;
}
