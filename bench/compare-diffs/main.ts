import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { comparisonPage } from "./comparison-page.js";
import { draftPairs } from "./draft-pairs.js";
import { libreOfficeReports } from "./libreoffice-report.js";
import type { Measurement } from "./measurement.js";
import { ourReport, type OurReport } from "./our-report.js";
import { textDiffReport, versionOf } from "./text-diff-report.js";
import { trueChanges } from "./true-changes.js";

/*
 * Compares what a reviewer is told of the same changes by our program, by LibreOffice and by a diff of the texts.
 *
 * pairs ──▶ ours ─────────────────────────┐
 *      └──▶ .docx ──▶ LibreOffice ────────┼──▶ docs/比稿对照.md
 *                └──▶ pandoc ──▶ diff ────┤
 * true-changes.yaml ──────────────────────┘
 */

const page = "docs/比稿对照.md";
const root = mkdtempSync(path.join(tmpdir(), "tongbao-compare-diffs-"));
try {
  const truths = trueChanges();
  const pairs: { name: string; folder: string; ours: OurReport }[] = [];
  for await (const pair of draftPairs()) {
    const folder = path.join(root, pair.name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "before.docx"), pair.before);
    writeFileSync(path.join(folder, "after.docx"), pair.after);
    pairs.push({ name: pair.name, folder, ours: ourReport(pair) });
    console.log(`${pair.name}：两稿写好`);
  }
  console.log("LibreOffice 逐对比较，要几分钟");
  const { version, reports } = libreOfficeReports(pairs.map(({ folder }) => folder));
  const measurements = pairs.map(({ name, folder, ours }, index): Measurement => {
    const truth = truths.get(name);
    if (truth === undefined) throw new Error(`${name}: true-changes.yaml does not say how much was changed`);
    return { name, truth, ours, libreOffice: reports[index] ?? "crash", textDiff: textDiffReport(folder) };
  });
  const versions = { libreOffice: version, pandoc: versionOf("pandoc"), diff: versionOf("diff") };
  const text = comparisonPage(measurements, versions);
  writeFileSync(page, await format(text, { ...(await resolveConfig(page)), parser: "markdown" }));
  console.log(`写好 ${page}`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
