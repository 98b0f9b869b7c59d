import { appendAll } from "../document/append-all.js";
import { diagnose } from "../diagnostics/catalogue.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { isValidDate, parseDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { nextPeriod, periodName, type CircularPeriod } from "../facts/numbers/period.js";
import { decodeText } from "../input/yaml/decode-text.js";
import { nodeAt, type YamlMap } from "../input/yaml/yaml-node.js";
import type { FieldValue } from "../schema/dataset.js";
import type { CircularType, FieldDefinition } from "../schema/definitions.js";
import { planWorkbook } from "../workbook/plan-workbook.js";
import type { WorkbookForm } from "../workbook/workbook-form.js";
import { circularFileName } from "./data-sources.js";
import { baseName, isPlainName, joinPath, type Files } from "./files.js";
import { loadEdition, readCircularFile, type Edition } from "./load-edition.js";
import { circularLeftovers, commentLeftovers, leftoverFinder, workbookLeftovers } from "./new-edition-leftovers.js";
import { formatDateLike, monthsBetween, periodEntries, periodYaml, shiftMonths } from "./new-edition-period.js";
import { carriedRows } from "./new-edition-rows.js";
import { CircularText, type TextPath } from "./new-edition-text.js";
import { readNamedType } from "./new-edition-type.js";

/** Where things are, and what of the next edition is known already, in place of what follows from the last one. */
export interface AdvanceOptions {
  /** The folder of the new edition, for messages. */
  readonly target: string;
  readonly templatesFolder: string;
  readonly period?: CircularPeriod;
  readonly date?: CivilDate;
  readonly issuer?: string;
}

/** An edition to be written, and what to tell the clerk about it. */
export interface NewEdition {
  readonly type: CircularType;
  readonly period: CircularPeriod;
  readonly circular: string;
  /** Absent where the last edition had no tables either. */
  readonly workbook?: { readonly file: string; readonly form: WorkbookForm };
  /** Pictures that stay the same. */
  readonly pictures: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  readonly summary: EditionSummary;
}

/** What was done, by the names that the clerk knows. */
export interface EditionSummary {
  /** Values that moved on and should be looked at. */
  readonly advanced: readonly string[];
  /** Values that have to be filled in. */
  readonly toFill: readonly string[];
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly emptied: readonly string[] }[];
}

/** The name of a new edition's workbook. */
export const workbookFileName = "inspection.xlsx";

/**
 * Makes the next edition from the last one: rosters, units, issuer, recipients and fixed wording stay, results are cleared, the period and
 * the dates move on. Prose is never rewritten: where it still speaks of the last period, a warning says so.
 *
 * @param files to read from
 * @param folder of the last edition
 * @returns no edition if the last one has mistakes or is written in a way that cannot be changed by a program
 */
export async function advanceEdition(
  files: Files,
  folder: string,
  options: AdvanceOptions,
): Promise<{ readonly edition?: NewEdition; readonly diagnostics: Diagnostic[] }> {
  const circular = await readCircularFile(files, folder);
  const { root, typeName } = circular;
  if (root === undefined || typeName === undefined || hasErrors(circular.diagnostics)) {
    return { diagnostics: circular.diagnostics };
  }
  const named = await readNamedType(files, joinPath(options.templatesFolder, typeName));
  if (named.prepared === undefined) return { diagnostics: [...circular.diagnostics, ...named.diagnostics] };
  const { type } = named.prepared;
  const last = await loadEdition(files, folder, root, type);
  if (last.edition === undefined) return { diagnostics: last.diagnostics };
  const path = joinPath(folder, circularFileName);
  const { text } = decodeText(files.read(path) ?? new Uint8Array(), path);
  const advance = new Advance(type, last.edition, root, new CircularText(text ?? ""), options);
  return advance.run(files);
}

/** The tables with which the new edition begins. */
interface NewTables {
  readonly file: string;
  readonly rows: ReadonlyMap<string, readonly (readonly FieldValue[])[]>;
  readonly summary: EditionSummary["tables"];
}

class Advance {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly advanced: string[] = [];
  private readonly toFill: string[] = [];
  private readonly lastDates: CivilDate[] = [];
  private readonly pictures: string[] = [];
  private readonly lastPeriod: CircularPeriod;
  private readonly period: CircularPeriod;
  private readonly months: number;

