import { toTwips } from "../../layout/measures.js";
import { LINE_PITCH } from "../../layout/page.js";
import { parseXml } from "../../openxml/xml-events.js";
import {
  attribute,
  isOn,
  numberOf,
  type ParagraphProperties,
  type RunProperties,
  takeParagraphProperty,
  takeRunProperty,
  valueOf,
} from "./properties.js";
import type { ParagraphFormat, RunFormat } from "./source.js";

/** One style of styles.xml. */
interface Style {
  readonly id: string;
  name: string;
  basedOn?: string;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  /** The room above, in lines of the body's grid. */
  linesBefore?: number;
}

/** Longer chains of styles are a circle. */
const longestChain = 50;

/**
 * The styles of a document: they turn what a paragraph or a run says of itself into how it looks.
 *
 * Toggles (17.7.3) count as they were said last: bold in a paragraph style and in a character style is bold.
 */
export class StyleSheet {
  private readonly styles = new Map<string, Style>();
  private defaultParagraph = "";
  private readonly defaultRun: RunProperties = {};
  private readonly defaultParagraphProperties: ParagraphProperties = {};
  private readonly looks = new Map<string, ReturnType<StyleSheet["look"]>>();
  private readonly runFormats = new Map<string, RunFormat>();
  private readonly runLooks = new Map<string, RunFormat>();
  private readonly chains = new Map<string, readonly Style[]>();

  /** @throws UnreadablePart if the part is damaged; without a part all looks are plain */
  constructor(bytes?: Uint8Array) {
    if (bytes !== undefined) this.read(bytes);
  }

  /** The name of a style by its id, lower case for built-in ones; empty if there is none. */
  nameOf(id: string | undefined): string {
    return (id === undefined ? undefined : this.styles.get(id)?.name) ?? "";
  }

  /** Whether a style of that name exists. */
  find(name: string): { readonly bold: boolean; readonly latin: string; readonly linesBefore: number } | undefined {
    for (const style of this.styles.values()) {
      if (style.name !== name) continue;
      const chain = this.chain(style.id);
      return {
        bold: last(chain, (one) => one.run.bold) ?? false,
        latin: last(chain, (one) => one.run.latin) ?? this.defaultRun.latin ?? "",
        linesBefore: last(chain, (one) => one.linesBefore) ?? 0,
      };
    }
    return undefined;
  }

  /** The id of a paragraph's style, the default one if it names none. */
  styleOf(direct: ParagraphProperties): string {
    return direct.style ?? this.defaultParagraph;
  }

  /** What a paragraph says of itself and what its style says, together. */
  look(direct: ParagraphProperties): { readonly effective: ParagraphProperties; readonly format: ParagraphFormat } {
    const key = keyOf(direct);
    const known = this.looks.get(key);
    if (known !== undefined) return known;
    const effective: ParagraphProperties = { ...this.defaultParagraphProperties };
    for (const style of this.chain(this.styleOf(direct))) Object.assign(effective, style.paragraph);
    Object.assign(effective, direct);
    const format: ParagraphFormat = {
      styleName: this.nameOf(this.styleOf(direct)),
      styleId: this.styleOf(direct),
      align: effective.align ?? "left",
      left: effective.left ?? 0,
      right: effective.right ?? 0,
      firstLine: effective.firstLine ?? 0,
      outlineLevel: effective.outlineLevel ?? 0,
      frame: effective.frame ?? false,
    };
    const look = { effective, format };
    this.looks.set(key, look);
    return look;
  }

