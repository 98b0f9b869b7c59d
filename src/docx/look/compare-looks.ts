import type { FormatDifference } from "../../diff/elements/format-changes.js";
import { commonSubsequence, intern } from "../../diff/sequence/common-subsequence.js";
import type { DocxLook, LookItem, LookProperties, ParagraphLook, RowLook, RunLook } from "./look.js";
import { pageWords } from "./page-words.js";
import { propertyWords } from "./property-names.js";

/**
 * Says what two .docx files dress differently. Paragraphs and rows are recognised by their text; what was rewritten is compared only as
 * to which looks occur in it.
 *
 * @returns one difference for each kind of thing and each set of properties, with all the places where it is
 */
export function compareLooks(before: DocxLook, after: DocxLook): FormatDifference[] {
  const found = new Differences();
  compareSections(before, after, found);
  const names = new Set([...before.stories, ...after.stories].map(({ name }) => name));
  for (const name of names) {
    const left = before.stories.filter((story) => story.name === name);
    const right = after.stories.filter((story) => story.name === name);
    // A header that came or went is a change of its text.
    left.slice(0, right.length).forEach(({ items }, index) => {
      compareItems(items, right[index]?.items ?? [], name, found);
    });
  }
  const settings = [...new Set([...before.settings.keys(), ...after.settings.keys()])];
  const changed = settings.filter((name) => before.settings.get(name) !== after.settings.get(name));
  for (const name of changed) found.add("设置", ["定义不同"], name);
  return found.all();
}

class Differences {
  private readonly found = new Map<string, FormatDifference & { readonly places: string[] }>();

  /** @param part the words at the place that are meant, empty for all */
  add(what: string, names: readonly string[], place: string, part = ""): void {
    if (names.length === 0) return;
    const key = JSON.stringify([what, names]);
    const words = part === "" ? place : `${place}的“${shortened(part)}”`;
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, { what, names, places: [words] });
    else known.places.push(words);
  }

  all(): FormatDifference[] {
    return [...this.found.values()];
  }
}

function compareSections(before: DocxLook, after: DocxLook, found: Differences): void {
  // A section more or less is an attachment or another orientation, which the document tree tells.
  if (before.sections.length !== after.sections.length) return;
  // A header that came or went is told as a change of its text.
  const told = [
    ...(hasAsMany(before, after, "页眉") ? [] : ["headerReference"]),
    ...(hasAsMany(before, after, "页脚") ? [] : ["footerReference"]),
  ];
  before.sections.forEach((section, index) => {
    const fresh = after.sections[index] ?? {};
    const measures = pageWords(section, fresh);
    const changed = changedProperties(section, fresh).filter((name) => !told.includes(name));
    const others = measures.length > 0 ? changed.filter((name) => name !== "pgSz" && name !== "pgMar") : changed;
    found.add(
      "页面",
      [...measures, ...propertyWords(others)],
      before.sections.length === 1 ? "页面" : `第${index + 1}节的页面`,
    );
  });
}

function hasAsMany({ stories: before }: DocxLook, { stories: after }: DocxLook, name: string): boolean {
  const count = (stories: DocxLook["stories"]): number => stories.filter((story) => story.name === name).length;
  return count(before) === count(after);
}

