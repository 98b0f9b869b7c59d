import { elementNames, type Change, type Layer, type Occurrence, type Side } from "../../diff/changes.js";
import type { ChangeReport, NumberedChange } from "./change-report.js";

/** The headings of the four layers. */
export const layerTitles: Readonly<Record<Layer, string>> = {
  data: "一、数据行",
  numbers: "二、因数据而变的数",
  text: "三、文字改动",
  layout: "四、要素与版式",
};

/** What each layer is about, for somebody who reads such a report for the first time. */
export const layerMeanings: Readonly<Record<Layer, string>> = {
  data: "附件表格里增加、删去、移动的行和改了的单元格，按主键认行；序号顺延不算改动",
  numbers: "由数据算出的数，算出来和上一稿不同；每个数都列出它出现的各处和引起变化的行",
  text: "正文和附件里的文字",
  layout: "标题、主送、发文字号、日期、附件、版记等要素，表格的列，页面的样子",
};

/** 共5处改动：数据行1处，因数据而变的数2处，文字改动2处 */
export function countWords({ changes, layers, comparison }: ChangeReport): string {
  if (changes.length === 0) {
    return comparison.formatCompared ? "两稿相同，没有改动" : "两稿的内容相同，没有改动；格式没有比较";
  }
  const parts = layers
    .filter(({ changes: some }) => some.length > 0)
    .map(({ layer, changes: some }) => `${layerNames[layer]}${String(some.length)}处`);
  return `共${String(changes.length)}处改动：${parts.join("，")}`;
}

/** The layers without their ordinals. */
export const layerNames: Readonly<Record<Layer, string>> = {
  data: "数据行",
  numbers: "因数据而变的数",
  text: "文字改动",
  layout: "要素与版式",
};

/** What happened, without where: 新增一行, 标题改动, 562 → 563. */
export function actionWords(change: Change): string {
  const { kind, element, value } = change;
  if (value !== undefined) {
    if (kind === "added") return `新增“${value.after}”`;
    if (kind === "removed") return `删去“${value.before}”`;
    return `${shownValue(value.before)} → ${shownValue(value.after)}`;
  }
  const name = elementWords(change);
  switch (kind) {
    case "added":
      return `新增${element === "row" ? "一行" : name}`;
    case "removed":
      return `删去${element === "row" ? "一行" : name}`;
    case "moved":
      return `移动${element === "row" ? "一行" : name}`;
    case "changed":
      return `${name}改动`;
  }
}

function elementWords({ element, occurrences }: Change): string {
  if (element !== "surrounding") return elementNames[element];
  // Headers, footers and comments share a name, their place says which of them it is.
  const [first] = occurrences;
  return (first?.after ?? first?.before)?.place.split(" ")[0] ?? elementNames.surrounding;
}

/** A value that nothing is printed for has a name all the same. */
function shownValue(value: string): string {
  return value === "" ? "（空）" : value;
}

/**
 * Where a change shows: `附件2 第26行“潮州市公安局潮安分局”`; for a cell with the row's name; both places if they differ, as for
 * what was moved or stands elsewhere because of what came before it.
 */
export function placeWords(change: Change, { before, after }: Occurrence): string {
  const left = before === undefined ? undefined : sideWords(change, before);
  const right = after === undefined ? undefined : sideWords(change, after);
  if (left === undefined || right === undefined || left === right) return right ?? left ?? "";
  if (change.kind !== "moved") return `${right}${formerPlace(left, right)}`;
  const { position } = change.row ?? {};
  return position === undefined ? `${left} → ${right}` : `${right}（原在第${String(position.before)}行）`;
}

/** Where it was: only which row, if it is in another row of the same table. */
function formerPlace(left: string, right: string): string {
  const rows = /第\d+(?:至\d+)?行/u;
  const row = rows.exec(left)?.[0];
  return row !== undefined && left.replace(rows, "") === right.replace(rows, "") ? `，旧稿在${row}` : `，旧稿在${left}`;
}

/**
 * The place of one side; a cell's also says which row that is: `附件1 第6行（韶关）“检查网站数”列`; a merged cell's how far it reaches:
 * `附件2 第5至6行“单位”列`.
 */
