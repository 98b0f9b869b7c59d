import { writeFileSync } from "node:fs";
import process from "node:process";
import type { Reporter, SerializedError, TestModule, Vitest } from "vitest/node";

/** The numbers of a test run. */
interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What tests that draw random cases say of themselves in their `meta`. */
interface RandomCases {
  readonly fuzz?: Readonly<Record<"cases" | "circulars" | "drafts" | "documents", number>>;
  readonly kills?: number;
}

/**
 * Ends a run with one line that people and programs can rely on: `N passed, N failed`, and `, N skipped` if any were.
 *
 * A test that did not run is not a test that passed, so each is listed with its reason before that line. What fails outside
 * of any test (a file that cannot be loaded, a failing hook, an unhandled rejection) counts as a failure too. The numbers are
 * also written as JSON to the file named by the environment variable `TONGBAO_TEST_SUMMARY`.
 */
export default class SummaryReporter implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[], reason: string): void {
    const skippedFor = new Map<string, string[]>();
    let passed = 0;
    let failed = unhandledErrors.length;
    let skipped = 0;
    const random: RandomCases[] = [];

    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const result = test.result();
        random.push(test.meta());
        if (result.state === "passed") passed += 1;
        else if (result.state === "failed") failedHere += 1;
        else {
          skipped += 1;
          const why = (result.state === "skipped" ? result.note : undefined) ?? this.#usualReason();
          if (why === undefined) continue;
          skippedFor.set(why, [...(skippedFor.get(why) ?? []), `${module.relativeModuleId} > ${test.fullName}`]);
        }
      }
      failed += failedHere === 0 && module.state() === "failed" ? 1 : failedHere;
    }
    if (failed === 0 && reason === "failed") failed = 1;

    const lines: string[] = [];
    for (const [why, names] of skippedFor) {
      lines.push(`Did not run: ${why}`, ...names.map((name) => `  ${name}`));
    }
    const summary: Summary = { passed, failed, skipped };
    lines.push(...describeRandomCases(random), describeSummary(summary));
    process.stdout.write(`${lines.join("\n")}\n`);

    const file = process.env["TONGBAO_TEST_SUMMARY"];
    if (file !== undefined && file !== "") writeFileSync(file, `${JSON.stringify(summary)}\n`);
  }

  /** Whoever asks for tests by name (`-t`) knows why the others did not run. */
  #usualReason(): string | undefined {
    return this.#vitest?.getGlobalTestNamePattern() === undefined ? "no reason given" : undefined;
  }
}

function describeSummary({ passed, failed, skipped }: Summary): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/** How many cases were drawn at random, and how often the program was killed; nothing if no such test ran. */
function describeRandomCases(random: readonly RandomCases[]): string[] {
  const sum = (number: (one: RandomCases) => number | undefined): number =>
    random.reduce((total, one) => total + (number(one) ?? 0), 0);
  const cases = sum(({ fuzz }) => fuzz?.cases);
  const kills = sum((one) => one.kills);
  const drawn =
    `fuzz: ${String(cases)} cases (${String(sum(({ fuzz }) => fuzz?.circulars))} gave a circular, ` +
    `${String(sum(({ fuzz }) => fuzz?.drafts))} a draft that was read), ` +
    `${String(sum(({ fuzz }) => fuzz?.documents))} different .docx files written`;
  return [...(cases === 0 ? [] : [drawn]), ...(kills === 0 ? [] : [`faults: killed ${String(kills)} times at random`])];
}
