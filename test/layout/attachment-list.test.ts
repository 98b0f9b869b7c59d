import { describe, expect, it } from "vitest";
import { attachmentListGeometry } from "../../src/layout/attachment-list.js";

describe("附件说明, §7.3.4", () => {
  it("hangs the name of a single attachment under its first character", () => {
    expect(attachmentListGeometry("附件", [], false)).toEqual({
      firstItemStart: 2,
      nextItemStart: 5,
      nameStart: 5,
      tab: false,
    });
  });

  it("stands the numbers of several attachments under each other", () => {
    expect(attachmentListGeometry("附件", ["1.", "2.", "3."], false)).toEqual({
      firstItemStart: 2,
      nextItemStart: 5,
      nameStart: 6,
      tab: false,
    });
  });

  it("aligns names by a tab stop after numbers of different widths", () => {
    const numbers = Array.from({ length: 10 }, (_, index) => `${String(index + 1)}.`);
    expect(attachmentListGeometry("附件", numbers, false)).toMatchObject({ nameStart: 6.5, tab: true });
  });

  it("aligns names by a tab stop if digits are proportional", () => {
    expect(attachmentListGeometry("附件", ["1.", "2."], true).tab).toBe(true);
    expect(attachmentListGeometry("附件", [], true).tab).toBe(false);
  });

  it("makes room for another label", () => {
    expect(attachmentListGeometry("附表名", ["1."], false).nextItemStart).toBe(6);
  });
});
