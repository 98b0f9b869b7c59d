import fc from "fast-check";
import { expect, test } from "vitest";
import { hasErrors } from "../../src/diagnostics/diagnostic.js";
import { renderDiagnostic } from "../../src/diagnostics/render.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { brokenEdition, treeFiles } from "./broken-edition.js";

const files = [
  "data/2024q2/circular.yaml",
  "templates/quarterly/type.yaml",
  "templates/quarterly/body.hbs",
  "templates/quarterly/问题.hbs",
] as const;

/** What a hand puts where it does not belong: marks that mean something to YAML or to templates, and names of the programming language. */
const strayTexts = [
  ...Array.from(`{}[]"'#/:： \n\t-*&!|>%@,，、（）().=<^~\\\u0007中1a`),
  ...["{{", "}}", "{{#如果 ", "{{/如果}}", "{{else}}", "{{> ", "__proto__", "constructor", "null"],
];

/** A slip, with its place as a fraction of the text. */
const slip = fc.record({
  file: fc.constantFrom(...files),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat({ max: 6 }),
  typed: fc.constantFrom("", ...strayTexts),
});

test("no slip of the hand makes the program fail: there is a document, or something is said to be wrong", async () => {
  const base = await brokenEdition([]);
  await fc.assert(
    fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 2 }), async (slips) => {
      const tree = new Map(base);
      for (const { file, at, removed, typed } of slips) {
        const text = new TextDecoder().decode(tree.get(file));
        const from = Math.floor(at * text.length);
        tree.set(file, new TextEncoder().encode(text.slice(0, from) + typed + text.slice(from + removed)));
      }
      const { document, diagnostics } = await composeEdition(treeFiles(tree), "data/2024q2", {
        templatesFolder: "templates",
      });
      expect(document === undefined).toBe(hasErrors(diagnostics));
      const said = diagnostics.map((diagnostic) => renderDiagnostic(diagnostic)).join("\n");
      expect(said).not.toMatch(/undefined|NaN|\[object|\n +at /u);
    }),
    { seed: 9704, numRuns: 250 },
  );
});
