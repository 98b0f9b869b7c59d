import { appendAll } from "../../document/append-all.js";
import { spacerParagraph } from "../paragraph.js";
import { type PrintedParagraph, readParagraph } from "./printed-paragraph.js";
import { type RedlineBlock, redlineParagraph, type RedlineParagraph } from "./redline-block.js";

/**
 * Makes the last block of a section a paragraph whose end stays whether changes are accepted or rejected.
 *
 * The section break hangs on the end of a paragraph; if it went with that paragraph, the pages before it would take on the paper of
 * those after it. So where the last paragraph is in one draft only, its text goes and its end stays, and the end of the last
 * paragraph that both drafts have goes in its stead, as when somebody types or deletes there in Word: the two become one paragraph.
 *
 * A section in which everything is inserted may go as a whole, with its break; `false` is returned for it.
 *
 * @param blocks Of the section; changed in place.
 */
export function settleSectionEnd(blocks: RedlineBlock[]): boolean {
  if (blocks.length === 0) blocks.push(spacer("same"));
  // Where the last of both drafts is a table, both end in a paragraph that nobody sees.
  if (blocks.at(-1)?.belonging === "same" && blocks.at(-1)?.kind === "table") blocks.push(spacer("same"));
  const anchorIndex = blocks.findLastIndex(({ belonging }) => belonging === "same");
  const tail = blocks.slice(anchorIndex + 1);
  if (tail.length === 0) return true;
  const deleted = tail.filter(({ belonging }) => belonging === "deleted");
  const inserted = tail.filter(({ belonging }) => belonging === "inserted");
  if (deleted.length === 0 && anchorIndex < 0) {
    if (lastParagraph(inserted) === undefined) blocks.push(spacer("inserted"));
    return false;
  }
  const anchor = blocks[anchorIndex];
  // A draft that ends in a table here, as far as this section goes, is taken to end in a paragraph that nobody sees.
  if (deleted.length > 0 && lastParagraph(deleted) === undefined) tail.push(addTo(deleted, spacer("deleted")));
  if (inserted.length > 0 && lastParagraph(inserted) === undefined) tail.push(addTo(inserted, spacer("inserted")));
  if (anchor?.kind !== "paragraph") {
    if (deleted.length === 0) tail.unshift(addTo(deleted, spacer("deleted")));
    if (inserted.length === 0) tail.push(addTo(inserted, spacer("inserted")));
  }
  const [older, newer] = [lastParagraph(deleted), lastParagraph(inserted)];
  blocks.splice(anchorIndex + 1);
  if (older !== undefined && newer !== undefined) {
    blocks.push(
      ...tail.filter((block) => block !== older && block !== newer),
      redlineParagraph(older.before, newer.after),
    );
    return true;
  }
  appendAll(blocks, tail);
  const last = older ?? newer;
  if (last !== undefined && anchor?.kind === "paragraph") moveEnd(anchor, last);
  return true;
}

/**
 * Lets the end of a paragraph go or come with the blocks after it, up to `last`, whose end stays. Once those are gone, `last` is the
 * paragraph that `anchor` was.
 */
export function moveEnd(anchor: RedlineParagraph, last: RedlineParagraph): void {
  if (last.belonging === "deleted") {
    anchor.mark = "deleted";
    last.formerProperties = changedProperties(last.properties, anchor.properties);
    last.properties = anchor.properties;
  } else {
    anchor.mark = "inserted";
    last.formerProperties = changedProperties(anchor.formerProperties ?? anchor.properties, last.properties);
  }
  last.mark = "kept";
}

function changedProperties(former: string, current: string): string | undefined {
  return former === current ? undefined : former;
}

function lastParagraph(blocks: readonly RedlineBlock[]): RedlineParagraph | undefined {
  const last = blocks.at(-1);
  return last?.kind === "paragraph" ? last : undefined;
}

function addTo(list: RedlineBlock[], block: RedlineBlock): RedlineBlock {
  list.push(block);
  return block;
}

function spacer(belonging: RedlineBlock["belonging"]): RedlineParagraph {
  const paragraph: PrintedParagraph = readParagraph(spacerParagraph());
  return redlineParagraph(
    belonging === "inserted" ? undefined : paragraph,
    belonging === "deleted" ? undefined : paragraph,
  );
}
