import { readDocx } from "../../src/docx/read-docx.js";
import { asReadBack } from "../../src/docx/as-read-back.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import type { Attachment, Block, CircularDocument, Table } from "../../src/document/tree.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { mergeDocuments, type MergedDocuments } from "../../src/merge/merge-documents.js";
import { projectFiles, projectPath } from "../circulars/built-circular.js";
import { readFileSync } from "node:fs";
import { changesBetween } from "../diff/draft-pairs.js";
import type { Mutable } from "./mutable.js";

const folder = "data/chaozhou-2024q2";

/** Something written differently in one of the files of the edition. */
export interface DataEdit {
  readonly file?: "inspection.yaml" | "circular.yaml";
  readonly from: string;
  readonly to: string;
}

/** What people do to the draft in Word. */
export type HandEdit = (draft: HandDraft) => void;

/** The draft of the sample edition with some of its data different. */
export async function composed(edits: readonly DataEdit[] = []): Promise<CircularDocument> {
  const replaced = new Map<string, string>();
  for (const { file = "inspection.yaml", from, to } of edits) {
    const path = `${folder}/${file}`;
    const text = replaced.get(path) ?? readFileSync(projectPath(path), "utf8");
    if (text.split(from).length !== 2) throw new Error(`${from} does not stand in ${file} exactly once`);
    replaced.set(
      path,
      text.replace(from, () => to),
    );
  }
  const options = { templatesFolder: "templates", dataFiles: ["inspection.yaml"] };
  const { document, diagnostics } = await composeEdition(projectFiles(replaced), folder, options);
  if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return document;
}

/** What a reader finds in the file that is written of a draft. */
async function throughFile(document: CircularDocument): Promise<CircularDocument> {
  const { document: read } = readDocx(await writeDocx(document), "通报.docx");
  if (read === undefined) throw new Error("cannot be read");
  return read;
}

/** Merges the sample edition, edited by hand and generated from changed data. */
async function mergeCase(
  hand: HandEdit,
  data: readonly DataEdit[],
): Promise<{ readonly merged: MergedDocuments; readonly fresh: CircularDocument }> {
  const base = await throughFile(await composed());
  const draft = new HandDraft(structuredClone(base) as Mutable<CircularDocument>);
  hand(draft);
  const { document: fresh } = await asReadBack(await composed(data));
  const merged = mergeDocuments({ base, hand: await throughFile(draft.document), data: fresh });
  return { merged, fresh };
}

/** What became of a case in words: what of the hand's work stands in the merged draft, and the conflicts. */
export async function outcome(hand: HandEdit, data: readonly DataEdit[]): Promise<string> {
  const { merged, fresh } = await mergeCase(hand, data);
  const conflicts = merged.conflicts.map(
    (one) => `${one.kind} ${one.place}：手工“${one.hand}” 数据“${one.data}” 原“${one.base}”`,
  );
  return [
    "套用",
    changesBetween(fresh, merged.data),
    ...(conflicts.length === 0 ? [] : ["冲突", ...conflicts, "若取手工", changesBetween(merged.data, merged.hand)]),
  ].join("\n");
}

/** A draft as people edit it. */
export class HandDraft {
  constructor(readonly document: Mutable<CircularDocument>) {}

  /** The position of the first block that says this. */
  indexOf(words: string): number {
    const index = this.document.children.findIndex((block) => JSON.stringify(block).includes(words));
    if (index < 0) throw new Error(`nothing says ${words}`);
    return index;
  }

  /** Writes words differently wherever they stand first. */
  replace(from: string, to: string): void {
    const index = this.indexOf(from);
    const block = JSON.stringify(this.document.children[index]).replace(from, () => to);
    this.document.children[index] = JSON.parse(block) as Mutable<Block>;
  }

  addAfter(words: string, text: string): void {
    this.document.children.splice(this.indexOf(words) + 1, 0, {
      type: "paragraph",
      children: [{ type: "text", value: text }],
    });
  }

  remove(words: string): void {
    this.document.children.splice(this.indexOf(words), 1);
  }

  attachment(number: number): Mutable<Attachment> {
    const found = this.document.children.find((block) => block.type === "attachment" && block.number === number);
    if (found?.type !== "attachment") throw new Error(`no attachment ${String(number)}`);
    return found;
  }

  table(attachment: number): Mutable<Table> {
    const found = this.attachment(attachment).children.find(({ type }) => type === "table");
    if (found?.type !== "table") throw new Error("no table");
    return found;
  }

  /** The row in which a cell says this. */
  row(
    attachment: number,
    words: string,
  ): { readonly index: number; readonly cells: Mutable<Table>["rows"][number]["cells"] } {
    const { rows } = this.table(attachment);
    const index = rows.findIndex(({ cells }) => cells.some((cell) => cell === words));
    const row = rows[index];
    if (row === undefined) throw new Error(`no row says ${words}`);
    return { index, cells: row.cells };
  }

  /** Counts the rows of a table whose first column numbers them. */
  count(attachment: number): void {
    let next = 1;
    for (const { role, cells } of this.table(attachment).rows) {
      if (role !== "record") continue;
      cells[0] = String(next);
      next += 1;
    }
  }
}
