import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, builtCircular, missingFile, requireEdition, type BuiltCircular } from "./built-circular.js";
import { circulars } from "./circulars.js";
import { buildProgram } from "./program.js";
import { expectSame } from "./same-bytes.js";

const { folder, run } = buildProgram();

describe.each(circulars)("the program writes $id", (circular) => {
  test.for([
    { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" },
  ])("alike with $TZ and $LANG", async (environment, context) => {
    requireEdition(circular, context);
    run(environment, "build", `data/${circular.id}`, "--out", `out-${environment.LANG}`);
    expectSame(written(`out-${environment.LANG}`, circular.id), await builtCircular(circular, context));
  });

  test("alike before and after another one in the same run", async (context) => {
    requireEdition(circular, context);
    const [here, another] = [`data/${circular.id}`, `data/another-${circular.id}`];
    cpSync(join(folder, here), join(folder, another), { recursive: true });
    const elements = readFileSync(join(folder, another, "circular.yaml"), "utf8");
    writeFileSync(join(folder, another, "circular.yaml"), elements.replace(/^主送:.*$/mu, "主送: 各有关单位"));

    run({}, "build", here, another, "--out", "out-first");
    run({}, "build", another, here, "--out", "out-second");
    const alone = await builtCircular(circular, context);
    expectSame(written("out-first", circular.id), alone);
    expectSame(written("out-second", circular.id), alone);
    const other = written("out-first", `another-${circular.id}`);
    expectSame(written("out-second", `another-${circular.id}`), other);
    expect(other.reviewText).toContain("〔主送〕各有关单位：");
  });
});

test("circulars come out alike the second time in a process and in the opposite order", async () => {
  const present = circulars.filter((circular) => missingFile(circular) === undefined);
  const first = new Map<string, BuiltCircular>();
  for (const { id } of present) first.set(id, await build(id));
  for (const { id } of [...present].reverse()) expectSame(await build(id), first.get(id)!);
  expect(first.size).toBeGreaterThan(0);
});

function written(output: string, id: string): BuiltCircular {
  const file = join(folder, output, id, id);
  return { docx: readFileSync(`${file}.docx`), reviewText: readFileSync(`${file}.txt`, "utf8") };
}
