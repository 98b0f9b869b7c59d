import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect } from "vitest";
import type { Diagnostic, Severity } from "../../src/diagnostics/diagnostic.js";
import { annotateWorkbook } from "../../src/workbook/annotate/annotate-workbook.js";

/** What the workbooks of these tests are called. */
export const file = "data/示例/台账.xlsx";

/** A problem at `网站!C5`, or at a sheet as a whole where there is no `!`. */
export function problem(at: string, severity: Severity = "error", message = `${at}不对`): Diagnostic {
  const [sheet = "", cell] = at.split("!");
  return {
    code: "some-problem",
    severity,
    place: { file, sheet, ...(cell === undefined ? {} : { cell }) },
    message,
    actual: "空白",
    expected: "必须填写",
    hint: "请补填",
  };
}

/** The bytes of the annotated copy; every part of it that is XML is well-formed, namespaces included. */
export function annotate(bytes: Uint8Array, problems: readonly Diagnostic[]): Uint8Array {
  const result = annotateWorkbook(bytes, file, problems);
  if ("problem" in result) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  for (const [name, xml] of Object.entries(textParts(result.bytes))) expectWellFormed(name, xml);
  return result.bytes;
}

/** Why a workbook is not annotated. */
export function refusal(bytes: Uint8Array, problems: readonly Diagnostic[] = [problem("网站!A1")]): Diagnostic {
  const result = annotateWorkbook(bytes, file, problems);
  if ("bytes" in result) throw new Error("it was annotated");
  return result.problem;
}

/** The parts that are XML, by name. */
export function textParts(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels|vml)$/u.test(name))
      .map(([name, content]) => [name, strFromU8(content).replace(/^\uFEFF/u, "")]),
  );
}

function expectWellFormed(name: string, xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const errors: string[] = [];
  parser.on("error", (error) => errors.push(error.message));
  parser.write(xml).close();
  expect({ name, errors }).toEqual({ name, errors: [] });
}

/** Packed bytes of each entry, as they stand in the archive. */
export function packedEntries(bytes: Uint8Array): Record<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const entries: Record<string, string> = {};
  let position = buffer.readUInt32LE(end + 16);
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = buffer.readUInt16LE(position + 28);
    const name = buffer.toString("utf8", position + 46, position + 46 + nameLength);
    const header = buffer.readUInt32LE(position + 42);
    const start = header + 30 + buffer.readUInt16LE(header + 26) + buffer.readUInt16LE(header + 28);
    const packed = buffer.subarray(start, start + buffer.readUInt32LE(position + 20));
    entries[name] = `${String(buffer.readUInt16LE(position + 10))}:${packed.toString("base64")}`;
    position += 46 + nameLength + buffer.readUInt16LE(position + 30) + buffer.readUInt16LE(position + 32);
  }
  return entries;
}

/** The text of each note by the address of its cell, from the part of a sheet's notes. */
export function notesIn(comments: string): Record<string, string> {
  return Object.fromEntries(
    [...comments.matchAll(/<(?:\w+:)?comment ref="([A-Z]+\d+)"[^]*?<\/(?:\w+:)?comment>/gu)].map(
      ([xml, address = ""]) => [
        address,
        [...xml.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</gu)].map(([, text]) => text).join(""),
      ],
    ),
  );
}

/** The colour with which a cell of a sheet is filled, by the numbers in the two parts. */
export function fillOf(parts: Readonly<Record<string, string>>, sheet: string, address: string): string | undefined {
  const cell = new RegExp(`<(?:\\w+:)?c [^>]*\\br="${address}"[^>]*>`, "u").exec(parts[sheet] ?? "")?.[0];
  if (cell === undefined) return undefined;
  const style = Number(/\bs="(\d+)"/u.exec(cell)?.[1] ?? 0);
  const styles = parts["xl/styles.xml"] ?? "";
  const listed = (list: string, item: string): string[] => {
    const found = new RegExp(`<(?:\\w+:)?${list}\\b[^>]*>([^]*?)</(?:\\w+:)?${list}>`, "u").exec(styles)?.[1] ?? "";
    return [...found.matchAll(new RegExp(`<(?:\\w+:)?${item}\\b[^>]*?(?:/>|>[^]*?</(?:\\w+:)?${item}>)`, "gu"))].map(
      ([xml]) => xml,
    );
  };
  const fillId = Number(/fillId="(\d+)"/u.exec(listed("cellXfs", "xf")[style] ?? "")?.[1] ?? 0);
  return /rgb="(\w+)"/u.exec(listed("fills", "fill")[fillId] ?? "")?.[1];
}

/** The texts of the sheet of all problems, row by row. */
export function summaryRows(sheet: string): string[][] {
  return [...sheet.matchAll(/<row [^>]*>([^]*?)<\/row>/gu)].map(([, cells = ""]) =>
    [...cells.matchAll(/<c [^>]*?(?:\/>|>([^]*?)<\/c>)/gu)].map(([, content = ""]) => content.replace(/<[^>]*>/gu, "")),
  );
}
