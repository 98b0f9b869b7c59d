import { tableGap } from "../attachment.js";
import type { FlowItem } from "../flow.js";
import { contentXml, type ImprintContent, type TableContent } from "../flow-content.js";
import { withoutPageBreakBefore } from "../paragraph.js";
import type { JoinedItem } from "./joined-flow.js";
import { markedTable } from "./marked-table.js";
import { type PrintedParagraph, readParagraph } from "./printed-paragraph.js";
import { type Belonging, type RedlineBlock, redlineParagraph, type RedlineTable } from "./redline-block.js";
import type { SectionContext } from "./section-context.js";
import { writeImprint, writeWholeImprint } from "./write-imprint.js";
import { writeMarkedTable, writeWholeTable } from "./write-table.js";

/** The paragraphs and tables of one section of the marked text, before its end is settled. */
export function sectionBlocks(items: readonly JoinedItem[], context: SectionContext): RedlineBlock[] {
  const blocks: RedlineBlock[] = [];
  items.forEach((item, index) => {
    for (const block of itemBlocks(item, index === 0, context)) {
      // Word joins two tables that touch, and in neither draft do these.
      if (block.kind === "table" && blocks.at(-1)?.kind === "table") blocks.push(passingParagraph());
      blocks.push(block);
    }
  });
  return blocks;
}

function passingParagraph(): RedlineBlock {
  const gap = readParagraph(tableGap());
  return { ...redlineParagraph(gap, gap), mark: "passing" };
}

function itemBlocks(item: JoinedItem, startsSection: boolean, context: SectionContext): readonly RedlineBlock[] {
  const { before, after, table } = item;
  const older = before?.content;
  const newer = after?.content;
  if (older?.kind === "table" && newer?.kind === "table") {
    const marked = markedTable(older.table, newer.table, table);
    if (marked !== undefined) {
      return [
        tableBlock(
          "same",
          (given) => writeMarkedTable(marked, older.table, newer.table, newer.keepWithNext, given),
          context,
        ),
      ];
    }
    if (after !== undefined) context.tableReplaced(after);
    return [wholeTable(older, "deleted", context), wholeTable(newer, "inserted", context)];
  }
  if (older?.kind === "imprint" && newer?.kind === "imprint") {
    return [tableBlock("same", ({ marks }) => [writeImprint(older, newer, marks)], context)];
  }
  if (isParagraphItem(before) && isParagraphItem(after)) {
    const newerParagraph = printed(after, startsSection, context);
    const olderParagraph = isSamePicture(before, after) ? newerParagraph : printed(before, startsSection, context);
    return [redlineParagraph(olderParagraph, newerParagraph)];
  }
  return [
    ...oneSided(before, "deleted", startsSection, context),
    ...oneSided(after, "inserted", startsSection, context),
  ];
}

type ParagraphItem = FlowItem & { readonly content: { readonly kind: "paragraph" | "picture" } };

function isParagraphItem(item: FlowItem | undefined): item is ParagraphItem {
  return item?.content.kind === "paragraph" || item?.content.kind === "picture";
}

function isSamePicture(before: FlowItem, after: FlowItem): boolean {
  if (before.content.kind !== "picture" || after.content.kind !== "picture") return false;
  const [older, newer] = [before.content.picture, after.content.picture];
  return (
    older.data === newer.data &&
    older.format === newer.format &&
    older.alternativeText === newer.alternativeText &&
    older.widthPixels === newer.widthPixels &&
    older.heightPixels === newer.heightPixels
  );
}

function oneSided(
  item: FlowItem | undefined,
  belonging: "inserted" | "deleted",
  startsSection: boolean,
  context: SectionContext,
): readonly RedlineBlock[] {
  if (item === undefined) return [];
  const { content } = item;
  if (content.kind === "table") return [wholeTable(content, belonging, context)];
  if (content.kind === "imprint") return [wholeImprint(content, belonging, context)];
  const paragraph = printed(item, startsSection, context);
  return [belonging === "deleted" ? redlineParagraph(paragraph, undefined) : redlineParagraph(undefined, paragraph)];
}

function printed(item: FlowItem, startsSection: boolean, { geometry, pictures }: SectionContext): PrintedParagraph {
  const xml = contentXml(item.content, geometry, pictures);
  return readParagraph(item.opensPage && startsSection ? withoutPageBreakBefore(xml) : xml);
}

function wholeTable(
  { table, keepWithNext }: TableContent,
  belonging: "inserted" | "deleted",
  context: SectionContext,
): RedlineTable {
  return tableBlock(belonging, (given) => writeWholeTable(table, belonging, keepWithNext, given), context);
}

function wholeImprint(
  imprint: ImprintContent,
  belonging: "inserted" | "deleted",
  context: SectionContext,
): RedlineTable {
  return tableBlock(belonging, ({ marks }) => [writeWholeImprint(imprint, belonging, marks)], context);
}

function tableBlock(
  belonging: Belonging,
  write: (context: SectionContext) => Iterable<string>,
  context: SectionContext,
): RedlineTable {
  return { kind: "table", belonging, write: () => write(context) };
}
