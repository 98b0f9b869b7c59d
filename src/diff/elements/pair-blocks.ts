import {
  cellText,
  plainText,
  type Attachment,
  type AttachmentBlock,
  type Block,
  type Table,
} from "../../document/tree.js";
import { commonSubsequence, intern } from "../sequence/common-subsequence.js";
import { bagOf, bagSimilarity, characterPairs, similarity, type Bag } from "../words/similarity.js";
import { headingWords } from "./run-in-headings.js";

/** Below this, two paragraphs in the same place are one that went and another that came. */
const alikeInPlace = 0.4;

/** A paragraph that stands elsewhere as well must be more alike to be the same. */
const alikeElsewhere = 0.6;

/** A heading with the same words is the same, unless one that is the same as a whole is there. */
const sameHeading = 0.9;

/** More candidates than this are not compared each with each. */
const searchedPairs = 10_000;

/** Elements of which a circular has one: the first is the first, whatever it says. */
const singleTypes = [
  ...["letterhead", "title", "recipients", "attachmentList"],
  ...["signature", "disclosure", "imprint"],
] as readonly string[];

/**
 * Pairs the blocks of two documents, or of two attachments, within their role: elements that stand once with each other; others if
 * they are equal, then if they are alike and stand between the same neighbours, then if they are alike and stand elsewhere (moved).
 * Attachments are paired by title and content, tables by dataset and columns.
 *
 * @returns for each older block the position of the newer one, −1 if there is none
 */
export function pairBlocks(
  before: readonly (Block | AttachmentBlock)[],
  after: readonly (Block | AttachmentBlock)[],
): number[] {
  const pairing = new BlockPairing(before, after);
  pairing.pairSingles();
  pairing.pairByScore("attachment", 0.3);
  pairing.pairByScore("table", 0.2);
  pairing.pairEqual();
  pairing.pairMovedEqual();
  pairing.pairSameWording();
  pairing.pairAlikeInGaps();
  pairing.pairAlikeAnywhere();
  return pairing.partners;
}

type Node = Block | AttachmentBlock;

class BlockPairing {
  readonly partners: number[];
  private readonly origins: number[];
  private readonly textsBefore: readonly string[];
  private readonly textsAfter: readonly string[];
  private readonly bagsBefore = new Map<number, Bag>();
  private readonly bagsAfter = new Map<number, Bag>();

  constructor(
    private readonly before: readonly Node[],
    private readonly after: readonly Node[],
  ) {
    this.partners = new Array<number>(before.length).fill(-1);
    this.origins = new Array<number>(after.length).fill(-1);
    this.textsBefore = before.map(blockIdentity);
    this.textsAfter = after.map(blockIdentity);
  }

  pairSingles(): void {
    for (const type of singleTypes) {
      const left = positions(this.before, type);
      const right = positions(this.after, type);
      left.forEach((one, index) => {
        this.pair(one, right[index] ?? -1);
      });
    }
  }

  /** Attachments and tables: the likest first; among equally alike ones, those that stand in the same place. */
  pairByScore(type: "attachment" | "table", threshold: number): void {
    const left = positions(this.before, type);
    const right = positions(this.after, type);
    const candidates: { readonly one: number; readonly other: number; readonly score: number }[] = [];
    left.forEach((one, leftIndex) => {
      right.forEach((other, rightIndex) => {
        const score = blockScore(this.before[one], this.after[other]) + (leftIndex === rightIndex ? 0.05 : 0);
        if (score >= threshold) candidates.push({ one, other, score });
      });
    });
    candidates.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
    for (const { one, other } of candidates) if (this.isFree(one, other)) this.pair(one, other);
    // One table here and one table there are the same table, whatever became of it.
    if (type === "table" && left.length === 1 && right.length === 1) this.pair(left[0] ?? -1, right[0] ?? -1);
  }

  pairEqual(): void {
    const left = this.free("before");
    const right = this.free("after");
    const [leftTexts = [], rightTexts = []] = intern(
      left.map((index) => this.textsBefore[index] ?? ""),
      right.map((index) => this.textsAfter[index] ?? ""),
    );
    for (const [one, other] of commonSubsequence(leftTexts, rightTexts)) this.pair(left[one] ?? -1, right[other] ?? -1);
  }

