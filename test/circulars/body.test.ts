import { describe, expect, test, type TestContext } from "vitest";
import { pythonReading } from "./built-circular.js";
import { circulars } from "./circulars.js";
import type { BodyNumber, DescribedCircular } from "./described-circular.js";
import { isMap, mapsAt, mapAt, readFacts, textAt, textsAt } from "./facts.js";
import { mainParts, printedCircular } from "./printed-circular.js";

describe.each(circulars)("the body of $id", (circular) => {
  const facts = readFacts(circular.id);
  const entries = mapsAt(facts, "正文数字");

  test("is described for every number of the facts", () => {
    expect(circular.numbers.map(({ item }) => item)).toEqual(entries.map((entry) => textAt(entry, "项目")));
  });

  test.for(circular.numbers.map((number, index) => ({ ...number, entry: entries[index]! })))(
    "has $item as in the facts, wherever it speaks of it",
    async ({ pattern, entry, expected = (given) => [textAt(given, "值")] }, context) => {
      const matches = [...(await bodyText(circular, context)).matchAll(pattern)].map(valuesOf);
      expect(matches).not.toEqual([]);
      expect(matches).toEqual(matches.map(() => expected(entry)));
    },
  );

  test.for(circular.phrases)("says “$text”: $reason", async ({ text }, context) => {
    expect(await bodyText(circular, context)).toContain(text);
  });

  test("has no number that the facts do not explain", async (context) => {
    const body = await bodyText(circular, context);
    for (const { pattern, reason } of circular.otherNumbers) expect(body, reason).toMatch(pattern);
    expect(unexplainedNumbers(body, circular)).toEqual([]);
  });

  test("lists the grades of the facts with their units in order, if it has grades", async (context) => {
    const body = await bodyText(circular, context);
    const grades = [...body.matchAll(/^(优秀|良好|合格|不合格)：(.*)。$/gmu)].map(([, grade, names]) => [
      grade,
      names?.split(/[、，]/u),
    ]);
    const lists = isMap(facts["等次名单"]) ? mapAt(facts, "等次名单") : {};
    const expected = Object.keys(lists).flatMap((group) => {
      const list = mapAt(lists, group);
      return Object.keys(list).map((grade) => [grade, textsAt(list, grade)]);
    });
    expect(grades).toEqual(expected);
  });
});

/** The paragraphs of the body, as python-docx reads them, a line each. */
async function bodyText(circular: DescribedCircular, context: TestContext): Promise<string> {
  const { body } = mainParts(printedCircular(await pythonReading(circular, context)));
  return body.map(({ text }) => text).join("\n");
}

/** The groups that took part in a match. */
function valuesOf([, ...groups]: RegExpMatchArray): string[] {
  return groups.filter((group) => (group as string | undefined) !== undefined);
}

/** The digits of the body that stand neither in a value of 正文数字 nor in another number that has a reason; each with what is around it. */
function unexplainedNumbers(body: string, { numbers, otherNumbers }: DescribedCircular): string[] {
  const explained = [
    ...numbers.flatMap(({ pattern }) => groupRanges(body, pattern)),
    ...otherNumbers.flatMap(({ pattern }) => [...body.matchAll(pattern)].map(rangeOf)),
  ];
  return [...body.matchAll(/\d[\d.]*/g)]
    .filter((match) => {
      const [start, end] = rangeOf(match);
      return !explained.some(([from, to]) => from <= start && end <= to);
    })
    .map(({ index }) => body.slice(Math.max(0, index - 10), index + 10));
}

function groupRanges(body: string, pattern: BodyNumber["pattern"]): [number, number][] {
  const withIndices = new RegExp(pattern.source, `${pattern.flags}d`);
  return [...body.matchAll(withIndices)].flatMap(({ indices }) => (indices ?? []).slice(1).filter(isRange));
}

function rangeOf(match: RegExpMatchArray): [number, number] {
  const start = match.index ?? 0;
  return [start, start + match[0].length];
}

/** A group that took no part in a match has no range. */
function isRange(range: [number, number] | undefined): range is [number, number] {
  return range !== undefined;
}
