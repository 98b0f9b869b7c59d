import { describe, expect, test } from "vitest";
import { buildExample } from "../../src/checks/example-draft.js";
import { readDraft } from "../../src/checks/draft.js";
import { findingsOf } from "../../src/checks/proofread.js";
import { numberRules } from "../../src/checks/rules/numbers.js";

/** Published counts and rates: passed, total, printed. */
const published: readonly (readonly [number, number, string])[] = [
  [669, 694, "96.4"],
  [509, 510, "99.80"],
  [118, 122, "96.7"],
  [160, 173, "92.5"],
  [616, 617, "99.84"],
  [2430, 2435, "99.79"],
  [601, 603, "99.67"],
  [2252, 2269, "99.25"],
  [129, 140, "92.14"],
  [1177, 1208, "97.43"],
  [134, 141, "95.04"],
  [129, 133, "96.99"],
  [150, 153, "98.04"],
  [165, 168, "98.21"],
  [35, 38, "92.11"],
  [120, 131, "91.60"],
  [566, 591, "95.77"],
  [428, 471, "90.87"],
  [37, 53, "69.81"],
  [116, 120, "96.67"],
  [48, 51, "94.12"],
  [259, 314, "82.48"],
  [31, 33, "93.94"],
  [163, 165, "98.79"],
  [36, 39, "92"],
  [104, 140, "74"],
  [292, 309, "94.5"],
];

function found(...body: string[]): readonly string[] {
  const draft = readDraft(buildExample({ body }));
  return numberRules.flatMap((rule) => findingsOf(rule, draft).map(() => rule.id));
}

describe("published rates", () => {
  test.each(published)("%d of %d is accepted as %s%%", (passed, total, rate) => {
    const failed = total - passed;
    expect(found(`本季度检查政府网站${String(total)}家，合格${String(passed)}家，合格率为${rate}%。`)).toEqual([]);
    expect(found(`本季度检查政府网站${String(total)}家，不合格${String(failed)}家，合格率为${rate}%。`)).toEqual([]);
    expect(found(`${String(total)}个账号中${String(failed)}个不合格，合格率${rate}%。`)).toEqual([]);
    expect(found(`全省在运行的政府网站共${String(total)}家，全部纳入检查，总体合格率为${rate}%。`)).toEqual([]);
  });

  test.each(published)("%d of %d is not %s%% with its last digit changed", (passed, total, rate) => {
    const last = Number(rate.at(-1));
    for (const other of [(last + 1) % 10, (last + 9) % 10]) {
      const wrong = `${rate.slice(0, -1)}${String(other)}`;
      expect(found(`本季度检查政府网站${String(total)}家，合格${String(passed)}家，合格率为${wrong}%。`)).toEqual([
        "rate-not-reproducible",
      ]);
    }
  });

  test("shares of a sample are accepted", () => {
    expect(found("全省政务新媒体共1061个，本季度抽查173个，占16.3%。")).toEqual([]);
    expect(found("全省在运行的政务新媒体4935个，抽查591个，占比12%。")).toEqual([]);
  });

  test("the parts of a published sum are accepted", () => {
    expect(
      found(
        "检查政务新媒体314个（微信218个、微博67个、头条3个、百家号1个、大鱼号2个、企鹅号2个、客户端6个、抖音13个、贴吧2个），合格259个，合格率82.48%。",
      ),
    ).toEqual([]);
  });
});

describe("published mistakes", () => {
  test("94.3% of 134 websites with 8 failures is found", () => {
    expect(found("全省在运行政府网站134家，本季度全部检查，其中8家不合格，合格率94.3%。")).toEqual([
      "rate-not-reproducible",
    ]);
    expect(found("本季度共检查政府网站134家，8家不合格，合格率为94.3%。")).toEqual(["rate-not-reproducible"]);
  });

  test("28 checked of 21 is found", () => {
    expect(found("全县在运行的政务新媒体共21个（微信18个、微博1个、视频号2个），本季度检查28个。")).toEqual([
      "checked-not-passed-plus-failed",
    ]);
  });
});
