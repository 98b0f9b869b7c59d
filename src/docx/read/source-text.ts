import type { SourceBlock } from "./source.js";

/** All visible text of some blocks: a line for each paragraph and each table row, whose cells tabs keep apart. */
export function blocksText(blocks: readonly SourceBlock[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === "table") {
      for (const { cells } of block.rows) lines.push(cells.map(({ text }) => text).join("\t"));
      continue;
    }
    lines.push(block.label + block.text);
    for (const box of block.textBoxes ?? []) lines.push(blocksText(box));
  }
  return lines.filter((line) => line !== "").join("\n");
}
