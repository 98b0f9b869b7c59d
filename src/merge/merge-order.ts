import type { ChangedElement, Step } from "../diff/changes.js";
import type { Path } from "../diff/edits.js";
import { type ConflictKind, type MergeContext, noContext } from "./conflicts.js";

/** An element of a merged list: where it stands in each of the three lists that it is in. */
export interface MergedItem {
  readonly base?: number;
  readonly hand?: number;
  readonly data?: number;
}

/** Three lists of the same kind: what became of the first one on both sides. */
export interface ListMerge {
  readonly hand: readonly Step[];
  readonly data: readonly Step[];
  /** Elements that are new on both sides and are the same one: position in the edited list → position in the data's. */
  readonly addedOnBoth: ReadonlyMap<number, number>;
  /** Whether the side changed what the element says. */
  readonly hasChanged: (side: "hand" | "data", base: number, other: number) => boolean;
  /** What an element says, for the report. */
  readonly shown: (side: "base" | "hand" | "data", index: number) => string;
  /** What an element is called. */
  readonly element: (item: MergedItem) => ChangedElement;
  /** Where its kind belongs; elements of a lower zone stand before those of a higher one. All are in one zone without it. */
  readonly zone?: (item: MergedItem) => number;
  /** The path of the merged list, and of the edited one. */
  readonly path: Path;
  readonly editedPath: Path;
}

/**
 * Orders the elements of a merged list. It is the data's list without what people deleted; what people added or moved stands behind
 * the element that it follows in their version.
 *
 * What one side deleted and the other one changed is a conflict, and so is what both moved to different places.
 */
export function mergeOrder(context: MergeContext, list: ListMerge): MergedItem[] {
  const hand = readSteps(list.hand);
  const data = readSteps(list.data);
  const addedHand = new Map([...list.addedOnBoth].map(([position, index]) => [index, position]));
  const head = new Place({});
  const byHand = new Map<number, Place>();
  let last = head;
  data.origins.forEach((base, index) => {
    const place = dataItem(list, hand, addedHand, base, index);
    if (place === undefined) return;
    const { hand: position } = place.item;
    if (position !== undefined && base !== undefined && hand.moved.has(base)) {
      if (!data.moved.has(base)) return;
      if (comesAfterTheSame(hand, data, position, index)) byHand.set(position, place);
      else if (context.prefer === "hand") return;
      else place.conflict = "moved";
    }
    if (position !== undefined) byHand.set(position, place);
    last = last.append(place);
  });
  last = head;
  hand.origins.forEach((base, position) => {
    const known = byHand.get(position);
    if (known !== undefined) {
      last = known;
      return;
    }
    const index = base === undefined ? undefined : data.partners[base];
    const place = new Place({
      ...(base === undefined ? {} : { base }),
      hand: position,
      ...(index === undefined ? {} : { data: index }),
    });
    if (base !== undefined && index === undefined) {
      if (!list.hasChanged("hand", base, position)) return;
      place.conflict = "deletedByData";
    }
    last = last.append(place);
  });
  return settled(context, list, head);
}

/** An element in its place in the merged list. */
class Place {
  conflict: ConflictKind | undefined;
  next: Place | undefined;

  constructor(readonly item: MergedItem) {}

  /** Puts another one behind this one. */
  append(place: Place): Place {
    place.next = this.next;
    this.next = place;
    return place;
  }
}

/** Where elements went. */
interface ReadSteps {
  /** For each element of the older list its position in the newer one. */
  readonly partners: readonly (number | undefined)[];
  /** For each element of the newer list its position in the older one. */
  readonly origins: readonly (number | undefined)[];
  /** The positions in the older list of those that moved. */
  readonly moved: ReadonlySet<number>;
}

function readSteps(steps: readonly Step[]): ReadSteps {
  const partners: (number | undefined)[] = [];
  const origins: (number | undefined)[] = [];
  const moved = new Set<number>();
  for (const step of steps) {
    if (step.step === "removed") partners[step.before] = undefined;
    else if (step.step === "added") origins[step.after] = undefined;
    else {
      partners[step.before] = step.after;
      origins[step.after] = step.before;
      if (step.step !== "same") moved.add(step.before);
    }
  }
  return { partners: [...partners], origins: [...origins], moved };
}

/** The place of an element of the data's list; `undefined` if people deleted it and nobody minds. */
function dataItem(
  list: ListMerge,
  hand: ReadSteps,
  addedHand: ReadonlyMap<number, number>,
  base: number | undefined,
  index: number,
): Place | undefined {
  if (base === undefined) {
    const position = addedHand.get(index);
    return new Place(position === undefined ? { data: index } : { hand: position, data: index });
  }
  const position = hand.partners[base];
  if (position !== undefined) return new Place({ base, hand: position, data: index });
  if (!list.hasChanged("data", base, index)) return undefined;
  const place = new Place({ base, data: index });
  place.conflict = "deletedByHand";
  return place;
}

function comesAfterTheSame(hand: ReadSteps, data: ReadSteps, position: number, index: number): boolean {
  if (position === 0 || index === 0) return position === index;
  const before = hand.origins[position - 1];
  return before !== undefined && before === data.origins[index - 1];
}

/** Leaves out what the preferred side does not have, and tells of the conflicts. */
function settled(context: MergeContext, list: ListMerge, head: Place): MergedItem[] {
  const { path, zone = (): number => 0 } = list;
  const places: Place[] = [];
  for (let place = head.next; place !== undefined; place = place.next) places.push(place);
  places.sort((one, other) => zone(one.item) - zone(other.item));
  const result: MergedItem[] = [];
  for (const { item, conflict } of places) {
    const isLeftOut =
      (conflict === "deletedByHand" && context.prefer === "hand") ||
      (conflict === "deletedByData" && context.prefer === "data");
    if (conflict !== undefined) {
      const text = (side: "base" | "hand" | "data"): string => {
        const index = item[side];
        return index === undefined ? "" : list.shown(side, index);
      };
      context.add({
        kind: conflict,
        element: list.element(item),
        base: text("base"),
        hand: text("hand"),
        data: text("data"),
        context: noContext,
        spot: {
          path: [...path, isLeftOut ? Math.max(0, result.length - 1) : result.length],
          start: 0,
          end: Number.MAX_SAFE_INTEGER,
        },
        ...(isLeftOut && item.hand !== undefined ? { editedPath: [...list.editedPath, item.hand] } : {}),
      });
    }
    if (!isLeftOut) result.push(item);
  }
  return result;
}
