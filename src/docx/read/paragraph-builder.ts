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
  readonly hidden: string[] = [];
  readonly pictures: SourcePicture[] = [];
  readonly textBoxes: SourceBlock[][] = [];
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
      this.hidden.push(text);
      return;
    }
    this.text += text;
    const last = this.runs.at(-1);
    if (last?.format === format) this.runs[this.runs.length - 1] = { end: this.text.length, format };
    else this.runs.push({ end: this.text.length, format });
  }

  /** The paragraph as read; `before` are those whose marks have been deleted, so that this one carries them on. */
  finish(numbering: Numbering, before: readonly SourceParagraph[]): SourceParagraph {
    const effective = this.styles.effective(this.properties);
    const style = this.styles.styleOf(this.properties);
    // A paragraph whose mark is deleted is not printed as one, so it takes no number.
    const label = this.mark.markDeleted === true ? "" : this.label(numbering, effective, style);
    const { index, runs: ownRuns, pictures: ownPictures, textBoxes: ownTextBoxes } = this;
    const own: Pick<SourceParagraph, "index" | "text" | "runs" | "segments" | "pictures" | "textBoxes"> = {
      index,
      text: this.text,
      runs: ownRuns,
      pictures: ownPictures,
      textBoxes: ownTextBoxes,
    };
    let text = "";
    const runs: SourceRun[] = [];
    const segments: Segment[] = [];
    const pictures: SourcePicture[] = [];
    const textBoxes: (readonly SourceBlock[])[] = [];
    for (const part of [...before, own]) {
      const start = text.length;
      if (part.text !== "") {
        const known = part.segments ?? [{ start: 0, end: part.text.length, paragraph: part.index, offset: 0 }];
        segments.push(
          ...known.map((segment) => ({ ...segment, start: start + segment.start, end: start + segment.end })),
        );
      }
      runs.push(...part.runs.map(({ end, format }) => ({ end: start + end, format })));
      pictures.push(...(part.pictures ?? []));
      textBoxes.push(...(part.textBoxes ?? []));
      text += part.text;
    }
    const [first] = segments;
    const isSimple = segments.length === 0 || (segments.length === 1 && first?.paragraph === index);
    return {
      kind: "paragraph",
      index,
      text: detach(text),
      ...(isSimple ? {} : { segments }),
      label,
      runs,
      format: this.styles.paragraphFormat(this.properties),
      pageBreakBefore: effective.pageBreakBefore ?? false,
      ...(pictures.length === 0 ? {} : { pictures }),
      ...(textBoxes.length === 0 ? {} : { textBoxes }),
      ...(this.sectionEnd === undefined ? {} : { sectionEnd: this.sectionEnd }),
    };
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

/**
 * A copy that shares no memory with the text it was cut from. A short piece of a parser's input otherwise keeps all of that input
 * alive (V8's sliced strings).
 */
function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
