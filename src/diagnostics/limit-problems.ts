import type { Place } from "../document/place.js";
import { diagnose } from "./catalogue.js";
import { hasErrors, type Diagnostic } from "./diagnostic.js";

/** Nobody reads more, and a hundred thousand rows that are wrong in ten ways fill the memory of every report. */
const mostProblems = 20_000;

/**
 * The first problems, if there are very many, behind one that says so. What is left out is not forgotten: if there is an error among it,
 * the one that says so is an error.
 *
 * @param problems in their order
 * @param place of the whole
 */
export function limitProblems(problems: readonly Diagnostic[], place: Place): readonly Diagnostic[] {
  if (problems.length <= mostProblems) return problems;
  // Those of the data may have been limited before those of the draft came to them.
  const known = problems.find(({ code }) => code === "too-many-problems");
  const summary = known ?? diagnose("too-many-problems", place, { count: problems.length, limit: mostProblems });
  const listed = problems.filter((problem) => problem !== known).slice(0, mostProblems);
  return [{ ...summary, severity: hasErrors(problems) ? "error" : "warning" }, ...listed];
}
