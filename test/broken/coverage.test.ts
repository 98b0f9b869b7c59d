import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { crossCheckMessages } from "../../src/diagnostics/catalogue/cross-check.js";
import { dataMessages } from "../../src/diagnostics/catalogue/data.js";
import { fileMessages } from "../../src/diagnostics/catalogue/file.js";
import { typeMessages } from "../../src/diagnostics/catalogue/type.js";
import { commandCases, editionCases } from "./cases.js";

/** Messages that no file can provoke, with the reason; they are tested by a simulated system in writing.test.ts. */
const provokedByTheSystemOnly: readonly string[] = [
  "output-locked",
  "output-not-permitted",
  "output-disk-full",
  "output-failed",
];

/** It takes tens of thousands of mistakes: test/hostile/many-problems.test.ts. */
const provokedByMasses: readonly string[] = ["too-many-problems"];

// For templates there are also cases here, but test/template has a test of every message.
test("every message about data, files and types has a case that provokes it", () => {
  const said = [...editionCases, ...commandCases].map((one) => readFileSync(one.expected, "utf8")).join("\n");
  const codes = Object.keys({ ...dataMessages, ...fileMessages, ...typeMessages, ...crossCheckMessages });
  const silent = codes.filter((code) => !said.includes(`（${code}）`) && !said.includes(`"${code}"`));
  expect(silent.sort()).toEqual([...provokedByTheSystemOnly, ...provokedByMasses].sort());
});
