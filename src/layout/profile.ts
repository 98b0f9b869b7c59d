import type { Appearance, Letterhead } from "../document/tree.js";
import type { FontKey } from "./fonts.js";
import { markLineHeight, markSize } from "./mark.js";
import type { Length } from "./measures.js";

/** Everything about the look that one circular's choices decide; the element styles are made from it. */
export interface LayoutProfile {
  readonly form: Appearance["form"];
  readonly sealed: boolean;
  readonly pageNumbers: Appearance["pageNumbers"];
  readonly mirrorMargins: boolean;
  readonly boldHeadings: boolean;
  /** The font of Latin letters and digits in the body; absent: that of the Chinese text around them. */
  readonly latinFont?: FontKey;
  /** The size at which 发文机关标志 fits. */
  readonly markSize: Length;
  readonly markLineHeight: Length;
}

/** The profile of a circular with this appearance and, if it has one, this 版头. */
export function layoutProfile(appearance: Appearance, letterhead: Letterhead | undefined): LayoutProfile {
  const mark = letterhead?.mark ?? [];
  const size = markSize(mark);
  return {
    form: appearance.form,
    sealed: appearance.sealed,
    pageNumbers: appearance.pageNumbers,
    mirrorMargins: appearance.mirrorMargins,
    boldHeadings: appearance.boldHeadings,
    ...(appearance.latinFont === "timesNewRoman" ? { latinFont: "Times New Roman" } : {}),
    markSize: size,
    markLineHeight: markLineHeight(size, mark.length),
  };
}
