/** How many cases a run has in all: 500 with every test run, 10,000 with `npm run fuzz`. */
const all = Number(process.env["TONGBAO_FUZZ_CASES"] ?? 500);

/** A long run is one in which nobody waits for the result. */
export const isLongRun = all > 500;

/**
 * The number of cases of one kind.
 *
 * @param hundredths its part of all of them
 */
export function casesOf(hundredths: number): number {
  return Math.ceil((all * hundredths) / 100);
}

/** Milliseconds after which a test of so many cases has failed; far more than it takes on a slow machine. */
export function patienceFor(cases: number): number {
  return 120_000 + cases * 2_000;
}
