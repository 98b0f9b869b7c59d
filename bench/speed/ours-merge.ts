import { composeDocument } from "../../src/edition/compose.js";
import type { Files } from "../../src/edition/files.js";
import { loadEdition, readCircularFile } from "../../src/edition/load-edition.js";
import { prepareType } from "../../src/edition/prepared-type.js";
import type { CircularDocument } from "../../src/document/tree.js";

/** A row of the made-up accounts: 主办单位, 账号名称, 平台, 检查结果. */
export type AccountRow = readonly [string, string, string, string];

/** The files of the circular type and of the edition that the accounts are put into. */
export interface CircularTexts {
  readonly type: string;
  readonly body: string;
  readonly circular: string;
}

const typeFolder = "templates/测速";
const editionFolder = "data/测速";

/** What a template engine does with its data: checks the template, merges. */
export async function merge(texts: CircularTexts, rows: readonly AccountRow[]): Promise<CircularDocument> {
  const contents = new Map([
    [`${typeFolder}/type.yaml`, texts.type],
    [`${typeFolder}/body.hbs`, texts.body],
    [`${editionFolder}/circular.yaml`, `${texts.circular}数据表: {账号: []}\n`],
  ]);
  const files: Files = {
    read: (path) => {
      const text = contents.get(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    list: () => ["body.hbs", "type.yaml"],
  };
  const { prepared, diagnostics } = await prepareType(files, typeFolder);
  const { root } = await readCircularFile(files, editionFolder);
  if (prepared === undefined || root === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  const { edition, diagnostics: wrong } = await loadEdition(files, editionFolder, root, prepared.type);
  const empty = edition?.datasets.get("账号");
  if (edition === undefined || empty === undefined) throw new Error(wrong.map(({ message }) => message).join());
  // Rows in memory, as the other programs get theirs.
  const dataset = { ...empty, rows: rows.map((values, index) => ({ index, source: index + 2, values })) };
  return composeDocument(prepared, { ...edition, datasets: new Map([["账号", dataset]]) }).document;
}

/** Loads what is loaded when it is first needed. */
export async function loadWriter(): Promise<void> {
  await import("../../src/docx/write-docx.js");
}

export async function write(document: CircularDocument): Promise<Uint8Array> {
  const { writeDocx } = await import("../../src/docx/write-docx.js");
  return writeDocx(document);
}
