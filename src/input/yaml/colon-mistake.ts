/** A name followed by a colon that YAML does not take for one. */
export interface ColonMistake {
  readonly name: string;
  /** `：`, or `:` without a space after it. */
  readonly colon: "：" | ":";
  /** Where the colon stands in the line, from 0. */
  readonly index: number;
}

/**
 * Recognises `标题：x` and `标题:x` at the beginning of a line (after blanks and `- `).
 *
 * Addresses (`https://…`), times (`10:30`) and names of more than 20 characters are not meant.
 */
export function findColonMistake(line: string): ColonMistake | undefined {
  const match = /^\s*(?:- +)*([^\s:："'#&*!|>%@`[\]{},，。；、]{1,20}) *(：|:(?=[^ \t/]))/u.exec(line);
  if (match === null) return undefined;
  const [whole, name = "", colon] = match;
  if (/^\d+$/.test(name) && /^\d/.test(line.slice(whole.length))) return undefined;
  return { name, colon: colon === "：" ? "：" : ":", index: whole.length - 1 };
}
