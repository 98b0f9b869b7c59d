import { roleOf, type CountRole } from "./count-roles.js";
import { subjectOf, type CountSubject } from "./count-subjects.js";
import type { Draft, Passage } from "./draft.js";
import { quantitiesIn, type Quantity } from "./quantities.js";

/** A count, a percentage or a number of 百分点 with its part in the sentence. */
export interface Count extends Quantity {
  readonly role: CountRole;
  readonly subject: CountSubject | undefined;
}

/** A passage of the body with its numbers. */
export interface CountedPassage {
  readonly passage: Passage;
  readonly counts: readonly Count[];
}

const cache = new WeakMap<Draft, readonly CountedPassage[]>();

/** The passages of the body that hold quantities, read once per draft. */
export function countedPassages(draft: Draft): readonly CountedPassage[] {
  const known = cache.get(draft);
  if (known !== undefined) return known;
  const read = draft.body.flatMap((passage) => {
    const counts = quantitiesIn(passage.text, () => draft.protectedIn(passage)).map((quantity) => ({
      ...quantity,
      role: roleOf(quantity),
      subject: subjectOf(quantity),
    }));
    return counts.length === 0 ? [] : [{ passage, counts }];
  });
  cache.set(draft, read);
  return read;
}

const shared = ["平均", "人均", "各", "各有", "每"];

/** True for a plain number of things that can be recomputed: no percentage, nothing approximate, no change against another period. */
export function isPlainCount(count: Count): boolean {
  return (
    count.kind === "count" &&
    !count.approximate &&
    count.role !== "change" &&
    !shared.some((word) => count.before.endsWith(word))
  );
}
