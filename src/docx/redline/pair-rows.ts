import type { MergeStructure } from "./merge-structure.js";

/** A row of the marked table: in both drafts, in the older one only (deleted) or in the newer one only (inserted). */
export interface MarkedRow {
  readonly before?: number;
  readonly after?: number;
}

/**
 * Decides which rows are written as one row and which as a deleted and an inserted one, so that accepting and rejecting all changes
 * both give whole tables, with merged cells too.
 *
 * A file says of a cell that it begins a merged cell or goes on with the one above, and says it once for both drafts. Programs that
 * take out the row in which a merged cell begins let the next row begin it. So:
 *
 * - a row is shared only if each of its cells begins in it in both drafts, or belongs in both to a cell that begins in a shared row;
 * - where the first row of a merged cell went or was put before it, that row is shared nevertheless and its texts change, instead of
 *   every row below it being replaced;
 * - between shared rows, no cell of an inserted row comes to stand under a deleted row in which another cell begins.
 *
 * @param pairs the rows that belong together by their content, ascending on both sides
 */
export function pairRows(
  before: MergeStructure,
  after: MergeStructure,
  columnCount: number,
  pairs: readonly (readonly [number, number])[],
): readonly MarkedRow[] {
  const pairing = new RowPairing(before, after, columnCount);
  for (const [older, newer] of pairs) pairing.offer(older, newer);
  return pairing.finish();
}

class RowPairing {
  private readonly before: MergeStructure;
  private readonly after: MergeStructure;
  private readonly columnCount: number;
  /** The shared rows so far. */
  private readonly shared: (readonly [number, number])[] = [];
  /** For each older row the newer one that it is shared with, or −1. */
  private readonly partners: Int32Array;

  constructor(before: MergeStructure, after: MergeStructure, columnCount: number) {
    this.before = before;
    this.after = after;
    this.columnCount = columnCount;
    this.partners = new Int32Array(before.rows.length).fill(-1);
  }

  /** Shares two rows if that is possible; they stand below all that were offered before. */
  offer(older: number, newer: number): void {
    let hasTakenBack = false;
    for (;;) {
      const column = this.outermostConflict(older, newer);
      if (column === undefined) {
        if (this.gapOrder(older, newer) !== undefined) {
          this.share(older, newer);
          return;
        }
        this.takeBack();
        hasTakenBack = true;
        continue;
      }
      if (hasTakenBack) return;
      // The first rows of the two merged cells take the place of these, or make sharing these possible.
      const olderStart = this.before.originRow(older, column);
      const newerStart = this.after.originRow(newer, column);
      const [lastOlder, lastNewer] = this.shared.at(-1) ?? [-1, -1];
      if (
        olderStart <= lastOlder ||
        newerStart <= lastNewer ||
        this.outermostConflict(olderStart, newerStart) !== undefined ||
        this.gapOrder(olderStart, newerStart) === undefined
      ) {
        return;
      }
      this.share(olderStart, newerStart);
      if (olderStart === older || newerStart === newer) return;
    }
  }

  finish(): readonly MarkedRow[] {
    const olderCount = this.before.rows.length;
    const newerCount = this.after.rows.length;
    while (this.gapOrder(olderCount, newerCount) === undefined) this.takeBack();
    const rows: MarkedRow[] = [];
    let olderAt = 0;
    let newerAt = 0;
    const gap = (olderEnd: number, newerEnd: number, order: GapOrder): void => {
      const deleted = range(olderAt, olderEnd).map((row) => ({ before: row }));
      const inserted = range(newerAt, newerEnd).map((row) => ({ after: row }));
      const [first, second] = order === "deleted first" ? [deleted, inserted] : [inserted, deleted];
      for (const row of first) rows.push(row);
      for (const row of second) rows.push(row);
    };
    this.shared.forEach(([older, newer], index) => {
      // Mostly there is nothing in between.
      if (older > olderAt || newer > newerAt) {
        gap(older, newer, this.orderBetween(this.shared[index - 1], older, newer) ?? "deleted first");
      }
      rows.push({ before: older, after: newer });
      olderAt = older + 1;
      newerAt = newer + 1;
    });
    gap(olderCount, newerCount, this.gapOrder(olderCount, newerCount) ?? "deleted first");
    return rows;
  }

  private share(older: number, newer: number): void {
    this.shared.push([older, newer]);
    this.partners[older] = newer;
  }

  private takeBack(): void {
    const last = this.shared.pop();
    if (last !== undefined) this.partners[last[0]] = -1;
  }

  /** The column in which two rows cannot be one; of several, that of the merged cell that begins highest. */
  private outermostConflict(older: number, newer: number): number | undefined {
    let outermost: number | undefined;
    let highest = Number.POSITIVE_INFINITY;
    for (let column = 0; column < this.columnCount; column += 1) {
      const olderStart = this.before.originRow(older, column);
      const newerStart = this.after.originRow(newer, column);
      const fits =
        this.before.originColumn(older, column) === this.after.originColumn(newer, column) &&
        (olderStart === older
          ? newerStart === newer
          : newerStart !== newer && this.partners[olderStart] === newerStart);
      if (fits || olderStart >= highest) continue;
      outermost = column;
      highest = olderStart;
    }
    return outermost;
  }

  private gapOrder(olderEnd: number, newerEnd: number): GapOrder | undefined {
    return this.orderBetween(this.shared.at(-1), olderEnd, newerEnd);
  }

  /**
   * In which order the rows between two shared ones may stand. A cell of the first row of the second group that goes on with one above
   * must find the same one at the end of the first group.
   */
  private orderBetween(
    shared: readonly [number, number] | undefined,
    olderEnd: number,
    newerEnd: number,
  ): GapOrder | undefined {
    const [olderStart, newerStart] = shared === undefined ? [0, 0] : [shared[0] + 1, shared[1] + 1];
    if (olderStart === olderEnd || newerStart === newerEnd) return "deleted first";
    let deletedFirst = true;
    let insertedFirst = true;
    for (let column = 0; column < this.columnCount; column += 1) {
      const newerOrigin = this.after.originRow(newerStart, column);
      if (newerOrigin < newerStart) {
        const last = this.before.originRow(olderEnd - 1, column);
        if (last >= olderStart || this.partners[last] !== newerOrigin) deletedFirst = false;
      }
      const olderOrigin = this.before.originRow(olderStart, column);
      if (olderOrigin < olderStart) {
        const last = this.after.originRow(newerEnd - 1, column);
        if (last >= newerStart || this.partners[olderOrigin] !== last) insertedFirst = false;
      }
    }
    return deletedFirst ? "deleted first" : insertedFirst ? "inserted first" : undefined;
  }
}

type GapOrder = "deleted first" | "inserted first";

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
