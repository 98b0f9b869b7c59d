/**
 * `launcher.cjs` takes the program for Latin-1, which costs a tenth of the time and half the memory. esbuild leaves characters beyond
 * ASCII only in regular expressions, in what `String.raw` makes regular expressions of, and in comments: `\uXXXX` is the same there.
 */
export function inAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
