import { describe, expect, it } from "vitest";
import { signatureIndents } from "../../src/layout/signature.js";

describe("署名 and 成文日期", () => {
  describe("with a seal, §7.3.5.1", () => {
    it("indents the date 4 characters and centres the name over it", () => {
      const { issuers, date } = signatureIndents(true, [10], 6.5);
      expect(date).toBe(4);
      expect(issuers).toEqual([4 + 6.5 / 2 - 10 / 2]);
    });

    it("indents a name shorter than the date further than the date", () => {
      expect(signatureIndents(true, [4], 7)).toEqual({ issuers: [5.5], date: 4 });
    });

    it("keeps a very long name in the type area and the date centred under it", () => {
      const { issuers, date } = signatureIndents(true, [24], 6);
      expect(issuers).toEqual([0]);
      expect(date + 6 / 2).toBe(24 / 2);
    });

    it("centres the names of several agencies on one axis", () => {
      const { issuers, date } = signatureIndents(true, [10, 13], 6.5);
      expect(issuers.map((indent, index) => indent + [10, 13][index]! / 2)).toEqual([date + 3.25, date + 3.25]);
    });
  });

  describe("without a seal, §7.3.5.2", () => {
    it("indents the name 2 characters and begins the date 2 characters to the right of the name", () => {
      const { issuers, date } = signatureIndents(false, [10], 6.5);
      expect(issuers).toEqual([2]);
      const nameStart = 2 + 10;
      const dateStart = date + 6.5;
      expect(nameStart - dateStart).toBe(2);
    });

    it("indents a date that would come too close to the edge 2 characters and moves the name left", () => {
      const { issuers, date } = signatureIndents(false, [4], 7);
      expect(date).toBe(2);
      expect(issuers).toEqual([4 + 7 - 4]);
      expect(issuers[0]! + 4 - (date + 7)).toBe(2);
    });

    it("counts from the name above the date if several agencies sign", () => {
      const { issuers, date } = signatureIndents(false, [10, 13], 6.5);
      expect(issuers).toEqual([2, 2]);
      expect(date).toBe(13 - 6.5);
    });
  });
});
