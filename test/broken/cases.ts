import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCaseFile, type BrokenCase } from "./case-file.js";

/** A case with the name of its folder and the file that holds what must be said. */
export interface NamedCase extends BrokenCase {
  readonly name: string;
  readonly expected: string;
}

const folder = new URL("cases/", import.meta.url);

const cases: readonly NamedCase[] = readdirSync(folder)
  .sort()
  .map((name) => ({
    name,
    expected: fileURLToPath(new URL(`${name}/expected.txt`, folder)),
    ...readCaseFile(readFileSync(new URL(`${name}/case.yaml`, folder), "utf8")),
  }));

/** Cases for the library: an edition that is wrong. */
export const editionCases = cases.filter((one) => one.command === undefined);

/** Cases for the program itself. */
export const commandCases = cases.flatMap((one) =>
  one.command === undefined ? [] : [{ ...one, command: one.command }],
);
