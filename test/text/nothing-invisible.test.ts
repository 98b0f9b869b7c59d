import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import { text, type CircularDocument, type Table, type TableRow } from "../../src/document/tree.js";
import { writeReviewText } from "../../src/text/review-text.js";
import { visible } from "../../src/text/visible-text.js";
import { arbitraryDocument } from "../document/arbitrary-document.js";
import { mutated } from "../document/mutations.js";
import { printedForm } from "../document/printed-form.js";
import { sampleDocument } from "../document/sample-document.js";

/** Characters that print nothing or another blank than the two usual ones, by the Unicode classes that do not grow. */
const unseen = /(?![ \u3000])[\p{Cc}\p{Cs}\p{Co}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

describe("nothing of the document is invisible in its review text", () => {
  test("documents that print differently have different texts, and only they", () => {
    let different = 0;
    fc.assert(
      fc.property(mutated(arbitraryDocument()), ([before, after]) => {
        fc.pre(checkTree(after, "read").every((problem) => problem.includes("Base64")));
        const same = isDeepStrictEqual(printedForm(before), printedForm(after));
        expect(writeReviewText(before) === writeReviewText(after)).toBe(same);
        if (!same) different += 1;
      }),
      { numRuns: 1500 },
    );
    expect(different).toBeGreaterThan(300);
  });

  test("every unseen character is shown by its code point", () => {
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const character = String.fromCodePoint(point);
      if (character === "\n" || !unseen.test(character)) continue;
      const shown = `⟨U+${point.toString(16).toUpperCase().padStart(4, "0")}⟩`;
      if (visible(`甲${character}乙`) !== `甲${shown}乙`) expect.fail(`U+${point.toString(16)} stays unseen`);
    }
    expect(visible("甲\n乙")).toBe("甲↵乙");
  });

  test("every line has a role, no line holds an unseen character, and the last one ends", () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const written = writeReviewText(document);
        expect(written).toMatch(/[^\n]\n$/);
        for (const line of written.slice(0, -1).split("\n")) {
          expect(line).toMatch(/^(?:〔.*[^ \u3000])?$/u);
          expect(line).not.toMatch(unseen);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Accounts by unit: 序号 and 单位 are merged over the accounts of a unit. */
type Groups = readonly { readonly unit: string; readonly accounts: readonly string[] }[];

function groupedTable(groups: Groups): Table {
  const rows = groups.flatMap(({ unit, accounts }, group) =>
    accounts.map((account, index): TableRow => {
      if (index > 0) return { role: "record", cells: [null, null, account] };
      const merged = (value: string): TableRow["cells"][number] =>
        accounts.length === 1 ? value : { children: [text(value)], rowSpan: accounts.length };
      return { role: "record", cells: [merged(String(group + 1)), merged(unit), account] };
    }),
  );
  const columns = [
    { name: "序号", kind: "ordinal" },
    { name: "单位", kind: "text" },
    { name: "账号", kind: "text" },
  ] as const;
  return {
    type: "table",
    columns: columns.map((column) => ({ ...column, width: 1, align: "left" })),
    headerRows: [],
    rows,
    key: [1, 2],
  };
}

function groupedDocument(groups: Groups): CircularDocument {
  const attachment = { type: "attachment", label: "附件", orientation: "portrait" } as const;
  const document = sampleDocument();
  return { ...document, children: [{ ...attachment, title: [], children: [groupedTable(groups)] }] };
}

/** The lines that are in one text and not in the other, as often as that is so. */
function changedLines(before: Groups, after: Groups): { removed: string[]; added: string[] } {
  const old = writeReviewText(groupedDocument(before)).split("\n");
  const now = writeReviewText(groupedDocument(after)).split("\n");
  return { removed: without(old, now), added: without(now, old) };
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

const groupsOfAccounts = fc.array(
  fc.record({
    unit: fc.string({ maxLength: 3 }),
    accounts: fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe("an inserted record", () => {
  test("changes its own line and the head line", () => {
    fc.assert(
      fc.property(groupsOfAccounts, fc.nat(), fc.nat(), (groups, groupChoice, position) => {
        const chosen = groupChoice % groups.length;
        const after = groups.map((group, index) => {
          if (index !== chosen) return group;
          const at = 1 + (position % group.accounts.length);
          return { ...group, accounts: group.accounts.toSpliced(at, 0, "新账号") };
        });
        const { removed, added } = changedLines(groups, after);
        expect(removed).toEqual([expect.stringMatching(/^〔表〕记录/)]);
        expect(added).toEqual([
          expect.stringMatching(/^〔表〕记录/),
          expect.stringMatching(/^〔记录〕序号↑｜单位↑：.*｜账号：新账号$/),
        ]);
      }),
    );
  });

  test("changes its own line and the head line if it is a group of its own, whatever numbers shift", () => {
    fc.assert(
      fc.property(groupsOfAccounts, fc.nat(), (groups, position) => {
        const after = groups.toSpliced(position % (groups.length + 1), 0, { unit: "新单位", accounts: ["新账号"] });
        const { removed, added } = changedLines(groups, after);
        expect(removed).toEqual([expect.stringMatching(/^〔表〕记录/)]);
        expect(added).toEqual([expect.stringMatching(/^〔表〕记录/), "〔记录〕单位：新单位｜账号：新账号"]);
      }),
    );
  });

  test("changes the next line as well if a merged cell now begins with it", () => {
    const before = [{ unit: "局", accounts: ["甲", "乙"] }];
    const after = [{ unit: "局", accounts: ["新", "甲", "乙"] }];
    expect(changedLines(before, after)).toEqual({
      removed: ["〔表〕记录2条｜序号：1｜单位｜账号", "〔记录〕单位：局｜账号：甲"],
      added: ["〔表〕记录3条｜序号：1｜单位｜账号", "〔记录〕单位：局｜账号：新", "〔记录〕序号↑｜单位↑：局｜账号：甲"],
    });
  });
});
