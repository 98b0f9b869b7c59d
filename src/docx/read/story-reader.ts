import { parseXml, prefixedAttribute } from "../../openxml/xml-events.js";
import type { XmlAttributes } from "../../openxml/xml-listener.js";
import { FieldState } from "./field-state.js";
import type { Numbering } from "./numbering.js";
import { ParagraphBuilder } from "./paragraph-builder.js";
import {
  attribute,
  numberOf,
  type RunProperties,
  takeParagraphProperty,
  takeRunProperty,
  valueOf,
} from "./properties.js";
import type { SourceBlock, SourceParagraph, SourcePicture, SourceSection, SurroundingText } from "./source.js";
import type { StyleSheet } from "./style-sheet.js";
import { symbolCharacter } from "./symbols.js";
import { TableBuilder } from "./table-builder.js";

/** What one story of a file holds: the body, a header, the footnotes … */
export interface Story {
  /** One entry for the body, a header or a footer; one for each note or comment. */
  readonly stories: readonly { readonly blocks: readonly SourceBlock[] }[];
  readonly lastSection: SourceSection;
  /** How often something was changed under revision control. */
  readonly trackedChanges: number;
  readonly comments: number;
  /** What is not read, in words: 图表、公式 … */
  readonly unread: ReadonlySet<string>;
  readonly nestedTables: readonly string[];
  /** Texts that are no part of any paragraph's visible text. */
  readonly surroundings: readonly SurroundingText[];
}

