import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtCircular, projectPath, requireEdition } from "./built-circular.js";
import { circulars } from "./circulars.js";
import { expectSame } from "./same-bytes.js";

describe.each(circulars)("output/$id", (circular) => {
  test("is what the program writes", async (context) => {
    const built = await builtCircular(circular, context);
    const output = (extension: string): Buffer =>
      readFileSync(projectPath("output", circular.id, `${circular.id}.${extension}`));
    expectSame(built, { docx: output("docx"), reviewText: output("txt").toString("utf8") });
  });

  test("has nothing else", (context) => {
    requireEdition(circular, context);
    const names = readdirSync(projectPath("output", circular.id)).filter((name) => !name.startsWith("."));
    expect(names).toEqual([`${circular.id}.docx`, `${circular.id}.txt`]);
  });
});
