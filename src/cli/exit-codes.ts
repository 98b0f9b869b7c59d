/** What the program's exit status means; documented in README and --help. */
export const exitCodes = {
  /** Everything asked for was done; there may have been warnings. */
  success: 0,
  /** The data, the type or the template is wrong; nothing was written for that edition. */
  invalidInput: 1,
  /** The command line is wrong. */
  wrongUsage: 2,
  /** A file could not be written. */
  notWritten: 3,
  /** A fault of the program itself. */
  internalFault: 70,
  /** Somebody pressed Ctrl-C: 128 and the number of the signal, as shells count. */
  interrupted: 130,
} as const;

/** What the exit status of `diff` means: as those of other programs that compare, so that scripts can ask whether anything changed. */
export const diffExitCodes = {
  /** Nothing that is printed differs. */
  equal: 0,
  different: 1,
  /** Could not be compared, or not all of it; or the report could not be written. */
  failed: 2,
} as const;

/** What the exit status of `merge` means. */
export const mergeExitCodes = {
  /** Everything that people changed is in the merged draft. */
  merged: 0,
  /** Written, with places that people and the data changed differently. */
  conflicts: 1,
  /** Could not be merged, or not written; or the command line is wrong. */
  failed: 2,
} as const;
