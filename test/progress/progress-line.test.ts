import { describe, expect, test } from "vitest";
import { progressLine } from "../../src/cli/progress/progress-line.js";
import { stepText, timeLeftText } from "../../src/cli/progress/step-words.js";
import { displayWidth } from "../../src/report/changes/display-width.js";

const reading = { step: "workbook-rows", done: 43_000, total: 100_000 } as const;

test("says what is done, of how much, and how long the rest takes", () => {
  expect(progressLine(undefined, reading, 2_100, 80)).toBe("读取工作簿 43,000/100,000行，约还要2秒");
  expect(progressLine(undefined, reading, undefined, 80)).toBe("读取工作簿 43,000/100,000行");
  expect(stepText({ step: "proofreading", done: 7, total: 96 })).toBe("核稿 7/96项");
  expect(stepText({ step: "notices-writing", done: 120, total: 1_000 })).toBe("写出整改通知 120/1,000份");
});

test("leaves out what is not known", () => {
  expect(stepText({ step: "workbook-rows", done: 1_234_567, total: undefined })).toBe("读取工作簿 1,234,567行");
  expect(stepText({ step: "workbook-rows", done: 0, total: 100 })).toBe("读取工作簿");
  expect(stepText({ step: "older-draft", done: 3_000_000, total: 10_000_000 })).toBe("读取旧稿 30%");
  expect(stepText({ step: "older-draft", done: 3_000_000, total: undefined })).toBe("读取旧稿");
  expect(stepText({ step: "composing", done: 0, total: undefined })).toBe("拼装文稿");
});

test("says which of several editions it is, and nothing of one alone", () => {
  expect(progressLine({ count: 20, finished: 2 }, reading, 130_000, 80)).toBe(
    "第3期，共20期：读取工作簿 43,000/100,000行，约还要2分钟",
  );
  expect(progressLine({ count: 20, finished: 2, name: "甲市" }, reading, undefined, 80)).toBe(
    "已完成2期，共20期；甲市：读取工作簿 43,000/100,000行",
  );
  expect(progressLine({ count: 1, finished: 0 }, reading, undefined, 80)).toBe("读取工作簿 43,000/100,000行");
});

test("rounds the time as people would", () => {
  const seconds = [0.2, 1.4, 9.6, 12, 13, 55, 61, 89, 91, 600, 3_500, 5_000, 9_000];
  expect(seconds.map((each) => timeLeftText(each * 1000).slice(3))).toEqual([
    ...["1秒", "1秒", "10秒", "10秒", "15秒", "55秒", "1分钟", "1分钟", "2分钟", "10分钟", "58分钟", "1小时", "3小时"],
  ]);
});

describe("in a narrow terminal", () => {
  test.each([79, 41, 40, 39, 20, 11, 3, 2, 1, 0])(
    "of %i columns the line is never wider than all but one",
    (columns) => {
      const line = progressLine({ count: 20, finished: 2 }, reading, 130_000, columns);
      expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(0, columns - 1));
    },
  );

  test("what is cut off is marked", () => {
    expect(progressLine(undefined, reading, undefined, 12)).toBe("读取工作簿…");
    expect(progressLine(undefined, reading, undefined, 11)).toBe("读取工作…");
  });
});
