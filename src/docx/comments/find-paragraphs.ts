import { attributesOf, scanTags, type XmlTag } from "../../openxml/xml-scan.js";
import { FieldState } from "../read/field-state.js";
import { attribute, type RunProperties, takeRunProperty, valueOf } from "../read/properties.js";
import type { StyleSheet } from "../read/style-sheet.js";
import { symbolCharacter } from "../read/symbols.js";
import type { TextPiece, WrittenParagraph, WrittenRun } from "./written-paragraph.js";
import { readWritten } from "./written-text.js";

/** Where the paragraphs of a document are written. */
export interface FoundParagraphs {
  /** Those that were asked for, and `first`. */
  readonly paragraphs: ReadonlyMap<number, WrittenParagraph>;
  /** The first one outside text boxes with visible text, or else the first one at all; `undefined` if there is none. */
  readonly first: WrittenParagraph | undefined;
}

/**
 * Finds where the visible text of some paragraphs stands in document.xml. Linear in the length of the part.
 *
 * What is visible text is decided as the reader of documents decides it, but with positions, which its parser does not give: `w:p` are
 * counted alike and their texts are equal.
 *
 * @param xml of document.xml, well-formed
 * @param wanted which `w:p`, from 0 in document order, nested ones included
 */
export function findParagraphs(xml: string, styles: StyleSheet, wanted: ReadonlySet<number>): FoundParagraphs {
  const finder = new ParagraphFinder(xml, styles, wanted);
  scanTags(xml, (tag) => {
    if (tag.kind !== "close") finder.open(tag);
    if (tag.kind !== "open") finder.close(tag);
  });
  return finder;
}

interface OpenParagraph {
  readonly index: number;
  readonly tag: XmlTag;
  readonly pieces: TextPiece[];
  readonly host: WrittenRun | undefined;
  /** Somebody may want to know of it. */
  readonly kept: boolean;
  text: string;
  style: string | undefined;
  /** The outermost open run, how deep it is nested and how many runs are open (`w:ruby` has runs in its parts). */
  run: OpenRun | undefined;
  runs: number;
  properties: RunProperties | undefined;
}

interface OpenRun {
  readonly start: number;
  readonly openEnd: number;
  readonly depth: number;
  end: number;
  properties: string;
}

/** Their children are properties, not content. */
const propertyElements = new Set(["pPr", "numPr", "tabs", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "sectPr"]);

class ParagraphFinder implements FoundParagraphs {
  readonly paragraphs = new Map<number, WrittenParagraph>();
  first: WrittenParagraph | undefined;

  private readonly path: string[] = [];
  private readonly opened: OpenParagraph[] = [];
  private readonly fields = new FieldState(false);
  private readonly choices: boolean[] = [];
  /** The depths of DrawingML and, negative, of the text boxes in it: in the former `p`, `r` and `t` are not Word's. */
  private readonly drawings: number[] = [];
  private count = 0;
  /** The depth of the outermost element that is passed over; 0 for none. */
  private skippedFrom = 0;
  private element: XmlTag | undefined;
  private runProperties: { readonly tag: XmlTag; readonly properties: RunProperties } | undefined;

  constructor(
    private readonly xml: string,
    private readonly styles: StyleSheet,
    private readonly wanted: ReadonlySet<number>,
  ) {}

  open(tag: XmlTag): void {
    const { name } = tag;
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (this.skippedFrom > 0) {
      if (name === "p" && !this.inDrawing) this.count += 1;
    } else if (this.inDrawing) {
      if (name === "txbxContent") this.drawings.push(-this.path.length);
    } else if (propertyElements.has(parent)) this.openProperty(tag, parent);
    else this.openContent(tag);
  }

  close(tag: XmlTag): void {
    const { name } = tag;
    const depth = this.path.length;
    this.path.pop();
    if (this.skippedFrom > 0) {
      if (this.skippedFrom === depth) this.skippedFrom = 0;
      return;
    }
    if (this.inDrawing) {
      if (this.drawings.at(-1) === depth) this.drawings.pop();
      return;
    }
    const paragraph = this.opened.at(-1);
    switch (name) {
      case "p":
        this.closeParagraph(tag);
        return;
      case "r":
      case "oMath":
      case "oMathPara":
        if (paragraph !== undefined) closeRun(paragraph, tag);
        return;
      case "rPr":
        this.closeRunProperties(paragraph, tag);
        return;
      case "AlternateContent":
        this.choices.pop();
        return;
      case "txbxContent":
        if (this.drawings.at(-1) === -depth) this.drawings.pop();
        return;
      default:
        if (this.element?.name === name && this.element.depth === tag.depth) this.closeCharacters(tag);
    }
  }

  private get inDrawing(): boolean {
    return (this.drawings.at(-1) ?? -1) > 0;
  }

  private skip(): void {
    this.skippedFrom = this.path.length;
  }

  private openProperty(tag: XmlTag, parent: string): void {
    if (tag.name.endsWith("Change")) {
      this.skip();
      return;
    }
    const paragraph = this.opened.at(-1);
    if (paragraph?.kept !== true) return;
    if (parent === "pPr" && tag.name === "pStyle") paragraph.style = valueOf(this.attributes(tag));
    else if (parent === "rPr" && this.runProperties !== undefined) {
      takeRunProperty(this.runProperties.properties, tag.name, this.attributes(tag));
    }
  }

