import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { writeChangeJson } from "../../src/report/changes/change-json.js";
import { casesFolder, reportOfCase } from "./draft-pair.js";

const schema = z.fromJSONSchema(
  JSON.parse(
    readFileSync(new URL("../../docs/diff.schema.json", import.meta.url), "utf8"),
  ) as z.core.JSONSchema.JSONSchema,
);
const nothingWritten = { written: [], redlineRemarks: [] };

describe("the report for programs", () => {
  it.each(readdirSync(casesFolder).filter((name) => name !== "edition"))("is as documented: %s", async (name) => {
    const written = writeChangeJson(await reportOfCase(name), nothingWritten);
    expect(written.endsWith("}\n")).toBe(true);
    expect(schema.safeParse(JSON.parse(written)).error?.message).toBeUndefined();
  });

  it("is not documented so loosely that anything goes", async () => {
    const written = JSON.parse(writeChangeJson(await reportOfCase("cell-changed"), nothingWritten)) as object;
    expect(schema.safeParse({ ...written, status: "alike" }).success).toBe(false);
    expect(schema.safeParse({ ...written, further: 1 }).success).toBe(false);
    expect(schema.safeParse({ ...written, changes: [{ number: 1 }] }).success).toBe(false);
  });

  it("connects numbers with the rows that changed them", async () => {
    const report = JSON.parse(writeChangeJson(await reportOfCase("row-removed"), nothingWritten)) as {
      readonly changes: readonly {
        readonly summary: string;
        readonly causes: readonly string[];
        readonly places: unknown[];
      }[];
    };
    const changed = report.changes.find(({ summary }) => summary === "36 → 24");
    expect(changed?.causes).toEqual(["data-1"]);
    expect(changed?.places).toHaveLength(2);
  });
});