  constructor(
    private readonly type: CircularType,
    private readonly last: Edition,
    private readonly root: YamlMap,
    private readonly text: CircularText,
    private readonly options: AdvanceOptions,
  ) {
    this.lastPeriod = last.elements.期间;
    this.period = options.period ?? nextPeriod(this.lastPeriod);
    this.months = monthsBetween(this.lastPeriod, this.period);
  }

  run(files: Files): { readonly edition?: NewEdition; readonly diagnostics: Diagnostic[] } {
    const reference = this.text.reference();
    if (reference !== undefined) {
      this.diagnostics.push(diagnose("new-circular-references", this.root.place, { actual: reference }));
      return { diagnostics: this.diagnostics };
    }
    this.elements();
    for (const field of this.type.fields) this.field(field, [field.name]);
    const tables = this.tables();
    const circular = this.text.result();
    if (circular === undefined) this.diagnostics.push(diagnose("new-circular-not-rewritten", this.root.place, {}));
    const form = tables === undefined ? undefined : this.form(tables);
    if (circular === undefined || hasErrors(this.diagnostics)) return { diagnostics: this.diagnostics };
    const { target } = this.options;
    const find = leftoverFinder(this.lastPeriod, this.period, this.lastDates);
    const path = joinPath(target, circularFileName);
    appendAll(this.diagnostics, circularLeftovers(circular, path, find));
    const data = tables === undefined ? [] : [tables.file];
    appendAll(this.diagnostics, commentLeftovers(circular, path, [circularFileName, ...data, ...this.pictures]));
    const workbook = tables === undefined || form === undefined ? undefined : { file: tables.file, form };
    if (workbook !== undefined) {
      appendAll(this.diagnostics, workbookLeftovers(workbook.form, joinPath(target, workbook.file), find));
    }
    return {
      edition: {
        type: this.type,
        period: this.period,
        circular,
        ...(workbook === undefined ? {} : { workbook }),
        pictures: this.pictures.flatMap((file) => {
          const bytes = files.read(joinPath(this.last.folder, file));
          return bytes === undefined ? [] : [{ file, bytes }];
        }),
        summary: { advanced: this.advanced, toFill: this.toFill, tables: tables?.summary ?? [] },
      },
      diagnostics: this.diagnostics,
    };
  }

  private form(tables: NewTables): WorkbookForm | undefined {
    const { form, diagnostics } = planWorkbook(this.type, { period: periodName(this.period), rows: tables.rows });
    appendAll(this.diagnostics, diagnostics);
    return form;
  }

  /** The elements that every circular has. What belongs to one document only, such as its number, is cleared. */
  private elements(): void {
    this.changePeriod();
    this.nameLastEdition();
    if (this.options.issuer !== undefined) this.text.set(["发文机关"], this.options.issuer);
    if (this.options.date === undefined) this.shift(["成文日期"]);
    else this.text.set(["成文日期"], formatDateLike(this.text.textAt(["成文日期"]) ?? "", this.options.date));
    this.shift(["版记", "印发日期"]);
    for (const name of ["份号", "发文字号"]) {
      if (this.text.textAt(["版头", name]) !== undefined) this.clear(["版头", name], true);
    }
  }

  private changePeriod(): void {
    this.doubtPeriod();
    const entries = periodEntries(this.period);
    const keys = this.text.keysAt(["期间"]).filter((key) => this.text.textAt(["期间", key]) !== undefined);
    const sameKeys = keys.length === entries.size && keys.every((key) => entries.has(key));
    if (!sameKeys) {
      this.text.rewrite(["期间"], periodYaml(this.period), Object.fromEntries(entries));
      return;
    }
    for (const [key, value] of entries) {
      if (this.text.textAt(["期间", key]) !== value) this.text.set(["期间", key], value);
    }
  }

  /** The new edition will be compared with this one, if it lies beside it. */
  private nameLastEdition(): void {
    const [last, target] = [this.last.folder, this.options.target].map((folder) => folder.replace(/\/+$/u, ""));
    const name = baseName(last ?? "");
    if (parentOf(last ?? "") === parentOf(target ?? "") && isPlainName(name)) this.text.put("上期", name, "通报类型");
    else this.text.remove("上期");
  }

  /** A period that was given may be a slip. */
  private doubtPeriod(): void {
    const place = { file: this.options.target };
    const names = { last: periodName(this.lastPeriod), next: periodName(this.period) };
    if (periodKind(this.lastPeriod) !== periodKind(this.period)) {
      this.diagnostics.push(diagnose("new-period-of-other-kind", place, names));
    } else if (this.months <= 0) this.diagnostics.push(diagnose("new-period-not-later", place, names));
  }

