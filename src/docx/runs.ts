import { EmptyElement, Tab, TextRun } from "docx";
import { type Inline, plainText } from "../document/tree.js";

/**
 * Running text as runs. Text and values look the same in print, so neighbours become one run; that also keeps Word's search and
 * spelling from seeing a border between them.
 *
 * `w:hint="eastAsia"` makes Word take the Chinese font for “ ” — … which it would otherwise set in the Latin one.
 *
 * @param characterStyle The id of a character style for these runs.
 */
export function textRuns(children: readonly Inline[], characterStyle?: string): readonly TextRun[] {
  const text = plainText(children);
  return text === "" ? [] : [textRun(text, characterStyle)];
}

/** One run with this text; line breaks and tabs in it become `w:br` and `w:tab`. */
export function textRun(text: string, characterStyle?: string): TextRun {
  return new TextRun({
    ...(characterStyle === undefined ? {} : { style: characterStyle }),
    font: { hint: "eastAsia" },
    children: runContent(text),
  });
}

/** Lines joined by line breaks in one run: a title or a mark. */
export function lineRuns(lines: readonly (readonly Inline[])[]): readonly TextRun[] {
  return lines.length === 0 ? [] : [textRun(lines.map(plainText).join("\n"))];
}

function runContent(text: string): (string | EmptyElement)[] {
  return text
    .split(/(\r\n|[\r\n\t])/)
    .filter((part) => part !== "")
    .map((part) => (part === "\t" ? new Tab() : /^[\r\n]/.test(part) ? new EmptyElement("w:br") : part));
}
