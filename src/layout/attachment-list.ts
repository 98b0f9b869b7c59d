import { characterWidth } from "./text-width.js";

/**
 * The lines of 附件说明, GB/T 9704—2012 §7.3.4, in characters (字) of the body.
 *
 * The label begins 2 characters in; the numbers of several attachments stand under each other, and a long name goes on under its own
 * first character.
 */

/** §7.3.4: 左空二字. */
const LABEL_INDENT = 2;
/** From 10 attachments on, numbers have different widths; names are then aligned by a tab stop. */
const FIRST_COUNT_WITH_TABS = 10;

export interface AttachmentListGeometry {
  /** Where the first line of the first item begins (with the label). */
  readonly firstItemStart: number;
  /** Where the first lines of the other items begin (with the number). */
  readonly nextItemStart: number;
  /** Where names begin and go on after a line break. */
  readonly nameStart: number;
  /** Whether a tab stop at `nameStart` stands between number and name. */
  readonly tab: boolean;
}

/**
 * The positions of the parts of 附件说明.
 *
 * @param label `附件` or whatever the circular calls them, without the colon.
 * @param numbers The printed numbers (`1.`, `2.`); empty for a single attachment, which has none.
 * @param proportional Whether digits are set in a proportional font, so that `1.` is not exactly one character wide.
 */
export function attachmentListGeometry(
  label: string,
  numbers: readonly string[],
  proportional: boolean,
): AttachmentListGeometry {
  const numberStart = LABEL_INDENT + characterWidth(`${label}：`);
  const widestNumber = Math.max(0, ...numbers.map(characterWidth));
  return {
    firstItemStart: LABEL_INDENT,
    nextItemStart: numberStart,
    nameStart: numberStart + widestNumber,
    tab: numbers.length > 0 && (proportional || numbers.length >= FIRST_COUNT_WITH_TABS),
  };
}
