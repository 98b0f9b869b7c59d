import { diagnose } from "../../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../../diagnostics/diagnostic.js";
import type { Attachment, Block, CircularDocument } from "../../../document/tree.js";
import { AnchorRecorder, type Anchors } from "../anchors.js";
import { join, type PlacedText, placedCell, trim } from "../placed-text.js";
import type { SourceDocument } from "../read-source.js";
import type { SurroundingText } from "../source.js";
import { blocksText } from "../source-text.js";
import { attachmentListEnd, beginsAttachmentList, recogniseAttachmentList } from "./attachment-list.js";
import { beginsAttachment, recogniseAttachment } from "./attachments.js";
import { findSignature, isDisclosure, isNote, recogniseSignature } from "./closing.js";
import { type Context, inlines } from "./context.js";
import { recogniseHead } from "./head.js";
import { recogniseHeading, recogniseParagraph, UnnumberedHeadings } from "./heading.js";
import { linesOfLayoutTable, takeImprint } from "./imprint.js";
import { hasOwnStyles, isVerbatim, readItems } from "./items.js";
import { isAtRight, type Item, type Line, lineOf } from "./line.js";
import { keepAsSurrounding } from "./picture.js";
import { datePattern } from "./patterns.js";
import { recogniseAppearance, recogniseProperties } from "./properties.js";

