/** Characters that XML 1.0 cannot hold, and halves of surrogate pairs: no program can print them. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u;

/**
 * Finds the first character that cannot be printed.
 *
 * @returns its code point (`0007`) and its position from 1; `undefined` if there is none
 */
export function findUnprintable(text: string): { readonly codePoint: string; readonly position: number } | undefined {
  const found = unprintable.exec(text);
  if (found === null) return undefined;
  const codePoint = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { codePoint, position: [...text.slice(0, found.index)].length + 1 };
}
