import type { Layer, Occurrence } from "../../diff/changes.js";
import type { ChangeReport } from "./change-report.js";

type Path = readonly (string | number)[];

/** A change, as a mark in a text refers to it. */
export interface MarkedChange {
  readonly number: number;
  readonly layer: Layer;
}

interface MarkedRange extends MarkedChange {
  readonly start: number;
  readonly end: number;
}

/** Finds the changes that show at a place of one of the two documents. */
export class ChangeIndex {
  private readonly before = new Map<string, MarkedRange[]>();
  private readonly after = new Map<string, MarkedRange[]>();

  constructor({ changes }: ChangeReport) {
    for (const { number, change } of changes) {
      for (const occurrence of change.occurrences) {
        for (const side of ["before", "after"] as const) this.add(side, occurrence, { number, layer: change.layer });
      }
    }
  }

  /**
   * The change because of which some characters of a text are marked.
   *
   * @param path of the text
   * @param start UTF-16 units of the text, up to but not including `end`
   * @returns `undefined` if no change tells of this text; then what changed is part of a change of something greater
   */
  at(side: "before" | "after", path: Path, start: number, end: number): MarkedChange | undefined {
    const here = this[side].get(pathKey(path)) ?? [];
    const exact = here.find((range) => range.start <= start && range.end >= end && range.end > range.start);
    const near = exact ?? here.find((range) => range.start < end && range.end > start) ?? here[0];
    return near ?? this.above(side, path);
  }

  /** True if a change tells of this very text. */
  has(side: "before" | "after", path: Path): boolean {
    return this[side].has(pathKey(path));
  }

  /** The change of the block, row or table that holds a place. */
  above(side: "before" | "after", path: Path): MarkedChange | undefined {
    for (let length = path.length; length > 1; length -= 1) {
      const found = this[side].get(pathKey(path.slice(0, length)))?.[0];
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private add(side: "before" | "after", occurrence: Occurrence, change: MarkedChange): void {
    const spot = occurrence[side]?.spot;
    if (spot === undefined) return;
    const key = pathKey(spot.path);
    const range = { ...change, start: spot.start, end: spot.end };
    const known = this[side].get(key);
    if (known === undefined) this[side].set(key, [range]);
    else known.push(range);
  }
}

function pathKey(path: Path): string {
  return path.join("/");
}
