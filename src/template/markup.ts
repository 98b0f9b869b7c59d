import type { Place } from "../document/place.js";
import type { Heading, Inline, Paragraph } from "../document/tree.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { headingLabel } from "../facts/numbers/chinese-numerals.js";
import { placeAfter, type Segment } from "./segments.js";

type Level = Heading["level"];

/** One line of the template after evaluation. */
interface Line {
  readonly parts: Segment[];
  readonly place: Place;
}

/**
 * Reads the line grammar of body.hbs (公文标记).
 *
 * - A line is a paragraph; empty lines mean nothing; a line that ends with `\` goes on in the next one.
 * - `# ` to `#### ` open a heading of level 1 to 4. The number (一、（一）1.（1）) is the engine's, GB/T 9704 §7.3.3. A level may be
 *   entered only from the one above it; `deepestFirst` is how deep the first heading may be.
 * - A heading of level 2 or lower that has a 。 followed by more text runs in: up to the 。 it is heading, the rest is body.
 * - `\#` at the beginning of a line is a `#`.
 *
 * Only the template's own words count: nothing inside a value opens a line or a heading, or ends a run-in heading.
 *
 * @param segments of the evaluated template
 * @param deepestFirst 1 in the body of a circular; in an attachment, which often has headings of one level only, any may come first
 * @returns headings and paragraphs in order, and misplaced headings as diagnostics
 */
export function readMarkup(
  segments: readonly Segment[],
  deepestFirst: Level = 1,
): {
  readonly blocks: (Heading | Paragraph)[];
  readonly diagnostics: Diagnostic[];
} {
  const blocks: (Heading | Paragraph)[] = [];
  const diagnostics: Diagnostic[] = [];
  const counters: number[] = [0, 0, 0, 0];
  let previous: Level | undefined;
  for (const line of splitLines(segments)) {
    const { level, parts } = readLevel(line.parts);
    if (level === undefined) {
      const children = toInline(parts);
      if (children.length > 0) blocks.push({ type: "paragraph", children });
      continue;
    }
    if (level > 4) {
      diagnostics.push(diagnose("markup-level-too-deep", line.place, { level }));
      continue;
    }
    const known = level as Level;
    if (known > (previous === undefined ? deepestFirst : previous + 1)) {
      diagnostics.push(diagnose("markup-level-skipped", line.place, { level: known, previous }));
    }
    previous = known;
    const ordinal = (counters[known - 1] ?? 0) + 1;
    counters.splice(known - 1, counters.length, ordinal, 0, 0, 0, 0);
    const { heading, body } = known === 1 ? { heading: parts, body: [] } : splitRunIn(parts);
    const children = toInline(heading);
    const bodyChildren = toInline(body);
    if (children.length === 0) {
      diagnostics.push(diagnose("markup-empty-heading", line.place, {}));
      continue;
    }
    blocks.push({
      type: "heading",
      level: known,
      ordinal,
      label: headingLabel(known, ordinal),
      children,
      ...(bodyChildren.length === 0 ? {} : { body: bodyChildren }),
    });
  }
  return { blocks, diagnostics };
}

function splitLines(segments: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  let parts: Segment[] = [];
  let place: Place | undefined;
  const finish = (): void => {
    if (place !== undefined) lines.push({ parts, place });
    parts = [];
    place = undefined;
  };
  for (const segment of segments) {
    if (segment.kind === "inline") {
      place ??= lines.at(-1)?.place ?? { file: "" };
      parts.push(segment);
      continue;
    }
    let joined = false;
    let start = segment.place;
    segment.text.split("\n").forEach((piece, index, pieces) => {
      if (index > 0 && !joined) finish();
      // A backslash at the end of a line joins it to the next one; the blanks that the next one begins with are layout.
      const text = joined ? piece.replace(/^[ \t\u3000]+/u, "") : piece;
      const ownPlace = placeAfter(start, piece.slice(0, piece.length - text.length));
      start = placeAfter(start, `${piece}\n`);
      joined = text.endsWith("\\") && index < pieces.length - 1;
      const own = joined ? text.slice(0, -1) : text;
      if (own === "") return;
      place ??= ownPlace;
      parts.push({ ...segment, text: own, place: ownPlace });
    });
  }
  finish();
  return lines;
}

function readLevel(parts: readonly Segment[]): { readonly level?: number; readonly parts: readonly Segment[] } {
  const [first, ...rest] = trimLine(parts);
  if (first?.kind !== "words") return { parts: first === undefined ? [] : [first, ...rest] };
  const mark = /^(#+)[ \t\u3000]*/u.exec(first.text);
  if (mark?.[1] === undefined) {
    return { parts: [first.text.startsWith("\\#") ? from(first, 1) : first, ...rest] };
  }
  const heading = from(first, mark[0].length);
  return { level: mark[1].length, parts: heading.text === "" ? rest : [heading, ...rest] };
}

type Words = Extract<Segment, { readonly kind: "words" }>;

/** Words without their first characters, and where the rest stands. */
function from(words: Words, start: number): Words {
  if (start === 0) return words;
  return { ...words, text: words.text.slice(start), place: placeAfter(words.place, words.text.slice(0, start)) };
}

/** Blanks around a line belong to the template's layout, not to the document; blanks inside values stay. */
function trimLine(parts: readonly Segment[]): Segment[] {
  const result = [...parts];
  const first = result[0];
  if (first?.kind === "words") result[0] = from(first, /^[ \t\u3000]*/u.exec(first.text)?.[0].length ?? 0);
  const last = result.at(-1);
  if (last?.kind === "words") result[result.length - 1] = { ...last, text: last.text.replace(/[ \t\u3000]+$/u, "") };
  return result.filter((part) => part.kind === "inline" || part.text !== "");
}

const openingMarks = "“‘《〈（(〔";
const closingMarks = "”’》〉）)〕";

/** Cuts a run-in heading after its first 。 that is not inside quotation marks or brackets. */
function splitRunIn(parts: readonly Segment[]): { readonly heading: Segment[]; readonly body: Segment[] } {
  let depth = 0;
  for (const [index, part] of parts.entries()) {
    if (part.kind === "inline") continue;
    for (let position = 0; position < part.text.length; position += 1) {
      const character = part.text.charAt(position);
      if (openingMarks.includes(character)) depth += 1;
      else if (closingMarks.includes(character)) depth = Math.max(0, depth - 1);
      else if (character === "。" && depth === 0) {
        const before = part.text.slice(0, position + 1);
        const after = from(part, position + 1);
        return {
          heading: [...parts.slice(0, index), { ...part, text: before }],
          body: trimLine([...(after.text === "" ? [] : [after]), ...parts.slice(index + 1)]),
        };
      }
    }
  }
  return { heading: [...parts], body: [] };
}

function toInline(parts: readonly Segment[]): Inline[] {
  const children: Inline[] = [];
  for (const part of parts) {
    if (part.kind === "inline") children.push(part.node);
    else if (part.text !== "") children.push({ type: "text", value: part.text, place: part.place });
  }
  return children;
}
