import { expect, test } from "vitest";
import { nearPhrases, oneSlip } from "../../src/checks/near-phrase.js";

const phrase = "国务院办公厅";
const found = (text: string): string[] => nearPhrases(text, phrase).map(([start, end]) => text.slice(start, end));

test("one character wrong, missing, added, or two exchanged is found, in either half", () => {
  expect(found("按国务院办公室要求")).toEqual(["国务院办公室"]);
  expect(found("按国务院公厅要求")).toEqual(["国务院公厅"]);
  expect(found("按国务院办办公厅要求")).toEqual(["国务院办办公厅"]);
  expect(found("按国院务办公厅要求")).toEqual(["国院务办公厅"]);
});

test("the phrase itself and what differs by more is not found", () => {
  expect(found("国务院办公厅、省人民政府办公厅、国务院、省政府办公厅")).toEqual([]);
});

test("one slip is symmetric", () => {
  for (const [a, b] of [
    ["统记局", "统计局"],
    ["统计", "统计局"],
    ["计统局", "统计局"],
  ] as const) {
    expect(oneSlip(a, b)).toBe(true);
    expect(oneSlip(b, a)).toBe(true);
  }
  expect(oneSlip("统计局", "统计局")).toBe(false);
  expect(oneSlip("民政局", "统计局")).toBe(false);
});
