import { appendAll } from "../../document/append-all.js";
import type { Numbering } from "./numbering.js";
import type { ParagraphProperties, RunProperties } from "./properties.js";
import type {
  RunFormat,
  Segment,
  SourceBlock,
  SourceParagraph,
  SourcePicture,
  SourceRun,
  SourceSection,
} from "./source.js";
import type { StyleSheet } from "./style-sheet.js";

/** Gathers what one `w:p` holds while it is read. */
export class ParagraphBuilder {
  readonly properties: ParagraphProperties = {};
  readonly mark: RunProperties = {};
  sectionEnd: SourceSection | undefined;
  /** The direct properties of the run that is being read, if it has any. */
  run: RunProperties | undefined;
  text = "";
  hidden = "";
  private pictures: SourcePicture[] | undefined;
  private textBoxes: SourceBlock[][] | undefined;
  private readonly runs: SourceRun[] = [];
  private paragraphStyle: string | undefined;
  private runFormat: RunFormat | undefined;

  constructor(
    readonly index: number,
    private readonly styles: StyleSheet,
  ) {}

  /** A run begins or ends: what comes next has its own look. */
  startRun(properties: RunProperties | undefined): void {
    this.run = properties;
    this.runFormat = undefined;
  }

  append(text: string): void {
    if (text === "") return;
    const format = this.format();
    if (format.hidden) {
      this.hidden += text;
      return;
    }
    this.text += text;
    const last = this.runs.at(-1);
    if (last?.format === format) this.runs[this.runs.length - 1] = { end: this.text.length, format };
    else this.runs.push({ end: this.text.length, format });
  }

  addPicture(picture: SourcePicture): void {
    this.pictures = [...(this.pictures ?? []), picture];
  }

  addTextBox(blocks: readonly SourceBlock[]): void {
    this.textBoxes = [...(this.textBoxes ?? []), [...blocks]];
  }

  /** The paragraph as read; `before` are those whose marks have been deleted, so that this one carries them on. */
  finish(numbering: Numbering, before: readonly SourceParagraph[]): SourceParagraph {
    const { effective, format } = this.styles.look(this.properties);
    const { pictures, textBoxes, sectionEnd } = this;
    const paragraph: SourceParagraph = {
      kind: "paragraph",
      index: this.index,
      text: detach(this.text),
      // A paragraph whose mark is deleted is not printed as one, so it takes no number.
      label: this.mark.markDeleted === true ? "" : this.label(numbering, effective, format.styleId),
      runs: this.runs,
      format,
      pageBreakBefore: effective.pageBreakBefore ?? false,
      ...(pictures === undefined ? undefined : { pictures }),
      ...(textBoxes === undefined ? undefined : { textBoxes }),
      ...(sectionEnd === undefined ? undefined : { sectionEnd }),
    };
    return before.length === 0 ? paragraph : merged(before, paragraph);
  }

  private label(numbering: Numbering, effective: ParagraphProperties, style: string): string {
    const list = effective.numbering;
    if (list === undefined || list === "0") return "";
    const level = effective.numberingLevel ?? numbering.levelOfStyle(list, style) ?? 0;
    return numbering.next(list, level);
  }

  private format(): RunFormat {
    if (this.runFormat !== undefined) return this.runFormat;
    this.paragraphStyle ??= this.styles.styleOf(this.properties);
    const found = this.styles.runFormat(this.paragraphStyle, this.run);
    this.runFormat = found;
    return found;
  }
}

/** Paragraphs that became one: what `last` says of itself counts for all. */
function merged(before: readonly SourceParagraph[], last: SourceParagraph): SourceParagraph {
  let text = "";
  const runs: SourceRun[] = [];
  const segments: Segment[] = [];
  const pictures: SourcePicture[] = [];
  const textBoxes: (readonly SourceBlock[])[] = [];
  for (const part of [...before, last]) {
    const start = text.length;
    text += part.text;
    if (part.text !== "") segments.push({ start, end: text.length, paragraph: part.index, offset: 0 });
    for (const { end, format } of part.runs) runs.push({ end: start + end, format });
    appendAll(pictures, part.pictures ?? []);
    appendAll(textBoxes, part.textBoxes ?? []);
  }
  const [first] = segments;
  const isLastAlone = segments.length === 0 || (segments.length === 1 && first?.paragraph === last.index);
  return {
    ...last,
    text,
    ...(isLastAlone ? undefined : { segments }),
    runs,
    ...(pictures.length === 0 ? undefined : { pictures }),
    ...(textBoxes.length === 0 ? undefined : { textBoxes }),
  };
}

/**
 * A copy that shares no memory with the text it was cut from. A short piece of a parser's input otherwise keeps all of that input
 * alive (V8's sliced strings).
 */
function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
