import { parseXml } from "../../openxml/xml-events.js";
import type { XmlAttributes } from "../../openxml/xml-listener.js";
import { attribute } from "../read/properties.js";
import type { LookItem, LookProperties, ParagraphLook, RunLook } from "./look.js";
import { PropertyCapture } from "./property-capture.js";

/** Properties of what the reader is in. A paragraph's own mark and its section are no properties of its text. */
const captured: ReadonlySet<string> = new Set(["pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "drawing", "pict"]);

/** Stands in a text for what has no letters: a picture, the mark of a note. */
const object = "\uFFFC";

const none: LookProperties = {};

/**
 * Reads how one story dresses its text.
 *
 * @param resolve what a relationship of the part leads to: the address of a link, a checksum of a picture
 * @throws UnreadablePart if the part is damaged
 */
export function readStoryLook(
  bytes: Uint8Array,
  root: string,
  resolve: (relationship: string) => string,
): { readonly items: readonly LookItem[]; readonly sections: readonly LookProperties[] } {
  const reader = new StoryLook(resolve);
  parseXml(bytes, {
    root,
    open: (name, attributes) => {
      reader.open(name, attributes);
    },
    text: (text) => {
      reader.text(text);
    },
    close: (name) => {
      reader.close(name);
    },
  });
  return reader;
}

interface OpenParagraph {
  properties: LookProperties;
  text: string;
  readonly runs: { text: string; readonly properties: LookProperties }[];
  runProperties: LookProperties;
}

interface OpenCell {
  properties: LookProperties;
  readonly paragraphs: ParagraphLook[];
}

interface OpenRow {
  properties: LookProperties;
  text: string;
  readonly cells: OpenCell[];
}

class StoryLook {
  readonly items: LookItem[] = [];
  readonly sections: LookProperties[] = [];
  private readonly looks = new Map<string, string>();
  private readonly paragraphs: OpenParagraph[] = [];
  /** Rows of the tables that are open, the outermost first; a table in a cell belongs to the row that holds it. */
  private readonly rows: OpenRow[] = [];
  private tableDepth = 0;
  private capture: { readonly name: string; readonly into: PropertyCapture; readonly outer?: string } | undefined;
  private readonly links: string[] = [];
  private deleted = 0;
  private literal: "text" | "instruction" | undefined;

  constructor(private readonly resolve: (relationship: string) => string) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.capture !== undefined) {
      // The section that ends with a paragraph is written among its properties.
      if (this.capture.name === "pPr" && (name === "sectPr" || name === "rPr")) {
        this.nested.push(this.capture);
        this.capture = { name, into: new PropertyCapture(), outer: "pPr" };
      } else this.capture.into.open(name, attributes, this.resolve);
      return;
    }
    if (captured.has(name)) {
      this.capture = { name, into: new PropertyCapture() };
      return;
    }
    switch (name) {
      case "p":
        this.paragraphs.push({ properties: none, text: "", runs: [], runProperties: none });
        return;
      case "r":
        if (this.paragraph !== undefined) this.paragraph.runProperties = this.linked(none);
        return;
      case "t":
        this.literal = "text";
        return;
      case "instrText":
        this.literal = "instruction";
        return;
      case "fldSimple":
        this.addProperty("field", attribute(attributes, "instr")?.trim() ?? "");
        return;
      case "tab":
      case "br":
      case "cr":
        this.append(name === "tab" ? "\t" : "\n");
        return;
      case "footnoteReference":
      case "endnoteReference":
        this.append(object);
        return;
      case "hyperlink":
        this.links.push(
          attributes["r:id"] === undefined ? `#${attributes["w:anchor"] ?? ""}` : this.resolve(attributes["r:id"]),
        );
        return;
      case "del":
      case "moveFrom":
        this.deleted += 1;
        return;
      case "tbl":
        this.tableDepth += 1;
        return;
      case "tr":
        this.rows.push({ properties: none, text: "", cells: [] });
        return;
      case "tc":
        this.rows.at(-1)?.cells.push({ properties: none, paragraphs: [] });
    }
  }

  private readonly nested: NonNullable<typeof this.capture>[] = [];

  text(text: string): void {
    if (this.capture !== undefined || this.literal === undefined) return;
    if (this.literal === "instruction") this.addProperty("field", text.trim());
    else this.append(text);
  }

  close(name: string): void {
    if (this.capture !== undefined) {
      if (!this.capture.into.close()) this.endCapture(this.capture.name, this.capture.into.finish());
      return;
    }
    switch (name) {
      case "t":
      case "instrText":
        this.literal = undefined;
        return;
      case "p":
        this.endParagraph();
        return;
      case "hyperlink":
        this.links.pop();
        return;
      case "del":
      case "moveFrom":
        this.deleted -= 1;
        return;
      case "tr":
        this.endRow();
        return;
      case "tbl":
        this.tableDepth -= 1;
    }
  }

  private endCapture(name: string, properties: LookProperties): void {
    const outer = this.capture?.outer;
    this.capture = this.nested.pop();
    if (outer !== undefined) {
      if (name === "sectPr") this.sections.push(properties);
      return;
    }
    switch (name) {
      case "pPr":
        if (this.paragraph !== undefined) this.paragraph.properties = { ...properties, ...this.paragraph.properties };
        return;
      case "rPr":
        if (this.paragraph !== undefined) this.paragraph.runProperties = this.linked(properties);
        return;
      case "sectPr":
        this.sections.push(properties);
        return;
      case "tblPr":
        if (this.tableDepth === 1) this.items.push({ kind: "table", text: "", look: this.shared(properties) });
        else this.addToCell(properties);
        return;
      case "trPr": {
        const row = this.rows.at(-1);
        if (row !== undefined) row.properties = { ...row.properties, ...properties };
        return;
      }
      case "tcPr": {
        const cell = this.rows.at(-1)?.cells.at(-1);
        if (cell !== undefined) cell.properties = { ...cell.properties, ...properties };
        return;
      }
      default:
        // A drawing is one object with properties of its own.
        if (this.paragraph !== undefined)
          this.paragraph.runProperties = { ...this.paragraph.runProperties, drawing: JSON.stringify(properties) };
        this.append(object);
    }
  }

  private get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1);
  }

  private linked(properties: LookProperties): LookProperties {
    const link = this.links.at(-1);
    return link === undefined ? properties : { ...properties, hyperlink: link };
  }

  private addProperty(name: string, value: string): void {
    const { paragraph } = this;
    if (paragraph === undefined || value === "") return;
    paragraph.properties = { ...paragraph.properties, [name]: `${paragraph.properties[name] ?? ""}${value}` };
  }

  private append(text: string): void {
    const { paragraph } = this;
    if (paragraph === undefined || text === "" || this.deleted > 0) return;
    paragraph.text += text;
    const last = paragraph.runs.at(-1);
    if (last !== undefined && isSame(last.properties, paragraph.runProperties)) last.text += text;
    else paragraph.runs.push({ text, properties: paragraph.runProperties });
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined) return;
    const { properties, text, runs } = paragraph;
    const look: ParagraphLook = {
      properties,
      runs: runs.map((run): RunLook =>
        runs.length === 1 ? { properties: run.properties } : { length: run.text.length, properties: run.properties },
      ),
    };
    const row = this.rows.at(-1);
    if (row === undefined) this.items.push({ kind: "paragraph", text, look: this.shared(look) });
    else {
      row.cells.at(-1)?.paragraphs.push(look);
      row.text += `${text}｜`;
    }
  }

  private addToCell(properties: LookProperties): void {
    const cell = this.rows.at(-1)?.cells.at(-1);
    if (cell !== undefined) cell.properties = { ...cell.properties, tbl: JSON.stringify(properties) };
  }

  private endRow(): void {
    const row = this.rows.pop();
    if (row === undefined) return;
    const { properties, cells, text } = row;
    const outer = this.rows.at(-1);
    if (outer === undefined) this.items.push({ kind: "row", text, look: this.shared({ properties, cells }) });
    else {
      outer.text += text;
      outer.cells.at(-1)?.paragraphs.push({ properties, runs: [] });
      for (const cell of cells)
        outer.cells.at(-1)?.paragraphs.push(...cell.paragraphs, { properties: cell.properties, runs: [] });
    }
  }

  /** Of the rows of a long table nearly all look the same. */
  private shared(look: object): string {
    const written = JSON.stringify(look);
    const known = this.looks.get(written);
    if (known !== undefined) return known;
    this.looks.set(written, written);
    return written;
  }
}

function isSame(one: LookProperties, other: LookProperties): boolean {
  if (one === other) return true;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
