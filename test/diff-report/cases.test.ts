import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeTerminalReport } from "../../src/report/changes/terminal-report.js";
import { casesFolder, reportOfCase } from "./draft-pair.js";

const names = readdirSync(casesFolder).filter((name) => name !== "edition");

describe("the report of a pair of drafts", () => {
  it("is tried on at least 40 pairs", () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
  });

  it.each(names)("%s", async (name) => {
    const report = await reportOfCase(name);
    await expect(writeTerminalReport(report)).toMatchFileSnapshot(`../diff/cases/${name}/expected.txt`);
  });
});
