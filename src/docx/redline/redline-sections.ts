import type { PageGeometry } from "../../layout/page.js";
import type { JoinedItem } from "./joined-flow.js";

/** Neighbours on pages of one orientation. */
export interface RedlineSection {
  readonly orientation: PageGeometry["orientation"];
  readonly items: readonly JoinedItem[];
}

/**
 * The sections of the marked text: those of the newer draft. What was deleted stands in a section next to its place, if there is one
 * on paper of its orientation in that of the older draft; else in the section before it, on that section's paper.
 */
export function redlineSections(items: readonly JoinedItem[]): readonly RedlineSection[] {
  const sections: { orientation: PageGeometry["orientation"]; items: JoinedItem[] }[] = [];
  const following = followingOrientations(items);
  items.forEach((item, index) => {
    const current = sections.at(-1);
    const next = following[index];
    const previous = current?.orientation ?? next ?? "portrait";
    const own = item.before?.orientation;
    const orientation = item.after?.orientation ?? (own !== undefined && own === next ? own : previous);
    if (current?.orientation === orientation) current.items.push(item);
    else sections.push({ orientation, items: [item] });
  });
  return sections.length === 0 ? [{ orientation: "portrait", items: [] }] : sections;
}

/** For each item the orientation of the next one (or itself) that the newer draft has. */
function followingOrientations(items: readonly JoinedItem[]): readonly (PageGeometry["orientation"] | undefined)[] {
  const result: (PageGeometry["orientation"] | undefined)[] = [];
  let next: PageGeometry["orientation"] | undefined;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    next = items[index]?.after?.orientation ?? next;
    result[index] = next;
  }
  return result;
}
