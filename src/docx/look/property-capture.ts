import type { XmlAttributes } from "../../openxml/xml-listener.js";
import type { LookProperties } from "./look.js";

/** Written anew on every save, or part of the document tree, which is compared by what it means. */
const ignoredElements: ReadonlySet<string> = new Set([
  ...["lang", "noProof", "cnfStyle", "divId", "proofErr", "rsid", "rsids", "webHidden", "lastRenderedPageBreak"],
  ...[
    "tblW",
    "tblGrid",
    "tblLook",
    "tcW",
    "gridSpan",
    "vMerge",
    "hMerge",
    "gridBefore",
    "gridAfter",
    "wBefore",
    "wAfter",
  ],
  ...["ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "docPr", "cNvPr", "zoom", "proofState", "txbxContent"],
]);

const ignoredAttributes = /^(?:.*:)?(?:rsid.*|paraId|textId|hint|space|xmlns.*|anchorId|editId|Ignorable)$|^xmlns/u;

/**
 * Writes down properties as an element passes by: for each child its name and everything in it, in one string that does not depend on
 * prefixes or the order of attributes.
 */
export class PropertyCapture {
  private readonly properties: Record<string, string> = {};
  private readonly path: string[] = [];
  private written = "";
  private ignoredFrom = 0;

  open(name: string, attributes: XmlAttributes, resolve: (relationship: string) => string): void {
    this.path.push(name);
    if (this.ignoredFrom > 0) return;
    if (ignoredElements.has(name) || name.endsWith("Change")) {
      this.ignoredFrom = this.path.length;
      return;
    }
    const values = writtenAttributes(attributes, resolve);
    // Only a hint as to which font characters like quotation marks take, which programs add as they like.
    if (name === "rFonts" && values === "") this.ignoredFrom = this.path.length;
    else this.written += `<${name}${values}>`;
  }

  /** @returns false if what closes is the element whose properties are captured */
  close(): boolean {
    const depth = this.path.length;
    const name = this.path.pop();
    if (name === undefined) return false;
    if (this.ignoredFrom > 0) {
      if (this.ignoredFrom === depth) this.ignoredFrom = 0;
      return true;
    }
    this.written += "/";
    if (depth === 1) {
      this.properties[name] = (this.properties[name] ?? "") + this.written;
      this.written = "";
    }
    return true;
  }

  finish(): LookProperties {
    return Object.fromEntries(Object.entries(this.properties).sort(([one], [other]) => (one < other ? -1 : 1)));
  }
}

function writtenAttributes(attributes: XmlAttributes, resolve: (relationship: string) => string): string {
  const names = Object.keys(attributes).filter((name) => !ignoredAttributes.test(name));
  const written = names.map((name) => {
    const value = attributes[name] ?? "";
    const isRelationship = name.startsWith("r:");
    return ` ${name.replace(/^.*:/u, "")}=${JSON.stringify(isRelationship ? resolve(value) : value)}`;
  });
  return written.sort().join("");
}
