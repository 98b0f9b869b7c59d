import { expect, test } from "vitest";
import { WritingGate } from "../../src/cli/writing-gate.js";

test("a gate is closed once everybody who writes is done", async () => {
  const gate = new WritingGate();
  const other = new WritingGate(gate.memory);
  const leave = other.enter();
  const leaveToo = other.enter();
  let closed = false;
  const closing = gate.close().then(() => {
    closed = true;
  });
  leave();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(closed).toBe(false);
  leaveToo();
  await closing;
  expect(closed).toBe(true);
});

test("a gate where nobody writes closes at once", async () => {
  await expect(new WritingGate().close()).resolves.toBeUndefined();
});
