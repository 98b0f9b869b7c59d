import type { DocxReading, ReadParagraph } from "./outside-readers.js";

/** A circular as a reader goes through it. */
export interface PrintedCircular {
  /** Everything before the attachments. */
  readonly main: readonly ReadParagraph[];
  /** What is printed in each attachment: texts of paragraphs in order; `[table]` and `[picture]` stand for themselves. */
  readonly attachments: readonly (readonly string[])[];
}

/** Cuts a circular where a paragraph starts a new page. Empty paragraphs do not count. */
export function printedCircular({ blocks }: DocxReading): PrintedCircular {
  const main: ReadParagraph[] = [];
  const attachments: string[][] = [];
  for (const block of blocks) {
    const current = attachments.at(-1);
    if (block.kind === "table") {
      if (current === undefined) throw new Error("there is a table before the first attachment");
      current.push("[table]");
    } else if (block.startsPage) attachments.push([block.text]);
    else if (block.pictures.length > 0) current?.push(...block.pictures.map(() => "[picture]"));
    else if (block.text === "") continue;
    else if (current === undefined) main.push(block);
    else current.push(block.text);
  }
  return { main, attachments };
}
