import { plainText, type CircularDocument, type Heading } from "../tree.js";

/**
 * Headings are numbered without gaps under each parent, carry the number of their level (§7.3.3) and skip no level, except
 * that 一、 may be followed by 1. if a text has only two levels. The levels of each attachment are counted apart.
 */
export function headingProblems(document: CircularDocument): string[] {
  const problems: string[] = [];
  const body = new Numbering(1, problems);
  document.children.forEach((block, index) => {
    const path = `children[${String(index)}]`;
    if (block.type === "heading") body.next(block, path);
    if (block.type !== "attachment") return;
    const attachment = new Numbering(4, problems);
    block.children.forEach((child, childIndex) => {
      if (child.type === "heading") attachment.next(child, `${path}.children[${String(childIndex)}]`);
    });
  });
  return problems;
}

type Level = Heading["level"];

class Numbering {
  /** The ordinal of the heading that is open at each level, from the first level to the deepest open one. */
  private readonly open = new Map<Level, number>();
  private readonly deepestFirst: number;
  private readonly problems: string[];

  /** @param deepestFirst the deepest level that may come first: an attachment often has a single level, and any will do */
  constructor(deepestFirst: number, problems: string[]) {
    this.deepestFirst = deepestFirst;
    this.problems = problems;
  }

  next(heading: Heading, path: string): void {
    const { level, ordinal, label } = heading;
    if (!this.fits(level)) this.problems.push(`${path}.level: ${String(level)} has no heading of the level above`);
    const expected = (this.open.get(level) ?? 0) + 1;
    if (ordinal !== expected) {
      this.problems.push(`${path}.ordinal: ${String(ordinal)}, expected ${String(expected)}`);
    }
    const expectedLabel = printedLabel(level, ordinal);
    if (label !== expectedLabel) this.problems.push(`${path}.label: ${label}, expected ${expectedLabel ?? "none"}`);
    this.checkRunIn(heading, path);
    for (const open of [...this.open.keys()]) if (open > level) this.open.delete(open);
    this.open.set(level, ordinal);
  }

  private fits(level: Level): boolean {
    if (this.open.size === 0) return level <= this.deepestFirst;
    if (this.open.has(level) || [...this.open.keys()].every((open) => open > level)) return true;
    const parent = Math.max(...[...this.open.keys()].filter((open) => open < level));
    return parent === level - 1 || (level === 3 && parent === 1);
  }

  private checkRunIn({ level, children, body }: Heading, path: string): void {
    if (plainText(children) === "") this.problems.push(`${path}.children: empty`);
    if (body === undefined) return;
    if (level === 1) this.problems.push(`${path}.body: a heading of level 1 stands on its own line`);
    if (plainText(body) === "") this.problems.push(`${path}.body: empty, leave it out`);
    if (!/[。？！]$/.test(plainText(children))) {
      this.problems.push(`${path}.children: a run-in heading ends with its 。`);
    }
  }
}

/** The number as printed; undefined if there is none, because counting beyond 99 in Chinese is unheard of in a heading. */
function printedLabel(level: Level, ordinal: number): string | undefined {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 99) return undefined;
  switch (level) {
    case 1:
      return `${chineseNumeral(ordinal)}、`;
    case 2:
      return `（${chineseNumeral(ordinal)}）`;
    case 3:
      return `${String(ordinal)}.`;
    case 4:
      return `（${String(ordinal)}）`;
  }
}

/** 1–99: 一, 十, 十一, 二十, 二十一. */
function chineseNumeral(number: number): string {
  const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
  const tens = Math.floor(number / 10);
  const units = digits[number % 10] ?? "";
  if (tens === 0) return units;
  return `${tens === 1 ? "" : (digits[tens] ?? "")}十${units}`;
}
