/** True for a UTF-16 unit that is a Chinese character of the basic block, and so no mark, letter or digit. */
export function isIdeograph(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}