  /** Sentences of a template in which data put other values. */
  pairSameWording(): void {
    const left = this.free("before");
    const right = this.free("after");
    const [leftWords = [], rightWords = []] = intern(
      left.map((index) => wording(this.before[index]) ?? `<${index}`),
      right.map((index) => wording(this.after[index]) ?? `>${index}`),
    );
    for (const [one, other] of commonSubsequence(leftWords, rightWords)) this.pair(left[one] ?? -1, right[other] ?? -1);
  }

  pairMovedEqual(): void {
    const byText = new Map<string, number[]>();
    for (const index of this.free("after")) {
      const text = this.textsAfter[index] ?? "";
      const list = byText.get(text);
      if (list === undefined) byText.set(text, [index]);
      else list.push(index);
    }
    for (const index of this.free("before")) this.pair(index, byText.get(this.textsBefore[index] ?? "")?.shift() ?? -1);
  }

  /** In order, the likest ones first, between neighbours that found each other. */
  pairAlikeInGaps(): void {
    for (const { left, right } of this.gaps()) this.pairAlike(left, right, alikeInPlace);
  }

  pairAlikeAnywhere(): void {
    this.pairAlike(this.free("before"), this.free("after"), alikeElsewhere);
  }

  private pairAlike(left: readonly number[], right: readonly number[], threshold: number): void {
    if (left.length * right.length > searchedPairs) return;
    const candidates: {
      readonly one: number;
      readonly other: number;
      readonly score: number;
      readonly shift: number;
    }[] = [];
    left.forEach((one, leftIndex) => {
      right.forEach((other, rightIndex) => {
        if (this.before[one]?.type !== this.after[other]?.type) return;
        const score = this.likeness(one, other);
        if (score >= threshold) candidates.push({ one, other, score, shift: Math.abs(leftIndex - rightIndex) });
      });
    });
    candidates.sort((a, b) => b.score - a.score || a.shift - b.shift || a.one - b.one || a.other - b.other);
    for (const { one, other } of candidates) if (this.isFree(one, other)) this.pair(one, other);
  }

  private likeness(one: number, other: number): number {
    const bag = (bags: Map<number, Bag>, texts: readonly string[], index: number): Bag => {
      const known = bags.get(index);
      if (known !== undefined) return known;
      const made = characterPairs((texts[index] ?? "").replace(/^\w+\n/u, ""));
      bags.set(index, made);
      return made;
    };
    const left = bag(this.bagsBefore, this.textsBefore, one);
    const right = bag(this.bagsAfter, this.textsAfter, other);
    const whole = left.size + right.size === 0 ? 1 : bagSimilarity(left, right);
    const [old, fresh] = [this.before[one], this.after[other]];
    if (old?.type !== "heading" || fresh?.type !== "heading") return whole;
    // The text of a run-in heading may have been rewritten, or have become a paragraph of its own.
    return Math.max(whole, sameHeading * similarity(headingWords(old), headingWords(fresh)));
  }

  /** Blocks without partners between the same neighbours; blocks that moved are no neighbours. */
  private gaps(): { readonly left: readonly number[]; readonly right: readonly number[] }[] {
    const pairs = this.partners.flatMap((after, before) => (after < 0 ? [] : [[before, after] as const]));
    const result: { left: number[]; right: number[] }[] = [];
    let leftFrom = 0;
    let rightFrom = 0;
    const close = (leftTo: number, rightTo: number): void => {
      const left: number[] = [];
      const right: number[] = [];
      for (let index = leftFrom; index < leftTo; index += 1) {
        if ((this.partners[index] ?? 0) < 0 && isRunningText(this.before[index])) left.push(index);
      }
      for (let index = rightFrom; index < rightTo; index += 1) {
        if ((this.origins[index] ?? 0) < 0 && isRunningText(this.after[index])) right.push(index);
      }
      if (left.length > 0 && right.length > 0) result.push({ left, right });
    };
    for (const [leftAt, rightAt] of pairs) {
      if (rightAt < rightFrom) continue;
      close(leftAt, rightAt);
      leftFrom = leftAt + 1;
      rightFrom = rightAt + 1;
    }
    close(this.before.length, this.after.length);
    return result;
  }

