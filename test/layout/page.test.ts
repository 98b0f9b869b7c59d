import { describe, expect, it } from "vitest";
import { SIZES } from "../../src/layout/fonts.js";
import { toPoints, toTwips } from "../../src/layout/measures.js";
import {
  BODY_CHARACTER_SPACING,
  CHARACTER_PITCH,
  CHARACTERS_PER_LINE,
  LINE_PITCH,
  LINES_PER_PAGE,
  pageGeometry,
} from "../../src/layout/page.js";

describe("page geometry", () => {
  const portrait = pageGeometry("portrait", SIZES.四号);
  const landscape = pageGeometry("landscape", SIZES.四号);

  it("has the margins of §5.2.1, which add up to A4 with the type area", () => {
    expect(portrait.margins).toEqual({ top: 2098, right: 1474, bottom: 1984, left: 1588 });
    expect([portrait.textWidth, portrait.textHeight]).toEqual([8844, 12756]);
    expect(portrait.margins.left + portrait.textWidth + portrait.margins.right).toBe(portrait.width);
    expect(portrait.margins.top + portrait.textHeight + portrait.margins.bottom).toBe(portrait.height);
  });

  it("turns the same sheet for landscape: its top margin is the binding margin", () => {
    expect([landscape.width, landscape.height]).toEqual([16838, 11906]);
    expect(landscape.margins).toEqual({ top: 1588, right: 2098, bottom: 1474, left: 1984 });
    expect([landscape.textWidth, landscape.textHeight]).toEqual([12756, 8844]);
  });

  it("puts the middle of the page number 7 mm below the type area", () => {
    const middle = portrait.footerDistance + toTwips(SIZES.四号) / 2;
    expect(portrait.margins.bottom - middle).toBe(397);
    expect(landscape.margins.bottom - landscape.footerDistance - toTwips(SIZES.四号) / 2).toBe(397);
  });

  it("fits 22 lines and not 23 into the type area", () => {
    expect(toTwips(LINE_PITCH)).toBe(579);
    expect(LINES_PER_PAGE * toTwips(LINE_PITCH)).toBeLessThanOrEqual(portrait.textHeight);
    expect((LINES_PER_PAGE + 1) * toTwips(LINE_PITCH)).toBeGreaterThan(portrait.textHeight);
  });

  it("fits 28 characters and not 29 into a line", () => {
    const character = toPoints(SIZES.三号) + toPoints(BODY_CHARACTER_SPACING);
    expect(character).toBe(toPoints(CHARACTER_PITCH));
    expect(CHARACTERS_PER_LINE * character).toBeLessThanOrEqual(portrait.textWidth / 20);
    expect((CHARACTERS_PER_LINE + 1) * character).toBeGreaterThan(portrait.textWidth / 20);
  });
});
