import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { buildProgram } from "../broken/run-program.js";
import { requireProgram } from "../outside.js";
import {
  buildCommand,
  earlier,
  editionFolder,
  outputs,
  outputState,
  programFile,
  putEarlier,
  run,
} from "./faulty-program.js";

/*
 * A disk that is full, really and not simulated. A folder that is read-only is in test/broken/command-line.test.ts; what the system says
 * in other cases, such as a file that is open in Word, is simulated in test/broken/writing.test.ts.
 */

beforeAll(buildProgram);

const untouched = new Map(outputs.map((path) => [path, earlier]));

test("a limit on the size of files: nothing changes, nothing is left, status 3", async (context) => {
  requireProgram("bash", context);
  const folder = await editionFolder(true);
  const command = `ulimit -f 4; exec "$0" "$@"`;
  const { status, stderr } = spawnSync("bash", ["-c", command, process.execPath, programFile, ...buildCommand], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toContain("output-disk-full");
  expect(status).toBe(3);
  expect(outputState(folder)).toEqual(untouched);
});

test("a disk that is full: nothing changes, nothing is left, and with room again it is written", async (context) => {
  const folder = await editionFolder(false);
  const disk = join(folder, "output");
  mkdirSync(disk);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], { encoding: "utf8" });
  if (mounted.status !== 0) context.skip("not run: no file system can be mounted here");
  try {
    putEarlier(folder);
    writeFileSync(join(dirname(join(folder, outputs[0] ?? "")), "filler"), new Uint8Array(48 * 1024));
    const full = run(folder, buildCommand);
    expect(full.stderr).toContain("output-disk-full");
    expect(full.status).toBe(3);
    expect(readdirSync(join(disk, "2024q2")).sort()).toEqual(["2024q2.docx", "2024q2.txt", "filler"]);
    expect(outputState(folder).get(outputs[0] ?? "")).toBe(earlier);
    writeFileSync(join(disk, "2024q2", "filler"), "");
    expect(run(folder, buildCommand).status).toBe(0);
  } finally {
    spawnSync("umount", [disk]);
  }
});

test("litter of a run that is still going on is left alone, other people's files are too", async () => {
  const folder = await editionFolder(true);
  const place = join(folder, "output", "2024q2");
  const kept = [
    `2024q2.docx.tmp-${String(process.pid)}`,
    "2024q2.docx.tmp",
    "其他.docx.tmp-999999999",
    "2024q2.docx.tmp-备份",
  ];
  const cleared = ["2024q2.docx.tmp-999999999", "2024q2.docx.old.tmp-999999999", "2024q2.txt.tmp-999999998"];
  for (const name of [...kept, ...cleared]) writeFileSync(join(place, name), "x");
  expect(run(folder, buildCommand).status).toBe(0);
  expect(readdirSync(place).sort()).toEqual(["2024q2.docx", "2024q2.txt", ...kept].sort());
});