function changedProperties(before: LookProperties, after: LookProperties): string[] {
  if (before === after) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

function compareItems(
  before: readonly LookItem[],
  after: readonly LookItem[],
  story: string,
  found: Differences,
): void {
  const identity = ({ kind, text }: LookItem): string => `${kind}\n${text}`;
  const [left = [], right = []] = intern(before.map(identity), after.map(identity));
  let leftAt = 0;
  let rightAt = 0;
  const pair = (one: LookItem | undefined, other: LookItem | undefined, isSameText: boolean): void => {
    if (one === undefined || one.kind !== other?.kind || one.look === other.look) return;
    compareItem(one, other, isSameText, story, found);
  };
  const gap = (leftTo: number, rightTo: number): void => {
    // As many here as there: the same ones, rewritten.
    if (leftTo - leftAt !== rightTo - rightAt) return;
    for (let index = 0; index < leftTo - leftAt; index += 1)
      pair(before[leftAt + index], after[rightAt + index], false);
  };
  for (const [leftNext, rightNext] of commonSubsequence(left, right)) {
    gap(leftNext, rightNext);
    pair(before[leftNext], after[rightNext], true);
    leftAt = leftNext + 1;
    rightAt = rightNext + 1;
  }
  gap(before.length, after.length);
}

function compareItem(one: LookItem, other: LookItem, isSameText: boolean, story: string, found: Differences): void {
  const [old, fresh] = [JSON.parse(one.look) as unknown, JSON.parse(other.look) as unknown];
  if (one.kind === "table") {
    const names = propertyWords(changedProperties(old as LookProperties, fresh as LookProperties));
    found.add("表格", names, `${story}的表格`);
    return;
  }
  if (one.kind === "paragraph") {
    compareParagraph(old as ParagraphLook, fresh as ParagraphLook, { story, text: other.text, isSameText }, found);
    return;
  }
  const [oldRow, newRow] = [old as RowLook, fresh as RowLook];
  const place = `表格“${shortened(other.text.replaceAll("｜", " ").trim())}”一行`;
  const names = new Set(changedProperties(oldRow.properties, newRow.properties));
  const textNames = new Set<string>();
  const cells = Math.max(oldRow.cells.length, newRow.cells.length);
  for (let index = 0; index < cells; index += 1) {
    const [oldCell, newCell] = [oldRow.cells[index], newRow.cells[index]];
    // A cell more or less is a merged one or a column.
    if (oldCell === undefined || newCell === undefined) continue;
    for (const name of changedProperties(oldCell.properties, newCell.properties)) names.add(name);
    oldCell.paragraphs.forEach((paragraph, position) => {
      const freshParagraph = newCell.paragraphs[position];
      if (freshParagraph === undefined) return;
      for (const name of changedProperties(paragraph.properties, freshParagraph.properties)) names.add(name);
      for (const name of runNames(paragraph.runs, freshParagraph.runs)) textNames.add(name);
    });
  }
  // Which rows stay on one page follows from where they stand.
  names.delete("keepNext");
  found.add("表格", propertyWords(names), place);
  found.add("文字", propertyWords(textNames), place);
}

interface ParagraphPlace {
  readonly story: string;
  readonly text: string;
  readonly isSameText: boolean;
}

function compareParagraph(old: ParagraphLook, fresh: ParagraphLook, at: ParagraphPlace, found: Differences): void {
  const { story, text, isSameText } = at;
  const place = `${story}“${shortened(text)}”一段`;
  found.add("段落", propertyWords(changedProperties(old.properties, fresh.properties)), place);
  if (!isSameText) {
    found.add("文字", propertyWords(runNames(old.runs, fresh.runs)), place);
    return;
  }
  for (const { names, start, end } of changedRuns(old.runs, fresh.runs, text.length)) {
    const part = text.slice(start, end);
    found.add("文字", propertyWords(names), place, part === text ? "" : part);
  }
}

/** The properties that do not occur with the same values in two lists of runs, wherever they begin and end. */
function runNames(before: readonly RunLook[], after: readonly RunLook[]): Set<string> {
  const values = (runs: readonly RunLook[]): Set<string> =>
    new Set(runs.map(({ properties }) => JSON.stringify(properties)));
  const [left, right] = [values(before), values(after)];
  const names = new Set<string>();
  const [old] = before;
  for (const value of right) {
    if (left.has(value)) continue;
    for (const name of changedProperties(old?.properties ?? {}, JSON.parse(value) as LookProperties)) names.add(name);
  }
  const [fresh] = after;
  for (const value of left) {
    if (right.has(value)) continue;
    for (const name of changedProperties(fresh?.properties ?? {}, JSON.parse(value) as LookProperties)) names.add(name);
  }
  return names;
}

/** The stretches of one text that are dressed differently; neighbours that differ in the same properties are one. */
function changedRuns(
  before: readonly RunLook[],
  after: readonly RunLook[],
  length: number,
): { names: readonly string[]; start: number; end: number }[] {
  const result: { names: readonly string[]; start: number; end: number }[] = [];
  let [left, right, start] = [0, 0, 0];
  let leftEnd = before[0]?.length ?? length;
  let rightEnd = after[0]?.length ?? length;
  while (start < length) {
    const end = Math.min(leftEnd, rightEnd, length);
    const names = changedProperties(before[left]?.properties ?? {}, after[right]?.properties ?? {});
    const last = result.at(-1);
    if (names.length > 0 && last?.end === start && last.names.join() === names.join()) last.end = end;
    else if (names.length > 0) result.push({ names, start, end });
    if (end === leftEnd) leftEnd += before[(left += 1)]?.length ?? length;
    if (end === rightEnd) rightEnd += after[(right += 1)]?.length ?? length;
    start = end;
  }
  return result;
}

function shortened(text: string): string {
  const characters = [...text.replaceAll("\uFFFC", "").replace(/\s+/gu, " ")];
  return characters.length > 16 ? `${characters.slice(0, 15).join("")}…` : characters.join("");
}
