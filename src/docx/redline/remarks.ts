import { type Change, type ChangedElement, type DocumentChanges, elementNames } from "../../diff/changes.js";

/** Layout is that of the newer draft and has no marks. */
const untracked: ReadonlySet<ChangedElement> = new Set<ChangedElement>([
  "appearance",
  "cellAlignment",
  "columnFormat",
  "columnWidths",
  "format",
  "orientation",
  "properties",
  "surrounding",
  "tableLayout",
]);

/**
 * What a reader of 花脸稿 should know that its marks do not say.
 *
 * @param replacedTables The labels of the attachments with tables that were written twice.
 */
export function untrackedChanges(changes: DocumentChanges, replacedTables: readonly string[]): readonly string[] {
  return [
    ...replacedTables.map(
      (label) =>
        `${label === "" ? "有一个表格" : `${label}的表格`}的列或结构有变化，花脸稿中整表标为删除，并在其后整表标为插入`,
    ),
    ...changes.changes.filter(({ element }) => untracked.has(element)).map(remark),
  ];
}

function remark(change: Change): string {
  const { after, before } = change.occurrences[0] ?? {};
  const place = (after ?? before)?.place ?? "";
  const name = elementNames[change.element];
  const where = place === "" || place.endsWith(name) ? place : `${place}：`;
  if (change.element === "surrounding") {
    return `${place}有变化，花脸稿照公文格式重新排版，没有写进去，也未作标记`;
  }
  if (change.element === "format") {
    return `${place}的格式有变化（${change.remark ?? ""}），花脸稿照公文格式排版，未作标记`;
  }
  const what = change.remark === undefined ? "" : `（${change.remark}）`;
  return `${where}${place.endsWith(name) ? "" : name}有变化${what}，花脸稿采用新稿的版式，未作标记`;
}
