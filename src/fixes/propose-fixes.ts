import { excerpt } from "../checks/excerpt.js";
import type { Passage } from "../checks/draft.js";
import type { Proofreading } from "../checks/proofread.js";
import { protectedSpans } from "../checks/protected-spans.js";
import { comparePlaces, formatPlace } from "../document/place.js";
import type { Fix, Unfixed, UnfixedReason } from "./fix.js";
import { smallestChanges, type SourceEdit, type TextChange } from "./source-edit.js";
import { traceChange, type Sources } from "./trace-change.js";

/**
 * Traces the findings that carry a replacement back to the files they come from.
 *
 * A fix is proposed only where the file, at that place, says exactly what the draft says; what was worked out, formatted or joined is
 * left to people, and so is what somebody quotes. A finding is put right as a whole or not at all.
 *
 * @returns fixes in the order of files and places, each place once however often the template printed it; and what is left to people
 */
export function proposeFixes(
  findings: Proofreading["findings"],
  sources: Sources,
): { readonly fixes: readonly Fix[]; readonly unfixed: readonly Unfixed[] } {
  const gathered = new GatheredEdits();
  const unfixed: Unfixed[] = [];
  for (const { rule, finding, diagnostic } of findings) {
    if (finding.replacement === undefined) continue;
    const part = diagnostic.place.part ?? "";
    const { passage, start = 0, end = passage.text.length } = finding.at;
    const change = { start, end, replacement: finding.replacement };
    const leave = (reason: UnfixedReason): void => {
      unfixed.push({ part, rule: rule.id, excerpt: changedExcerpts(passage.text, change), reason });
    };
    if (isQuoted(passage.text, change)) {
      leave("quoted");
      continue;
    }
    for (const one of samePassages(passage)) {
      const edits = smallestChanges(one.text, change).map((small) => traceChange(one, small, sources));
      if (edits.every((edit) => edit !== undefined)) {
        if (!gathered.add(edits, rule.id, part)) leave("overlapping");
      } else leave("untraced");
    }
  }
  return { fixes: gathered.fixes(), unfixed: firstOfEach(unfixed) };
}

/** What is inside quotation marks, a title, an address or a code is not the writer's; the marks themselves are. */
function isQuoted(text: string, { start, end }: TextChange): boolean {
  return protectedSpans(text).some(
    (span) => span.kind !== "documentNumber" && start < span.end && end > span.start && start > span.start,
  );
}

/**
 * The passage, and where cells of a column are told as one, the others with the same text; for a merged cell, one for each of its rows,
 * since each may be a record with the text in it.
 */
function samePassages(passage: Passage): readonly Passage[] {
  const { cell, repeated = 0, text } = passage;
  if (cell === undefined || passage.role !== "cell") return [passage];
  const { table, row, column } = cell;
  const owners =
    repeated === 0
      ? [row]
      : table.node.rows
          .flatMap(({ cells }, index) => (cells[column] === null ? [] : [index]))
          .filter((index) => table.textAt(index, column) === text);
  return owners.flatMap((owner) => {
    const { role, region, text: found, inlines, path, attachment } = table.cellAt(owner, column);
    const covering = table.node.rows[owner]?.cells[column];
    const rows = typeof covering === "object" ? (covering?.rowSpan ?? 1) : 1;
    return Array.from({ length: rows }, (_, below) => ({
      ...{ role, region, text: found, inlines, path },
      ...(attachment === undefined ? {} : { attachment }),
      cell: { table, row: owner + below, column },
    }));
  });
}

/** Edits by line and cell, each once however many findings want it. */
class GatheredEdits {
  private readonly byContainer = new Map<string, Gathered[]>();

  /** Takes all of the edits, or none if one of them overlaps another that is there. */
  add(edits: readonly SourceEdit[], rule: string, part: string): boolean {
    const fresh: SourceEdit[] = [];
    for (const edit of edits) {
      const there = this.byContainer.get(formatPlace(edit.container)) ?? [];
      if (there.some((other) => isSame(other.edit, edit))) continue;
      if (there.some((other) => overlap(other.edit, edit))) return false;
      fresh.push(edit);
    }
    for (const edit of fresh) {
      const key = formatPlace(edit.container);
      this.byContainer.set(key, [...(this.byContainer.get(key) ?? []), { edit, rule, part }]);
    }
    return true;
  }

  fixes(): Fix[] {
    return [...this.byContainer.values()]
      .flatMap((list): Fix[] => {
        const ordered = list.sort((a, b) => a.edit.start - b.edit.start);
        const [first] = ordered;
        if (first === undefined) return [];
        if (first.edit.container.cell !== undefined) return [cellFix(ordered, first)];
        return ordered.map(({ edit, rule, part }) => ({
          place: { ...edit.container, column: edit.start + 1 },
          before: edit.whole.slice(edit.start, edit.end),
          after: edit.replacement,
          rules: [rule],
          part,
          excerpt: changedExcerpts(edit.whole, edit),
        }));
      })
      .sort((a, b) => comparePlaces(a.place, b.place));
  }
}

interface Gathered {
  readonly edit: SourceEdit;
  readonly rule: string;
  readonly part: string;
}

/** A cell is written as a whole, so that its edits are one fix. */
function cellFix(ordered: readonly Gathered[], first: Gathered): Fix {
  const { whole, container } = first.edit;
  let after = "";
  let done = 0;
  for (const { edit } of ordered) {
    after += whole.slice(done, edit.start) + edit.replacement;
    done = edit.end;
  }
  after += whole.slice(done);
  const last = ordered.at(-1)?.edit ?? first.edit;
  const span = {
    start: first.edit.start,
    end: last.end,
    replacement: after.slice(first.edit.start, after.length - (whole.length - last.end)),
  };
  return {
    place: container,
    before: whole,
    after,
    rules: [...new Set(ordered.map(({ rule }) => rule))],
    part: first.part,
    excerpt: changedExcerpts(whole, span),
  };
}

function isSame(a: SourceEdit, b: SourceEdit): boolean {
  return a.start === b.start && a.end === b.end && a.replacement === b.replacement;
}

function overlap(a: SourceEdit, b: SourceEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}

function changedExcerpts(text: string, { start, end, replacement }: TextChange): Fix["excerpt"] {
  const changed = text.slice(0, start) + replacement + text.slice(end);
  return { before: excerpt(text, start, end), after: excerpt(changed, start, start + replacement.length) };
}

function firstOfEach(unfixed: readonly Unfixed[]): Unfixed[] {
  return [...new Map(unfixed.map((one) => [JSON.stringify(one), one])).values()];
}
