/** Where the parts of 附件说明 (GB/T 9704 §7.3.4) are in its printed lines, right marks or wrong ones. */

/** The beginning of the first line: its label (附件, 附表, blanks in between perhaps), and what keeps that apart from the first name. */
export interface ListBeginning {
  readonly label: string;
  /** The colon, whatever it looks like; empty where the number of the first name comes at once: 附件1：…… */
  readonly separator: string;
  /** Where the first item begins. */
  readonly end: number;
}

/** Takes the label off the first line; `undefined` if the line is not one. */
export function readListBeginning(line: string): ListBeginning | undefined {
  const match = /^(附\s*[件表])(?:\s*([：:；;、，,.．])\s*|(?=\s*[0-9０-９]{1,2}\s*[：:]))/u.exec(line);
  if (match === null) return undefined;
  const [whole, label = "", separator = ""] = match;
  return { label, separator, end: whole.length };
}

/** The number in front of a name. */
export interface ItemMark {
  readonly number: number;
  /** As printed, without blanks around it: `1.`, `1、`, `（1）`, `附件2：`. */
  readonly mark: string;
  /** Where the name begins. */
  readonly end: number;
}

/** Takes the number off the beginning of an item. */
export function readItemMark(line: string): ItemMark | undefined {
  const match =
    /^(?<digits>[0-9０-９]{1,2})(?:[.．](?![0-9])|[、，,：:])/u.exec(line) ??
    /^[（(](?<digits>[0-9０-９]{1,2})[）)]/u.exec(line) ??
    /^附\s*[件表]\s*(?<digits>[0-9０-９]{1,2})\s*[：:]/u.exec(line);
  if (match === null) return undefined;
  const number = Number((match.groups?.["digits"] ?? "").normalize("NFKC"));
  const mark = match[0];
  const blanks = /^\s*/u.exec(line.slice(mark.length))?.[0].length ?? 0;
  return { number, mark, end: mark.length + blanks };
}
