import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { chooseJobs } from "../../src/cli/jobs.js";

/** Folders with one file each. */
function folders(count: number, size: number): string[] {
  const parent = mkdtempSync(join(tmpdir(), "tongbao-folders-"));
  onTestFinished(() => {
    rmSync(parent, { recursive: true, force: true });
  });
  return Array.from({ length: count }, (_, index) => {
    const folder = join(parent, String(index));
    mkdirSync(folder);
    writeFileSync(join(folder, "inspection.xlsx"), new Uint8Array(size));
    return folder;
  });
}

it("stays in one thread for few editions and for little data", () => {
  expect(chooseJobs("build", folders(2, 5_000_000), {})).toBe(1);
  expect(chooseJobs("build", folders(20, 1_000), {})).toBe(1);
});

it("uses all cores for much data, but never more threads than there are editions", () => {
  expect(chooseJobs("build", folders(40, 100_000), {})).toBe(Math.min(40, availableParallelism()));
  expect(chooseJobs("build", folders(3, 1_500_000), {})).toBe(Math.min(3, availableParallelism()));
});

it("does as it is told", () => {
  expect(chooseJobs("build", folders(2, 1), { jobs: "2" })).toBe(2);
  expect(chooseJobs("build", folders(2, 1), { jobs: "99" })).toBe(2);
  expect(chooseJobs("build", folders(40, 100_000), { jobs: "1" })).toBe(1);
});

it("corrects editions one by one, since one may look at the data of another", () => {
  expect(chooseJobs("check", folders(40, 100_000), { fix: true, jobs: "4" })).toBe(1);
});
