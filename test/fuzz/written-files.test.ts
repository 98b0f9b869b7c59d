import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { join } from "node:path";
import { requireSchemas } from "../docx/schemas.js";
import { requireProgram, requirePythonModule } from "../outside.js";
import { seedDocuments } from "./seeds.js";
import { WrittenFiles } from "./written-files.js";

/** What judges the documents of the random cases does judge them: a document that is wrong is found among others. */

function changed(part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(seedDocuments[0]!);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part]!))) });
}

function among(bad: Uint8Array): WrittenFiles {
  const written = new WrittenFiles();
  onTestFinished(() => {
    written.remove();
  });
  for (const document of seedDocuments) written.add(document);
  written.add(bad);
  return written;
}

test("an element out of its order is found by the schema", (context) => {
  const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
  requireProgram("xmllint", context);
  const bad = changed("word/document.xml", (xml) => xml.replace("<w:pPr>", '<w:pPr><w:jc w:val="left"/><w:keepNext/>'));
  expect(among(bad).schemaErrors(schema)).toContain("keepNext");
});

test("a document that cannot be opened is found by python-docx", (context) => {
  requirePythonModule("docx", context);
  const bad = changed("word/_rels/document.xml.rels", (xml) => xml.slice(0, -20));
  const { opened, errors } = among(bad).readWithPython();
  expect(opened).toBe(seedDocuments.length);
  expect(errors).not.toBe("");
});
