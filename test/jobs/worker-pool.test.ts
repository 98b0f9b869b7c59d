import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { runInWorkers } from "../../src/cli/worker-pool.js";

/** A worker that answers each task with its name, its thread and what it had done before, and dies of some tasks. */
const source = `
  import { parentPort, threadId, workerData } from "node:worker_threads";
  let done = 0;
  parentPort.on("message", (task) => {
    if (task === "exit") process.exit(3);
    if (task === "throw") throw new Error("thrown in a worker");
    const wait = task === "slow" ? 200 : 0;
    setTimeout(() => parentPort.postMessage({ task, threadId, mark: workerData, before: done++ }), wait);
  });`;

interface Answer {
  readonly task: string;
  readonly threadId: number;
  readonly mark: string;
  readonly before: number;
}

async function answers(tasks: readonly string[], size: number) {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-pool-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, "worker.mjs");
  writeFileSync(file, source);
  const found = [];
  for await (const answer of runInWorkers<Answer>(pathToFileURL(file), "mark", tasks, size)) found.push(answer);
  return found;
}

it("answers in the order of the tasks, whichever is done first", async () => {
  const found = await answers(["slow", "b", "c", "d"], 3);
  expect(found.map((answer) => ("task" in answer ? answer.task : "fault"))).toEqual(["slow", "b", "c", "d"]);
});

it("starts no more workers than it may, and each works on", async () => {
  const found = (await answers(["a", "b", "c", "d", "e", "f"], 2)) as Answer[];
  expect(new Set(found.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(2);
  expect(Math.max(...found.map(({ before }) => before))).toBeGreaterThan(0);
  expect(found.every(({ mark }) => mark === "mark")).toBe(true);
});

it("loses only the task of a worker that dies", async () => {
  const found = await answers(["a", "exit", "b", "throw", "c"], 1);
  expect(found).toMatchObject([
    { task: "a" },
    { fault: { reason: "线程意外结束（状态 3）" } },
    { task: "b" },
    { fault: { reason: "thrown in a worker" } },
    { task: "c" },
  ]);
});

it("does nothing without tasks", async () => {
  expect(await answers([], 4)).toEqual([]);
});