  private field(field: FieldDefinition, path: TextPath): void {
    switch (field.kind) {
      case "group":
        for (const inner of field.fields) this.field(inner, [...path, inner.name]);
        return;
      case "records":
        this.records(field, path);
        return;
      case "dateRange":
        if (field.carriedOver) for (const end of ["起", "止"]) this.shift([...path, end], path);
        else for (const end of ["起", "止"]) this.clear([...path, end], field.required);
        return;
      case "date":
        if (field.carriedOver) this.shift(path);
        else this.clear(path, field.required);
        return;
      case "image":
        if (!field.carriedOver) this.clear(path, field.required);
        else appendAll(this.pictures, [this.text.textAt(path) ?? []].flat());
        return;
      default:
        if (!field.carriedOver) this.clear(path, field.required && field.defaultValue === undefined);
    }
  }

  /** A list whose items all have to be written anew keeps one as a pattern. */
  private records(field: FieldDefinition, path: TextPath): void {
    const leaves = (inner: FieldDefinition): FieldDefinition[] =>
      inner.fields.length === 0 ? [inner] : inner.fields.flatMap(leaves);
    const stays = leaves(field).some((leaf) => leaf.carriedOver);
    if (!stays && !field.required) {
      this.clear(path, false);
      return;
    }
    if (!stays) this.text.keepFirstItem(path);
    const items = stays ? this.text.lengthAt(path) : Math.min(1, this.text.lengthAt(path));
    for (let index = 0; index < items; index += 1) {
      for (const inner of field.fields) this.field(inner, [...path, index, inner.name]);
    }
  }

  private clear(path: TextPath, required: boolean): void {
    const { node, exact } = nodeAt(this.root, path);
    if (!exact || (node.kind === "text" && node.empty && !required)) return;
    this.text.clear(path);
    this.text.mark(path, required ? "fill" : "optional");
    if (required) this.toFill.push(pathName(path));
  }

  /** @param shown the path under which the clerk knows the date */
  private shift(path: TextPath, shown: TextPath = path): void {
    const written = this.text.textAt(path);
    const date = written === undefined ? undefined : parseDate(written);
    if (written === undefined || date === undefined) return;
    const shifted = shiftMonths(date, this.months);
    if (!isValidDate(shifted)) {
      const place = nodeAt(this.root, path).node.place;
      this.diagnostics.push(diagnose("new-date-out-of-range", place, { name: pathName(path), actual: written }));
      return;
    }
    this.lastDates.push(date);
    this.text.set(path, formatDateLike(written, shifted));
    this.text.mark(shown, "check");
    if (!this.advanced.includes(pathName(shown))) this.advanced.push(pathName(shown));
  }

  private tables(): NewTables | undefined {
    const { type, last } = this;
    // An edition whose attachments are pictures goes on without tables.
    if (last.datasets.size === 0 && type.datasets.every((dataset) => !dataset.required)) return undefined;
    const file = this.workbookName();
    if (this.text.keysAt([]).includes("数据文件") && this.text.textAt(["数据文件"]) !== file) {
      this.text.rewrite(["数据文件"], file, file);
    }
    this.text.remove("数据表");
    const rows = new Map<string, readonly (readonly FieldValue[])[]>();
    const summary = type.datasets.map((definition) => {
      const dataset = last.datasets.get(definition.name);
      const carried = dataset === undefined ? { rows: [], emptied: [] } : carriedRows(dataset);
      rows.set(definition.name, carried.rows);
      return { name: definition.name, rows: carried.rows.length, emptied: carried.emptied };
    });
    return { file, rows, summary };
  }

  /** The workbook goes on under its name if there was one. */
  private workbookName(): string {
    const files = new Set([...this.last.datasets.values()].map((dataset) => dataset.file));
    const [file] = files;
    const name = file?.split("/").at(-1) ?? "";
    return files.size === 1 && /\.xlsx$/iu.test(name) ? name : workbookFileName;
  }
}

/** A quarter, half a year, months, or a year. */
function periodKind(period: CircularPeriod): string {
  if (period.quarter !== undefined) return "quarter";
  if (period.half !== undefined) return "half";
  return period.month === undefined ? "year" : "month";
}

function parentOf(folder: string): string {
  return folder.split("/").slice(0, -1).join("/");
}

function pathName(path: TextPath): string {
  return path.map((step) => (typeof step === "number" ? `第${String(step + 1)}项` : step)).join(".");
}
