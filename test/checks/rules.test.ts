import { describe, expect, test } from "vitest";
import { buildExample } from "../../src/checks/example-draft.js";
import { readDraft } from "../../src/checks/draft.js";
import { describeFinding, findingsOf } from "../../src/checks/proofread.js";
import { allRules } from "../../src/checks/rules.js";

describe.each(allRules.map((rule) => [rule.id, rule] as const))("rule %s", (_, rule) => {
  test("has examples of both kinds", () => {
    expect(rule.examples.wrong.length).toBeGreaterThan(0);
    expect(rule.examples.right.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.wrong.map((example) => [example.shows, example] as const))("finds: %s", (_shows, example) => {
    const draft = readDraft(buildExample(example.draft));
    const found = findingsOf(rule, draft).map((finding) => describeFinding(draft, finding));
    expect(found).toEqual(example.report);
    expect(found.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.right.map((example) => [example.shows, example] as const))(
    "is silent: %s",
    (_shows, example) => {
      const draft = readDraft(buildExample(example.draft));
      expect(findingsOf(rule, draft).map((finding) => describeFinding(draft, finding))).toEqual([]);
    },
  );
});

test("rules have distinct identifiers and names", () => {
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  expect(new Set(allRules.map(({ name }) => name)).size).toBe(allRules.length);
  for (const { id } of allRules) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/u);
});
