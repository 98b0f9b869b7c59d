/**
 * What stays whole when two texts are compared, tried in this order:
 * addresses, document numbers from their bracketed year on, dates and periods, words and codes of Latin letters, numbers with
 * their per-cent sign, short quoted names and titles. Every other character stands for itself.
 */
const wholes =
  /https?:\/\/[!-~]+|[〔［[（(]\d{4}[〕］\])）]\d+号|\d{4}年\d{1,2}月\d{1,2}日|\d{4}年(?:\d{1,2}月|第[一二三四1-4]季度|[上下]半年)?|\d{1,2}月\d{1,2}日|[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*(?:[._@:/-][A-Za-z0-9]+)*|\d+(?:,\d{3})*(?:\.\d+)?(?:[%％‰]|个百分点)?|“[^“”\n]{1,30}”|《[^《》\n]{1,60}》|[\s\S]/gu;

/**
 * Takes a text apart into what a reviewer compares.
 *
 * Chinese has no blanks between words, and `Intl.Segmenter` divides differently from one ICU version to the next, so a report
 * would depend on the machine. Characters are compared instead, with whole numbers, dates, codes and quoted names, and runs of
 * changes are joined afterwards (`textSpans`).
 *
 * @returns tokens that joined are the text
 */
export function tokens(text: string): string[] {
  return text.match(wholes) ?? [];
}
