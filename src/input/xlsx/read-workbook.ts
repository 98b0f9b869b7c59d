import { diagnose } from "../../diagnostics/catalogue.js";
import { sortDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { cellAddress, type Sheet, type Workbook } from "../workbook.js";
import { CellValues } from "./cell-value.js";
import type { DateSystem } from "./civil-date.js";
import { diagnoseForeignArchive } from "./foreign-archive.js";
import { diagnoseForeignFile } from "./foreign-file.js";
import { ReadingBudget } from "./reading-budget.js";
import { raisedLimits } from "../../openxml/raised-limits.js";
import { defaultReadingLimits, type ReadingLimits } from "./reading-limits.js";
import { readSharedStrings } from "./shared-strings.js";
import { readSheetPart, type SheetSurroundings } from "./sheet-part.js";
import { readNumberKinds } from "./styles.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { OfficePackage, type Relationship } from "../../openxml/office-package.js";
import { readWorkbookPart } from "./workbook-part.js";
import { during, type Progress } from "../../progress/progress.js";
import { countZipEntries, readZipDirectory, startsLikeZip } from "../../openxml/zip-archive.js";

/**
 * Reads an .xlsx workbook (ISO/IEC 29500, transitional or strict): values as the cells show them, merged ranges, what is hidden.
 *
 * ```text
 * bytes ─ zip directory ─▶ relationships ─▶ workbook.xml ─▶ sharedStrings.xml, styles.xml ─▶ each worksheet ─▶ merged cells
 * ```
 *
 * Formulas are never calculated: what Excel stored as their result counts. Comments, pictures, links to other files, pivot tables and
 * chart sheets are passed over.
 *
 * @param bytes the file's content
 * @param file its path as shown to people, for the places of diagnostics
 * @param limits limits other than the default ones
 * @param progress told of the rows
 * @returns the workbook, unless the file is none or is damaged, and every problem found; never throws for bad input
 */
export function readWorkbook(
  bytes: Uint8Array,
  file: string,
  limits: Partial<ReadingLimits> = {},
  progress?: Progress,
): { workbook?: Workbook; diagnostics: Diagnostic[] } {
  const reading = new WorkbookReading(
    file,
    { ...raisedLimits(defaultReadingLimits, ["textLength"]), ...limits },
    progress,
  );
  const sheets = reading.read(bytes);
  const diagnostics = sortDiagnostics(reading.diagnostics);
  return sheets === undefined ? { diagnostics } : { workbook: { file, sheets }, diagnostics };
}

/** At most so many cells with too long a text are listed. */
const mostLongTexts = 20;

class WorkbookReading {
  readonly diagnostics: Diagnostic[] = [];
  private readonly place: Place;
  /** Something could not be read, so that the sheets are not what the file holds. */
  private incomplete = false;
  /** A limit on the whole workbook has been passed: going on would only repeat that. */
  private stopped = false;
  private missingTexts: { readonly first: Place; count: number } | undefined;
  private longTexts = 0;

  constructor(
    private readonly file: string,
    private readonly limits: ReadingLimits,
    private readonly progress: Progress | undefined,
  ) {
    this.place = { file };
  }

  read(bytes: Uint8Array): Sheet[] | undefined {
    const sheets = this.attempt("工作簿的内部目录", () => {
      const content = this.open(bytes);
      return this.readSheets(content, this.findWorkbookPart(content));
    });
    return this.incomplete ? undefined : sheets;
  }

  private open(bytes: Uint8Array): OfficePackage {
    if (!startsLikeZip(bytes)) throw new UnreadablePart((place) => diagnoseForeignFile(bytes, place));
    const { parts: limit } = this.limits;
    const count = countZipEntries(bytes) ?? 0;
    if (count > limit)
      throw new UnreadablePart((place) => diagnose("workbook-too-many-parts", place, { count, limit }));
    return new OfficePackage(bytes, readZipDirectory(bytes), this.limits);
  }

  private findWorkbookPart(content: OfficePackage): string {
    const named = content.relationshipsOf("").find(({ type }) => type === "officeDocument")?.target;
    const mainPart = named !== undefined && content.has(named) ? named : "xl/workbook.xml";
    if (content.has(mainPart) && !/^(?:word|ppt)\/|\.bin$/iu.test(mainPart)) return mainPart;
    throw new UnreadablePart((place) => diagnoseForeignArchive(content.names, named, place));
  }

  private readSheets(content: OfficePackage, mainPart: string): Sheet[] {
    const structure = this.attempt("工作簿的结构部件", () => ({
      ...readWorkbookPart(readPart(content, mainPart)),
      relationships: content.relationshipsOf(mainPart),
    }));
    if (structure === undefined) return [];
    const surroundings = this.readSurroundings(content, structure.relationships, structure.dateSystem);
    const sheets: Sheet[] = [];
    const partsRead = new Set<string>();
    for (const { name, hidden, relationship } of structure.sheets) {
      if (this.stopped) break;
      const target = structure.relationships.find(({ id }) => id === relationship);
      // Chart sheets, dialog sheets and old macro sheets hold no table.
      if (target !== undefined && target.type !== "worksheet") continue;
      const place = { file: this.file, sheet: name };
      const read = (): Sheet => {
        const bytes = readPart(content, target?.target, partsRead);
        return { name, hidden, ...readSheetPart(bytes, surroundings(place), this.progress) };
      };
      const inStep = (): Sheet => during(this.progress, "workbook-rows", read);
      const sheet = this.attempt(`工作表“${name}”`, inStep, place);
      if (sheet !== undefined) sheets.push(sheet);
    }
    if (this.missingTexts !== undefined) {
      const { first, count } = this.missingTexts;
      this.diagnostics.push(diagnose("workbook-missing-text", first, { count }));
    }
    return sheets;
  }

  /** What all sheets share. Where it is damaged the sheets are read even so, to find whatever else is. */
  private readSurroundings(
    content: OfficePackage,
    relationships: readonly Relationship[],
    dateSystem: DateSystem,
  ): (place: Place) => SheetSurroundings {
    const optionalPart = <Result>(type: string, read: (bytes: Uint8Array) => Result): Result | undefined => {
      const target = relationships.find((relationship) => relationship.type === type)?.target;
      const bytes = target === undefined ? undefined : content.read(target);
      return bytes === undefined ? undefined : read(bytes);
    };
    const sharedStrings = this.attempt(
      "工作簿的文字部件",
      () =>
        during(this.progress, "workbook-texts", () =>
          optionalPart("sharedStrings", (bytes) => readSharedStrings(bytes, this.limits, this.progress)),
        ) ?? [],
    );
    const numberKinds = this.attempt("工作簿的格式部件", () => optionalPart("styles", readNumberKinds) ?? []);
    const values = new CellValues(sharedStrings ?? [], numberKinds ?? [], dateSystem);
    const budget = new ReadingBudget(this.limits);
    return (place) => ({
      values,
      budget,
      reportMissingText: (row, column) => {
        // If all texts are damaged, that is enough to know.
        if (sharedStrings !== undefined) this.noteMissingText({ ...place, cell: cellAddress(row, column) });
      },
      reportLongText: (row, column, length) => {
        this.noteLongText({ ...place, cell: cellAddress(row, column) }, length);
      },
    });
  }

  /** Does one part's reading; what goes wrong becomes a diagnostic. `part` is the part in words. */
  private attempt<Result>(part: string, read: () => Result, place = this.place): Result | undefined {
    try {
      return read();
    } catch (problem) {
      if (!(problem instanceof UnreadablePart)) throw problem;
      this.incomplete = true;
      this.stopped ||= problem.final;
      this.diagnostics.push(problem.diagnoseAt(place, part, "workbook"));
      return undefined;
    }
  }

  private noteMissingText(place: Place): void {
    this.incomplete = true;
    this.missingTexts ??= { first: place, count: 0 };
    this.missingTexts.count += 1;
  }

  private noteLongText(place: Place, length: number): void {
    this.longTexts += 1;
    if (this.longTexts > mostLongTexts) return;
    this.diagnostics.push(diagnose("workbook-text-too-long", place, { length, limit: this.limits.textLength }));
  }
}

/**
 * A part that must be there.
 *
 * @param alreadyRead parts that may not be read again: a file that names one part for thousands of sheets would take for ever
 * @throws UnreadablePart if it is missing or cannot be read
 */
function readPart(content: OfficePackage, name: string | undefined, alreadyRead = new Set<string>()): Uint8Array {
  const bytes = name === undefined || alreadyRead.has(name.toLowerCase()) ? undefined : content.read(name);
  if (name === undefined || bytes === undefined) {
    throw new UnreadablePart((place, part) => diagnose("workbook-missing-part", place, { part }));
  }
  alreadyRead.add(name.toLowerCase());
  return bytes;
}
