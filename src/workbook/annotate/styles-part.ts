import type { Severity } from "../../diagnostics/diagnostic.js";
import { fillColours } from "./own-words.js";
import { TextEdits } from "../../openxml/text-edits.js";
import {
  attributesOf,
  outlineOf,
  scanTags,
  unescapeXml,
  withAttribute,
  type XmlElement,
  type XmlOutline,
} from "../../openxml/xml-scan.js";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A `styles.xml` for a workbook that has none: what Excel assumes then. */
export const emptyStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}"/>`;

/** Lists of `styles.xml` that grow, with what must be in one that is not there yet (ISO/IEC 29500-1, 18.8.39). */
const requiredItems = {
  fonts: ['<font><sz val="11"/><name val="宋体"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ["<border><left/><right/><top/><bottom/><diagonal/></border>"],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
} as const;

type ListName = keyof typeof requiredItems;

/** The order in which the lists stand; others stand before the first and behind the last of these. */
const listOrder: readonly ListName[] = ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs"];

/** The looks that the sheet of all problems is made of. */
export interface OwnStyle {
  readonly font?: "bold" | "title" | "link";
  readonly fill?: Severity | "heading";
  readonly bordered?: boolean;
  readonly alignment?: "wrapped" | "centred";
}

/**
 * `styles.xml` with styles added at the end of its lists, so that every style it had keeps its number.
 *
 * @param xml of the part, well-formed
 */
export class FilledStyles {
  private readonly outline: XmlOutline;
  private readonly lists: Record<ListName, StyleList>;
  private readonly known = new Map<string, number>();

  constructor(private readonly xml: string) {
    this.outline = outlineOf(xml);
    const listOf = (name: ListName): StyleList =>
      new StyleList(
        xml,
        this.outline.children.find((child) => child.name === name),
        requiredItems[name].map((item) => this.prefixed(item)),
      );
    this.lists = {
      fonts: listOf("fonts"),
      fills: listOf("fills"),
      borders: listOf("borders"),
      cellStyleXfs: listOf("cellStyleXfs"),
      cellXfs: listOf("cellXfs"),
    };
  }

  /**
   * The number of a cell style that is like another but for its fill; and for the colour of its font where that is nearly white, as on
   * dark headings.
   *
   * @param base the number of the other; one that there is not counts as 0, as for Excel
   */
  filled(base: number, severity: Severity): number {
    const { cellXfs, fonts } = this.lists;
    const index = cellXfs.items[base] === undefined ? 0 : base;
    return this.once(`${String(index)} ${severity}`, () => {
      const style = cellXfs.items[index] ?? this.prefixed(requiredItems.cellXfs[0]);
      const tagEnd = endOfFirstTag(style);
      let tag = withAttribute(style.slice(0, tagEnd), "fillId", String(this.fill(fillColours[severity])));
      tag = withAttribute(tag, "applyFill", "1");
      const fontId = Number(attributesOf(tag).get("fontId") ?? 0);
      const font = fonts.items[fontId];
      if (font !== undefined && isPaleFont(font)) {
        const dark = this.once(`dark font ${String(fontId)}`, () => fonts.add(this.darkened(font)));
        tag = withAttribute(withAttribute(tag, "fontId", String(dark)), "applyFont", "1");
      }
      return cellXfs.add(tag + style.slice(tagEnd));
    });
  }

  /** The number of a cell style of our own. */
  own({ font, fill, bordered, alignment }: OwnStyle): number {
    return this.once(JSON.stringify([font, fill, bordered, alignment]), () => {
      const fontId = this.once(`font ${font ?? ""}`, () =>
        this.lists.fonts.add(this.prefixed(ownFonts[font ?? "plain"])),
      );
      const fillId = fill === undefined ? 0 : this.fill(fill === "heading" ? headingColour : fillColours[fill]);
      const borderId =
        bordered === true ? this.once("border", () => this.lists.borders.add(this.prefixed(thinBorder))) : 0;
      // A text that begins with = stays a text (format 49, @) even after somebody has edited it.
      const numberFormat = alignment === "wrapped" ? '49" applyNumberFormat="1' : "0";
      const attributes = `numFmtId="${numberFormat}" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="${String(borderId)}" xfId="0"`;
      const applied = 'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
      const aligned = `<alignment${alignment === "centred" ? ' horizontal="center"' : ""} vertical="top"${alignment === undefined ? "" : ' wrapText="1"'}/>`;
      return this.lists.cellXfs.add(this.prefixed(`<xf ${attributes} ${applied}>${aligned}</xf>`));
    });
  }

  /** The part with what was added. */
  finish(): string {
    const edits = new TextEdits();
    const { children, root } = this.outline;
    const missing: string[] = [];
    for (const name of listOrder) {
      const list = this.lists[name];
      const old = children.find((child) => child.name === name);
      if (old !== undefined) {
        if (list.hasGrown) edits.replace(old.open.start, old.end, list.grown());
        continue;
      }
      // Styles refer to all five lists: where one is missing it is made, before the next that is there.
      const next = children.find((child) => listOrder.indexOf(child.name as ListName) > listOrder.indexOf(name));
      const made = list.made(`${this.outline.prefix}${name}`);
      if (next !== undefined) edits.insert(next.open.start, made);
      else missing.push(made);
    }
    const rest = missing.join("");
    if (rest === "") return edits.apply(this.xml);
    const after = children.filter(({ name }) => name === "numFmts" || listOrder.includes(name as ListName)).at(-1);
    if (after !== undefined) edits.insert(after.end, rest);
    else if (root.open.kind === "open") edits.insert(root.open.end, rest);
    else {
      const tag = this.xml.slice(root.open.start, root.open.end);
      const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? "";
      edits.replace(root.open.start, root.open.end, `${tag.slice(0, -2)}>${rest}</${name}>`);
    }
    return edits.apply(this.xml);
  }

  private fill(colour: string): number {
    const xml = `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
    return this.once(`fill ${colour}`, () => this.lists.fills.add(this.prefixed(xml)));
  }

  private darkened(font: string): string {
    return font.replace(paleColour, () => this.prefixed('<color rgb="FF000000"/>'));
  }

  private once(key: string, make: () => number): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.known.set(key, made);
    return made;
  }

  /** Our own XML with the prefix that the part uses. */
  private prefixed(xml: string): string {
    return this.outline.prefix === "" ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/gu, `<$1${this.outline.prefix}`);
  }
}

const headingColour = "FFD9D9D9";

const ownFonts = {
  plain: '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  bold: '<font><b/><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  title: '<font><b/><sz val="16"/><name val="宋体"/><charset val="134"/></font>',
  link: '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/></font>',
} as const;

const thinBorder = `<border>${["left", "right", "top", "bottom"]
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join("")}<diagonal/></border>`;

const paleColour = /<(?:[\w.-]+:)?color\b[^>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?color\s*>)/u;

/** True for white and what is nearly white: the theme's first colour, the palette's white, or a light colour as such. */
function isPaleFont(font: string): boolean {
  const found = paleColour.exec(font);
  if (found === null) return false;
  const attributes = attributesOf(found[0]);
  const theme = attributes.get("theme");
  if (theme !== undefined) return theme === "0";
  const indexed = attributes.get("indexed");
  if (indexed !== undefined) return indexed === "1" || indexed === "9";
  const rgb = attributes.get("rgb")?.slice(-6);
  if (rgb === undefined) return false;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue > 160;
}

/** One list: its items as they are written, and those that are added. */
class StyleList {
  readonly items: string[];
  private readonly before: number;

  constructor(
    private readonly xml: string,
    private readonly element: XmlElement | undefined,
    required: readonly string[],
  ) {
    this.items = element === undefined ? [] : itemsOf(xml, element);
    this.before = this.items.length;
    if (this.items.length === 0) this.items.push(...required);
  }

  get hasGrown(): boolean {
    return this.items.length > this.before;
  }

  add(item: string): number {
    this.items.push(item);
    return this.items.length - 1;
  }

  /** The element with the new items behind the old ones. */
  grown(): string {
    if (this.element === undefined) return "";
    const { open, end } = this.element;
    let tag = this.xml.slice(open.start, open.end);
    if (attributesOf(tag).has("count")) tag = withAttribute(tag, "count", String(this.items.length));
    const added = this.items.slice(this.before).join("");
    if (open.kind === "empty") return `${tag.slice(0, -2).trimEnd()}>${added}</${nameOf(tag)}>`;
    const close = this.xml.lastIndexOf("</", end - 1);
    return tag + this.xml.slice(open.end, close) + added + this.xml.slice(close, end);
  }

  /** A new element with all items. */
  made(name: string): string {
    return `<${name} count="${String(this.items.length)}">${this.items.join("")}</${name}>`;
  }
}

function itemsOf(xml: string, { open, end }: XmlElement): string[] {
  const list = xml.slice(open.start, end);
  const items: string[] = [];
  let start = 0;
  scanTags(list, (tag) => {
    if (tag.depth !== 1) return;
    if (tag.kind === "open") start = tag.start;
    else items.push(list.slice(tag.kind === "empty" ? tag.start : start, tag.end));
  });
  return items;
}

function endOfFirstTag(xml: string): number {
  let end = xml.length;
  scanTags(xml, (tag) => {
    if (tag.depth === 0 && tag.kind !== "close") end = tag.end;
  });
  return end;
}

function nameOf(tag: string): string {
  return unescapeXml(/^<([^\s/>]+)/u.exec(tag)?.[1] ?? "");
}
