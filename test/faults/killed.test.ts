import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { buildProgram } from "../broken/run-program.js";
import { isLongRun } from "../fuzz/case-count.js";
import {
  buildCommand,
  earlier,
  editionFolder,
  outputs,
  outputState,
  putEarlier,
  run,
  runAndSignal,
} from "./faulty-program.js";

/*
 * Killed while it writes: at each step of writing in turn, and at any time. An earlier output is never lost and no file is ever half
 * written; what was left under temporary names is gone after the next run.
 */

/** What the program writes when nobody disturbs it. */
let good = new Map<string, string>();
/** The calls by which the disk changes, in order. */
let steps: readonly string[] = [];

beforeAll(async () => {
  buildProgram();
  const folder = await editionFolder(true);
  const count = join(folder, "steps");
  expect(run(folder, buildCommand, { FAULT_COUNT: count }).status).toBe(0);
  good = outputState(folder);
  steps = readFileSync(count, "utf8").trim().split("\n");
});

/** Each file is the earlier or the new one, whole; none is missing. */
function expectWhole(folder: string): void {
  const state = outputState(folder);
  for (const path of outputs) {
    const content = state.get(path);
    expect(content === earlier || content === good.get(path), `${path} is whole`).toBe(true);
  }
}

function expectCleanAfterNextRun(folder: string): void {
  expect(run(folder, buildCommand).status).toBe(0);
  expect(outputState(folder)).toEqual(good);
}

test("writing takes the steps that are to be disturbed", () => {
  expect([...good.keys()].sort()).toEqual(outputs);
  expect(steps).toEqual(
    expect.arrayContaining(["openSync", "writeSync", "fsyncSync", "linkSync", "renameSync", "unlinkSync"]),
  );
});

test("killed at each step of writing over an earlier output: every file is whole, and the next run leaves no litter", async () => {
  const folder = await editionFolder(true);
  let litter = 0;
  for (const [index, name] of steps.entries()) {
    putEarlier(folder);
    const { signal } = run(folder, buildCommand, { FAULT_STEP: String(index + 1) });
    expect(signal, `killed at step ${String(index + 1)}, ${name}`).toBe("SIGKILL");
    expectWhole(folder);
    litter += outputState(folder).size - outputs.length;
  }
  expect(litter, "being killed does leave something to clear away").toBeGreaterThan(0);
  expectCleanAfterNextRun(folder);
});

test("killed while it writes for the first time: there is a whole file or none, and the next run leaves no litter", async () => {
  const folder = await editionFolder(false);
  for (let step = 1; step <= steps.length; step += 3) {
    run(folder, buildCommand, { FAULT_STEP: String(step) });
    const state = existsSync(join(folder, "output")) ? outputState(folder) : new Map<string, string>();
    for (const path of outputs) expect([undefined, good.get(path)]).toContain(state.get(path));
  }
  expectCleanAfterNextRun(folder);
});

const kills = isLongRun ? 200 : 8;

test(`killed at any time, ${String(kills)} times`, { timeout: 60_000 + kills * 5_000 }, async ({ task }) => {
  const folder = await editionFolder(true);
  const started = process.hrtime.bigint();
  run(folder, buildCommand);
  const whole = Number((process.hrtime.bigint() - started) / 1_000_000n);
  putEarlier(folder);
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0.2, max: 1.1, noNaN: true }), async (part) => {
      await runAndSignal(folder, buildCommand, "SIGKILL", part * whole);
      expectWhole(folder);
    }),
    { numRuns: kills, endOnFailure: true },
  );
  expectCleanAfterNextRun(folder);
  task.meta.kills = kills;
});

test("Ctrl-C while it writes: it finishes the files, leaves no litter and ends with status 130", async () => {
  const folder = await editionFolder(true);
  const writing = steps.flatMap((name, index) =>
    ["writeSync", "linkSync", "renameSync"].includes(name) ? [index + 1] : [],
  );
  for (const step of writing) {
    putEarlier(folder);
    const { status, signal } = run(folder, buildCommand, { FAULT_STEP: String(step), FAULT_SIGNAL: "SIGINT" });
    expect({ step, status, signal }).toEqual({ step, status: 130, signal: null });
    expect(outputState(folder)).toEqual(good);
  }
});

test("Ctrl-C before it writes ends it at once and changes nothing", async () => {
  const folder = await editionFolder(true);
  const before = outputState(folder);
  await runAndSignal(folder, buildCommand, "SIGINT", 40);
  expect(outputState(folder)).toEqual(before);
});
