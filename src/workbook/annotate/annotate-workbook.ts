import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Sheet, Workbook } from "../../input/workbook.js";
import { readWorkbook } from "../../input/xlsx/read-workbook.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import type { Relationship } from "../../openxml/office-package.js";
import { readWorkbookPart } from "../../input/xlsx/workbook-part.js";
import { annotateSheet } from "./annotate-sheet.js";
import { highestIdBlock } from "./note-shapes.js";
import { isSummaryTitle, mostNotes, summarySheetName } from "./own-words.js";
import { PackageEdit } from "../../openxml/package-edit.js";
import { raisedLimits } from "../../openxml/raised-limits.js";
import { relationshipTypes } from "../../openxml/relationship-reference.js";
import { defaultReadingLimits } from "../../input/xlsx/reading-limits.js";
import { markCells } from "./marks.js";
import { decodePart } from "../../openxml/part-text.js";
import { emptyStyles, FilledStyles } from "./styles-part.js";
import { summarySheet } from "./summary-sheet.js";
import { addTitle } from "./title-list.js";
import { addSheet, freeSheetName } from "./workbook-sheets.js";
import { outlineOf, namespaceOfRoot } from "../../openxml/xml-scan.js";

const spreadsheetTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The namespace of strict workbooks (ISO/IEC 29500-1); the usual form is the transitional one of part 4. */
const strictNamespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/**
 * Writes problems into a copy of a workbook: a note and a colour at each cell, and a sheet that lists them all.
 *
 * ```text
 * bytes ─▶ parts ─┬─ sheets with problems: style numbers of cells, notes, their boxes ─┐
 *                 ├─ styles: the same styles with a colour ────────────────────────────┼─▶ bytes
 *                 ├─ workbook: one sheet more ─────────────────────────────────────────┤
 *                 └─ everything else ────────────── packed bytes as they are ──────────┘
 * ```
 *
 * The workbook is not read into a model and written again: whatever such a model does not know would be lost. Only the texts of the few
 * parts concerned are changed, at the places concerned.
 *
 * @param bytes of the workbook
 * @param file its path as the places of the diagnostics have it
 * @param diagnostics all problems of the edition, sorted; those elsewhere are listed too
 * @returns the bytes of the copy, or why there is none; never throws for bad input
 */
export function annotateWorkbook(
  bytes: Uint8Array,
  file: string,
  diagnostics: readonly Diagnostic[],
): { readonly bytes: Uint8Array } | { readonly problem: Diagnostic } {
  const { workbook } = readWorkbook(bytes, file);
  if (workbook === undefined) return { problem: diagnose("annotate-workbook-unreadable", { file }, {}) };
  if (isAnnotatedCopy(workbook)) return { problem: diagnose("annotate-own-copy", { file }, {}) };
  let part = "工作簿";
  try {
    const edit = new WorkbookEdit(bytes, workbook);
    if (edit.isStrict()) return { problem: diagnose("annotate-strict-format", { file }, {}) };
    return { bytes: edit.annotate(diagnostics, (current) => (part = current)) };
  } catch (problem) {
    if (!(problem instanceof UnreadablePart)) throw problem;
    return { problem: problem.diagnoseAt({ file }, part, "workbook") };
  }
}

/** True if the workbook is itself a copy that was written here. */
export function isAnnotatedCopy(workbook: Workbook): boolean {
  return workbook.sheets.some(({ rows }) => {
    const title = rows[0]?.cells[0];
    return rows[0]?.number === 1 && typeof title === "string" && isSummaryTitle(title);
  });
}

class WorkbookEdit {
  private readonly edit: PackageEdit;
  private readonly mainPart: string;
  private readonly relationships: readonly Relationship[];
  private readonly file: string;

  constructor(
    bytes: Uint8Array,
    private readonly workbook: Workbook,
  ) {
    this.file = workbook.file;
    this.edit = new PackageEdit(bytes, raisedLimits(defaultReadingLimits));
    const named = this.edit.relationshipsOf("").find(({ type }) => type === "officeDocument")?.target;
    this.mainPart = named !== undefined && this.edit.has(named) ? named : "xl/workbook.xml";
    this.relationships = this.edit.relationshipsOf(this.mainPart);
  }

  /** Notes need a VML drawing, which the strict form does not have. */
  isStrict(): boolean {
    const xml = this.edit.readXml(this.mainPart, "workbook");
    const { root, prefix } = outlineOf(xml);
    return namespaceOfRoot(xml.slice(root.open.start, root.open.end), prefix) === strictNamespace;
  }

