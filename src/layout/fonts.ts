import { type Length, points } from "./measures.js";

/** Fonts by the names under which offices have them, and sizes by 号. GB/T 9704—2012 §5.2.2 and chapter 7. */

/** A typeface that the layout asks for. */
export interface Font {
  /** The name written into the document. */
  readonly name: string;
  /** Another name of the same design; a word processor that lacks the first may take it. */
  readonly alternative: string;
  /** PANOSE classification, from the font vendors' own tables. */
  readonly panose: string;
  readonly family: "roman" | "modern" | "auto";
  readonly pitch: "fixed" | "variable";
  /** Windows character set: 134 (hexadecimal 86) is GB 2312. */
  readonly charset: "00" | "86";
}

/**
 * §5.2.2: 3号 仿宋 unless something else is said. 小标宋 for the title and the mark, 黑体 and 楷体 for headings, 宋体 for the page
 * number. The standard names designs, not files: the names are those of offices' own templates (implementation choice).
 */
export const FONTS = {
  小标宋: {
    name: "方正小标宋简体",
    alternative: "方正小标宋_GBK",
    panose: "02010601030101010101",
    family: "auto",
    pitch: "variable",
    charset: "86",
  },
  仿宋: {
    name: "仿宋_GB2312",
    alternative: "仿宋",
    panose: "02010609030101010101",
    family: "modern",
    pitch: "fixed",
    charset: "86",
  },
  楷体: {
    name: "楷体_GB2312",
    alternative: "楷体",
    panose: "02010609030101010101",
    family: "modern",
    pitch: "fixed",
    charset: "86",
  },
  黑体: {
    name: "黑体",
    alternative: "SimHei",
    panose: "02010609060101010101",
    family: "modern",
    pitch: "fixed",
    charset: "86",
  },
  宋体: {
    name: "宋体",
    alternative: "SimSun",
    panose: "02010600030101010101",
    family: "auto",
    pitch: "variable",
    charset: "86",
  },
  /** For codes, and for Latin letters and digits where an edition asks for it; the standard names no Latin font. */
  "Times New Roman": {
    name: "Times New Roman",
    alternative: "Times",
    panose: "02020603050405020304",
    family: "roman",
    pitch: "variable",
    charset: "00",
  },
} as const satisfies Record<string, Font>;

export type FontKey = keyof typeof FONTS;

/** Word's point sizes of the 号 that the layout uses. */
export const SIZES = {
  小初: points(36),
  一号: points(26),
  小一: points(24),
  二号: points(22),
  三号: points(16),
  四号: points(14),
  小四: points(12),
  五号: points(10.5),
} as const satisfies Record<string, Length>;
