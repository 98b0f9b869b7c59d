import { spawnSync } from "node:child_process";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { fileURLToPath } from "node:url";

const child = fileURLToPath(new URL("child.mjs", import.meta.url));

/** Whoever needs longer than this is measured once and no more, and whoever needs longer than that is stopped, in milliseconds. */
const tooLongToRepeat = 20_000;
const tooLong = 300_000;

/**
 * @typedef {object} Samples
 * @property {number[]} milliseconds of each round; empty if it was stopped or failed
 * @property {number[]} afterLoading the part of them after the program was loaded
 * @property {number} megabytes at most
 * @property {string} [failure]
 */

/**
 * Measures several things side by side: each in a new process, one after the other, and that several times, so that whatever else the
 * machine does meanwhile meets all of them.
 *
 * @param {Record<string, () => { milliseconds: number, loading?: number, megabytes: number }>} subjects
 * @param {number} rounds
 * @returns {Record<string, Samples>}
 */
export function sideBySide(subjects, rounds) {
  const samples = Object.fromEntries(
    Object.keys(subjects).map((name) => [name, { milliseconds: [], afterLoading: [], megabytes: 0 }]),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(subjects)) {
      const sample = samples[name];
      if (sample.failure !== undefined || sample.milliseconds.some((each) => each > tooLongToRepeat)) continue;
      try {
        const { milliseconds, loading = 0, megabytes } = measure();
        sample.milliseconds.push(milliseconds);
        sample.afterLoading.push(milliseconds - loading);
        sample.megabytes = Math.max(sample.megabytes, megabytes);
      } catch (error) {
        sample.failure = error.message;
      }
    }
  }
  return samples;
}

/** One measurement by child.mjs. */
export function inChild(what, who, count, work) {
  return () => {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [child, what, who, String(count), work], {
      encoding: "utf8",
      timeout: tooLong,
    });
    if (signal !== null) throw new Error(`超过${String(tooLong / 1000)}秒`);
    if (status !== 0) throw new Error(stderr.split("\n").find((line) => line.includes("Error")) ?? "失败");
    return JSON.parse(stdout);
  };
}

/** A whole command, from its start to its end. */
export function command(args, cwd, env = process.env) {
  return () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
    const milliseconds = performance.now() - start;
    if (status !== 0) throw new Error(`node ${args.join(" ")}: ${stderr}`);
    return { milliseconds, megabytes: 0 };
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How many times as long: the median over the rounds, in each of which both met the same machine.
 *
 * @param {Samples} sample
 * @param {Samples} reference
 * @param {"milliseconds" | "afterLoading"} [what]
 */
export function ratio(sample, reference, what = "milliseconds") {
  const rounds = sample[what].slice(0, reference[what].length).map((each, index) => each / reference[what][index]);
  return rounds.length === 0 ? undefined : median(rounds);
}
