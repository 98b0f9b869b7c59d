import { surroundingsInWords } from "../../src/cli/diff-sides.js";
import { elementNames, type Change, type ChangeKind } from "../../src/diff/changes.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { compareFormats } from "../../src/docx/look/compare-formats.js";
import { readDocx, type ReadDraft } from "../../src/docx/read-docx.js";
import type { CircularDocument } from "../../src/document/tree.js";
import type { DraftPair } from "./draft-pairs.js";
import type { MarkedRows } from "./measurement.js";

/** What our comparison says of a pair. */
export interface OurReport {
  /** Comparing what the two drafts were composed from, as far as they were. */
  readonly changes: number;
  /** How many of them are rows and cells of tables. */
  readonly ofTableRows: number;
  /** Every change in two words: 新增行, 段落改动. */
  readonly inWords: readonly string[];
  /** Comparing nothing but the two files, which is all that the other programs have. */
  readonly changesOfFiles: number;
  /** Rows that hold a change, comparing the files. */
  readonly rows: MarkedRows;
}

const kindNames: Readonly<Record<ChangeKind, string>> = {
  added: "新增",
  removed: "删去",
  moved: "移动",
  changed: "改动",
};

export function ourReport({ changes: { changes }, before, after }: DraftPair): OurReport {
  const older = readDraft(before);
  const newer = readDraft(after);
  const surroundings = {
    before: surroundingsInWords(older.surroundings),
    after: surroundingsInWords(newer.surroundings),
  };
  const format = compareFormats(before, after);
  const ofFiles = compareDocuments(older.document, newer.document, { surroundings, format }).changes;
  return {
    changes: changes.length,
    ofTableRows: changes.filter(({ element }) => element === "row" || element === "cell").length,
    inWords: changes.map(({ kind, element }) => `${elementNames[element]}${kindNames[kind]}`),
    changesOfFiles: ofFiles.length,
    rows: rowsWithChanges(ofFiles, newer.document),
  };
}

function readDraft(bytes: Uint8Array): ReadDraft & { readonly document: CircularDocument } {
  const { document, ...read } = readDocx(bytes, "");
  if (document === undefined) throw new Error(read.diagnostics.map(({ message }) => message).join("\n"));
  return { ...read, document };
}

/** Rows of the newer draft in which a change shows, and rows that are only in the older one. */
function rowsWithChanges(changes: readonly Change[], newer: CircularDocument): MarkedRows {
  const inNewer = new Set<string>();
  const inOlder = new Set<string>();
  for (const { before, after } of changes.flatMap(({ occurrences }) => occurrences)) {
    const newRow = rowOf(after?.spot?.path);
    const oldRow = rowOf(before?.spot?.path);
    if (newRow !== undefined) inNewer.add(newRow);
    else if (after === undefined && oldRow !== undefined) inOlder.add(oldRow);
  }
  return { marked: inNewer.size + inOlder.size, all: countRows(newer) + inOlder.size };
}

/** The path of the table row that a path leads into. */
function rowOf(path: readonly (string | number)[] | undefined): string | undefined {
  const index = path?.findIndex((key) => key === "rows" || key === "headerRows") ?? -1;
  return index === -1 ? undefined : path?.slice(0, index + 2).join(" ");
}

function countRows({ children }: CircularDocument): number {
  const tables = children.flatMap((block) =>
    block.type === "attachment" ? block.children.filter((child) => child.type === "table") : [],
  );
  return tables.reduce((sum, { headerRows, rows }) => sum + headerRows.length + rows.length, 0);
}
