import { diagnose } from "../../diagnostics/catalogue.js";
import type { ReadingLimits } from "./reading-limits.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";

/** Counts what all sheets of a workbook hold together, and stops reading where a limit is passed. */
export class ReadingBudget {
  private rows = 0;
  private cells = 0;
  private merges = 0;

  constructor(readonly limits: ReadingLimits) {}

  /** @throws UnreadablePart beyond the limit, like the others */
  countRow(): void {
    this.rows += 1;
    const limit = this.limits.rows;
    if (this.rows > limit) throw stop((place) => diagnose("workbook-too-many-rows", place, { limit }));
  }

  countCells(count: number): void {
    this.cells += count;
    const limit = this.limits.cells;
    if (this.cells > limit) throw stop((place) => diagnose("workbook-too-many-cells", place, { limit }));
  }

  countMerge(): void {
    this.merges += 1;
    const limit = this.limits.mergedRanges;
    if (this.merges > limit) throw stop((place) => diagnose("workbook-too-many-merges", place, { limit }));
  }
}

function stop(diagnoseAt: UnreadablePart["diagnoseAt"]): UnreadablePart {
  return new UnreadablePart(diagnoseAt, true);
}