function sideWords({ row, column }: Change, { place }: Side): string {
  const columnWords = `“${column ?? ""}”列`;
  if (row === undefined || column === undefined || !place.endsWith(columnWords)) return place;
  const rowPlace = place.slice(0, -columnWords.length);
  // A header has a row of its own, which is not called like the record beside it.
  const number = /第(\d+)行$/u.exec(rowPlace)?.[1];
  if (number === undefined) return place;
  const { rowSpan = 1, name } = row;
  if (rowSpan > 1) {
    const last = String(Number(number) + rowSpan - 1);
    return `${rowPlace.slice(0, -`${number}行`.length)}${number}至${last}行${columnWords}`;
  }
  return name === "" ? place : `${rowPlace}（${name}）${columnWords}`;
}

/** A row in a few words, for those who look for what caused a change: `附件2新增一行“潮州统计”`. */
export function causeWords({ number, change }: NumberedChange): string {
  const { row, occurrences, column } = change;
  const [first] = occurrences;
  const side = first?.after ?? first?.before;
  const attachment = side === undefined ? "" : (/^附件\d*/u.exec(side.place)?.[0] ?? side.place);
  // A merged cell belongs to no single row.
  const name = row === undefined || row.name === "" || (row.rowSpan ?? 1) > 1 ? "" : `“${row.name}”`;
  const reference = `第${String(number)}处`;
  if (change.element === "cell") {
    const { before, after } = first ?? {};
    const texts =
      before !== undefined && after !== undefined && isShort(before.text) && isShort(after.text)
        ? `${shownValue(oneLine(before.text))} → ${shownValue(oneLine(after.text))}`
        : "有改动";
    return `${reference}：${attachment}${name}的“${column ?? ""}”${texts}`;
  }
  if (change.element === "attachment" && first !== undefined) return `${reference}：${attachmentWords(change, first)}`;
  return `${reference}：${attachment}${actionWords(change)}${name}`;
}

/** 删去附件2“政务新媒体检查情况表”; 附件3“问题清单”移到附件1. */
function attachmentWords({ kind }: Change, { before, after }: Occurrence): string {
  const titled = (side: Side | undefined): string => {
    const title = side?.text.replace(/^\S*\s/u, "") ?? "";
    return `${side?.place ?? ""}${title === "" ? "" : `“${title}”`}`;
  };
  if (kind === "moved") return `${titled(before)}移到${after?.place ?? ""}`;
  return `${kind === "added" ? "新增" : "删去"}${titled(after ?? before)}`;
}

function isShort(text: string): boolean {
  return text.length <= 20;
}

function oneLine(text: string): string {
  return text.replaceAll("\n", "↵");
}

/** Where a value comes from. */
export interface Origin {
  readonly label: "算式" | "取自";
  /** `行数 新媒体 结果="合格"（所据的行 69 → 70）`, `成文日期`. */
  readonly words: string;
}

/** How a value was worked out, or which entry of the edition it is. */
export function originWords({ value }: Change): Origin | undefined {
  if (value === undefined) return undefined;
  const { expression, otherExpressions = [], rowsBefore, rowsAfter } = value;
  if (rowsBefore === 0 && rowsAfter === 0)
    return { label: /\s/u.test(expression) ? "算式" : "取自", words: expression };
  const rows =
    rowsBefore === rowsAfter ? `据${String(rowsAfter)}行` : `所据的行 ${String(rowsBefore)} → ${String(rowsAfter)}`;
  const others = otherExpressions.map((other) => `；也算作 ${other}`).join("");
  return { label: "算式", words: `${expression}（${rows}）${others}` };
}

/** What else there is to say of a change, in a few words each: who made it, and how an arrangement differs. */
export function noteWords({ change }: NumberedChange, { comparison }: ChangeReport): string[] {
  const { by, layer, remark } = change;
  const { before, after } = comparison.generated;
  const notes = remark === undefined ? [] : [remark];
  if (by === "template") notes.push("模板的文字改了");
  if (by === "data" && layer !== "numbers") notes.push("由数据带来");
  // Between two drafts that were both composed nobody can have written by hand; of two files nobody knows.
  if (by === "hand" && before !== after) notes.push("手工改动");
  return notes;
}

/** A value of more characters than these is shown as a text of which a part changed. */
const longestNumber = 24;

/** True for a value that is rather a text: then it matters which words of it changed. */
export function isLongValue({ value }: Change): boolean {
  return value !== undefined && Math.max(value.before.length, value.after.length) > longestNumber;
}

/** True if the name of what changed and its place say it all. */
export function isSaidByPlace({ element, kind, row }: Change): boolean {
  return (element === "column" && kind !== "changed") || (kind === "moved" && row !== undefined);
}
