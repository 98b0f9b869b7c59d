/** Measure words that counts in circulars take; longer ones first, so that 家次 is not read as 家. */
export const measureWords: readonly string[] = [
  "批次",
  "家次",
  "人次",
  "户次",
  "家",
  "个",
  "条",
  "项",
  "次",
  "件",
  "人",
  "处",
  "份",
  "名",
  "起",
  "所",
  "户",
  "篇",
  "宗",
  "批",
  "类",
  "种",
  "张",
  "部",
];

const timeWords = "月 季度 工作日 自然日 交易日 小时 星期 年头 半月 世纪 百分点".split(" ");

/** True for what stands after 个 and other measure words that count time: 3个月, 2个多月, 2个工作日. */
export function countsTime(rest: string): boolean {
  const start = rest.startsWith("多") ? 1 : 0;
  return timeWords.some((word) => rest.startsWith(word, start));
}