  /** @param paragraphStyle as `styleOf` gives it */
  runFormat(paragraphStyle: string, direct: RunProperties | undefined): RunFormat {
    const directKey = direct === undefined ? paragraphStyle : `${paragraphStyle}|${keyOf(direct)}`;
    const known = this.runLooks.get(directKey);
    if (known !== undefined) return known;
    const merged: RunProperties = { ...this.defaultRun };
    for (const style of this.chain(paragraphStyle)) Object.assign(merged, style.run);
    for (const style of this.chain(direct?.style ?? "")) Object.assign(merged, style.run);
    Object.assign(merged, direct);
    const format = this.intern({
      eastAsia: merged.eastAsia ?? "",
      latin: merged.latin ?? "",
      size: merged.size ?? 20,
      bold: merged.bold ?? false,
      color: merged.color ?? "",
      hidden: merged.hidden ?? false,
      characterStyle: this.nameOf(direct?.style),
    });
    this.runLooks.set(directKey, format);
    return format;
  }

  private intern(format: RunFormat): RunFormat {
    const { eastAsia, latin, size, bold, color, hidden, characterStyle } = format;
    const key = [eastAsia, latin, size, bold, color, hidden, characterStyle].join("|");
    const known = this.runFormats.get(key);
    if (known !== undefined) return known;
    this.runFormats.set(key, format);
    return format;
  }

  /** A style and what it is based on, the base first. */
  private chain(id: string): readonly Style[] {
    const known = this.chains.get(id);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    let style = this.styles.get(id);
    while (style !== undefined && chain.length < longestChain) {
      chain.unshift(style);
      style = style.basedOn === undefined ? undefined : this.styles.get(style.basedOn);
    }
    this.chains.set(id, chain);
    return chain;
  }

  private read(bytes: Uint8Array): void {
    let style: Style | undefined;
    const path: string[] = [];
    /** The outermost open element whose content says nothing about the style itself, such as `w:tblStylePr` or `w:rPrChange`. */
    let skipped = 0;
    parseXml(bytes, {
      root: "styles",
      open: (name, attributes) => {
        const parent = path.at(-1);
        path.push(name);
        if (skipped > 0) return;
        if (name === "tblStylePr" || name.endsWith("PrChange")) skipped = path.length;
        else if (name === "style") {
          style = { id: attribute(attributes, "styleId") ?? "", name: "", run: {}, paragraph: {} };
          this.styles.set(style.id, style);
          if (attribute(attributes, "type") === "paragraph" && isDefault(attribute(attributes, "default"))) {
            this.defaultParagraph = style.id;
          }
        } else if (style !== undefined && parent === "style") {
          if (name === "name") style.name = styleName(valueOf(attributes) ?? "");
          else if (name === "basedOn") {
            const base = valueOf(attributes);
            if (base !== undefined) style.basedOn = base;
          }
        } else if (parent === "rPr") takeRunProperty(style?.run ?? this.defaultRun, name, attributes);
        else if (parent === "pPr" || parent === "numPr") {
          takeParagraphProperty(style?.paragraph ?? this.defaultParagraphProperties, name, attributes);
          if (name === "spacing" && style !== undefined) {
            const lines = numberOf(attribute(attributes, "beforeLines"));
            const twips = numberOf(attribute(attributes, "before"));
            if (lines !== undefined) style.linesBefore = lines / 100;
            else if (twips !== undefined) style.linesBefore = twips / toTwips(LINE_PITCH);
          }
        }
      },
      close: (name) => {
        if (skipped === path.length) skipped = 0;
        path.pop();
        if (name === "style") style = undefined;
      },
    });
  }
}

function isDefault(value: string | undefined): boolean {
  return value !== undefined && isOn({ "w:val": value });
}

/** Built-in styles are told by their English names, whose capitals differ from program to program (`heading 1`, `Heading 1`). */
function styleName(name: string): string {
  return /^[\x20-\x7e]+$/.test(name) ? name.toLowerCase() : name;
}

function last<Value>(chain: readonly Style[], get: (style: Style) => Value | undefined): Value | undefined {
  let found: Value | undefined;
  for (const style of chain) found = get(style) ?? found;
  return found;
}

/** Equal for properties that say the same in the same order, as one program writes them. */
function keyOf(properties: ParagraphProperties | RunProperties): string {
  let key = "";
  for (const [name, value] of Object.entries(properties)) key += `${name}=${String(value)};`;
  return key;
}