  annotate(unordered: readonly Diagnostic[], atPart: (part: string) => void): Uint8Array {
    const { edit, file } = this;
    atPart("工作簿的结构部件");
    const structure = readWorkbookPart(edit.originalBytes(this.mainPart)).sheets;
    const worksheets = structure.flatMap(({ name, relationship }) => {
      const target = this.relationships.find(({ id }) => id === relationship);
      return target?.type === "worksheet" ? [{ name, part: target.target }] : [];
    });
    const diagnostics = inReadingOrder(
      unordered,
      file,
      structure.map(({ name }) => name),
    );
    const summaryName = freeSheetName(
      summarySheetName,
      structure.map(({ name }) => name),
    );
    atPart("工作簿的格式部件");
    const stylesPart = this.relationships.find(({ type }) => type === "styles")?.target;
    const hasStyles = stylesPart !== undefined && edit.has(stylesPart);
    const styles = new FilledStyles(hasStyles ? edit.readXml(stylesPart, "styleSheet") : emptyStyles);
    const remarks: string[] = [];
    let idBlock = this.firstFreeIdBlock();
    const bySheet = groupBySheet(diagnostics, file);
    for (const { name, part } of worksheets) {
      const problems = bySheet.get(name);
      const sheet = this.workbook.sheets.find((candidate) => candidate.name === name);
      if (problems === undefined || sheet === undefined) continue;
      bySheet.delete(name);
      atPart(`工作表“${name}”`);
      const marks = markCells(problems, sheet);
      const sheetToAnnotate = { edit, part, name, marks, styles, idBlock, file, summarySheet: summaryName, atPart };
      const { threads } = annotateSheet(sheetToAnnotate);
      idBlock += 1;
      if (threads.length > 0) {
        remarks.push(
          `工作表“${name}”的${threads.join("、")}已有会话式批注，原样保留；新版 Excel 在这里不显示核对的说明，请看下表。`,
        );
      }
      if (marks.length > mostNotes) {
        remarks.push(
          `工作表“${name}”有${String(marks.length)}个单元格有问题，只有前${String(mostNotes)}个加了批注；其余的只填了颜色，说明见下表。`,
        );
      }
    }
    atPart("工作簿的结构部件");
    const sheets = new Map<string, Pick<Sheet, "hidden">>(this.workbook.sheets.map((sheet) => [sheet.name, sheet]));
    this.addSummary(summaryName, summarySheet({ file, diagnostics, sheets, remarks }, styles));
    atPart("工作簿的文档属性");
    this.addToTitles(
      worksheets.map(({ name }) => name),
      summaryName,
    );
    if (hasStyles) edit.write(stylesPart, styles.finish());
    else {
      const type = `${spreadsheetTypes}.styles+xml`;
      const part = edit.add(`${folderOf(this.mainPart)}styles.xml`, type, styles.finish());
      edit.relate(this.mainPart, `${relationshipTypes}/styles`, part);
    }
    atPart("工作簿的内部目录");
    return edit.pack();
  }

  private firstFreeIdBlock(): number {
    const drawings = this.edit.names.filter((name) => /\.vml$/iu.test(name));
    const highest = highestIdBlock(drawings.map((name) => decodePart(this.edit.originalBytes(name))));
    // The numbers are not required to be free, only advised; a file that has used them up gets used ones.
    return highest > 30_000 ? 1 : highest + 1;
  }

  private addSummary(name: string, xml: string): void {
    const { edit, mainPart } = this;
    const part = edit.add(`${folderOf(mainPart)}worksheets/sheet1.xml`, `${spreadsheetTypes}.worksheet+xml`, xml);
    const id = edit.relate(mainPart, `${relationshipTypes}/worksheet`, part);
    const workbook = edit.readXml(mainPart, "workbook");
    edit.write(mainPart, addSheet(workbook, outlineOf(workbook), name, id));
  }

  private addToTitles(worksheets: readonly string[], name: string): void {
    const part = this.edit.relationshipsOf("").find(({ type }) => type === "extended-properties")?.target;
    if (part === undefined || !this.edit.has(part)) return;
    const changed = addTitle(this.edit.readXml(part, "Properties"), worksheets, name);
    if (changed !== undefined) this.edit.write(part, changed);
  }
}

/** As somebody turns the sheets of the workbook: first what concerns all of it, in the end what is in other files. */
function inReadingOrder(diagnostics: readonly Diagnostic[], file: string, sheets: readonly string[]): Diagnostic[] {
  const rank = ({ place }: Diagnostic): number =>
    place.file !== file ? sheets.length : place.sheet === undefined ? -1 : sheets.indexOf(place.sheet);
  return diagnostics
    .map((diagnostic) => ({ diagnostic, rank: rank(diagnostic) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ diagnostic }) => diagnostic);
}

function groupBySheet(diagnostics: readonly Diagnostic[], file: string): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { place } = diagnostic;
    if (place.file !== file || place.sheet === undefined) continue;
    const group = groups.get(place.sheet) ?? [];
    groups.set(place.sheet, group);
    group.push(diagnostic);
  }
  return groups;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}
