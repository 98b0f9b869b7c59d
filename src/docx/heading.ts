import type { Heading } from "../document/tree.js";
import { text } from "../document/tree.js";
import { paragraph } from "./paragraph.js";
import { textRuns } from "./runs.js";

/**
 * A heading, GB/T 9704—2012 §7.3.3. Its number is part of the text, as offices write it, not a list number of Word.
 *
 * A heading on its own line is one of Word's heading styles. A run-in heading is a body paragraph in the outline, whose heading
 * sentence has a character style.
 */
export function headingParagraph(heading: Heading, keepWithNext: boolean): string {
  const level = String(heading.level);
  const label = text(heading.label);
  const direct = keepWithNext ? { keepNext: true } : {};
  if (heading.body === undefined) {
    return paragraph(`Heading${level}`, textRuns([label, ...heading.children]), direct);
  }
  return paragraph(
    `RunInHeading${level}`,
    [...textRuns([label, ...heading.children], `HeadingText${level}`), ...textRuns(heading.body)],
    direct,
  );
}
