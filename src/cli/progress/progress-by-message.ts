import { performance } from "node:perf_hooks";
import type { ProgressStep } from "../../progress/progress.js";
import type { CommandProgress } from "./progress-display.js";
import type { StepState } from "./step-words.js";

/** How often at most, in milliseconds; a new step is told of sooner. */
const interval = { sameStep: 100, newStep: 20 };

/** Progress of work in another thread: told to the main one, which shows it and hears Ctrl-C. */
export function progressByMessage(post: (state: StepState) => void): CommandProgress {
  let step: ProgressStep | undefined;
  let posted = -Infinity;
  const tell = (state: StepState, after: number): void => {
    const now = performance.now();
    if (now - posted < after) return;
    posted = now;
    post(state);
  };
  const begin = (next: ProgressStep): void => {
    if (next === step) return;
    step = next;
    tell({ step, done: 0, total: undefined }, interval.newStep);
  };
  return {
    begin,
    during: (next, work) => {
      begin(next);
      return work();
    },
    advance: (done, total) => {
      if (step !== undefined) tell({ step, done, total }, interval.sameStep);
    },
  };
}
