import type { ProgressStep } from "../../progress/progress.js";

/** How a step is called on the screen. */
export interface StepWords {
  readonly words: string;
  /** What follows the two numbers; `%` for a share; absent where nothing is counted. */
  readonly unit?: string;
}

/** What a clerk reads, who knows Excel and Word. */
const stepWords: Readonly<Record<ProgressStep, StepWords>> = {
  "workbook-texts": { words: "读取工作簿", unit: "%" },
  "workbook-rows": { words: "读取工作簿", unit: "行" },
  yaml: { words: "读取数据文件" },
  "data-rows": { words: "核对数据", unit: "行" },
  composing: { words: "拼装文稿" },
  "cross-checks": { words: "核对数据之间的关系", unit: "项" },
  proofreading: { words: "核稿", unit: "项" },
  "draft-rows": { words: "写出文稿", unit: "行" },
  "review-text": { words: "写出审阅文本" },
  "draft-reading": { words: "读取文稿", unit: "%" },
  "older-draft": { words: "读取旧稿", unit: "%" },
  "newer-draft": { words: "读取新稿", unit: "%" },
  comparing: { words: "比较两稿" },
  merging: { words: "套用手工改动" },
  redline: { words: "写出花脸稿" },
  "notices-composing": { words: "拼装整改通知", unit: "份" },
  "notices-proofreading": { words: "核对整改通知", unit: "份" },
  "notices-writing": { words: "写出整改通知", unit: "份" },
  reports: { words: "写出报告" },
  saving: { words: "保存文件", unit: "个" },
};

/** How far a step is, as it is known. */
export interface StepState {
  readonly step: ProgressStep;
  /** 0 at its beginning. */
  readonly done: number;
  readonly total: number | undefined;
}

/** `读取工作簿 43,000/100,000行`. */
export function stepText({ step, done, total }: StepState): string {
  const { words, unit } = stepWords[step];
  if (unit === undefined || done === 0) return words;
  if (unit !== "%") return `${words} ${grouped(done)}${total === undefined ? "" : `/${grouped(total)}`}${unit}`;
  return total === undefined ? words : `${words} ${String(Math.floor((100 * done) / total))}%`;
}

/** Digits in groups of three. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** `约还要2秒`, rounded so that it does not pretend to be exact. */
export function timeLeftText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds <= 10) return `约还要${String(seconds)}秒`;
  if (seconds < 58) return `约还要${String(5 * Math.round(seconds / 5))}秒`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `约还要${String(minutes)}分钟`;
  return `约还要${String(Math.round(minutes / 60))}小时`;
}
