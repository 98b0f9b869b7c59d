import type { ProgressStep } from "../../progress/progress.js";
import type { StepState } from "./step-words.js";

/**
 * A step of a plan, and what it costs beside the others: milliseconds on some machine for tables of 100,000 rows. Where the shares are
 * others, the time left is corrected as the work goes on.
 */
export type Plan = readonly (readonly [step: ProgressStep, cost: number])[];

/** What `build` and `check` have in common. */
const reviewing: Plan = [
  ["workbook-texts", 350],
  ["workbook-rows", 600],
  ["yaml", 6000],
  ["data-rows", 1600],
  ["composing", 250],
  ["cross-checks", 100],
  ["proofreading", 3900],
];

/** What the commands do one after the other. */
export const plans = {
  build: [...reviewing, ["draft-rows", 800], ["review-text", 900], ["saving", 100]],
  check: reviewing,
  checkDraft: [
    ["draft-reading", 4500],
    ["proofreading", 3900],
  ],
  // Reading and composing the edition is little beside a thousand notices.
  notices: [
    ["notices-composing", 500],
    ["notices-proofreading", 2500],
    ["notices-writing", 5500],
    ["saving", 3000],
  ],
  diff: [
    ["older-draft", 3000],
    ["newer-draft", 3000],
    ["comparing", 1500],
  ],
  merge: [],
} as const satisfies Record<string, Plan>;

/** Before so much of the work is done nobody can say how long the rest takes. */
const shareNeeded = 0.2;
/** In milliseconds, like all times here. */
const timeNeeded = 1000;

/** A new estimate counts where it differs by so much from what was said; smaller ones would only make the number tremble. */
const leastCorrection = { milliseconds: 1000, share: 0.25 };

/**
 * Estimates how long the rest of the work takes, by how long the part that is done took. What it says goes down with the clock and is
 * corrected where it turns out to be wrong.
 */
export class TimeLeft {
  /** When the first step of the plan began. */
  private began: number | undefined;
  /** The cost of the steps that are over. */
  private over = 0;
  private current: ProgressStep | undefined;
  private end: number | undefined;

  constructor(private readonly plan: Plan) {}

  /**
   * To be called with every step at its beginning, and whenever the time is wanted.
   *
   * @param now as a clock says it
   * @returns `undefined` if it cannot be told
   */
  at(now: number, { step, done, total }: StepState): number | undefined {
    const position = this.plan.findIndex(([planned]) => planned === step);
    const own = this.plan[position]?.[1];
    if (own === undefined) return undefined;
    this.began ??= now;
    if (step !== this.current) {
      this.over += this.plan.find(([planned]) => planned === this.current)?.[1] ?? 0;
      this.current = step;
    }
    const later = this.plan.slice(position + 1).reduce((sum, [, cost]) => sum + cost, 0);
    const elapsed = now - this.began;
    const isCounted = total !== undefined && total > 0 && done > 0;
    const part = isCounted ? Math.min(1, done / total) : 0;
    const past = this.over + own * part;
    const rest = own * (1 - part) + later;
    // A step that counts nothing says nothing new.
    if (isCounted && elapsed >= timeNeeded && past >= shareNeeded * (past + rest))
      this.correct(now, (elapsed * rest) / past);
    return this.end === undefined || this.end <= now ? undefined : this.end - now;
  }

  private correct(now: number, estimate: number): void {
    const said = this.end === undefined ? undefined : this.end - now;
    const tolerance = Math.max(leastCorrection.milliseconds, leastCorrection.share * estimate);
    if (said === undefined || said <= 0 || Math.abs(said - estimate) > tolerance) this.end = now + estimate;
  }
}

/** Estimates how long several editions take: by those that are done. */
export function timeLeftOfSeveral(elapsed: number, finished: number, count: number): number | undefined {
  return finished >= 3 && finished >= shareNeeded * count && finished < count
    ? (elapsed / finished) * (count - finished)
    : undefined;
}
