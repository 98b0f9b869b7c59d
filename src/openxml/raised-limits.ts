/** By how much the limits on the size of files are raised. */
let factor = 1;

/**
 * Raises the limits on how much a file may hold, for a machine with the memory and a file that is trusted. Called once, where the
 * program starts, before anything is read.
 *
 * @param times 1 or more; 4 lets files be four times as large
 */
export function raiseLimits(times: number): void {
  factor = times;
}

/**
 * Default limits as they are to be applied.
 *
 * @param fixed the names of those that stay as they are
 */
export function raisedLimits<Limits extends { readonly [Name in keyof Limits]: number }>(
  limits: Limits,
  fixed: readonly (keyof Limits)[] = [],
): Limits {
  const raised: Limits = { ...limits };
  for (const name in limits) {
    if (!fixed.includes(name)) Object.assign(raised, { [name]: limits[name] * factor });
  }
  return raised;
}
