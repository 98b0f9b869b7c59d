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

/** The parts of what comes before the attachments. */
export interface MainParts {
  /** Title (`\n` between its lines) and 主送. */
  readonly opening: readonly string[];
  readonly body: readonly ReadParagraph[];
  /** From 附件说明 on, without a contact line. */
  readonly closing: readonly string[];
}

/** Cuts before the paragraph after 主送 and before 附件说明. */
export function mainParts({ main }: PrintedCircular): MainParts {
  const end = main.findIndex(({ text }) => text.startsWith("附件："));
  if (end === -1) throw new Error("there is no 附件说明");
  return {
    opening: main.slice(0, 2).map(({ text }) => text),
    body: main.slice(2, end),
    closing: main
      .slice(end)
      // A tab may stand between the number of an attachment and its name.
      .map(({ text }) => text.replaceAll("\t", ""))
      .filter((text) => !text.includes("联系人：")),
  };
}

/** The opening with the title on one line. */
export function joinedTitle([title = "", ...others]: readonly string[]): string[] {
  return [title.replaceAll("\n", ""), ...others];
}