export interface Recognised {
  readonly document: CircularDocument;
  readonly anchors: Anchors;
  readonly surroundings: readonly SurroundingText[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Recognises the elements of a circular in what a file says.
 *
 * ```text
 * items ─ 版记 taken out ─┬─ before the first attachment: 版头, title, 主送 │ body │ 附件说明, 署名 and date, 公开方式, 附注
 *                         └─ attachments: mark, title, tables …
 * ```
 *
 * Styles of our own, position, type and words are evidence alike; in a file that nobody has touched since we wrote it the styles decide.
 * Whatever has no place becomes a paragraph: no visible character is lost.
 */
export function recognise(source: SourceDocument, file: string): Recognised {
  const items = readItems(source);
  const context: Context = {
    file,
    recorder: new AnchorRecorder(),
    surroundings: [...source.surroundings],
    diagnostics: [],
    verbatim: isVerbatim(source),
    own: hasOwnStyles(source),
    letter: source.blocks.some((block) => block.kind === "paragraph" && block.format.styleName === "信函上线"),
    bodySize: bodySize(items),
    pictures: source.pictures,
  };
  const boxes = textBoxLines(items, context);
  const lateImprint = takeImprint(items, context);
  const start = firstAttachment(items, context);
  const main = items.slice(0, start);
  const imprint = lateImprint ?? takeImprint(main, context);
  const blocks = recogniseMain(main, boxes, context);
  const attachments = splitAttachments(items.slice(start), context).map((part) => recogniseAttachment(part, context));
  const children: Block[] = [...blocks, ...numbered(attachments), ...(imprint === undefined ? [] : [imprint])];
  if (!children.some(({ type }) => type === "title")) {
    context.diagnostics.push(diagnose("docx-no-title", { file }, {}));
  }
  const tree: CircularDocument = {
    type: "document",
    properties: recogniseProperties(source, children, context),
    appearance: recogniseAppearance(source, children, items, context),
    children,
  };
  const { surroundings, diagnostics } = context;
  return { document: tree, anchors: context.recorder.finish(tree), surroundings, diagnostics };
}

/** The size of most characters in long lines. */
function bodySize(items: readonly Item[]): number {
  const weights = new Map<number, number>();
  for (const item of items) {
    if (item.kind !== "line" || item.text.length < 30) continue;
    weights.set(item.look.size, (weights.get(item.look.size) ?? 0) + item.text.length);
  }
  let best = 32;
  let most = 0;
  for (const [size, weight] of weights) {
    if (weight <= most) continue;
    best = size;
    most = weight;
  }
  return best;
}

/** Where the attachments begin; the number of items if there are none. */
function firstAttachment(items: readonly Item[], context: Context): number {
  let afterDate = false;
  let afterSentence = false;
  for (const [index, item] of items.entries()) {
    if (beginsAttachment(item, items[index + 1], afterDate, context)) return index;
    if (context.verbatim) continue;
    if (afterDate && item.kind === "table") return beforeTable(items, index);
    if (item.kind === "line" && datePattern.test(item.text.slice(item.text.lastIndexOf("\n") + 1).trim())) {
      // A date below the title is not the one that closes the body.
      afterDate ||= afterSentence || isAtRight(item);
    }
    afterSentence ||= item.kind === "line" && item.text.includes("。");
  }
  return items.length;
}

/** A table behind the date belongs to an attachment without a mark, which begins at the last new page. */
function beforeTable(items: readonly Item[], table: number): number {
  for (let index = table; index > 0; index -= 1) {
    const item = items[index];
    if (item?.startsPage === true) return index;
    if (item?.kind === "line" && datePattern.test(item.text)) break;
  }
  return table;
}

function splitAttachments(items: readonly Item[], context: Context): Item[][] {
  const parts: Item[][] = [];
  const [first] = items;
  const word = first?.kind === "line" ? markWord(first.text) : undefined;
  items.forEach((item, index) => {
    const begins =
      index === 0 ||
      (item.kind === "line" &&
        beginsAttachment(item, items[index + 1], true, context) &&
        // 附表1 within 附件1 names one of its tables.
        (item.element === "AttachmentMark" || item.startsPage || word === undefined || markWord(item.text) === word));
    if (begins) parts.push([item]);
    else parts.at(-1)?.push(item);
  });
  return parts;
}

function markWord(text: string): string | undefined {
  return /^附\s*([件表])/u.exec(text)?.[1];
}

/** Attachments without a printed number are counted if there are several. */
function numbered(attachments: readonly Attachment[]): Attachment[] {
  if (attachments.length < 2) return [...attachments];
  return attachments.map((attachment, index) =>
    attachment.label === "" && attachment.number === undefined
      ? Object.assign(attachment, { number: index + 1 })
      : attachment,
  );
}

function recogniseMain(items: readonly Item[], boxes: Line[], context: Context): Block[] {
  const lines = mainLines(items, context);
  const head = recogniseHead(lines, boxes, context);
  for (const box of boxes) context.surroundings.push({ kind: "textBox", text: box.text });
  const signature = findSignature(lines, head.end, context);
  const blocks: Block[] = [...head.blocks];
  const unnumbered = new UnnumberedHeadings();
  let index = head.end;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    const limit = signature === undefined || index > signature.start ? lines.length : signature.start;
    if (index === signature?.start) {
      blocks.push(recogniseSignature(lines.slice(index, signature.end), context));
      index = signature.end;
    } else if (beginsAttachmentList(line, lines[index + 1], context)) {
      const end = attachmentListEnd(lines, index, limit, context);
      blocks.push(recogniseAttachmentList(lines.slice(index, end), context));
      index = end;
    } else {
      const afterSignature = signature !== undefined && index >= signature.end;
      if (isDisclosure(line, context)) blocks.push({ type: "disclosure", children: inlines(context, line.placed) });
      else if (isNote(line, afterSignature, context)) {
        blocks.push({ type: "note", children: inlines(context, line.placed) });
      } else blocks.push(recogniseHeading(line, context, unnumbered) ?? recogniseParagraph(line, context));
      index += 1;
    }
  }
  return blocks;
}

/** A table in so few rows at the beginning arranges 版头. */
const letterheadTable = { items: 4, rows: 4 } as const;

/** The lines before the attachments. Tables there have no place in the tree: their rows become lines. */
function mainLines(items: readonly Item[], context: Context): Line[] {
  return items.flatMap((item, index): Line[] => {
    if (item.kind === "line") {
      const pictures = item.isFirstPart ? (item.paragraph.pictures ?? []) : [];
      for (const picture of pictures) reportPicture(picture, context);
      return item.text === "" && (item.element === "" || item.paragraph.pictures !== undefined) ? [] : [item];
    }
    if (index < letterheadTable.items && item.table.rows.length <= letterheadTable.rows) {
      return linesOfLayoutTable(item.table, item, context);
    }
    const text = blocksText([item.table]);
    context.diagnostics.push(diagnose("docx-body-table", { file: context.file }, { text }));
    return rowLines(item, context);
  });
}

function reportPicture(picture: Parameters<typeof keepAsSurrounding>[0], context: Context): void {
  keepAsSurrounding(picture, context);
  const name = picture.alternativeText === "" ? "图片" : picture.alternativeText;
  context.diagnostics.push(diagnose("docx-misplaced-picture", { file: context.file }, { names: [name] }));
}

/** One line for each row of a table in the body. */
function rowLines(item: Extract<Item, { kind: "table" }>, context: Context): Line[] {
  const { startsPage, blankBefore, landscape } = item;
  return item.table.rows.flatMap(({ cells }) => {
    const shown = cells.filter(({ vertical }) => vertical !== "continue");
    const placed: PlacedText = trim(join(shown.map(placedCell), "\t"));
    if (placed.text === "") return [];
    const paragraph = {
      kind: "paragraph" as const,
      index: cells[0]?.paragraph ?? -1,
      text: placed.text,
      label: "",
      runs: [],
      format: plainFormat,
      pageBreakBefore: false,
    };
    return [lineOf(paragraph, "", { startsPage, blankBefore, landscape }, context.verbatim, placed)];
  });
}

const plainFormat = {
  styleName: "",
  styleId: "",
  align: "left",
  left: 0,
  right: 0,
  firstLine: 0,
  outlineLevel: 0,
  frame: false,
} as const;

/** At the beginning text boxes hold 版头; others are no elements. */
const letterheadBoxItems = 6;

function textBoxLines(items: readonly Item[], context: Context): Line[] {
  const atBeginning: Line[] = [];
  items.forEach((item, index) => {
    if (item.kind !== "line" || !item.isFirstPart) return;
    for (const box of item.paragraph.textBoxes ?? []) {
      if (index >= letterheadBoxItems) {
        context.surroundings.push({ kind: "textBox", text: blocksText(box) });
        continue;
      }
      for (const block of box) {
        if (block.kind === "table") context.surroundings.push({ kind: "textBox", text: blocksText([block]) });
        else {
          const where = { startsPage: false, blankBefore: false, landscape: false };
          const line = lineOf(block, "", where, false);
          if (line.text !== "") atBeginning.push(line);
          for (const inner of block.textBoxes ?? []) {
            context.surroundings.push({ kind: "textBox", text: blocksText(inner) });
          }
        }
      }
    }
  });
  return atBeginning;
}
