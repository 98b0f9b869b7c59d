import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProgram } from "../broken/run-program.js";
import { projectPath } from "../circulars/built-circular.js";
import { casesOf, patienceFor } from "./case-count.js";
import { Fuzzing } from "./fuzzing.js";
import { mutateBytes, mutatePart, mutateText, steps, type Steps } from "./mutations.js";
import { seedDocuments, seedEditions, type SeedEdition } from "./seeds.js";
import { expectValid } from "./written-files.js";

/*
 * The program as people start it, every command, with files that are damaged: it ends with one of its statuses, in words, leaves no
 * temporary files, and every .docx that it writes is opened by other programs.
 */

const shares = { commands: 1 } as const;
const fuzzing = new Fuzzing();
afterAll(() => fuzzing.stop());
beforeAll(buildProgram);

const edition = "data/chaozhou-2024q2";
const original = "output/chaozhou-2024q2/chaozhou-2024q2.docx";
const draft = "稿.docx";

/** Each command with the file that is damaged: one that it reads first, or reads at all. */
const commands: readonly { readonly damaged: string; readonly line: readonly string[] }[] = [
  { damaged: draft, line: ["check", draft, "--report", "--comments"] },
  { damaged: draft, line: ["text", draft] },
  { damaged: draft, line: ["diff", original, draft, "--html", "比稿.html", "--redline", "花脸稿.docx"] },
  { damaged: draft, line: ["diff", draft, edition, "--json"] },
  { damaged: draft, line: ["merge", "--base", original, "--edited", draft, "--new", edition, "--out", "合并稿.docx"] },
  { damaged: draft, line: ["merge", "--base", draft, "--edited", original, "--new", edition, "--out", "合并稿.docx"] },
  ...["circular.yaml", "inspection.xlsx"].flatMap((name) =>
    [
      ["build", edition],
      ["check", edition, "--report", "--comments", "--annotate"],
      ["check", edition, "--fix"],
      ["notices", edition],
      ["new", "chaozhou-2024q3", "--from", "chaozhou-2024q2"],
    ].map((line) => ({ damaged: `${edition}/${name}`, line })),
  ),
  ...["type.yaml", "body.hbs", "整改通知.hbs"].flatMap((name) =>
    [
      ["build", edition],
      ["notices", edition],
      ["type", "check", "templates/chaozhou-quarterly"],
      ["workbook", "chaozhou-quarterly"],
    ].map((line) => ({ damaged: `templates/chaozhou-quarterly/${name}`, line })),
  ),
];

const whole = new Map(seedEditions.find(({ folder }) => folder === edition)!.files satisfies SeedEdition["files"]);
whole.set(original, new Uint8Array(readFileSync(projectPath(original))));
whole.set(draft, seedDocuments[0]!);

function damage(bytes: Uint8Array, path: string, which: number, wellFormed: boolean, todo: Steps): Uint8Array {
  if (/\.(?:yaml|hbs)$/u.test(path)) return new TextEncoder().encode(mutateText(new TextDecoder().decode(bytes), todo));
  return which < 0.2 ? mutateBytes(bytes, todo) : mutatePart(bytes, which, wellFormed, todo);
}

const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mostly = fc.constantFrom(true, true, true, false);

test("every command", { timeout: patienceFor(casesOf(shares.commands)) }, () =>
  fuzzing.check(
    shares.commands,
    fc.tuple(fc.constantFrom(...commands), fraction, mostly, steps),
    ([{ damaged, line }, which, wellFormed, todo]) => {
      const folder = mkdtempSync(join(tmpdir(), "tongbao-fuzz-"));
      try {
        for (const [path, bytes] of whole) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), path === damaged ? damage(bytes, path, which, wellFormed, todo) : bytes);
        }
        const { status, signal, stdout, stderr } = spawnSync(
          process.execPath,
          [projectPath("dist", "tongbao.cjs"), ...line],
          {
            cwd: folder,
            encoding: "utf8",
            maxBuffer: 2 ** 28,
            timeout: 100_000,
            env: { ...process.env, NO_COLOR: "1" },
          },
        );
        expect({ line, signal, status: [0, 1, 2].includes(status ?? -1), stderr }).toMatchObject({
          signal: null,
          status: true,
        });
        expect(stdout + stderr).not.toMatch(/\n +at |TypeError|RangeError|程序自身/u);
        expect(stdout + stderr).not.toBe("");
        keepWhatWasWritten(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      return Promise.resolve();
    },
  ),
);

/** Every .docx that was not there before; temporary files are a mistake. */
function keepWhatWasWritten(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  expect(paths.filter((path) => path.includes(".tmp-"))).toEqual([]);
  for (const path of paths) {
    // A copy of a damaged file with comments is as damaged as the file.
    if (!path.endsWith(".docx") || whole.has(path) || path.startsWith("稿.")) continue;
    fuzzing.counts.circulars += 1;
    fuzzing.written.add(new Uint8Array(readFileSync(join(folder, path))));
  }
}

expectValid(fuzzing.written);

test("all cases were drawn", (context) => {
  fuzzing.report(context, Object.values(shares));
});
