import type { Occurrence } from "../../diff/changes.js";

/** A printed value with the words around it. */
export interface ValueContext {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

/** So many characters on either side are enough to know what is counted. */
const width = 12;

/**
 * The words around a value in the newer draft.
 *
 * @returns `undefined` if there are none, as in a cell that holds nothing else
 */
export function valueContext({ after }: Occurrence): ValueContext | undefined {
  if (after?.spot === undefined) return undefined;
  const { start, end } = after.spot;
  if (start === 0 && end >= after.text.length) return undefined;
  const left = [...after.text.slice(0, start)];
  const right = [...after.text.slice(end)];
  return {
    before: left.length > width ? `…${left.slice(-width).join("")}` : left.join(""),
    value: after.text.slice(start, end),
    after: right.length > width ? `${right.slice(0, width).join("")}…` : right.join(""),
  };
}
