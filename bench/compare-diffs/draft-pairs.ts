import { readdirSync, readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { parse } from "yaml";
import * as z from "zod";
import { nodeFiles } from "../../src/cli/node-files.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import type { DocumentChanges } from "../../src/diff/changes.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { attachment, circular, numberedTable, type Cells } from "../../test/diff/draft-pairs.js";
import { casesFolder, reportOfCase } from "../../test/diff-report/draft-pair.js";

/** Two drafts of one circular: as our program compares them, and as files that every program can read. */
export interface DraftPair {
  readonly name: string;
  /** Our comparison of what was composed from data, or of what the case says. */
  readonly changes: DocumentChanges;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** All pairs, one after the other: the named cases of the tests, then the two large ones. */
export async function* draftPairs(): AsyncGenerator<DraftPair> {
  const folders = readdirSync(casesFolder).filter((name) => name !== "edition");
  for (const name of folders.sort()) yield caseOfTests(name);
  yield rowChangedInRealEdition();
  yield rowInsertedInLongTable();
}

const wordEdits = z.object({
  after: z.array(z.unknown()).default([]),
  parts: z.array(z.object({ file: z.string(), find: z.string(), put: z.string() })).default([]),
});

async function caseOfTests(name: string): Promise<DraftPair> {
  const { before, after, comparison } = await reportOfCase(name);
  const { after: dataEdits, parts } = wordEdits.parse(
    parse(readFileSync(new URL(`${name}/case.yaml`, casesFolder), "utf8")),
  );
  const beforeFile = await writeDocx(before.document);
  if (parts.length === 0)
    return { name, changes: comparison, before: beforeFile, after: await writeDocx(after.document) };
  if (dataEdits.length > 0)
    throw new Error(`${name}: edits of the data and of the .docx at once are not expected here`);
  // What somebody put into a header is not in the tree: the file itself is edited.
  return { name, changes: comparison, before: beforeFile, after: editedInWord(beforeFile, parts) };
}

function editedInWord(bytes: Uint8Array, edits: z.infer<typeof wordEdits>["parts"]): Uint8Array {
  const parts = unzipSync(bytes);
  for (const { file, find, put } of edits) {
    const text = strFromU8(parts[file] ?? new Uint8Array());
    if (find !== "" && text.split(find).length !== 2) throw new Error(`${file} does not hold ${find} once`);
    parts[file] = strToU8(find === "" ? put : text.replace(find, () => put));
  }
  return zipSync(parts);
}

async function pairOfDocuments(name: string, before: CircularDocument, after: CircularDocument): Promise<DraftPair> {
  return {
    name,
    changes: compareDocuments(before, after),
    before: await writeDocx(before),
    after: await writeDocx(after),
  };
}

const edition = "data/guangdong-2022q2";
const rowBefore = "{地区: 东莞, 政务新媒体总数: 221, 检查新媒体数: 221,";
const rowAfter = "{地区: 东莞, 政务新媒体总数: 231, 检查新媒体数: 231,";

async function rowChangedInRealEdition(): Promise<DraftPair> {
  const original = withTexts({
    [`${edition}/circular.yaml`]: ["数据文件: inspection.xlsx", "数据文件: inspection.yaml"],
  });
  const changed = withTexts({
    [`${edition}/circular.yaml`]: ["数据文件: inspection.xlsx", "数据文件: inspection.yaml"],
    [`${edition}/inspection.yaml`]: [rowBefore, rowAfter],
  });
  return pairOfDocuments("guangdong-2022q2-row-changed", await composed(original), await composed(changed));
}

/** The files on the disk, with one text of a file replaced by another. */
function withTexts(replacements: Readonly<Record<string, readonly [find: string, put: string]>>): Files {
  const disk = nodeFiles();
  return {
    list: disk.list,
    read: (path) => {
      const bytes = disk.read(path);
      const replacement = replacements[path];
      if (bytes === undefined || replacement === undefined) return bytes;
      const [find, put] = replacement;
      const text = new TextDecoder().decode(bytes);
      if (text.split(find).length !== 2) throw new Error(`${path} does not hold ${find} once`);
      return new TextEncoder().encode(text.replace(find, put));
    },
  };
}

async function composed(files: Files): Promise<CircularDocument> {
  const { draft, diagnostics } = await composeEdition(files, edition, { templatesFolder: "templates" });
  if (draft === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return draft;
}

/** The pair whose table is as long as that of a province. */
export const longTablePair = "row-inserted-in-3354-rows";

/** As many accounts as a province has. */
const rowsOfProvince = 3354;

function rowInsertedInLongTable(): Promise<DraftPair> {
  const rows = Array.from({ length: rowsOfProvince }, (_, row): Cells => [
    `示例单位${String(row % 90)}`,
    `示例账号${String(row)}`,
    row % 40 === 7 ? "不合格" : "合格",
  ]);
  const middle = rowsOfProvince / 2;
  const inserted: Cells = ["示例单位新", "示例账号新", "合格"];
  const document = (records: readonly Cells[]): CircularDocument =>
    circular(attachment(undefined, "政务新媒体检查情况表", numberedTable(["单位", "名称", "结果"], ["名称"], records)));
  return pairOfDocuments(
    longTablePair,
    document(rows),
    document([...rows.slice(0, middle), inserted, ...rows.slice(middle)]),
  );
}
