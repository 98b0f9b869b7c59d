import { type Length, millimetres, scaleLength, subtractLengths, toTwips, twips } from "./measures.js";

/** Paper and type area, GB/T 9704—2012 chapter 5. */

/** A4, §5.1. */
export const PAPER: { readonly width: Length; readonly height: Length } = {
  width: millimetres(210),
  height: millimetres(297),
};

/** 版心 without the page number, §5.2.1. */
export const TYPE_AREA: { readonly width: Length; readonly height: Length } = {
  width: millimetres(156),
  height: millimetres(225),
};

/** 天头 (§5.2.1) is 37 mm and 订口 28 mm; 切口 and 地脚 are not stated but follow from paper minus 版心. */
const FOREDGE_MARGIN = millimetres(26);
const FOOT_MARGIN = millimetres(35);

/** §5.2.3: 22 lines of 28 characters fill the type area. */
export const LINES_PER_PAGE = 22;
export const CHARACTERS_PER_LINE = 28;

/**
 * The distance of two lines (行). 225 mm ÷ 22 = 579.8 twips; rounded down, because 22 lines of 580 twips
 * are 4 twips more than the type area has, and the 22nd line would go to the next page.
 */
export const LINE_PITCH: Length = twips(Math.floor(toTwips(TYPE_AREA.height) / LINES_PER_PAGE));

/**
 * The width of one character (字) in the body: 156 mm ÷ 28 = 15.79 pt, where 3号 is 16 pt in Word.
 * The body is therefore set `BODY_CHARACTER_SPACING` closer, and one character in an indent is this wide.
 */
export const CHARACTER_PITCH: Length = twips(315);

/**
 * What is taken off each 16 pt character so that 28 of them (441 pt) fit into 442.2 pt.
 *
 * Implementation choice: a `linesAndChars` grid with a negative `charSpace` would say the same to Word, but LibreOffice then gives
 * each character two cells and sets 14 in a line.
 */
export const BODY_CHARACTER_SPACING: Length = twips(-5);

/** How far below the type area the dash of the page number is, §7.5. */
const PAGE_NUMBER_DROP: Length = millimetres(7);

/** A page as Word describes it: whole twips, in which the margins and the type area add up to the paper. */
export interface PageGeometry {
  readonly orientation: "portrait" | "landscape";
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** The width of the type area. */
  readonly textWidth: number;
  /** The height of the type area. */
  readonly textHeight: number;
  /** From the bottom edge of the paper to the bottom of the line with the page number. */
  readonly footerDistance: number;
}

/**
 * The page of one orientation.
 *
 * Portrait is §5.2.1. Landscape (§8) is the same sheet turned clockwise for reading, so that the head of the table lies at the
 * binding edge: the text block is 225 mm wide and 156 mm high. The page number of a landscape page stands below the text as on
 * the other pages (implementation choice; §8 wants it at the same edge of the sheet, which takes a vertical text box).
 *
 * @param pageNumberSize The font size of the page number; half a line of it lies below the dash.
 */
export function pageGeometry(orientation: "portrait" | "landscape", pageNumberSize: Length): PageGeometry {
  const paper = { width: toTwips(PAPER.width), height: toTwips(PAPER.height) };
  const area = { width: toTwips(TYPE_AREA.width), height: toTwips(TYPE_AREA.height) };
  const foredge = toTwips(FOREDGE_MARGIN);
  const foot = toTwips(FOOT_MARGIN);
  const binding = paper.width - area.width - foredge;
  const head = paper.height - area.height - foot;
  const footerDistance = (bottom: number): number =>
    bottom - toTwips(PAGE_NUMBER_DROP) - toTwips(scaleLength(pageNumberSize, 0.5));

  if (orientation === "portrait") {
    return {
      orientation,
      width: paper.width,
      height: paper.height,
      margins: { top: head, right: foredge, bottom: foot, left: binding },
      textWidth: area.width,
      textHeight: area.height,
      footerDistance: footerDistance(foot),
    };
  }
  return {
    orientation,
    width: paper.height,
    height: paper.width,
    margins: { top: binding, right: head, bottom: foredge, left: foot },
    textWidth: area.height,
    textHeight: area.width,
    footerDistance: footerDistance(foredge),
  };
}

/** The left edge of something `width` wide that is centred on the paper. */
export function centredOnPaper(width: Length): Length {
  return scaleLength(subtractLengths(PAPER.width, width), 0.5);
}
