import { beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "../../src/cli/node-files.js";
import { readDraft, type Draft } from "../../src/checks/draft.js";
import { buildExample, type ExampleDraft } from "../../src/checks/example-draft.js";
import { describeFinding, findingsOf } from "../../src/checks/proofread.js";
import { allRules } from "../../src/checks/rules.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { reviewEdition } from "../../src/edition/review-edition.js";
import { choicesFrom, matchingTexts } from "./matching-texts.js";

const examples = allRules.flatMap(({ examples: { wrong, right } }) => [...wrong, ...right].map(({ draft }) => draft));
const editions = ["chaozhou-2019", "chaozhou-2024q2", "guangdong-2022q2", "guangdong-2024q2", "nanchong-2024q1"];

/** The draft as if every word could be in it, so that every rule uses all its patterns. */
function withoutGates(draft: Draft): Draft {
  return { ...draft, mayHold: () => true };
}

function allFindings(draft: Draft): string[] {
  return allRules.flatMap((rule) =>
    findingsOf(rule, draft).map((finding) => {
      const { at, severity, replacement } = finding;
      return JSON.stringify([rule.id, describeFinding(draft, finding), at.start, at.end, severity, replacement]);
    }),
  );
}

function expectSameFindings(document: CircularDocument): void {
  const gated = allFindings(readDraft(document));
  expect(gated).toEqual(allFindings(withoutGates(readDraft(document))));
}

/** The sources of all patterns that the rules use on the examples. */
function patternsOfRules(): string[] {
  const sources = new Set<string>();
  const own = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec");
  const exec = own?.value as (this: RegExp, text: string) => RegExpExecArray | null;
  RegExp.prototype.exec = function (this: RegExp, text: string) {
    sources.add(this.source);
    return exec.call(this, text);
  };
  try {
    for (const example of examples) allFindings(withoutGates(readDraft(buildExample(example))));
  } finally {
    Object.defineProperty(RegExp.prototype, "exec", own ?? {});
  }
  return [...sources];
}

/** A draft with next to nothing in it but the text, each time in another place. */
function draftWith(text: string, round: number): ExampleDraft {
  switch (round % 4) {
    case 0:
      return { body: [`请注意${text}。`] };
    case 1:
      return { body: [text, "一、情况", text] };
    case 2:
      return { body: ["请注意。"], attachments: [{ title: "表", columns: ["情况", "结果"], rows: [["甲", text]] }] };
    default:
      return { body: ["请注意。"], title: [text], note: `（${text}）`, recipients: `${text}：` };
  }
}

describe("a rule that looks for words before it uses its patterns", () => {
  let patterns: readonly string[] = [];

  beforeAll(() => {
    patterns = patternsOfRules();
  });

  test("finds the same in all examples", () => {
    for (const example of examples) expectSameFindings(buildExample(example));
  });

  test("finds the same in all examples when characters are lost or doubled", () => {
    const choose = choicesFrom(1);
    for (const example of examples) {
      const body = (example.body ?? []).map((line) => {
        const at = choose(line.length);
        return line.slice(0, at) + (choose(2) === 0 ? "" : line.charAt(at).repeat(2)) + line.slice(at + 1);
      });
      if (body.length > 0) expectSameFindings(buildExample({ ...example, body }));
    }
  });

  test("finds the same wherever a text stands that one of its patterns matches", () => {
    expect(patterns.length).toBeGreaterThan(300);
    const choose = choicesFrom(2);
    let found = 0;
    for (const source of patterns) {
      const make = matchingTexts(source, choose);
      // A pattern of many words needs more texts than one of few.
      const rounds = Math.min(40, 10 + source.split("|").length);
      for (let round = 0; round < rounds; round += 1) {
        const text = make();
        const document = buildExample(draftWith(text, round));
        const expected = allFindings(withoutGates(readDraft(document)));
        expect(allFindings(readDraft(document)), `/${source}/ ${text}`).toEqual(expected);
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(5_000);
  }, 120_000);

  test.each(editions)("finds the same in %s", async (name) => {
    const { draft } = await reviewEdition(nodeFiles(), `data/${name}`, { templatesFolder: "templates" });
    if (draft === undefined) throw new Error(`${name} gives no draft`);
    expectSameFindings(draft);
  });
});

test("nothing is held to be missing in a long draft", () => {
  const long = Array.from({ length: 60 }, () => "甲".repeat(2000));
  expect(readDraft(buildExample({ body: ["甲"] })).mayHold(["乙"])).toBe(false);
  expect(readDraft(buildExample({ body: long })).mayHold(["乙"])).toBe(true);
});
