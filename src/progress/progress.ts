/** The steps of work that may take long, for whoever runs it to tell people. */
export type ProgressStep =
  /** Counts texts. */
  | "workbook-texts"
  /** Counts rows of one sheet. */
  | "workbook-rows"
  | "yaml"
  /** Counts rows of one dataset. */
  | "data-rows"
  | "composing"
  /** Counts rules. */
  | "cross-checks"
  /** Counts rules. */
  | "proofreading"
  /** Counts rows of all tables. */
  | "draft-rows"
  | "review-text"
  /** These count bytes. */
  | "draft-reading"
  | "older-draft"
  | "newer-draft"
  | "comparing"
  | "merging"
  | "redline"
  /** These count notices. */
  | "notices-composing"
  | "notices-proofreading"
  | "notices-writing"
  | "reports"
  /** Counts files. */
  | "saving";

/**
 * Whom long work tells how far it is. What the work gives does not depend on it: most runs have none.
 *
 * Steps follow one another and hold no others; one within another is taken for a part of it.
 */
export interface Progress {
  /**
   * Does a step, all of which must be computing: whoever listens may end the whole program in the middle of it.
   *
   * @returns what the work returns; what it throws is thrown on
   */
  readonly during: <Result>(step: ProgressStep, work: () => Result) => Result;
  /**
   * Tells how much of the current step is done. To be called some hundred times in a step rather than for every row.
   *
   * @param total if it is known
   */
  readonly advance: (done: number, total?: number) => void;
}

/** Does a step, and tells of it if there is anybody to tell. */
export function during<Result>(progress: Progress | undefined, step: ProgressStep, work: () => Result): Result {
  return progress === undefined ? work() : progress.during(step, work);
}

/** So many rows are worth telling of. */
export const rowsAtOnce = 1000;
