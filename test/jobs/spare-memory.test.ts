import { spawnSync } from "node:child_process";
import { beforeEach, expect, test, vi } from "vitest";

const { setFlagsFromString } = vi.hoisted(() => ({ setFlagsFromString: vi.fn() }));
vi.mock("node:v8", () => ({ setFlagsFromString }));

beforeEach(() => {
  vi.resetModules();
  setFlagsFromString.mockClear();
});

/** A process of its own, as far as what has been read is concerned, in this version of Node. */
async function started(version: string): Promise<(bytes: number) => void> {
  vi.spyOn(process, "version", "get").mockReturnValue(version);
  return (await import("../../src/cli/spare-memory.js")).spareMemory;
}

test("V8 is asked to clear away sooner once, when much has been read in all", async () => {
  const spareMemory = await started("v20.20.2");
  spareMemory(1_999_999);
  expect(setFlagsFromString).not.toHaveBeenCalled();
  spareMemory(1);
  spareMemory(50_000_000);
  expect(setFlagsFromString.mock.calls).toEqual([["--heap-growing-percent=100"]]);
});

test("a version of Node that may not know the setting is not asked", async () => {
  const spareMemory = await started("v24.0.0");
  spareMemory(50_000_000);
  expect(setFlagsFromString).not.toHaveBeenCalled();
});

test.runIf(process.version.startsWith("v20."))("this version of Node knows the setting", () => {
  const complaint = (flag: string): string =>
    spawnSync(process.execPath, [
      "-e",
      `require("node:v8").setFlagsFromString(${JSON.stringify(flag)})`,
    ]).stderr.toString();
  expect(complaint("--heap-growing-percent=100")).toBe("");
  expect(complaint("--no-such-setting=100")).not.toBe("");
});
