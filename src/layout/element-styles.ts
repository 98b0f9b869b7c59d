import { SIZES } from "./fonts.js";
import { millimetres, points, scaleLength, twips } from "./measures.js";
import { BODY_CHARACTER_SPACING, LINE_PITCH } from "./page.js";
import type { LayoutProfile } from "./profile.js";
import type { CharacterStyle, ParagraphStyle } from "./style.js";

/**
 * The styles of all elements, GB/T 9704—2012 chapters 7 and 10.1.
 *
 * §5.2.2: what is not named otherwise is 3号 仿宋; every style is based on `Normal`, which is just that. Blank lines are spacing of the
 * style that stands below them, so that deleting or moving a paragraph takes its blank line along.
 */
export function paragraphStyles(profile: LayoutProfile): readonly ParagraphStyle[] {
  return [
    ...foundations(),
    ...letterheadStyles(profile),
    ...bodyStyles(profile),
    ...closingStyles(profile),
    ...attachmentStyles(),
    ...tableStyles(),
    ...imprintStyles(),
    ...pageNumberStyles(),
  ];
}

/** The character styles: the heading sentence of a run-in heading, and codes in tables. */
export function characterStyles(profile: LayoutProfile): readonly CharacterStyle[] {
  return [
    { id: "HeadingText1", name: "一级标题文字", font: "黑体" },
    { id: "HeadingText2", name: "二级标题文字", font: "楷体", ...secondLevelWeight(profile) },
    { id: "HeadingText3", name: "三级标题文字", font: "仿宋" },
    { id: "HeadingText4", name: "四级标题文字", font: "仿宋" },
    { id: "CodeText", name: "编码", font: "Times New Roman" },
  ];
}

function foundations(): readonly ParagraphStyle[] {
  return [
    {
      id: "Normal",
      name: "Normal",
      builtIn: true,
      font: "仿宋",
      size: SIZES.三号,
      characterSpacing: BODY_CHARACTER_SPACING,
      align: "justified",
    },
    // §7.3.3: each paragraph begins 2 characters in, wrapped lines are flush.
    { id: "Body", name: "公文正文", basedOn: "Normal", firstLineCharacters: 2 },
    // A paragraph that Word needs but nobody should see: after a table, at the end of a section.
    {
      id: "Spacer",
      name: "间隔",
      auxiliary: true,
      basedOn: "Normal",
      size: points(1),
      ...undisturbed,
      lineHeight: points(1),
    },
    // Between two tables, which would be one without it.
    { id: "TableGap", name: "表间", auxiliary: true, basedOn: "Normal", ...undisturbed, lineHeight: points(12) },
  ];
}

/** Type of a size of its own: no body spacing between characters, not on the line grid. */
const undisturbed = { characterSpacing: twips(0), ignoreGrid: true } as const;

/**
 * A 2号 title: §7.3.1. The line height is an implementation choice: one line of the grid, so that the page keeps its 22 lines however
 * many lines the title has.
 */
const titleType = {
  font: "小标宋",
  size: SIZES.二号,
  ...undisturbed,
  lineHeight: LINE_PITCH,
  align: "centre",
  keepLines: true,
} as const;

function letterheadStyles(profile: LayoutProfile): readonly ParagraphStyle[] {
  const letter = profile.form === "letter";
  return [
    // §7.2.1: 6 digits in 3号, flush left in the first line of the type area; §7.2.2 and §7.2.3: 3号 黑体, below it.
    { id: "CopyNumber", name: "份号", basedOn: "Normal", next: "Classification", align: "left" },
    { id: "Classification", name: "密级和保密期限", basedOn: "Normal", next: "Urgency", font: "黑体", align: "left" },
    { id: "Urgency", name: "紧急程度", basedOn: "Normal", next: "Mark", font: "黑体", align: "left" },
    {
      id: "Mark",
      name: "发文机关标志",
      basedOn: "Normal",
      next: "DocumentNumber",
      font: "小标宋",
      size: profile.markSize,
      red: true,
      ...undisturbed,
      align: "centre",
      lineHeight: profile.markLineHeight,
      // §7.2.4: 35 mm below the top edge of the type area. In a letter the mark has a place of its own on the paper.
      ...(letter ? {} : { before: MARK_DROP }),
    },
    letter
      ? // §10.1: at the right edge; the frame of the mark keeps it away from the first double line.
        {
          id: "DocumentNumber",
          name: "发文字号",
          basedOn: "Normal",
          next: "Title",
          align: "right",
          ignoreGrid: true,
          lineHeight: SIZES.三号,
        }
      : // §7.2.5: 2 blank lines below the mark, centred; §7.2.7: the red line 4 mm below it, as wide as the type area.
        {
          id: "DocumentNumber",
          name: "发文字号",
          basedOn: "Normal",
          next: "Title",
          align: "centre",
          ignoreGrid: true,
          lineHeight: SIZES.三号,
          linesBefore: 2,
          borderBottom: RED_LINE,
        },
    // §10.1: the double lines of a letter, paragraphs without text: one below the mark, one in the footer of page 1.
    { id: "LetterTopLine", ...letterLine, name: "信函上线", borderBottom: LETTER_TOP_LINE },
    { id: "LetterBottomLine", ...letterLine, name: "信函下线", borderBottom: LETTER_BOTTOM_LINE },
  ];
}

