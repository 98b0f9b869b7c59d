import type { Comparison } from "../draft.js";

/** Something that two files dress differently, as those who read files found it. */
export interface FormatDifference {
  /** What it is: 文字, 段落, 表格, 页面, 设置. Only of text has it to be said, a place tells the others. */
  readonly what: string;
  /** 加粗, 字号. */
  readonly names: readonly string[];
  /** In words; each at least once. */
  readonly places: readonly string[];
}

/** What is known of the format of two files. */
export interface FormatComparison {
  readonly differences: readonly FormatDifference[];
  /** A whole sentence without 。 that says what was not compared, and why; absent if all was. */
  readonly notCompared?: string;
}

/**
 * Reports differences of format, which is no part of the document tree: one change for each, with all its places. Where another 格式 was
 * chosen (版头, 信函), other styles and pages follow from that.
 */
export function reportFormat(comparison: Comparison, differences: readonly FormatDifference[]): void {
  const isChosen = comparison.all().some(({ edits }) => edits.some(({ path }) => path.join(".") === "appearance.form"));
  for (const { what, names, places } of differences) {
    if (isChosen && (what === "设置" || what === "页面")) continue;
    comparison.add({
      layer: "layout",
      kind: "changed",
      element: "format",
      occurrences: places.map((place) => ({ before: { place, text: "" }, after: { place, text: "" }, spans: [] })),
      remark: `${what === "文字" ? "文字的" : ""}${names.join("、")}`,
    });
  }
}
