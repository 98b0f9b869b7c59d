import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";
import type { Fix, Unfixed } from "../fixes/fix.js";
import { fixTextFile, splitLines } from "../fixes/fix-text-file.js";
import { proposeFixes, type Sources } from "../fixes/propose-fixes.js";
import { readWorkbook } from "../input/xlsx/read-workbook.js";
import { parseCellReference } from "../input/xlsx/cell-reference.js";
import type { Workbook } from "../input/workbook.js";
import { replaceCellTexts } from "../workbook/replace-cell-texts.js";
import type { CompositionOptions } from "./compose-edition.js";
import { reviewEdition, type Review } from "./review-edition.js";
import type { Files } from "./files.js";

/** What `--fix` would do to the files of an edition. */
export interface PlannedFixes {
  readonly fixes: readonly Fix[];
  /** Could be put right, but stand at no single place of a file: joined, formatted or worked out values. */
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
  const { fixes, unfixed } = proposeFixes(composition.proofreading?.findings ?? [], sourcesOf(files));
  const outputs = [...new Set(fixes.map(({ place }) => place.file))].sort().map((path) => ({
    path,
    bytes: fixFile(files.read(path) ?? new Uint8Array(), path, fixes),
  }));
  if (outputs.length === 0) return { fixes, unfixed, outputs, fixed: composition, objections: [] };
  const fixed = await reviewEdition(withOutputs(files, outputs), composition.folder, options);
  const known = new Set(composition.diagnostics.map(identity));
  const objections = fixed.diagnostics.filter(
    (diagnostic) => hasErrors([diagnostic]) && !known.has(identity(diagnostic)),
  );
  return { fixes, unfixed, outputs, fixed, objections };
}

function identity({ code, message, actual }: Diagnostic): string {
  return JSON.stringify([code, message, actual]);
}

function sourcesOf(files: Files): Sources {
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
    cell: ({ file, sheet, cell }: Place) => {
      if (!workbooks.has(file)) {
        const bytes = files.read(file);
        workbooks.set(file, bytes === undefined ? undefined : readWorkbook(bytes, file).workbook);
      }
      const position = parseCellReference(cell ?? "");
      if (position === undefined) return undefined;
      const rows = workbooks.get(file)?.sheets.find(({ name }) => name === sheet)?.rows;
      const value = rows?.find(({ number }) => number === position.row + 1)?.cells[position.column];
      return typeof value === "string" ? value : undefined;
    },
  };
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

function fixFile(bytes: Uint8Array, path: string, all: readonly Fix[]): Uint8Array {
  const fixes = all.filter(({ place }) => place.file === path);
  if (workbookName.test(path)) {
    return replaceCellTexts(
      bytes,
      fixes.map(({ place, after }) => ({ sheet: place.sheet ?? "", cell: place.cell ?? "", text: after })),
    );
  }
  return new TextEncoder().encode(fixTextFile(decodeUtf8(bytes) ?? "", fixes));
}

function withOutputs(files: Files, outputs: PlannedFixes["outputs"]): Files {
  const changed = new Map(outputs.map(({ path, bytes }) => [path, bytes]));
  return { list: (path) => files.list(path), read: (path) => changed.get(path) ?? files.read(path) };
}
