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

/** 共5处改动：数据行1处，因数据而变的数2处，文字2处，要素与版式没有 */
export function countWords({ changes, layers }: ChangeReport): string {
  if (changes.length === 0) return "两稿相同，没有改动";
  const parts = layers.map(({ layer, changes: some }) =>
    some.length === 0 ? `${layerNames[layer]}没有` : `${layerNames[layer]}${String(some.length)}处`,
  );
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
  if (value !== undefined) return `${shownValue(value.before)} → ${shownValue(value.after)}`;
  const name = element === "row" ? "一行" : elementNames[element];
  switch (kind) {
    case "added":
      return `新增${name}`;
    case "removed":
      return `删去${name}`;
    case "moved":
      return `移动${name}`;
    case "changed":
      return `${elementNames[element]}改动`;
  }
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
  return change.kind === "moved" ? `${left} → ${right}` : `${right}（旧稿${left}）`;
}

/** The place of one side; a cell's also says which row that is: `附件1 第6行（韶关）“检查网站数”列`. */
export function sideWords({ row, column }: Change, { place }: Side): string {
  const columnWords = `“${column ?? ""}”列`;
  if (row === undefined || row.name === "" || column === undefined || !place.endsWith(columnWords)) return place;
  return `${place.slice(0, -columnWords.length)}（${row.name}）${columnWords}`;
}

/** A row in a few words, for those who look for what caused a change: `附件2新增一行“潮州统计”`. */
export function causeWords({ number, change }: NumberedChange): string {
  const { row, occurrences, column } = change;
  const [first] = occurrences;
  const side = first?.after ?? first?.before;
  const attachment = side === undefined ? "" : (/^附件\d*/u.exec(side.place)?.[0] ?? side.place);
  const name = row === undefined || row.name === "" ? "" : `“${row.name}”`;
  const reference = `第${String(number)}处`;
  if (change.element === "cell") {
    const { before, after } = first ?? {};
    const texts =
      before !== undefined && after !== undefined && isShort(before.text) && isShort(after.text)
        ? `${shownValue(oneLine(before.text))} → ${shownValue(oneLine(after.text))}`
        : "有改动";
    return `${reference}：${attachment}${name}的“${column ?? ""}”${texts}`;
  }
  return `${reference}：${attachment}${actionWords(change)}${name}`;
}

function isShort(text: string): boolean {
  return text.length <= 20;
}

function oneLine(text: string): string {
  return text.replaceAll("\n", "↵");
}

/** How a value was worked out: `行数 新媒体 结果="合格"（69行 → 70行）`. */
export function expressionWords({ value }: Change): string | undefined {
  if (value === undefined) return undefined;
  const { expression, rowsBefore, rowsAfter } = value;
  if (rowsBefore === 0 && rowsAfter === 0) return expression;
  const rows =
    rowsBefore === rowsAfter ? `据${String(rowsAfter)}行` : `所据的行 ${String(rowsBefore)} → ${String(rowsAfter)}`;
  return `${expression}（${rows}）`;
}

/** Who changed a text, as far as the drafts can tell; `undefined` where that goes without saying. */
export function authorWords({ by, layer }: Change): string | undefined {
  switch (by) {
    case "template":
      return "模板的文字改了";
    case "data":
      return layer === "numbers" ? undefined : "由数据带来";
    case "hand":
      return "手工改动";
    case undefined:
      return undefined;
  }
}

/** How far a row was moved: 第3行 → 第7行. */
export function positionWords({ row }: Change): string | undefined {
  const { position } = row ?? {};
  return position === undefined ? undefined : `原在第${String(position.before)}行，现在第${String(position.after)}行`;
}
