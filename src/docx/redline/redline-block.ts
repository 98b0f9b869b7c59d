import type { PrintedParagraph } from "./printed-paragraph.js";
import type { Mark } from "./revision-marks.js";

/** A paragraph or table of the marked text. What is in both drafts is `same`, whatever changed inside it. */
export type RedlineBlock = RedlineParagraph | RedlineTable;

export type Belonging = "same" | "deleted" | "inserted";

export interface RedlineParagraph {
  readonly kind: "paragraph";
  readonly belonging: Belonging;
  /** Its content in the older draft; absent if it has none there. */
  readonly before: PrintedParagraph | undefined;
  readonly after: PrintedParagraph | undefined;
  /** What happens to the paragraph's end. */
  mark: Mark;
  /** The content of `w:pPr`, and that in the older draft if going back to it is tracked. */
  properties: string;
  formerProperties: string | undefined;
}

export interface RedlineTable {
  readonly kind: "table";
  readonly belonging: Belonging;
  /** Its XML, some hundred rows at a time. */
  readonly write: () => Iterable<string>;
}

/** A paragraph as it first is: its mark belongs where its text does. */
export function redlineParagraph(
  before: PrintedParagraph | undefined,
  after: PrintedParagraph | undefined,
): RedlineParagraph {
  const belonging = before === undefined ? "inserted" : after === undefined ? "deleted" : "same";
  return {
    kind: "paragraph",
    belonging,
    before,
    after,
    mark: belonging === "same" ? "kept" : belonging,
    properties: (after ?? before)?.properties ?? "",
    // Another style means another element of the circular (a heading became text); the rest is layout and not tracked.
    formerProperties:
      before !== undefined && after !== undefined && before.style !== after.style ? before.properties : undefined,
  };
}