/** @throws UnreadablePart if the part is damaged */
export function readStory(
  bytes: Uint8Array,
  root: "document" | "hdr" | "ftr" | "footnotes" | "endnotes" | "comments",
  styles: StyleSheet,
  numbering: Numbering,
): Story {
  const reader = new StoryReader(styles, numbering, root === "hdr" || root === "ftr");
  if (root === "hdr" || root === "ftr") reader.startContainer(root);
  parseXml(bytes, {
    root,
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  if (root === "hdr" || root === "ftr") reader.endContainer();
  return reader;
}

/** Blocks that belong together: the body, a cell, a text box, a note. */
interface Container {
  readonly name: string;
  readonly blocks: SourceBlock[];
  /** Paragraphs whose marks are deleted and that go on in the next one. */
  pending: SourceParagraph[];
}

/** Where text and formatting go while the XML of one story passes by. */
class StoryReader implements Story {
  readonly stories: { readonly blocks: readonly SourceBlock[] }[] = [];
  lastSection: SourceSection = { landscape: false, newPage: true };
  trackedChanges = 0;
  comments = 0;
  readonly unread = new Set<string>();
  readonly nestedTables: string[] = [];
  readonly surroundings: SurroundingText[] = [];

  private readonly path: string[] = [];
  private readonly containers: Container[] = [];
  private readonly paragraphs: ParagraphBuilder[] = [];
  private readonly tables: TableBuilder[] = [];
  private readonly fields: FieldState;
  /** Counts every `w:p`, those in skipped elements too. */
  private paragraphCount = 0;
  /** The depth of the outermost element that is passed over; 0 for none. */
  private skippedFrom = 0;
  /** The depths of DrawingML (`a:graphic`) and of the text boxes in it: in the former `p`, `r` and `t` are not Word's. */
  private readonly drawings: number[] = [];
  private readonly choices: boolean[] = [];
  /** The depth of a phonetic guide (`w:rt`), whose text stands above that of the paragraph; 0 for none. */
  private phoneticFrom = 0;
  private section: { landscape: boolean; newPage: boolean } | undefined;
  private run: RunProperties | undefined;
  private literal = "";
  private literalKept = false;
  private readonly pictures: { alternativeText: string; width: number; height: number }[] = [];

  constructor(
    private readonly styles: StyleSheet,
    private readonly numbering: Numbering,
    dropsPageNumbers: boolean,
  ) {
    this.fields = new FieldState(dropsPageNumbers);
  }

  startContainer(name: string): void {
    this.containers.push({ name, blocks: [], pending: [] });
  }

  endContainer(): readonly SourceBlock[] {
    const container = this.containers.pop();
    if (container === undefined) return [];
    this.flushPending(container);
    if (this.containers.length === 0) this.stories.push({ blocks: container.blocks });
    return container.blocks;
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (this.skippedFrom > 0) {
      if (name === "p" && !this.inDrawing) this.paragraphCount += 1;
      return;
    }
    if (this.inDrawing) this.openInDrawing(name, attributes);
    else if (parent === "rPr") this.openRunProperty(name, attributes);
    else if (parent === "pPr" || parent === "numPr") this.openParagraphProperty(name, attributes);
    else if (parent === "tblPr" || parent === "trPr" || parent === "tcPr" || parent === "tblGrid") {
      this.openTableProperty(parent, name, attributes);
    } else if (parent === "sectPr") this.takeSectionProperty(name, attributes);
    // Tab stops are called `tab` like the character.
    else if (parent !== "tabs") this.openContent(name, attributes, parent);
  }

  text(text: string): void {
    if (this.skippedFrom > 0) return;
    const name = this.path.at(-1);
    if (name === "t") this.literal += text;
    else if (name === "instrText") this.fields.instruct(text);
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (this.skippedFrom > 0) {
      if (this.skippedFrom === depth) this.skippedFrom = 0;
      return;
    }
    if (this.inDrawing) {
      if (name === "t") this.addSurrounding("drawing", this.takeLiteral());
      if (this.drawings.at(-1) === depth) this.drawings.pop();
      return;
    }
    this.closeContent(name, depth);
  }

  /** Whether the innermost of DrawingML and text boxes is the former: depths of text boxes are stored negative. */
  private get inDrawing(): boolean {
    return (this.drawings.at(-1) ?? -1) > 0;
  }

  private get paragraph(): ParagraphBuilder | undefined {
    return this.paragraphs.at(-1);
  }

  private skip(): void {
    this.skippedFrom = this.path.length;
  }

  private openContent(name: string, attributes: XmlAttributes, parent: string): void {
    switch (name) {
      case "p":
        this.paragraphs.push(new ParagraphBuilder(this.paragraphCount, this.styles));
        this.paragraphCount += 1;
        return;
      case "r":
        this.run = undefined;
        this.paragraph?.startRun(undefined);
        return;
      case "t":
        this.literal = "";
        this.literalKept = attributes["xml:space"] === "preserve";
        return;
      case "rPr":
        this.run = {};
        return;
      case "tab":
      case "ptab":
        this.append("\t");
        return;
      case "br":
      case "cr":
        this.append(["page", "column"].includes(attribute(attributes, "type") ?? "") ? "\f" : "\n");
        return;
      case "noBreakHyphen":
        this.append("\u2011");
        return;
      case "sym":
        this.append(symbolCharacter(attribute(attributes, "font"), attribute(attributes, "char")));
        return;
      case "fldChar":
        this.fields.mark(attribute(attributes, "fldCharType"));
        return;
      case "fldSimple":
        this.fields.openSimple(attribute(attributes, "instr") ?? "");
        return;
      case "del":
      case "moveFrom":
        this.trackedChanges += 1;
        this.skip();
        return;
      case "ins":
      case "moveTo":
        this.trackedChanges += 1;
        return;
      case "delText":
      case "delInstrText":
        this.skip();
        return;
      case "rt":
        this.phoneticFrom = this.path.length;
        return;
      case "AlternateContent":
        this.choices.push(false);
        return;
      case "Choice":
        if (this.choices.at(-1) === true) this.skip();
        else this.choices[this.choices.length - 1] = true;
        return;
      case "Fallback":
        if (this.choices.at(-1) === true) this.skip();
        return;
      case "commentReference":
        this.comments += 1;
        return;
      case "altChunk":
      case "subDoc":
        this.unread.add("嵌入的其他文件");
        return;
      case "oMath":
        this.unread.add("公式");
        return;
      case "OLEObject":
        this.unread.add("嵌入的对象");
        return;
      default:
        this.openStructure(name, attributes, parent);
    }
  }

  private openStructure(name: string, attributes: XmlAttributes, parent: string): void {
    switch (name) {
      case "body":
        this.startContainer(name);
        return;
      case "footnote":
      case "endnote":
      case "comment":
        // The lines between text and notes are stored as notes of their own (17.11.23).
        if (attribute(attributes, "type") !== undefined && attribute(attributes, "type") !== "normal") this.skip();
        else this.startContainer(name);
        return;
      case "tbl":
        this.tables.push(new TableBuilder(this.containers.at(-1)?.name === "tc"));
        return;
      case "tr":
        this.tables.at(-1)?.startRow();
        return;
      case "tc":
        this.tables.at(-1)?.startCell();
        this.startContainer(name);
        return;
      case "txbxContent":
        this.drawings.push(-this.path.length);
        this.startContainer(name);
        return;
      case "graphic":
        this.drawings.push(this.path.length);
        return;
      case "sectPr":
        this.section = { landscape: false, newPage: true };
        return;
      case "docPr":
        this.startPicture(attribute(attributes, "descr") ?? attribute(attributes, "title") ?? "");
        return;
      case "extent":
        if (parent === "inline" || parent === "anchor") {
          const width = numberOf(attributes["cx"]) ?? 0;
          const height = numberOf(attributes["cy"]) ?? 0;
          this.pictures.push({ alternativeText: "", width, height });
        }
        return;
      case "imagedata":
        this.pictures.push({ alternativeText: prefixedAttribute(attributes, "title") ?? "", width: 0, height: 0 });
        this.addPicture(prefixedAttribute(attributes, "id"));
        return;
      case "textpath":
        this.addSurrounding("drawing", attributes["string"] ?? "");
        return;
      case "sdtPr":
      case "sdtEndPr":
      case "sectPrChange":
      case "tblPrChange":
      case "tblPrExChange":
        this.skip();
    }
  }

  /** DrawingML: pictures, and text only in the text boxes of shapes. */
  private openInDrawing(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case "blip":
        this.addPicture(prefixedAttribute(attributes, "embed") ?? prefixedAttribute(attributes, "link"));
        return;
      case "cNvPr":
        this.startPicture(attributes["descr"] ?? "");
        return;
      case "t":
        this.literal = "";
        this.literalKept = true;
        return;
      case "txbxContent":
        this.drawings.push(-this.path.length);
        this.startContainer(name);
        return;
      case "chart":
        this.unread.add("图表");
        return;
      case "relIds":
        this.unread.add("SmartArt 图形");
        return;
    }
  }

  private openRunProperty(name: string, attributes: XmlAttributes): void {
    if (name.endsWith("PrChange")) {
      this.trackedChanges += 1;
      this.skip();
      return;
    }
    if (this.path.at(-3) === "pPr") {
      const mark = this.paragraph?.mark;
      if (mark === undefined) return;
      takeRunProperty(mark, name, attributes);
      if (["ins", "del", "moveFrom", "moveTo"].includes(name)) this.trackedChanges += 1;
    } else if (this.run !== undefined) takeRunProperty(this.run, name, attributes);
  }

  private openParagraphProperty(name: string, attributes: XmlAttributes): void {
    if (name === "pPrChange" || name === "numberingChange") {
      this.trackedChanges += 1;
      this.skip();
    } else if (name === "sectPr") this.section = { landscape: false, newPage: true };
    else if (this.paragraph !== undefined) takeParagraphProperty(this.paragraph.properties, name, attributes);
  }

  private openTableProperty(parent: string, name: string, attributes: XmlAttributes): void {
    if (name.endsWith("Change")) {
      this.trackedChanges += 1;
      this.skip();
      return;
    }
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (parent === "tblPr") {
      if (name === "tblStyle") table.styleName = this.styles.nameOf(valueOf(attributes));
    } else if (parent === "trPr") {
      table.takeRowProperty(name, attributes);
      if (name === "ins" || name === "del") this.trackedChanges += 1;
    } else if (parent === "tcPr") table.takeCellProperty(name, attributes);
    else if (name === "gridCol") table.addColumn(attributes);
  }

  private takeSectionProperty(name: string, attributes: XmlAttributes): void {
    if (this.section === undefined) return;
    if (name === "pgSz") {
      const width = numberOf(attribute(attributes, "w")) ?? 0;
      const height = numberOf(attribute(attributes, "h")) ?? 0;
      this.section.landscape = attribute(attributes, "orient") === "landscape" || width > height;
    } else if (name === "type") this.section.newPage = valueOf(attributes) !== "continuous";
    else if (name === "sectPrChange") this.skip();
  }

  private closeContent(name: string, depth: number): void {
    switch (name) {
      case "t":
        this.append(this.takeLiteral());
        return;
      case "rPr":
        if (this.path.at(-1) === "r") this.paragraph?.startRun(this.run);
        return;
      case "r":
        this.paragraph?.startRun(undefined);
        return;
      case "p":
        this.endParagraph();
        return;
      case "fldSimple":
        this.fields.closeSimple();
        return;
      case "AlternateContent":
        this.choices.pop();
        return;
      case "rt":
        this.phoneticFrom = 0;
        return;
      case "tc":
        this.tables.at(-1)?.endCell(this.endContainer());
        return;
      case "tr":
        this.tables.at(-1)?.endRow();
        return;
      case "tbl":
        this.endTable();
        return;
      case "txbxContent": {
        if (this.drawings.at(-1) === -depth) this.drawings.pop();
        const blocks = this.endContainer();
        this.paragraph?.addTextBox(blocks);
        return;
      }
      case "sectPr":
        this.endSection();
        return;
      case "body":
      case "footnote":
      case "endnote":
      case "comment":
        this.endContainer();
        return;
    }
  }

  private endParagraph(): void {
    const builder = this.paragraphs.pop();
    const container = this.containers.at(-1);
    if (builder === undefined || container === undefined) return;
    this.addSurrounding("hidden", builder.hidden);
    if (builder.mark.markDeleted === true) container.pending.push(builder.finish(this.numbering, []));
    else {
      container.blocks.push(builder.finish(this.numbering, container.pending));
      if (container.pending.length > 0) container.pending = [];
    }
  }

  private endTable(): void {
    const builder = this.tables.pop();
    const container = this.containers.at(-1);
    if (builder === undefined || container === undefined) return;
    for (const text of builder.nestedTexts) this.nestedTables.push(text);
    for (const text of builder.boxTexts) this.addSurrounding("textBox", text);
    const table = builder.finish();
    if (table === undefined) return;
    this.flushPending(container);
    container.blocks.push(table);
  }

  private endSection(): void {
    if (this.section === undefined) return;
    if (this.paragraph === undefined) this.lastSection = this.section;
    else this.paragraph.sectionEnd = this.section;
    this.section = undefined;
  }

  /** A paragraph whose mark is deleted before a table or at the end stays a paragraph if it has text. */
  private flushPending(container: Container): void {
    container.blocks.push(...container.pending.filter(({ text }) => text !== ""));
    container.pending = [];
  }

  private append(text: string): void {
    if (text === "") return;
    const shown = this.fields.show(text);
    if (shown && this.phoneticFrom > 0) this.addSurrounding("phonetic", text);
    else if (shown) this.paragraph?.append(text);
    else if (this.fields.inInstruction) this.addSurrounding("hidden", text.trim());
  }

  private takeLiteral(): string {
    const text = this.literal.replace(/[\t\r\n]/g, " ");
    this.literal = "";
    return this.literalKept ? text : text.replace(/^ +| +$/g, "");
  }

  private startPicture(alternativeText: string): void {
    const last = this.pictures.at(-1);
    if (last !== undefined && alternativeText !== "") last.alternativeText = alternativeText;
  }

  private addPicture(relationship: string | undefined): void {
    if (relationship === undefined) return;
    const last = this.pictures.at(-1) ?? { alternativeText: "", width: 0, height: 0 };
    const picture: SourcePicture = { relationship, ...last };
    this.paragraph?.addPicture(picture);
  }

  private addSurrounding(kind: SurroundingText["kind"], text: string): void {
    if (text !== "") this.surroundings.push({ kind, text });
  }
}
