import { describe, expect, it } from "vitest";
import { markSize } from "../../src/layout/mark.js";
import { toPoints } from "../../src/layout/measures.js";

describe("the size of 发文机关标志", () => {
  it.each([
    ["市政府文件", 36],
    ["潮州市人民政府办公室文件", 36],
    ["潮州市人民政府办公室信息公开文件", 26],
    ["字".repeat(18), 24],
    ["字".repeat(20), 22],
  ])("%s takes %i pt", (mark, size) => {
    expect(toPoints(markSize([mark]))).toBe(size);
  });

  it("goes below the usual sizes for a very long mark, which then still fits into 442 pt", () => {
    const size = toPoints(markSize(["字".repeat(40)]));
    expect(size).toBe(11);
    expect(size * 40).toBeLessThanOrEqual(442.2);
  });

  it("is decided by the longest line of a joint mark", () => {
    expect(toPoints(markSize(["市政府", "潮州市政务服务和数据管理局文件"]))).toBe(26);
  });
});
