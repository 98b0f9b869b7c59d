import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { requireSchemas } from "../docx/schemas.js";
import { readParts } from "../docx/xml-tree.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";
import { casesOf, patienceFor } from "./case-count.js";

/** How many files one run of an outside program is given. */
const batch = 100;

/** The documents that were written for one run, on the disk, so that outside programs can judge them. */
export class WrittenFiles {
  readonly folder = mkdtempSync(join(tmpdir(), "tongbao-fuzz-"));
  readonly #seen = new Set<string>();

  /** Keeps a document, unless one with the same bytes is there. */
  add(docx: Uint8Array): void {
    const name = createHash("sha256").update(docx).digest("hex").slice(0, 20);
    if (this.#seen.has(name)) return;
    this.#seen.add(name);
    writeFileSync(join(this.folder, `${name}.docx`), docx);
    const parts = join(this.folder, name);
    mkdirSync(parts);
    for (const [path, xml] of Object.entries(readParts(docx))) {
      // `commentsExtended` and the like came after the schemas; themes and pictures are no word processing.
      if (
        !/^word\/(?:document|styles|settings|numbering|fontTable|footnotes|comments|(?:header|footer)\d+)\.xml$/u.test(
          path,
        )
      )
        continue;
      // Markup compatibility is a layer of its own, which the schemas do not know.
      writeFileSync(join(parts, path.replace("/", "-")), xml.replace(/ mc:Ignorable="[^"]*"/, ""));
    }
  }

  get count(): number {
    return this.#seen.size;
  }

  /** What the schema has against the parts of the documents; empty if nothing. */
  schemaErrors(schema: string): string {
    const parts = [...this.#seen].flatMap((name) =>
      readdirSync(join(this.folder, name)).map((part) => join(this.folder, name, part)),
    );
    return batches(parts)
      .map((some) =>
        spawnSync("xmllint", ["--noout", "--schema", schema, ...some], { encoding: "utf8", maxBuffer: 1 << 28 }),
      )
      .map(({ status, stderr }) => (status === 0 ? "" : stderr.replace(/^.* validates\n/gmu, "")))
      .join("");
  }

  /** How many of the documents python-docx opens, and what it says of the others. */
  readWithPython(): { readonly opened: number; readonly errors: string } {
    const script = fileURLToPath(new URL("open_documents.py", import.meta.url));
    const documents = [...this.#seen].map((name) => join(this.folder, `${name}.docx`));
    let opened = 0;
    let errors = "";
    for (const some of batches(documents)) {
      const { stdout, stderr } = spawnSync(systemPython, [script, ...some], { encoding: "utf8" });
      opened += Number(stdout);
      errors += stderr;
    }
    return { opened, errors };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Adds the tests that let outside programs judge the documents; to be called after the tests that write them. */
export function expectValid(written: WrittenFiles): void {
  const options = { timeout: patienceFor(casesOf(100)) };

  test("every document that was written keeps the schema of ISO/IEC 29500", options, (context) => {
    const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "wml.xsd");
    requireProgram("xmllint", context);
    expect(written.count).toBeGreaterThan(0);
    expect(written.schemaErrors(schema)).toBe("");
  });

  test("every document that was written is opened by python-docx", options, (context) => {
    requirePythonModule("docx", context);
    expect(written.readWithPython()).toEqual({ opened: written.count, errors: "" });
  });
}

function batches(items: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(items.length / batch) }, (_, index) =>
    items.slice(index * batch, (index + 1) * batch),
  );
}
