import fc from "fast-check";
import { expect, type TestContext } from "vitest";
import { renderDiagnostic } from "../../src/diagnostics/render.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { checkTree } from "../../src/document/invariants.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { writeDocx } from "../../src/docx/write-docx.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { casesOf } from "./case-count.js";
import { Watchdog } from "./watchdog.js";
import { WrittenFiles } from "./written-files.js";

/** What the cases of one test file have come to; the summary of the run adds them up. */
export interface FuzzCounts {
  cases: number;
  /** Editions that gave a circular in spite of everything. */
  circulars: number;
  /** Damaged documents that were read. */
  drafts: number;
  /** Different .docx files that were written, all of which outside programs have judged. */
  documents: number;
}

declare module "vitest" {
  interface TaskMeta {
    fuzz?: FuzzCounts;
    kills?: number;
  }
}

/** The cases of one test file, what they wrote, and how they are counted. */
export class Fuzzing {
  readonly written = new WrittenFiles();
  readonly counts: FuzzCounts = { cases: 0, circulars: 0, drafts: 0, documents: 0 };
  readonly #watchdog = new Watchdog();

  /** Runs a property over its share of all cases, in hundredths. */
  async check<Case>(hundredths: number, cases: fc.Arbitrary<Case>, run: (one: Case) => Promise<void>): Promise<void> {
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        this.counts.cases += 1;
        this.#watchdog.begin(fc.stringify(one));
        await run(one);
        this.#watchdog.end();
      }),
      { numRuns: casesOf(hundredths) },
    );
  }

  /** A tree that keeps its rules, printed as a file that others will judge and as text without anything that cannot be seen. */
  async expectSound(document: CircularDocument, origin: "generated" | "read"): Promise<Uint8Array> {
    expect(checkTree(document, origin)).toEqual([]);
    const bytes = await writeDocx(document);
    this.written.add(bytes);
    expect(writeReviewText(document)).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u,
    );
    return bytes;
  }

  /** Hands the numbers to the summary of the run, and makes sure that all cases were drawn. */
  report(context: TestContext, hundredths: readonly number[]): void {
    this.counts.documents = this.written.count;
    context.task.meta.fuzz = this.counts;
    const expected = hundredths.reduce((sum, share) => sum + casesOf(share), 0);
    expect(this.counts.cases).toBe(expected);
  }

  async stop(): Promise<void> {
    await this.#watchdog.stop();
    this.written.remove();
  }
}

/** What people are told: in words, not in those of the programming language. */
export function expectPresentable(diagnostics: readonly Diagnostic[]): void {
  // What stands in the files themselves is repeated as it is, so only the message counts.
  const messages = diagnostics.map(({ message, hint = "" }) => `${message} ${hint}`).join("\n");
  expect(messages).not.toMatch(/\n +at |\[object |TypeError|RangeError/u);
  for (const diagnostic of diagnostics) renderDiagnostic(diagnostic);
}
