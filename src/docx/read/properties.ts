import { prefixedAttribute } from "../../openxml/xml-events.js";
import type { XmlAttributes } from "../../openxml/xml-listener.js";
import type { ParagraphFormat } from "./source.js";

/** What one `w:rPr` says; a style or a run that says nothing about a property leaves it to what it is based on. */
export interface RunProperties {
  style?: string;
  eastAsia?: string;
  latin?: string;
  size?: number;
  bold?: boolean;
  color?: string;
  hidden?: boolean;
  /** On a paragraph mark: deleted or moved away, so that the paragraph goes on in the next one. */
  markDeleted?: boolean;
}

/** What one `w:pPr` says. Lengths are twips. */
export interface ParagraphProperties {
  style?: string;
  align?: ParagraphFormat["align"];
  left?: number;
  right?: number;
  firstLine?: number;
  outlineLevel?: number;
  pageBreakBefore?: boolean;
  frame?: boolean;
  /** `w:numPr`: 0 switches numbering off. */
  numbering?: string;
  numberingLevel?: number;
}

/** The `w:val` of an element. */
export function valueOf(attributes: XmlAttributes): string | undefined {
  return attribute(attributes, "val");
}

/** An attribute of WordprocessingML, whatever prefix its namespace has. */
export function attribute(attributes: XmlAttributes, name: string): string | undefined {
  return attributes[`w:${name}`] ?? attributes[name] ?? prefixedAttribute(attributes, name);
}

/** CT_OnOff (ISO/IEC 29500-1, 17.17.4): the element alone means yes. */
export function isOn(attributes: XmlAttributes): boolean {
  const value = valueOf(attributes);
  return value === undefined || !["0", "false", "off"].includes(value);
}

/** Takes in one child of `w:rPr`. */
export function takeRunProperty(properties: RunProperties, name: string, attributes: XmlAttributes): void {
  switch (name) {
    case "rStyle":
      set(properties, "style", valueOf(attributes));
      return;
    case "rFonts": {
      const theme = attribute(attributes, "eastAsiaTheme");
      set(properties, "eastAsia", theme === undefined ? attribute(attributes, "eastAsia") : `theme:${theme}`);
      const latinTheme = attribute(attributes, "asciiTheme");
      set(properties, "latin", latinTheme === undefined ? attribute(attributes, "ascii") : `theme:${latinTheme}`);
      return;
    }
    case "sz":
      set(properties, "size", numberOf(valueOf(attributes)));
      return;
    case "b":
      properties.bold = isOn(attributes);
      return;
    case "color": {
      const value = valueOf(attributes) ?? "auto";
      properties.color = value === "auto" ? "" : value.toUpperCase();
      return;
    }
    case "vanish":
      properties.hidden = isOn(attributes);
      return;
    case "del":
    case "moveFrom":
      properties.markDeleted = true;
      return;
  }
}

/** Takes in one child of `w:pPr`, or of its `w:numPr`. */
export function takeParagraphProperty(properties: ParagraphProperties, name: string, attributes: XmlAttributes): void {
  switch (name) {
    case "pStyle":
      set(properties, "style", valueOf(attributes));
      return;
    case "jc":
      properties.align = alignments[valueOf(attributes) ?? ""] ?? "left";
      return;
    case "ind":
      takeIndents(properties, attributes);
      return;
    case "outlineLvl": {
      const level = numberOf(valueOf(attributes));
      if (level !== undefined) properties.outlineLevel = level >= 9 ? 0 : level + 1;
      return;
    }
    case "pageBreakBefore":
      properties.pageBreakBefore = isOn(attributes);
      return;
    case "framePr":
      properties.frame = true;
      return;
    case "numId":
      set(properties, "numbering", valueOf(attributes));
      return;
    case "ilvl":
      set(properties, "numberingLevel", numberOf(valueOf(attributes)));
      return;
  }
}

const alignments: Readonly<Record<string, ParagraphFormat["align"]>> = {
  left: "left",
  start: "left",
  center: "centre",
  right: "right",
  end: "right",
  both: "justified",
  distribute: "justified",
};

/** About as wide as a character of 3号, for indents counted in hundredths of characters; they outrank lengths (17.3.1.12). */
const characterWidth = 320;

function takeIndents(properties: ParagraphProperties, attributes: XmlAttributes): void {
  const length = (name: string): number | undefined => {
    const characters = numberOf(attribute(attributes, `${name}Chars`));
    if (characters !== undefined && characters !== 0) return (characters / 100) * characterWidth;
    return numberOf(attribute(attributes, name));
  };
  set(properties, "left", length("left") ?? length("start"));
  set(properties, "right", length("right") ?? length("end"));
  const hanging = length("hanging");
  set(properties, "firstLine", hanging === undefined || hanging === 0 ? (length("firstLine") ?? hanging) : -hanging);
}

/** A decimal number; measures may carry a unit in the strict form (`12pt`), which the first look can do without. */
export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number.parseFloat(value);
  if (!Number.isFinite(number)) return undefined;
  return value.endsWith("pt") ? number * 20 : number;
}

function set<Key extends string, Value>(
  target: Partial<Record<Key, Value>>,
  key: Key,
  value: NoInfer<Value> | undefined,
): void {
  if (value !== undefined) target[key] = value;
}
