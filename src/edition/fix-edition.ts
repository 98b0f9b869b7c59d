import { appendAll } from "../document/append-all.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";
import type { Fix, Unfixed } from "../fixes/fix.js";
import { fixTextFile, splitLines } from "../fixes/fix-text-file.js";
import { proposeFixes } from "../fixes/propose-fixes.js";
import type { Sources } from "../fixes/trace-change.js";
import { readWorkbook } from "../input/xlsx/read-workbook.js";
import { parseCellReference } from "../input/xlsx/cell-reference.js";
import { cellAddress, type Workbook } from "../input/workbook.js";
import { replaceCellTexts } from "../workbook/replace-cell-texts.js";
import type { CompositionOptions } from "./compose-edition.js";
import { reviewEdition, type Review } from "./review-edition.js";
import type { Files } from "./files.js";
import { placesOfRecords } from "./places-of-records.js";

/** What `--fix` would do to the files of an edition. */
export interface PlannedFixes {
  readonly fixes: readonly Fix[];
  /** Could be put right, but not by a program: see `UnfixedReason`. */
  readonly unfixed: readonly Unfixed[];
  /** The new contents of the files concerned, in the order of their paths; empty if there is nothing to fix. */
  readonly outputs: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** The edition as it is with the new contents. */
  readonly fixed: Review;
  /** Errors that the new contents would bring; nothing may be written then. */
  readonly objections: readonly Diagnostic[];
}

const workbookName = /\.xls[xm]$/iu;

/**
 * Plans the safe fixes of an edition's draft: in its templates, its circular.yaml, its data. The edition is composed again with the new
 * contents, so that what is written has been checked; nothing is written here.
 *
 * @param files to read from
 * @param composition of the edition as it is, with its proofreading
 * @param options with which it was composed
 */
export async function planFixes(files: Files, composition: Review, options: CompositionOptions): Promise<PlannedFixes> {
  const proposed = proposeFixes(composition.proofreading?.findings ?? [], sourcesOf(files, composition));
  const fixes: Fix[] = [];
  const unfixed: Unfixed[] = [...proposed.unfixed];
  const outputs: PlannedFixes["outputs"][number][] = [];
  for (const path of [...new Set(proposed.fixes.map(({ place }) => place.file))].sort()) {
    const wanted = proposed.fixes.filter(({ place }) => place.file === path);
    const fixed = fixFile(files.read(path) ?? new Uint8Array(), path, wanted);
    appendAll(unfixed, fixed.unfixed);
    appendAll(fixes, fixed.fixes);
    if (fixed.fixes.length > 0) outputs.push({ path, bytes: fixed.bytes });
  }
  if (outputs.length === 0) return { fixes, unfixed, outputs, fixed: composition, objections: [] };
  const fixed = await reviewEdition(withOutputs(files, outputs), composition.folder, options);
  return { fixes, unfixed, outputs, fixed, objections: newErrors(composition.diagnostics, fixed.diagnostics) };
}

/**
 * Errors that were not there before. What a message quotes may have been changed by a fix beside it, so that errors are told apart by
 * their rule and place only, and counted.
 */
function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of before.filter(isError)) {
    const key = identity(diagnostic);
    known.set(key, (known.get(key) ?? 0) + 1);
  }
  return after.filter(isError).filter((diagnostic) => {
    const key = identity(diagnostic);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left <= 0;
  });
}

function isError(diagnostic: Diagnostic): boolean {
  return hasErrors([diagnostic]);
}

function identity({ code, place: { file, sheet, cell, line, part } }: Diagnostic): string {
  return JSON.stringify([code, file, sheet, cell, line, part]);
}

function sourcesOf(files: Files, { edition }: Review): Sources {
  const lines = new Map<string, readonly string[] | undefined>();
  const workbooks = new Map<string, Workbook | undefined>();
  return {
    lines: (file) => {
      if (!lines.has(file)) {
        const text = decodeUtf8(files.read(file));
        lines.set(file, text === undefined ? undefined : splitLines(text));
      }
      return lines.get(file);
    },
    cell: (place) => {
      const { file } = place;
      if (!workbooks.has(file)) {
        const bytes = files.read(file);
        workbooks.set(file, bytes === undefined ? undefined : readWorkbook(bytes, file).workbook);
      }
      return cellText(workbooks.get(file), place);
    },
    record: edition === undefined ? () => undefined : placesOfRecords(edition),
  };
}

/** The text of a cell with its place; for a cell that a merged one covers, that one's. */
function cellText(workbook: Workbook | undefined, place: Place): { place: Place; text: string } | undefined {
  const position = parseCellReference(place.cell ?? "");
  const sheet = workbook?.sheets.find(({ name }) => name === place.sheet);
  if (position === undefined || sheet === undefined) return undefined;
  const { row, column } = position;
  const merge = sheet.merges.find(
    ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  const text = sheet.rows.find(({ number }) => number === row + 1)?.cells[column];
  if (typeof text !== "string") return undefined;
  return { place: merge === undefined ? place : { ...place, cell: cellAddress(merge.top, merge.left) }, text };
}

/** The text of a file in UTF-8, with its byte order mark if it has one; other encodings are left alone. */
function decodeUtf8(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fixFile(
  bytes: Uint8Array,
  path: string,
  fixes: readonly Fix[],
): { readonly bytes: Uint8Array; readonly fixes: readonly Fix[]; readonly unfixed: readonly Unfixed[] } {
  if (!workbookName.test(path)) {
    return { bytes: new TextEncoder().encode(fixTextFile(decodeUtf8(bytes) ?? "", fixes)), fixes, unfixed: [] };
  }
  const changes = new Map(
    fixes.map((fix) => [{ sheet: fix.place.sheet ?? "", cell: fix.place.cell ?? "", text: fix.after }, fix]),
  );
  const replaced = replaceCellTexts(bytes, [...changes.keys()]);
  const left = new Map(replaced.left.map(({ change, reason }) => [changes.get(change), reason]));
  const unfixed = fixes.flatMap((fix) => {
    const reason = left.get(fix);
    if (reason === undefined) return [];
    const { part, rules, excerpt } = fix;
    return rules.map((rule) => ({ part, rule, excerpt, reason: reason === "noText" ? "untraced" : reason }) as const);
  });
  return { bytes: replaced.bytes, fixes: fixes.filter((fix) => !left.has(fix)), unfixed };
}

function withOutputs(files: Files, outputs: PlannedFixes["outputs"]): Files {
  const changed = new Map(outputs.map(({ path, bytes }) => [path, bytes]));
  return { list: (path) => files.list(path), read: (path) => changed.get(path) ?? files.read(path) };
}