  private free(side: "before" | "after"): number[] {
    const known = side === "before" ? this.partners : this.origins;
    const blocks = this[side];
    return known.flatMap((other, index) => (other < 0 && isRunningText(blocks[index]) ? [index] : []));
  }

  private isFree(one: number, other: number): boolean {
    return (this.partners[one] ?? 0) < 0 && (this.origins[other] ?? 0) < 0;
  }

  private pair(one: number, other: number): void {
    if (one < 0 || other < 0 || !this.isFree(one, other)) return;
    this.partners[one] = other;
    this.origins[other] = one;
  }
}

/** Attachments and tables are not recognised by a text. */
function isRunningText(block: Node | undefined): boolean {
  return block !== undefined && block.type !== "attachment" && block.type !== "table";
}

function positions(blocks: readonly Node[], type: string): number[] {
  return blocks.flatMap((block, index) => (block.type === type ? [index] : []));
}

/** What the template says in a block that holds values as well; `undefined` if that is too little to know it by. */
function wording(block: Node | undefined): string | undefined {
  if (block?.type !== "heading" && block?.type !== "paragraph") return undefined;
  const children = block.type === "heading" ? [...block.children, ...(block.body ?? [])] : block.children;
  if (!children.some(({ type }) => type === "value")) return undefined;
  const words = children.map(({ type, value }) => (type === "value" ? "\0" : value)).join("");
  return words.replace(/[\0\p{P}]/gu, "").length < 3 ? undefined : `${block.type}\n${words}`;
}

/** The type of a block and what it says, without numbers that the engine puts in front. */
function blockIdentity(block: Node): string {
  return `${block.type}\n${blockText(block)}`;
}

/** What a block says, for recognising it. Attachments and tables are recognised otherwise. */
function blockText(block: Node): string {
  switch (block.type) {
    case "heading":
      return plainText(block.children) + plainText(block.body ?? []);
    case "paragraph":
    case "caption":
    case "remark":
    case "note":
    case "recipients":
    case "disclosure":
      return plainText(block.children);
    case "picture":
      return block.data;
    case "title":
      return block.lines.map(plainText).join("");
    case "attachment":
      return block.title.map(plainText).join("");
    case "letterhead":
    case "attachmentList":
    case "signature":
    case "imprint":
    case "table":
      return "";
  }
}

function blockScore(before: Node | undefined, after: Node | undefined): number {
  if (before?.type === "attachment" && after?.type === "attachment") return attachmentScore(before, after);
  if (before?.type === "table" && after?.type === "table") return tableScore(before, after);
  return 0;
}

function attachmentScore(before: Attachment, after: Attachment): number {
  const title = similarity(blockText(before), blockText(after));
  return title * 0.6 + contentScore(before, after) * 0.4;
}

function contentScore(before: Attachment, after: Attachment): number {
  const tables = (attachment: Attachment): Table[] => attachment.children.filter((block) => block.type === "table");
  const [left] = tables(before);
  const [right] = tables(after);
  if (left !== undefined && right !== undefined) return tableScore(left, right);
  if (left !== undefined || right !== undefined) return 0;
  const text = (attachment: Attachment): string => attachment.children.map(blockText).join("\n");
  return similarity(text(before), text(after));
}

/** How many of the first rows tell two tables with the same columns apart. */
const comparedRows = 200;

function tableScore(before: Table, after: Table): number {
  const names = bagSimilarity(
    bagOf(before.columns.map(({ name }) => name)),
    bagOf(after.columns.map(({ name }) => name)),
  );
  const cells = (table: Table): Bag =>
    bagOf(
      table.rows
        .slice(0, comparedRows)
        .flatMap((row) => row.cells.map(cellText))
        .filter((text) => text.length > 1),
    );
  const dataset = before.dataset !== undefined && before.dataset === after.dataset ? 1 : 0;
  return names * 0.5 + bagSimilarity(cells(before), cells(after)) * 0.3 + dataset * 0.2;
}