/** §7.2.4. */
export const MARK_DROP = millimetres(35);

/** §10.1: 7/8 of the height of a 3号 character between a double line and the text next to it. */
export const LETTER_ELEMENT_GAP = scaleLength(SIZES.三号, 7 / 8);

/** §7.2.7. The thickness is not stated; 1 pt (0.35 mm) is at the thin end of what offices use (implementation choice). */
const RED_LINE = { kind: "single", width: points(1), distance: millimetres(4) } as const;

/** A paragraph that is nothing but its lower border. */
const letterLine = {
  auxiliary: true,
  basedOn: "Normal",
  size: points(1),
  ...undisturbed,
  lineHeight: points(1),
} as const;

/**
 * §10.1: the upper double line is thick above thin, the lower one thin above thick; component weights are not stated. Both are lower
 * borders: programs disagree on which line of an upper border is the outer one.
 */
const LETTER_TOP_LINE = { kind: "thickThin", width: points(3), distance: points(0) } as const;
const LETTER_BOTTOM_LINE = { kind: "thinThick", width: points(3), distance: points(0) } as const;

/** §10.1: where the letter's mark and lines are on the paper. */
export const LETTER_GEOMETRY = {
  /** The top edge of the mark below the upper edge of the paper. */
  markTop: millimetres(30),
  /** The first double line below the mark. */
  topLineDrop: millimetres(4),
  /** The second double line above the lower edge of the paper. */
  bottomLine: millimetres(20),
  /** The length of both double lines, centred on the paper. */
  lineLength: millimetres(170),
} as const;

function bodyStyles(profile: LayoutProfile): readonly ParagraphStyle[] {
  const underLetterhead = profile.form !== "plain";
  return [
    {
      id: "Title",
      name: "Title",
      builtIn: true,
      basedOn: "Normal",
      next: "Recipients",
      ...titleType,
      // §7.3.1 and §10.1: 2 blank lines below what stands above it. Without 版头 it stands in the first line.
      ...(underLetterhead ? { linesBefore: 2 } : {}),
    },
    // §7.3.2: 1 blank line below the title, flush left also where it wraps.
    { id: "Recipients", name: "主送机关", basedOn: "Normal", next: "Body", linesBefore: 1 },
    // §7.3.3: 一、 in 黑体, （一） in 楷体, 1. and （1） in 仿宋. Real heading styles, so that the navigation pane shows them.
    heading(1, { font: "黑体" }),
    heading(2, { font: "楷体", ...secondLevelWeight(profile) }),
    heading(3, { font: "仿宋" }),
    heading(4, { font: "仿宋" }),
    // A run-in heading is a body paragraph whose first sentence has a character style; it still belongs to the outline.
    runInHeading(1),
    runInHeading(2),
    runInHeading(3),
    runInHeading(4),
  ];
}

/** The standard asks for no bold; some houses set （一） bold. */
function secondLevelWeight(profile: LayoutProfile): { readonly bold?: true } {
  return profile.boldHeadings ? { bold: true } : {};
}

function heading(level: number, type: Pick<ParagraphStyle, "font" | "bold">): ParagraphStyle {
  return {
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    builtIn: true,
    basedOn: "Normal",
    next: "Body",
    ...type,
    firstLineCharacters: 2,
    keepWithNext: true,
    outlineLevel: level,
  };
}

function runInHeading(level: number): ParagraphStyle {
  return {
    id: `RunInHeading${String(level)}`,
    name: `${["一", "二", "三", "四"][level - 1] ?? ""}级标题接排`,
    basedOn: "Body",
    next: "Body",
    outlineLevel: level,
  };
}

function closingStyles(profile: LayoutProfile): readonly ParagraphStyle[] {
  return [
    // §7.3.4: 1 blank line below the body. Its items are one block; where names begin depends on the numbers, so indents are direct.
    { id: "AttachmentList", name: "附件说明", basedOn: "Normal", linesBefore: 1, noSpaceBetweenSame: true },
    {
      // §7.3.5.1 asks that the seal's top be at most 1 line below the text: a seal of 42 mm over name and date then needs 2 blank
      // lines (offices leave 2 or 3; implementation choice). §7.3.5.2: 1 blank line without a seal.
      id: "IssuerSignature",
      name: "署名",
      basedOn: "Normal",
      next: "IssueDate",
      align: "right",
      linesBefore: profile.sealed ? 2 : 1,
      noSpaceBetweenSame: true,
      // §7.3.5.5: name and date are never alone on a page.
      keepWithNext: true,
    },
    { id: "IssueDate", name: "成文日期", basedOn: "Normal", next: "Note", align: "right" },
    { id: "Disclosure", name: "公开方式", basedOn: "Normal", next: "Note", leftCharacters: 2 },
    // §7.3.6: the line below the date, 2 characters in.
    { id: "Note", name: "附注", basedOn: "Normal", leftCharacters: 2 },
  ];
}

