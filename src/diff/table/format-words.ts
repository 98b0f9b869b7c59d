/** 居左, 居中, 居右: how the text of a column or a cell is aligned. */
export const alignmentNames: Readonly<Record<string, string>> = { left: "居左", centre: "居中", right: "居右" };

/** 居左 → 居中. */
export function inWords(names: Readonly<Record<string, string>>, before: string, after: string): string {
  return `${names[before] ?? before} → ${names[after] ?? after}`;
}