  private openContent(tag: XmlTag): void {
    switch (tag.name) {
      case "p":
        this.openParagraph(tag);
        return;
      // A formula is all or nothing, like a run with runs in it.
      case "r":
      case "oMath":
      case "oMathPara":
        this.openRun(tag);
        return;
      case "rPr":
        this.runProperties = { tag, properties: {} };
        return;
      case "fldChar":
        this.fields.mark(attribute(this.attributes(tag), "fldCharType"));
        return;
      case "del":
      case "moveFrom":
      case "delText":
      case "delInstrText":
      case "rt":
      case "sectPrChange":
      case "tblPrChange":
      case "tblPrExChange":
        this.skip();
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
      case "txbxContent":
        this.drawings.push(-this.path.length);
        return;
      case "graphic":
        this.drawings.push(this.path.length);
        return;
      case "t":
      case "tab":
      case "ptab":
      case "br":
      case "cr":
      case "noBreakHyphen":
      case "sym":
        this.element = tag;
    }
  }

  private openParagraph(tag: XmlTag): void {
    const index = this.count;
    this.count += 1;
    const [outermost] = this.opened;
    const mayBeFirst = outermost === undefined && (this.first === undefined || this.first.text === "");
    this.opened.push({
      index,
      tag,
      pieces: [],
      host: outermost?.run,
      kept: mayBeFirst || this.wanted.has(index),
      text: "",
      style: undefined,
      run: undefined,
      runs: 0,
      properties: undefined,
    });
  }

  private openRun(tag: XmlTag): void {
    const paragraph = this.opened.at(-1);
    if (paragraph === undefined) return;
    paragraph.runs += 1;
    paragraph.properties = undefined;
    paragraph.run ??= { start: tag.start, openEnd: tag.end, depth: tag.depth, end: tag.end, properties: "" };
  }

  private closeRunProperties(paragraph: OpenParagraph | undefined, tag: XmlTag): void {
    const known = this.runProperties;
    this.runProperties = undefined;
    if (known === undefined || paragraph === undefined || this.path.at(-1) !== "r") return;
    paragraph.properties = known.properties;
    if (paragraph.run?.depth === known.tag.depth - 1) {
      paragraph.run.properties = this.xml.slice(known.tag.start, tag.end);
    }
  }

  private closeCharacters(close: XmlTag): void {
    const paragraph = this.opened.at(-1);
    const open = this.element;
    this.element = undefined;
    if (open === undefined || paragraph?.run === undefined || !paragraph.kept) return;
    const { run, runs } = paragraph;
    const written = open.name === "t" && open.kind === "open" ? this.writtenText(open, close) : undefined;
    const text =
      written === undefined ? this.characterOf(open) : readWritten(this.xml.slice(written.start, written.end));
    if (text === "" || this.fields.inInstruction || this.isHidden(paragraph)) return;
    const whole =
      runs > 1 || open.depth !== run.depth + 1 || (written !== undefined && this.isOdd(open, close, written));
    paragraph.pieces.push({
      ...{ offset: paragraph.text.length, length: text.length, start: open.start, end: close.end, whole, run },
      ...(written === undefined ? {} : { written: { ...written, openEnd: open.end } }),
    });
    // Blanks of other kinds stand for a blank.
    paragraph.text += written === undefined ? text : text.replace(/[\t\r\n]/gu, " ");
  }

  /** The characters of `w:t`; those at its ends that are blank count only if it says so (xml:space). */
  private writtenText(open: XmlTag, close: XmlTag): { start: number; end: number } {
    let start = open.end;
    let end = close.start;
    if (this.attributes(open)["xml:space"] === "preserve") return { start, end };
    while (start < end && isBlank(this.xml.charCodeAt(start))) start += 1;
    while (end > start && isBlank(this.xml.charCodeAt(end - 1))) end -= 1;
    return { start, end };
  }

  /** Text that cannot be divided by writing tags into it: with CDATA or comments, or with blanks at its ends that are none. */
  private isOdd(open: XmlTag, close: XmlTag, written: { start: number; end: number }): boolean {
    if (written.start !== open.end || written.end !== close.start) return true;
    const markup = this.xml.indexOf("<", written.start);
    return markup < written.end;
  }

  private characterOf(tag: XmlTag): string {
    if (tag.name === "t") return "";
    if (tag.name === "tab" || tag.name === "ptab") return "\t";
    if (tag.name === "noBreakHyphen") return "\u2011";
    const attributes = this.attributes(tag);
    if (tag.name === "sym") return symbolCharacter(attribute(attributes, "font"), attribute(attributes, "char"));
    return ["page", "column"].includes(attribute(attributes, "type") ?? "") ? "\f" : "\n";
  }

  private isHidden({ style, properties }: OpenParagraph): boolean {
    return this.styles.runFormat(this.styles.styleOf(style === undefined ? {} : { style }), properties).hidden;
  }

  private closeParagraph(close: XmlTag): void {
    const open = this.opened.pop();
    if (open === undefined) return;
    const { index, tag, pieces, text, host } = open;
    if (!open.kept) return;
    const isEmptyTag = tag.kind === "empty";
    const paragraph = {
      ...{ index, start: tag.start, openEnd: tag.end, isEmptyTag },
      ...{ contentEnd: isEmptyTag ? tag.end : close.start, pieces, text, host },
    };
    const isOutside = this.opened.length === 0;
    if (isOutside && (this.first === undefined || (this.first.text === "" && text !== ""))) this.first = paragraph;
    this.paragraphs.set(index, paragraph);
  }

  private attributes(tag: XmlTag): Readonly<Record<string, string | undefined>> {
    return Object.fromEntries(attributesOf(this.xml.slice(tag.start, tag.end)));
  }
}

function closeRun(paragraph: OpenParagraph, tag: XmlTag): void {
  paragraph.runs -= 1;
  paragraph.properties = undefined;
  if (paragraph.runs > 0 || paragraph.run === undefined) return;
  paragraph.run.end = tag.end;
  paragraph.run = undefined;
}

/** Blanks that XML knows; others, such as the ideographic space, are characters like any other. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
