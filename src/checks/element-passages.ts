import { text } from "../document/tree.js";
import type { Draft, Passage } from "./draft.js";

/** The printed number of a heading, to mark something in it. */
export function headingLabelPassage(heading: Passage): Passage {
  const label = heading.label ?? "";
  return { ...heading, text: label, inlines: [text(label)], path: [...heading.path.slice(0, -1), "label"] };
}

/** The printed number of a line of 附件说明; `undefined` if it is the ordinary `1.` or there is none. */
export function listMarkPassage(item: Passage, mark: string): Passage {
  return { ...item, text: mark, inlines: [text(mark)], path: [...item.path.slice(0, -1), "mark"] };
}

/** What stands between 附件 and the names in 附件说明, if it is not the full-width colon. */
export function listSeparatorPassage(draft: Draft): Passage | undefined {
  const separator = draft.attachmentList?.separator;
  const [first] = draft.attachmentItems;
  if (separator === undefined || first === undefined) return undefined;
  return { ...first, text: separator, inlines: [text(separator)], path: [...first.path.slice(0, -3), "separator"] };
}

/** Where to say that something is missing: the element it should follow, or else the whole document. */
export function anchorOf(draft: Draft, ...candidates: readonly (Passage | undefined)[]): Passage {
  return (
    candidates.find((candidate) => candidate !== undefined) ??
    draft.title.at(-1) ??
    draft.passages[0] ?? { role: "paragraph", region: "body", text: "", inlines: [], path: [] }
  );
}
