import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectPath, requireEdition } from "./built-circular.js";
import { circulars } from "./circulars.js";
import type { DescribedCircular } from "./described-circular.js";
import { buildProgram } from "./program.js";
import { expectSame } from "./same-bytes.js";

const { folder, run } = buildProgram();

describe.each(circulars)("the program writes $id", (circular) => {
  test.for([
    { TZ: "Pacific/Kiritimati", LANG: "zh_CN.UTF-8", LC_ALL: "zh_CN.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" },
    { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  ])("as it is committed, with $TZ and $LANG", (environment, context) => {
    requireEdition(circular, context);
    run(environment, "build", `data/${circular.id}`, "--out", `out-${environment.LANG}`);
    expectSame(read(join(folder, `out-${environment.LANG}`), circular), read(projectPath("output"), circular));
  });

  test("as it is committed, before and after another one in the same run", (context) => {
    requireEdition(circular, context);
    const [here, other] = [`data/${circular.id}`, `data/another-${circular.id}`];
    cpSync(join(folder, here), join(folder, other), { recursive: true });
    const elements = readFileSync(join(folder, other, "circular.yaml"), "utf8");
    writeFileSync(join(folder, other, "circular.yaml"), elements.replace(/^主送:.*$/mu, "主送: 各有关单位"));

    run({}, "build", here, other, "--out", "out-first");
    run({}, "build", other, here, "--out", "out-second");
    const committed = read(projectPath("output"), circular);
    const another = { ...circular, id: `another-${circular.id}` };
    expectSame(read(join(folder, "out-first"), circular), committed);
    expectSame(read(join(folder, "out-second"), circular), committed);
    expectSame(read(join(folder, "out-second"), another), read(join(folder, "out-first"), another));
    expect(read(join(folder, "out-first"), another).reviewText).toContain("〔主送〕各有关单位：");
  });
});

function read(output: string, { id }: DescribedCircular): { docx: Uint8Array; reviewText: string } {
  const file = join(output, id, id);
  return { docx: readFileSync(`${file}.docx`), reviewText: readFileSync(`${file}.txt`, "utf8") };
}
