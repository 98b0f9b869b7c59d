import type { TextSpan } from "./changes.js";
import type { Draft } from "./draft.js";

/** A change of an attachment with its positions among the attachments of each side, from 0. */
interface ShiftingAttachment {
  readonly before?: number;
  readonly after?: number;
  readonly draft: Draft;
}

/**
 * Finds the attachments because of which a reference in the text has another number: 见附件3 → 见附件2, because 附件2 was dropped.
 * Those that came, went or moved count from their place on; others keep their number.
 */
export function findAttachmentCauses(drafts: readonly Draft[], attachments: readonly ShiftingAttachment[]): void {
  const shifting = attachments.filter(({ draft }) => draft.kind !== "changed");
  if (shifting.length === 0) return;
  for (const draft of drafts) {
    if (draft.kind !== "changed" || (draft.layer !== "numbers" && draft.layer !== "text")) continue;
    const numbers = draft.occurrences.map(({ spans }) => referenceNumbers(spans));
    if (numbers.length === 0 || numbers.some((one) => one === undefined)) continue;
    const last = Math.max(...numbers.flatMap((one) => one ?? []));
    for (const { before, after, draft: cause } of shifting) {
      if (Math.min(before ?? Infinity, after ?? Infinity) < last && cause !== draft) draft.causes.add(cause);
    }
  }
}

/** The numbers of a text in which nothing changed but numbers of attachments; a single attachment has none and counts as the first. */
function referenceNumbers(spans: readonly TextSpan[]): readonly number[] | undefined {
  const numbers: number[] = [];
  let left = "";
  for (const { kind, text } of spans) {
    if (kind === "equal") {
      left = text;
      continue;
    }
    const number = /^(?:附件|附表)?(\d*)$/u.exec(text)?.[1];
    const isReference = number !== undefined && (text.startsWith("附") || /附件$|附表$/u.test(left));
    if (!isReference) return undefined;
    numbers.push(number === "" ? 1 : Number(number));
  }
  return numbers.length === 0 ? undefined : numbers;
}
