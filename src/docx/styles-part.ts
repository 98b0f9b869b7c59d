import { characterStyles, paragraphStyles } from "../layout/element-styles.js";
import { type Font, type FontKey, FONTS, SIZES } from "../layout/fonts.js";
import { type Length, points, toEighthPoints, toHalfPoints, toPoints, toTwips } from "../layout/measures.js";
import { CHARACTER_PITCH, LINE_PITCH, TYPE_AREA } from "../layout/page.js";
import type { LayoutProfile } from "../layout/profile.js";
import type { CharacterStyle, ParagraphBorder, ParagraphStyle } from "../layout/style.js";
import { CELL_MARGINS, TABLE_LINE } from "../layout/table.js";
import { IMPRINT_TABLE_STYLE_ID } from "./imprint.js";
import { TABLE_STYLE_ID } from "./table.js";
import { declareNamespaces, element, XML_DECLARATION } from "./xml.js";

/** Pure red, as offices print 发文机关标志 and the lines of 版头 (§7.2.4, §7.2.7 say only red). */
const RED = "FF0000";

/**
 * styles.xml: the layout's styles and nothing else. The whole part is ours, because the formats that matter here (character indents,
 * kinsoku, no automatic space between Chinese and digits, line grid) cannot be said through the docx library.
 */
export function stylesPart(profile: LayoutProfile): string {
  const styles = paragraphStyles(profile);
  const byId = new Map(styles.map((style) => [style.id, style]));
  return (
    XML_DECLARATION +
    element(
      "w:styles",
      declareNamespaces("w"),
      documentDefaults() +
        LATENT_STYLES +
        styles.map((style) => paragraphStyle(style, byId, profile)).join("") +
        defaultCharacterStyle() +
        characterStyles(profile)
          .map((style) => characterStyle(style, profile))
          .join("") +
        tableStyles(profile),
    )
  );
}

/** Word's other built-in styles stay out of the style list, so that it shows the elements of a circular. */
const LATENT_STYLES = element("w:latentStyles", {
  "w:defLockedState": 0,
  "w:defUIPriority": 99,
  "w:defSemiHidden": 1,
  "w:defUnhideWhenUsed": 1,
  "w:defQFormat": 0,
  "w:count": 376,
});

function documentDefaults(): string {
  const language = element("w:lang", { "w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA" });
  return element(
    "w:docDefaults",
    {},
    element("w:rPrDefault", {}, element("w:rPr", {}, fonts(FONTS.仿宋, FONTS.仿宋) + sizes(SIZES.三号) + language)) +
      element("w:pPrDefault"),
  );
}

function paragraphStyle(
  style: ParagraphStyle,
  byId: ReadonlyMap<string, ParagraphStyle>,
  profile: LayoutProfile,
): string {
  const isNormal = style.id === "Normal";
  return element(
    "w:style",
    {
      "w:type": "paragraph",
      ...(isNormal ? { "w:default": 1 } : {}),
      ...(style.builtIn === true ? {} : { "w:customStyle": 1 }),
      "w:styleId": style.id,
    },
    element("w:name", { "w:val": style.name }) +
      (style.basedOn === undefined ? "" : element("w:basedOn", { "w:val": style.basedOn })) +
      (style.next === undefined ? "" : element("w:next", { "w:val": style.next })) +
      (style.auxiliary === true ? element("w:semiHidden") : element("w:qFormat")) +
      wrapped("w:pPr", paragraphProperties(style, characterPitch(style, byId))) +
      wrapped("w:rPr", runProperties(style, profile)),
  );
}

/** How wide one character of an indent is: on the body's grid for 3号, else as wide as the type is high. */
function characterPitch(style: ParagraphStyle, byId: ReadonlyMap<string, ParagraphStyle>): number {
  let current: ParagraphStyle | undefined = style;
  while (current !== undefined && current.size === undefined) {
    current = current.basedOn === undefined ? undefined : byId.get(current.basedOn);
  }
  const size = current?.size ?? SIZES.三号;
  return toPoints(size) === toPoints(SIZES.三号) ? toTwips(CHARACTER_PITCH) : toTwips(size);
}

