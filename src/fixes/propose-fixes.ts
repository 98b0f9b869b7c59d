import type { Proofreading } from "../checks/proofread.js";
import type { Finding } from "../checks/rule.js";
import { formatPlace, type Place } from "../document/place.js";
import type { Inline } from "../document/tree.js";
import type { Fix, Unfixed } from "./fix.js";

/** Reads the source files of an edition: text files by path, cells of workbooks by place. */
export interface Sources {
  /** The lines of a text file; `undefined` if it cannot be read. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** The text of a cell, if it holds text; `undefined` for numbers, formulas and the like. */
  readonly cell: (place: Place) => string | undefined;
}

/**
 * Traces the findings that carry a replacement back to the files they come from: words of a template to their line, values to the
 * scalar or cell they were read from.
 *
 * A fix is proposed only where the file, at that place, says exactly what the draft says; what was worked out, formatted or joined is
 * left to people.
 *
 * @returns fixes, each place once however often the template printed it, in the order of the files; and what could not be traced
 */
export function proposeFixes(
  findings: Proofreading["findings"],
  sources: Sources,
): { readonly fixes: readonly Fix[]; readonly unfixed: readonly Unfixed[] } {
  const fixes = new Map<string, Fix>();
  const unfixed: Unfixed[] = [];
  for (const { rule, finding, diagnostic } of findings) {
    if (finding.replacement === undefined) continue;
    const part = diagnostic.place.part ?? "";
    const traced = trace(finding, finding.replacement, sources);
    if (traced === undefined) {
      const { text } = finding.at.passage;
      const before = text.slice(finding.at.start ?? 0, finding.at.end ?? text.length);
      unfixed.push({ part, rule: rule.id, before, after: finding.replacement });
      continue;
    }
    const key = `${formatPlace(traced.place)}\n${traced.before}`;
    const known = fixes.get(key);
    // Several mistakes in one cell: the second change starts from what the first one left.
    if (traced.place.cell === undefined || known === undefined) fixes.set(key, { ...traced, rule: rule.id, part });
    else fixes.set(key, { ...known, after: mergeChanges(known.before, known.after, traced.after) });
  }
  return { fixes: [...fixes.values()], unfixed };
}

type Traced = Pick<Fix, "place" | "before" | "after">;

function trace(finding: Finding, replacement: string, sources: Sources): Traced | undefined {
  const { inlines, text } = finding.at.passage;
  const start = finding.at.start ?? 0;
  const end = finding.at.end ?? text.length;
  let position = 0;
  for (const inline of inlines) {
    const next = position + inline.value.length;
    if (start >= position && end <= next && (start < next || start === end)) {
      return traceInline(inline, start - position, end - position, replacement, sources);
    }
    position = next;
  }
  return undefined;
}

function traceInline(
  inline: Inline,
  start: number,
  end: number,
  replacement: string,
  sources: Sources,
): Traced | undefined {
  const before = inline.value.slice(start, end);
  if (inline.type === "text") {
    return inline.place === undefined
      ? undefined
      : inLine(inline.place, inline.value, start, before, replacement, sources);
  }
  const { places } = inline.provenance;
  const [place] = places;
  if (place === undefined || places.length > 1) return undefined;
  if (place.cell === undefined) return inLine(place, inline.value, start, before, replacement, sources);
  const whole = sources.cell(place);
  const at = whole === undefined ? undefined : onlyIndex(whole, inline.value);
  if (whole === undefined || at === undefined) return undefined;
  const after = whole.slice(0, at + start) + replacement + whole.slice(at + end);
  return { place, before: whole, after };
}

/** The words in one line of a text file, from the given place on. */
function inLine(
  place: Place,
  value: string,
  start: number,
  before: string,
  after: string,
  sources: Sources,
): Traced | undefined {
  const line = place.line === undefined ? undefined : sources.lines(place.file)?.[place.line - 1];
  if (line === undefined) return undefined;
  const from = (place.column ?? 1) - 1;
  const at = onlyIndex(line.slice(from), value);
  if (at === undefined) return undefined;
  return {
    place: {
      file: place.file,
      ...(place.line === undefined ? {} : { line: place.line }),
      column: from + at + start + 1,
    },
    before,
    after,
  };
}

/** Where the part stands in the whole, if it does so exactly once. */
function onlyIndex(whole: string, part: string): number | undefined {
  const first = whole.indexOf(part);
  return first < 0 || part === "" || whole.includes(part, first + 1) ? undefined : first;
}

/** What results if two changes, each made to the same text by itself, are both made. They do not overlap. */
function mergeChanges(original: string, one: string, other: string): string {
  const first = changedRange(original, one);
  const second = changedRange(original, other);
  const [left, right] = first.start <= second.start ? [first, second] : [second, first];
  if (left.end > right.start) return one;
  return (
    original.slice(0, left.start) +
    left.text +
    original.slice(left.end, right.start) +
    right.text +
    original.slice(right.end)
  );
}

function changedRange(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let newEnd = after.length;
  while (end > start && newEnd > start && before[end - 1] === after[newEnd - 1]) {
    end -= 1;
    newEnd -= 1;
  }
  return { start, end, text: after.slice(start, newEnd) };
}
