import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { prepareType } from "../../src/edition/prepared-type.js";
import { writeWorkbook } from "../../src/workbook/write-workbook.js";
import { build, projectFiles, projectPath } from "../circulars/built-circular.js";
import { expectSame } from "../circulars/same-bytes.js";
import { requirePythonModule } from "../outside.js";
import { fillWithOpenpyxl, type CellInput } from "./openpyxl.js";
import { formOf } from "./sample-type.js";

type Tables = Record<string, Record<string, string | number | string[] | null>[] | null>;

/** The editions that ship with their tables in YAML. */
const editions = (projectFiles().list("data") ?? []).filter(
  (id) => projectFiles().read(`data/${id}/inspection.yaml`) !== undefined,
);

/** As a clerk would type it: several items in one cell, with a 、 or on lines of their own where the column wants lines. */
function typed(value: string | number | string[] | null): CellInput {
  return Array.isArray(value) ? value.join("、") : value;
}

test("there are editions to fill in", () => {
  expect(editions).toEqual(expect.arrayContaining(["chaozhou-2024q2", "guangdong-2022q2"]));
});

describe.each(editions)("%s", (id) => {
  test("typed into the empty workbook gives the same circular as from YAML", async (context) => {
    requirePythonModule("openpyxl", context);
    const { 通报类型: typeName } = parse(readFileSync(projectPath("data", id, "circular.yaml"), "utf8")) as {
      通报类型: string;
    };
    const { prepared } = await prepareType(projectFiles(), `templates/${typeName}`);
    const form = await writeWorkbook(formOf(prepared!.type));
    const tables = parse(readFileSync(projectPath("data", id, "inspection.yaml"), "utf8")) as Tables;
    const rows = Object.fromEntries(
      Object.entries(tables).map(([name, items]) => [
        name,
        (items ?? []).map((item) =>
          Object.fromEntries(Object.entries(item).map(([heading, value]) => [heading, typed(value)])),
        ),
      ]),
    );
    const filled = fillWithOpenpyxl(form, rows);
    const files = projectFiles(new Map([[`data/${id}/filled.xlsx`, filled]]));
    expectSame(await build(id, files, ["filled.xlsx"]), await build(id, files, ["inspection.yaml"]));
  });
});
