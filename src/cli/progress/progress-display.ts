import type { Progress, ProgressStep } from "../../progress/progress.js";
import { progressLine, type EditionsState } from "./progress-line.js";
import type { StepState } from "./step-words.js";
import { TimeLeft, timeLeftOfSeveral, type Plan } from "./time-left.js";

/** Progress as a command sees it: also of what must not be ended in the middle. */
export interface CommandProgress extends Progress {
  /** A step begins, of which `advance` may tell, and which whoever does it protects by itself. */
  readonly begin: (step: ProgressStep) => void;
}

/** Where the line is shown, and what it needs besides. */
export interface DisplaySurroundings {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  /** In milliseconds; goes forward only. */
  readonly clock: () => number;
  /** Does work, and sees to it that Ctrl-C ends it. */
  readonly compute: <Result>(work: () => Result) => Result;
  /** After so many milliseconds without anything printed the line appears. */
  readonly delay: number;
}

/** A terminal is written to no more often, in milliseconds; a new step is shown at once, and everything to who does not want to wait. */
const usualInterval = 100;

const eraseToEnd = "\u001b[K";

/**
 * The line at the bottom of a terminal that says how far long work is.
 *
 * Everything is drawn when the work tells of itself: while it computes, no timer is heard.
 */
export class ProgressDisplay implements CommandProgress {
  private readonly started: number;
  /** When something was last printed, or the work began. */
  private quietSince: number;
  private drawnAt = -Infinity;
  private drawn = "";
  private state: StepState | undefined;
  private several: EditionsState | undefined;
  private left: TimeLeft;
  private isComputing = false;

  constructor(
    private readonly surroundings: DisplaySurroundings,
    private readonly plan: Plan,
  ) {
    this.started = this.quietSince = surroundings.clock();
    this.left = new TimeLeft(plan);
  }

  readonly during = <Result>(step: ProgressStep, work: () => Result): Result => {
    if (this.isComputing) return work();
    this.isComputing = true;
    try {
      return this.surroundings.compute(() => {
        // Not before: what is on the screen must vanish if the work is ended.
        this.begin(step);
        return work();
      });
    } finally {
      this.isComputing = false;
    }
  };

  readonly begin = (step: ProgressStep): void => {
    if (this.state?.step === step) return;
    this.show({ step, done: 0, total: undefined }, true);
  };

  readonly advance = (done: number, total?: number): void => {
    if (this.state !== undefined) this.show({ step: this.state.step, done, total }, false);
  };

  /** Tells which of several editions is worked on from now on; nothing is said of one alone. */
  editions(state: EditionsState): void {
    this.several = state;
    this.state = undefined;
    this.left = new TimeLeft(this.plan);
  }

  /** Tells of work that is done elsewhere. */
  elsewhere(editions: EditionsState, state: StepState): void {
    const isNew = this.several?.name !== editions.name || this.state?.step !== state.step;
    this.several = editions;
    this.show(state, isNew);
  }

  /** Takes the line away, for something to be printed. */
  readonly clear = (): void => {
    this.quietSince = this.surroundings.clock();
    if (this.drawn === "") return;
    this.surroundings.write(`\r${eraseToEnd}`);
    this.drawn = "";
  };

  private show(state: StepState, isNew: boolean): void {
    this.state = state;
    const { clock, columns, delay, write } = this.surroundings;
    const now = clock();
    const interval = Math.min(usualInterval, delay);
    const isDue = now - this.quietSince >= delay && (isNew || now - this.drawnAt >= interval);
    // The estimate must hear of every new step.
    if (!isDue && !isNew) return;
    const left = this.timeLeft(now, state);
    if (!isDue) return;
    this.drawnAt = now;
    const line = progressLine(this.several, state, left, columns());
    if (line === this.drawn) return;
    write(`\r${line}${eraseToEnd}`);
    this.drawn = line;
  }

  private timeLeft(now: number, state: StepState): number | undefined {
    if (this.several === undefined || this.several.count < 2) return this.left.at(now, state);
    return timeLeftOfSeveral(now - this.started, this.several.finished, this.several.count);
  }
}
