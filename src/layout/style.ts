import type { FontKey } from "./fonts.js";
import type { Length } from "./measures.js";

/** What a style can say. Whatever it leaves out comes from the style it is based on. */

export interface ParagraphBorder {
  /** `thickThin` has its thick line above the thin one, `thinThick` below. */
  readonly kind: "single" | "thickThin" | "thinThick";
  readonly width: Length;
  /** From the text to the line. */
  readonly distance: Length;
}

/** A named paragraph style. Indents in characters are of the style's own font size. */
export interface ParagraphStyle {
  readonly id: string;
  /** What Word shows; the English name of a built-in style is shown in the language of the program. */
  readonly name: string;
  /** One of Word's own styles, known to it by its name. */
  readonly builtIn?: true;
  /** Not for people to choose: hidden from the style list. */
  readonly auxiliary?: true;
  readonly basedOn?: string;
  /** The style of the paragraph after it when a person presses Enter. */
  readonly next?: string;
  readonly font?: FontKey;
  readonly size?: Length;
  readonly bold?: true;
  readonly red?: true;
  readonly characterSpacing?: Length;
  readonly align?: "left" | "centre" | "right" | "justified";
  readonly firstLineCharacters?: number;
  readonly leftCharacters?: number;
  readonly rightCharacters?: number;
  /** With `leftCharacters`: how far the first line begins before the others. */
  readonly hangingCharacters?: number;
  /** A tab stop that aligns text right at this distance from the right edge of the type area, in characters. */
  readonly rightTabCharacters?: number;
  /** Blank lines (行) before and after. */
  readonly linesBefore?: number;
  readonly linesAfter?: number;
  /** A distance before and after that the source states as a length. */
  readonly before?: Length;
  readonly after?: Length;
  /** `single`: as high as the font wants. A length: exactly that. Absent: one line of the grid. */
  readonly lineHeight?: Length | "single";
  readonly ignoreGrid?: true;
  readonly noSpaceBetweenSame?: true;
  readonly keepWithNext?: true;
  readonly keepLines?: true;
  readonly pageBreakBefore?: true;
  readonly borderBottom?: ParagraphBorder;
  /** The level in the navigation pane, from 1. */
  readonly outlineLevel?: number;
}

/** A named character style. */
export interface CharacterStyle {
  readonly id: string;
  readonly name: string;
  readonly font: FontKey;
  readonly bold?: true;
}
