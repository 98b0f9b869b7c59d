import { TextEdits } from "../../openxml/text-edits.js";
import { withAttribute } from "../../openxml/xml-scan.js";
import type { TextPiece, WrittenParagraph, WrittenRun } from "./written-paragraph.js";
import { writtenLength } from "./written-text.js";

/** A place between two characters of a paragraph's visible text. */
export interface TextPoint {
  /** Which `w:p` of document.xml, from 0 in document order, nested ones included. */
  readonly paragraph: number;
  /** UTF-16 units of its visible text before the place. */
  readonly offset: number;
}

/** What is to be written at the two ends of a range. */
export interface RangeMarks {
  readonly start: TextPoint;
  readonly end: TextPoint;
  /** Written before the first character. */
  readonly startMark: string;
  /** Written behind the last character. `runProperties` are those of the run of that character, as written. */
  readonly endMark: (runProperties: string) => string;
}

/** A place in the XML where marks may stand, and how a run is closed before and opened again behind them. */
interface Cut {
  readonly close: string;
  readonly reopen: string;
  /** Behind what ends here stands what is empty, then what begins here. */
  readonly ends: string[];
  readonly empties: string[];
  readonly starts: string[];
}

/**
 * Puts marks around ranges of text. A run is split where a range begins or ends inside it, both parts keeping its properties; nothing
 * else of the part changes.
 *
 * A range in a text box is marked around the run that the box is anchored in: Word takes no comments inside text boxes.
 *
 * @param xml of document.xml
 * @param prefix of the elements of WordprocessingML, with its colon
 * @param paragraphs those of the ranges, and those that text boxes among them are anchored in
 * @param ranges all of them in known paragraphs; offsets beyond the text are taken as its end
 */
export function markRanges(
  xml: string,
  prefix: string,
  paragraphs: ReadonlyMap<number, WrittenParagraph>,
  ranges: readonly RangeMarks[],
): string {
  const marker = new RangeMarker(xml, prefix, paragraphs);
  for (const range of ranges) marker.mark(range);
  return marker.finish();
}

class RangeMarker {
  private readonly cuts = new Map<number, Cut>();
  private readonly edits = new TextEdits();
  private readonly keepsBlanks = new Set<number>();
  private readonly opened = new Set<number>();

  constructor(
    private readonly xml: string,
    private readonly prefix: string,
    private readonly paragraphs: ReadonlyMap<number, WrittenParagraph>,
  ) {}

  mark({ start, end, startMark, endMark }: RangeMarks): void {
    const first = this.paragraphs.get(start.paragraph);
    const last = this.paragraphs.get(end.paragraph);
    if (first === undefined || last === undefined) return;
    if (first.host !== undefined || last.host !== undefined) {
      const outer = first.host ?? last.host;
      if (outer !== undefined) this.around(outer, outer, startMark, endMark);
      return;
    }
    const [from, to] =
      first === last ? atLeastOneCharacter(start.offset, end.offset, first) : [start.offset, end.offset];
    const firstPiece = first.pieces.find((piece) => piece.offset + piece.length > from) ?? first.pieces.at(-1);
    const lastPiece = last.pieces.findLast((piece) => piece.offset < to) ?? last.pieces[0];
    if (firstPiece === undefined || lastPiece === undefined) {
      this.withoutText(firstPiece === undefined ? first : last, startMark + endMark(""));
      return;
    }
    this.startCut(first, firstPiece, from).starts.push(startMark);
    this.endCut(last, lastPiece, to).ends.push(endMark(lastPiece.run.properties));
  }

  finish(): string {
    for (const [at, { close, reopen, ends, empties, starts }] of this.cuts) {
      this.edits.insert(at, `${close}${ends.join("")}${empties.join("")}${starts.join("")}${reopen}`);
    }
    return this.edits.apply(this.xml);
  }

  private around(first: WrittenRun, last: WrittenRun, startMark: string, endMark: RangeMarks["endMark"]): void {
    this.cut(first.start).starts.push(startMark);
    this.cut(last.end).ends.push(endMark(last.properties));
  }

  private withoutText(paragraph: WrittenParagraph, marks: string): void {
    if (!paragraph.isEmptyTag) {
      this.cut(paragraph.contentEnd).empties.push(marks);
      return;
    }
    const { start, openEnd } = paragraph;
    if (!this.opened.has(start)) {
      this.opened.add(start);
      const tag = this.xml.slice(start, openEnd);
      this.edits.replace(start, openEnd, `${tag.slice(0, -2).trimEnd()}>`);
    }
    this.cut(openEnd, "", `</${this.prefix}p>`).empties.push(marks);
  }

  private startCut(paragraph: WrittenParagraph, piece: TextPiece, offset: number): Cut {
    const inside = offset - piece.offset;
    const { run } = piece;
    if (piece.whole || (inside <= 0 && paragraph.pieces.find((other) => other.run === run) === piece)) {
      return this.cut(run.start);
    }
    return inside <= 0 ? this.cutBetween(run, piece.start) : this.cutInText(piece, inside, false);
  }

  private endCut(paragraph: WrittenParagraph, piece: TextPiece, offset: number): Cut {
    const inside = offset - piece.offset;
    const { run } = piece;
    const isLast = inside >= piece.length;
    if (piece.whole || (isLast && paragraph.pieces.findLast((other) => other.run === run) === piece)) {
      return this.cut(run.end);
    }
    if (!isLast) return this.cutInText(piece, inside, true);
    return this.cutBetween(run, piece.end);
  }

  /** Between two elements of a run. */
  private cutBetween(run: WrittenRun, at: number): Cut {
    return this.cut(at, this.closeRun, this.openRun(run));
  }

  /** Inside the characters of `w:t`. */
  private cutInText({ start, written, run }: TextPiece, units: number, up: boolean): Cut {
    if (written === undefined) return this.cutBetween(run, start);
    const characters = this.xml.slice(written.start, written.end);
    // Blanks at the ends of w:t are dropped unless it says otherwise (xml:space, 17.3.3.31); now each part has ends of its own.
    if (!this.keepsBlanks.has(start) && /[ \t\r\n]/u.test(characters)) {
      this.keepsBlanks.add(start);
      const tag = withAttribute(this.xml.slice(start, written.openEnd), "xml:space", "preserve");
      this.edits.replace(start, written.openEnd, tag);
    }
    const text = `${this.prefix}t`;
    return this.cut(
      written.start + writtenLength(characters, units, up),
      `</${text}>${this.closeRun}`,
      `${this.openRun(run)}<${text} xml:space="preserve">`,
    );
  }

  private cut(at: number, close = "", reopen = ""): Cut {
    const known = this.cuts.get(at);
    if (known !== undefined) return known;
    const cut: Cut = { close, reopen, ends: [], empties: [], starts: [] };
    this.cuts.set(at, cut);
    return cut;
  }

  private get closeRun(): string {
    return `</${this.prefix}r>`;
  }

  private openRun({ start, openEnd, properties }: WrittenRun): string {
    return this.xml.slice(start, openEnd) + properties;
  }
}

/** A comment on nothing is hard to find: the character behind the place is marked, or the last one before it. */
function atLeastOneCharacter(start: number, end: number, { text }: WrittenParagraph): [number, number] {
  const { length } = text;
  const from = Math.min(Math.max(start, 0), length);
  const to = Math.min(Math.max(end, from), length);
  if (to > from) return [from, to];
  return from < length ? [from, from + 1] : [Math.max(0, from - 1), length];
}
