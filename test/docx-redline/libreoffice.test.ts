import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requireProgram, requirePythonModule } from "../outside.js";
import { arbitraryTableDrafts } from "./arbitrary-tables.js";
import { CHANGED_BOTH_WAYS } from "./changed-circulars.js";
import { differencesFoundBy, withRedlineFolders } from "./redline-folders.js";

const SCRIPT = "libreoffice_accept_reject.py";

describe("accepting and rejecting all changes in LibreOffice gives the two drafts", () => {
  it("whatever changed", async (context) => {
    requireProgram("soffice", context);
    requirePythonModule("docx, uno", context);
    const found = await withRedlineFolders(
      CHANGED_BOTH_WAYS.map(([, drafts]) => drafts),
      (folders) => differencesFoundBy(SCRIPT, folders),
    );
    expect(found).toHaveLength(CHANGED_BOTH_WAYS.length);
    const named = found.map((each, index) => [CHANGED_BOTH_WAYS[index]![0], each] as const);
    expect(named.filter(([, each]) => each.length > 0)).toEqual([]);
  }, 240_000);

  it("in tables whose rows and merged cells changed", async (context) => {
    requireProgram("soffice", context);
    requirePythonModule("docx, uno", context);
    const found = await withRedlineFolders(fc.sample(arbitraryTableDrafts(), 40), (folders) =>
      differencesFoundBy(SCRIPT, folders),
    );
    expect(found).toEqual(found.map(() => []));
  }, 240_000);
});