/** The children of `w:pPr` in the order of CT_PPrBase. */
function paragraphProperties(style: ParagraphStyle, pitch: number): string {
  const isNormal = style.id === "Normal";
  return (
    flag("w:keepNext", style.keepWithNext) +
    flag("w:keepLines", style.keepLines) +
    flag("w:pageBreakBefore", style.pageBreakBefore) +
    // §5.2.3: 22 lines on each page. Widow control would leave the last line of a page empty.
    (isNormal ? element("w:widowControl", { "w:val": 0 }) : "") +
    wrapped("w:pBdr", border("w:bottom", style.borderBottom)) +
    rightTab(style, pitch) +
    (isNormal ? lineBreaking() : "") +
    (style.ignoreGrid === undefined ? "" : element("w:snapToGrid", { "w:val": 0 })) +
    spacing(style) +
    indents(style, pitch) +
    flag("w:contextualSpacing", style.noSpaceBetweenSame) +
    (style.align === undefined ? "" : element("w:jc", { "w:val": ALIGNMENTS[style.align] })) +
    (style.outlineLevel === undefined ? "" : element("w:outlineLvl", { "w:val": style.outlineLevel - 1 }))
  );
}

const ALIGNMENTS = { left: "left", centre: "center", right: "right", justified: "both" } as const;

/**
 * Line breaking of Chinese text. `kinsoku`: no closing mark at the beginning of a line (GB/T 15834). `overflowPunct`: a mark that
 * does not fit hangs out of the line, so that all lines keep their 28 characters (Word's own default; implementation choice).
 * `autoSpace…`: no space between Chinese and digits, which would break the 28 characters (§5.2.3).
 */
function lineBreaking(): string {
  return (
    element("w:kinsoku", { "w:val": 1 }) +
    element("w:overflowPunct", { "w:val": 1 }) +
    element("w:autoSpaceDE", { "w:val": 0 }) +
    element("w:autoSpaceDN", { "w:val": 0 })
  );
}

function spacing(style: ParagraphStyle): string {
  const line =
    style.lineHeight === undefined
      ? {}
      : style.lineHeight === "single"
        ? { "w:line": 240, "w:lineRule": "auto" }
        : { "w:line": toTwips(style.lineHeight), "w:lineRule": "exact" };
  const values = {
    ...space("before", style.linesBefore, style.before),
    ...space("after", style.linesAfter, style.after),
    ...line,
  };
  return Object.keys(values).length === 0 ? "" : element("w:spacing", values);
}

function space(
  side: "before" | "after",
  lines: number | undefined,
  length: Length | undefined,
): Record<string, string | number> {
  if (lines !== undefined) {
    return {
      [`w:${side}Lines`]: Math.round(lines * 100),
      [`w:${side}`]: Math.round(lines * toTwips(LINE_PITCH)),
    };
  }
  return length === undefined ? {} : { [`w:${side}`]: toTwips(length) };
}

function indents(style: ParagraphStyle, pitch: number): string {
  const values: Record<string, number> = {};
  const inTwips = (characters: number): number => Math.round(characters * pitch);
  if (style.hangingCharacters !== undefined) {
    // Word reads leftChars next to hangingChars without the hang: twips say it plainly.
    values["w:left"] = inTwips(style.leftCharacters ?? 0);
    values["w:hanging"] = inTwips(style.hangingCharacters);
  } else if (style.leftCharacters !== undefined) {
    values["w:leftChars"] = style.leftCharacters * 100;
    values["w:left"] = inTwips(style.leftCharacters);
  }
  if (style.rightCharacters !== undefined) {
    values["w:rightChars"] = style.rightCharacters * 100;
    values["w:right"] = inTwips(style.rightCharacters);
  }
  if (style.firstLineCharacters !== undefined) {
    values["w:firstLineChars"] = style.firstLineCharacters * 100;
    values["w:firstLine"] = inTwips(style.firstLineCharacters);
  }
  return Object.keys(values).length === 0 ? "" : element("w:ind", values);
}

function rightTab(style: ParagraphStyle, pitch: number): string {
  if (style.rightTabCharacters === undefined) return "";
  const position = toTwips(TYPE_AREA.width) - Math.round(style.rightTabCharacters * pitch);
  return element("w:tabs", {}, element("w:tab", { "w:val": "right", "w:pos": position }));
}

const BORDER_KINDS = { single: "single", thickThin: "thickThinSmallGap", thinThick: "thinThickSmallGap" } as const;

function border(name: string, line: ParagraphBorder | undefined): string {
  if (line === undefined) return "";
  return element(name, {
    "w:val": BORDER_KINDS[line.kind],
    "w:sz": toEighthPoints(line.width),
    "w:space": Math.round(toPoints(line.distance)),
    "w:color": RED,
  });
}

/** The children of `w:rPr` in the order of EG_RPrBase. */
function runProperties(style: ParagraphStyle, profile: LayoutProfile): string {
  return (
    (style.font === undefined ? "" : fonts(FONTS[style.font], latinFont(style.font, profile))) +
    (style.bold === true ? element("w:b") + element("w:bCs") : "") +
    (style.red === true ? element("w:color", { "w:val": RED }) : "") +
    (style.characterSpacing === undefined ? "" : element("w:spacing", { "w:val": toTwips(style.characterSpacing) })) +
    (style.size === undefined ? "" : sizes(style.size))
  );
}

