import type { Appearance } from "./tree.js";

/** What a circular looks like that chooses nothing: as published on a website, and as the standard has it. */
export const PLAIN_APPEARANCE: Appearance = {
  form: "plain",
  sealed: false,
  pageNumbers: "outer",
  latinFont: "body",
  boldHeadings: false,
  mirrorMargins: false,
};