/** Between the seals of two agencies that sign together: 4.5 lines from name to name are 46 mm, and a seal is 42 to 45 mm wide. */
export const JOINT_SEAL_LINES = 3.5;

function attachmentStyles(): readonly ParagraphStyle[] {
  return [
    // §7.3.7: on a new page, flush left in the first line, 3号 黑体.
    {
      id: "AttachmentMark",
      name: "附件标识",
      basedOn: "Normal",
      next: "AttachmentTitle",
      font: "黑体",
      align: "left",
      pageBreakBefore: true,
      keepWithNext: true,
    },
    // §7.3.7: centred in the third line. Its type is not named; 2号 小标宋 is the usual reading. A blank line below it, as in the body.
    {
      id: "AttachmentTitle",
      name: "附件标题",
      basedOn: "Normal",
      next: "Body",
      ...titleType,
      linesBefore: 1,
      linesAfter: 1,
      keepWithNext: true,
      outlineLevel: 1,
    },
    {
      id: "AttachmentSubtitle",
      name: "附件副题",
      basedOn: "Normal",
      next: "Body",
      align: "centre",
      linesAfter: 1,
      keepWithNext: true,
    },
    // The standard does not treat the names of tables and remarks on them; the rest is what offices do.
    {
      id: "TableCaption",
      name: "表名",
      basedOn: "Normal",
      font: "黑体",
      align: "centre",
      linesBefore: 0.5,
      linesAfter: 0.5,
      keepWithNext: true,
    },
    {
      id: "Remark",
      name: "注",
      basedOn: "Normal",
      next: "Remark",
      size: SIZES.四号,
      ...undisturbed,
      lineHeight: points(22),
      before: points(6),
      after: points(6),
    },
    { id: "Picture", name: "图片", basedOn: "Normal", align: "centre", ignoreGrid: true, lineHeight: "single" },
  ];
}

/** Which table styles a table takes: `Dense` is for many columns. */
export type TableDensity = "normal" | "dense";

/**
 * Type in tables: not in the standard. 小四 keeps a table readable in print; tables of many columns take 五号 (implementation choices
 * within what offices use, 四号 to 五号). Lines have a fixed height, so that a table fills the same pages whichever font stands in.
 * One style for each alignment, so that cells carry nothing but the name of a style.
 */
function tableStyles(): readonly ParagraphStyle[] {
  const cell = { basedOn: "Normal", size: SIZES.小四, ...undisturbed, lineHeight: points(16) } as const;
  const dense = { size: SIZES.五号, lineHeight: points(14) } as const;
  return [
    { id: "TableHeader", name: "表头", ...cell, font: "黑体", align: "centre" },
    { id: "TableCentre", name: "表文居中", ...cell, align: "centre" },
    { id: "TableLeft", name: "表文居左", ...cell, align: "left" },
    { id: "TableRight", name: "表文居右", ...cell, align: "right" },
    { id: "TableHeaderDense", name: "表头（密）", basedOn: "TableHeader", ...dense },
    { id: "TableCentreDense", name: "表文居中（密）", basedOn: "TableCentre", ...dense },
    { id: "TableLeftDense", name: "表文居左（密）", basedOn: "TableLeft", ...dense },
    { id: "TableRightDense", name: "表文居右（密）", basedOn: "TableRight", ...dense },
  ];
}

function imprintStyles(): readonly ParagraphStyle[] {
  const imprint = { basedOn: "Normal", size: SIZES.四号, ...undisturbed, lineHeight: LINE_PITCH } as const;
  return [
    // §7.4.2: 4号 仿宋, 1 character in on both sides, wrapped lines aligned with the first character after the colon.
    { id: "ImprintCopyTo", name: "抄送", ...imprint, leftCharacters: 4, hangingCharacters: 3, rightCharacters: 1 },
    // §7.4.3: the agency 1 character in from the left, the date with 印发 1 character in from the right.
    {
      id: "ImprintPrinter",
      name: "印发机关和印发日期",
      ...imprint,
      align: "left",
      leftCharacters: 1,
      rightCharacters: 1,
      rightTabCharacters: 1,
    },
  ];
}

/** §7.5: 4号 half-width 宋体; odd pages at the right, even pages at the left, 1 character in. */
function pageNumberStyles(): readonly ParagraphStyle[] {
  const type = {
    basedOn: "Normal",
    font: "宋体",
    size: SIZES.四号,
    ...undisturbed,
    lineHeight: SIZES.四号,
  } as const;
  return [
    { id: "PageNumberOdd", name: "单页页码", ...type, align: "right", rightCharacters: 1 },
    { id: "PageNumberEven", name: "双页页码", ...type, align: "left", leftCharacters: 1 },
    { id: "PageNumberCentre", name: "居中页码", ...type, align: "centre" },
  ];
}