/** The body's Latin font is a choice; the title, the mark (小标宋) and the page number (宋体, §7.5) keep their own. */
function latinFont(key: FontKey, profile: LayoutProfile): Font {
  const keepsOwn = key === "小标宋" || key === "宋体";
  return keepsOwn || profile.latinFont === undefined ? FONTS[key] : FONTS[profile.latinFont];
}

function fonts(chinese: Font, latin: Font): string {
  return element("w:rFonts", {
    "w:ascii": latin.name,
    "w:hAnsi": latin.name,
    "w:eastAsia": chinese.name,
    "w:cs": latin.name,
  });
}

function sizes(size: Length): string {
  return element("w:sz", { "w:val": toHalfPoints(size) }) + element("w:szCs", { "w:val": toHalfPoints(size) });
}

function defaultCharacterStyle(): string {
  return element(
    "w:style",
    { "w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont" },
    element("w:name", { "w:val": "Default Paragraph Font" }) +
      element("w:uiPriority", { "w:val": 1 }) +
      element("w:semiHidden"),
  );
}

function characterStyle(style: CharacterStyle, profile: LayoutProfile): string {
  const font = FONTS[style.font];
  // Codes are in one font whatever characters they have.
  const fontProperties =
    style.font === "Times New Roman" ? fonts(font, font) : fonts(font, latinFont(style.font, profile));
  return element(
    "w:style",
    { "w:type": "character", "w:customStyle": 1, "w:styleId": style.id },
    element("w:name", { "w:val": style.name }) +
      element("w:basedOn", { "w:val": "DefaultParagraphFont" }) +
      element("w:qFormat") +
      element("w:rPr", {}, fontProperties + (style.bold === true ? element("w:b") + element("w:bCs") : "")),
  );
}

/**
 * Table styles. Lines, cell margins and the vertical position belong to the style, so that a row has nothing but its text.
 */
function tableStyles(profile: LayoutProfile): string {
  const side = (name: string, margin: Length): string =>
    element(`w:${name}`, { "w:w": toTwips(margin), "w:type": "dxa" });
  const margins = (vertical: Length, horizontal: Length): string =>
    element(
      "w:tblCellMar",
      {},
      side("top", vertical) + side("left", horizontal) + side("bottom", vertical) + side("right", horizontal),
    );
  const line = (name: string, width: Length): string =>
    element(`w:${name}`, { "w:val": "single", "w:sz": toEighthPoints(width), "w:space": 0, "w:color": "auto" });
  const noIndent = element("w:tblInd", { "w:w": 0, "w:type": "dxa" });
  const normal = element(
    "w:style",
    { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
    element("w:name", { "w:val": "Normal Table" }) +
      element("w:uiPriority", { "w:val": 99 }) +
      element("w:semiHidden") +
      element("w:tblPr", {}, noIndent + margins(points(0), points(0))),
  );
  const circular = element(
    "w:style",
    { "w:type": "table", "w:customStyle": 1, "w:styleId": TABLE_STYLE_ID },
    element("w:name", { "w:val": "通报表格" }) +
      element("w:basedOn", { "w:val": "TableNormal" }) +
      element("w:qFormat") +
      element(
        "w:tblPr",
        {},
        noIndent +
          element(
            "w:tblBorders",
            {},
            ["top", "left", "bottom", "right", "insideH", "insideV"].map((name) => line(name, TABLE_LINE)).join(""),
          ) +
          margins(CELL_MARGINS.vertical, CELL_MARGINS.horizontal),
      ) +
      element("w:tcPr", {}, element("w:vAlign", { "w:val": "center" })),
  );
  // §7.4.1: the first and the last line of 版记 are thick (0.35 mm recommended), those between them thin (0.25 mm); §10.1: none in a letter.
  const imprintLines =
    profile.form === "letter"
      ? ""
      : element("w:tblBorders", {}, line("top", points(1)) + line("bottom", points(1)) + line("insideH", points(0.75)));
  const imprint = element(
    "w:style",
    { "w:type": "table", "w:customStyle": 1, "w:styleId": IMPRINT_TABLE_STYLE_ID },
    element("w:name", { "w:val": "版记" }) +
      element("w:basedOn", { "w:val": "TableNormal" }) +
      element("w:tblPr", {}, noIndent + imprintLines + margins(points(0), points(0))),
  );
  return normal + circular + imprint;
}

function flag(name: string, value: true | undefined): string {
  return value === undefined ? "" : element(name);
}

function wrapped(name: string, content: string): string {
  return content === "" ? "" : element(name, {}, content);
}
