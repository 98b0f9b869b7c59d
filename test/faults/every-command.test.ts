import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildProgram } from "../broken/run-program.js";
import { isLongRun } from "../fuzz/case-count.js";
import { run, runAndSignal } from "./faulty-program.js";
import { earlierContent, put, writingCommands, type WritingCommand } from "./writing-commands.js";

/*
 * What killed.test.ts and disk.test.ts show of `build`, for every other command that writes: killed at a step, or refused by the system, it
 * leaves every earlier file whole or has put a whole new one in its place, and the next run leaves no temporary files.
 */

const workshop = mkdtempSync(join(tmpdir(), "tongbao-faults-"));
afterAll(() => {
  rmSync(workshop, { recursive: true, force: true });
});
beforeAll(buildProgram);

type State = ReadonlyMap<string, Uint8Array>;

function stateOf(folder: string): State {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), new Uint8Array(readFileSync(path))]),
  );
}

function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
}

/** What a command does when nobody disturbs it, and what was there before. */
interface Undisturbed {
  /** Everything that there is before it runs: what it reads, and earlier files in the place of those that it writes. */
  readonly before: State;
  readonly after: State;
  readonly written: readonly string[];
  readonly steps: readonly string[];
}

async function undisturbed(command: WritingCommand): Promise<Undisturbed> {
  const inputs = await command.inputs();
  const folder = mkdtempSync(join(workshop, "good-"));
  put(folder, inputs);
  expect(run(folder, command.line).status).toBe(command.good);
  const first = stateOf(folder);
  const written = [...first.keys()].filter((path) => !same(first.get(path), inputs.get(path)));
  const before = new Map(inputs);
  if (command.inPlace !== true && command.onlyNew !== true) {
    for (const path of written) before.set(path, earlierContent(path, first.get(path)!));
  }
  reset(folder, before);
  const count = join(workshop, "steps");
  rmSync(count, { force: true });
  expect(run(folder, command.line, { FAULT_COUNT: count }).status).toBe(command.good);
  const after = stateOf(folder);
  for (const path of written) expect(same(after.get(path), before.get(path)), `${path} is written`).toBe(false);
  return { before, after, written, steps: readFileSync(count, "utf8").trim().split("\n") };
}

function reset(folder: string, tree: State): void {
  rmSync(folder, { recursive: true, force: true });
  put(folder, tree);
}

/** Each file is the earlier or the new one, whole; what is read is untouched; the rest has temporary names. */
function expectWhole(folder: string, { before, after }: Undisturbed): void {
  const state = stateOf(folder);
  for (const [path, bytes] of before) {
    expect(same(state.get(path), bytes) || same(state.get(path), after.get(path)), `${path} is whole`).toBe(true);
  }
  for (const [path, bytes] of state) {
    if (before.has(path) || same(bytes, after.get(path))) continue;
    expect(path, "is litter that the next run clears away").toMatch(/\.tmp-\d+(?:$|\/)/u);
  }
}

const options = { timeout: isLongRun ? 1_800_000 : 60_000 };

describe.each(writingCommands.map((command, number) => [command.name, command, number] as const))(
  "%s",
  (_, command, number) => {
    let good: Undisturbed;
    const folder = mkdtempSync(join(workshop, "faulty-"));

    beforeAll(async () => {
      good = await undisturbed(command);
    });

    function expectCleanAfterNextRun(): void {
      const { status } = run(folder, command.line);
      // What is new is there since the run that was killed, or is there now.
      expect(status === command.good || command.onlyNew === true).toBe(true);
      expect([...stateOf(folder).keys()]).toEqual([...good.after.keys()]);
      for (const path of good.written) expect(same(stateOf(folder).get(path), good.after.get(path)), path).toBe(true);
    }

    /** In a long run all steps of a kind; otherwise the last, where most has been written that must be cleared away or undone. */
    function stepsOf(...names: readonly string[]): number[] {
      const steps = good.steps.flatMap((one, index) => (names.length === 0 || names.includes(one) ? [index + 1] : []));
      return isLongRun ? steps : steps.slice(-1);
    }

    test("killed at a step of writing: every file is whole, and the next run leaves no litter", options, () => {
      expect(good.written.length).toBeGreaterThan(0);
      for (const step of isLongRun ? stepsOf() : stepsOf("renameSync")) {
        reset(folder, good.before);
        const { signal } = run(folder, command.line, { FAULT_STEP: String(step) });
        expect(signal, `killed at step ${String(step)}, ${good.steps[step - 1] ?? ""}`).toBe("SIGKILL");
        expectWhole(folder, good);
        expectCleanAfterNextRun();
      }
    });

    const refusals = [
      ["ENOSPC", "writeSync", "磁盘已满"],
      ["EBUSY", "renameSync", "正在被别的程序使用"],
      ["EROFS", "openSync", "没有权限写入"],
    ] as const;

    // In a short run one of them for each command.
    test.each(isLongRun ? refusals : [refusals[number % refusals.length]!])(
      "the system says %s to %s: everything stays as it was, nothing is left, and it is said why",
      (code, name, words) => {
        for (const step of stepsOf(name)) {
          reset(folder, good.before);
          const { status, stderr } = run(folder, command.line, { FAULT_STEP: String(step), FAULT_ERROR: code });
          expect(stderr).toContain(words);
          expect(stderr).not.toMatch(/something in English|\n +at /u);
          expect(status).toBe(command.refused);
          const state = stateOf(folder);
          for (const [path, bytes] of state) {
            const isEarlier = same(bytes, good.before.get(path));
            const isNew = command.inSets === true && same(bytes, good.after.get(path));
            expect(isEarlier || isNew, `${path} is as it was`).toBe(true);
          }
          expect(state.size).toBeGreaterThanOrEqual(good.before.size);
        }
      },
    );
  },
);

const kills = isLongRun ? 200 : 4;

test(`killed at any time, ${String(kills)} times`, { timeout: 60_000 + kills * 6_000 }, async ({ task }) => {
  const goods = new Map<WritingCommand, { readonly state: Undisturbed; readonly time: number }>();
  for (const command of isLongRun ? writingCommands : writingCommands.slice(0, 2)) {
    const state = await undisturbed(command);
    const folder = mkdtempSync(join(workshop, "timed-"));
    put(folder, state.before);
    const started = process.hrtime.bigint();
    run(folder, command.line);
    goods.set(command, { state, time: Number((process.hrtime.bigint() - started) / 1_000_000n) });
  }
  const folder = mkdtempSync(join(workshop, "killed-"));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...goods.keys()),
      fc.double({ min: 0.2, max: 1.1, noNaN: true }),
      async (command, part) => {
        const { state, time } = goods.get(command)!;
        reset(folder, state.before);
        await runAndSignal(folder, command.line, "SIGKILL", part * time);
        expectWhole(folder, state);
        run(folder, command.line);
        expect([...stateOf(folder).keys()]).toEqual([...state.after.keys()]);
      },
    ),
    { numRuns: kills, endOnFailure: true },
  );
  task.meta.kills = kills;
});
