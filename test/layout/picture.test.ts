import { describe, expect, it } from "vitest";
import { points, toPoints } from "../../src/layout/measures.js";
import { fittedPicture } from "../../src/layout/picture.js";

const ROOM = { width: points(400), height: points(300) };

function fitted(width: number, height: number): [number, number] {
  const size = fittedPicture({ width, height }, ROOM);
  return [toPoints(size.width), toPoints(size.height)];
}

describe("fitting a picture", () => {
  it("leaves a small one at its natural size of 96 pixels an inch", () => {
    expect(fitted(96, 48)).toEqual([72, 36]);
  });

  it("shrinks a wide one to the width, with its proportions", () => {
    expect(fitted(1600, 400)).toEqual([400, 100]);
  });

  it("shrinks a tall one to the height, with its proportions", () => {
    expect(fitted(400, 1600)).toEqual([75, 300]);
  });

  it("survives a picture without size", () => {
    expect(fitted(0, 0)).toEqual([0.75, 0.75]);
  });
});
