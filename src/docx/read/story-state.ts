import { appendAll } from "../../document/append-all.js";
import { FieldState } from "./field-state.js";
import type { Numbering } from "./numbering.js";
import type { ParagraphBuilder } from "./paragraph-builder.js";
import type { RunProperties } from "./properties.js";
import type { SourceBlock, SourceParagraph, SourcePicture, SourceSection, SurroundingText } from "./source.js";
import type { StyleSheet } from "./style-sheet.js";
import type { TableBuilder } from "./table-builder.js";

/** What one story of a file holds: the body, a header, the footnotes … */
export interface Story {
  /** One entry for the body, a header or a footer; one for each note or comment. */
  readonly stories: readonly { readonly blocks: readonly SourceBlock[] }[];
  readonly lastSection: SourceSection;
  /** How often something was changed under revision control. */
  readonly trackedChanges: number;
  readonly comments: number;
  /** What is not read, in words: 图表、公式 … */
  readonly unread: ReadonlySet<string>;
  readonly nestedTables: readonly string[];
  /** Texts that are no part of any paragraph's visible text. */
  readonly surroundings: readonly SurroundingText[];
}

/** Blocks that belong together: the body, a cell, a text box, a note. */
interface Container {
  readonly name: string;
  readonly blocks: SourceBlock[];
  /** Paragraphs whose marks are deleted and that go on in the next one. */
  pending: SourceParagraph[];
}

/** Where text and formatting go while the XML of one story passes by. */
export class StoryState implements Story {
  readonly stories: { readonly blocks: readonly SourceBlock[] }[] = [];
  lastSection: SourceSection = { landscape: false, newPage: true };
  trackedChanges = 0;
  comments = 0;
  readonly unread = new Set<string>();
  readonly nestedTables: string[] = [];
  readonly surroundings: SurroundingText[] = [];

  readonly path: string[] = [];
  readonly containers: Container[] = [];
  readonly paragraphs: ParagraphBuilder[] = [];
  readonly tables: TableBuilder[] = [];
  readonly fields: FieldState;
  /** Counts every `w:p`, those in skipped elements too. */
  paragraphCount = 0;
  /** The depth of the outermost element that is passed over; 0 for none. */
  skippedFrom = 0;
  /** The depths of DrawingML (`a:graphic`) and of the text boxes in it: in the former `p`, `r` and `t` are not Word's. */
  readonly drawings: number[] = [];
  readonly choices: boolean[] = [];
  /** The depth of a phonetic guide (`w:rt`), whose text stands above that of the paragraph; 0 for none. */
  phoneticFrom = 0;
  section: { landscape: boolean; newPage: boolean } | undefined;
  run: RunProperties | undefined;
  literal = "";
  literalKept = false;
  readonly pictures: { alternativeText: string; width: number; height: number }[] = [];

  constructor(
    readonly styles: StyleSheet,
    readonly numbering: Numbering,
    dropsPageNumbers: boolean,
  ) {
    this.fields = new FieldState(dropsPageNumbers);
  }

  startContainer(name: string): void {
    this.containers.push({ name, blocks: [], pending: [] });
  }

  endContainer(): readonly SourceBlock[] {
    const container = this.containers.pop();
    if (container === undefined) return [];
    this.flushPending(container);
    if (this.containers.length === 0) this.stories.push({ blocks: container.blocks });
    return container.blocks;
  }

  /** Whether the innermost of DrawingML and text boxes is the former: depths of text boxes are stored negative. */
  get inDrawing(): boolean {
    return (this.drawings.at(-1) ?? -1) > 0;
  }

  get paragraph(): ParagraphBuilder | undefined {
    return this.paragraphs.at(-1);
  }

  skip(): void {
    this.skippedFrom = this.path.length;
  }

  endParagraph(): void {
    const builder = this.paragraphs.pop();
    const container = this.containers.at(-1);
    if (builder === undefined || container === undefined) return;
    this.addSurrounding("hidden", builder.hidden);
    if (builder.mark.markDeleted === true) container.pending.push(builder.finish(this.numbering, []));
    else {
      container.blocks.push(builder.finish(this.numbering, container.pending));
      if (container.pending.length > 0) container.pending = [];
    }
  }

  endTable(): void {
    const builder = this.tables.pop();
    const container = this.containers.at(-1);
    if (builder === undefined || container === undefined) return;
    for (const text of builder.nestedTexts) this.nestedTables.push(text);
    for (const text of builder.boxTexts) this.addSurrounding("textBox", text);
    const table = builder.finish();
    if (table === undefined) return;
    this.flushPending(container);
    container.blocks.push(table);
  }

  endSection(): void {
    if (this.section === undefined) return;
    if (this.paragraph === undefined) this.lastSection = this.section;
    else this.paragraph.sectionEnd = this.section;
    this.section = undefined;
  }

  /** A paragraph whose mark is deleted before a table or at the end stays a paragraph if it has text. */
  flushPending(container: Container): void {
    appendAll(
      container.blocks,
      container.pending.filter(({ text }) => text !== ""),
    );
    container.pending = [];
  }

  append(text: string): void {
    if (text === "") return;
    const shown = this.fields.show(text);
    if (shown && this.phoneticFrom > 0) this.addSurrounding("phonetic", text);
    else if (shown) this.paragraph?.append(text);
    else if (this.fields.inInstruction) this.addSurrounding("hidden", text.trim());
  }

  takeLiteral(): string {
    const text = this.literal.replace(/[\t\r\n]/g, " ");
    this.literal = "";
    return this.literalKept ? text : text.replace(/^ +| +$/g, "");
  }

  startPicture(alternativeText: string): void {
    const last = this.pictures.at(-1);
    if (last !== undefined && alternativeText !== "") last.alternativeText = alternativeText;
  }

  addPicture(relationship: string | undefined): void {
    if (relationship === undefined) return;
    const last = this.pictures.at(-1) ?? { alternativeText: "", width: 0, height: 0 };
    const picture: SourcePicture = { relationship, ...last };
    this.paragraph?.addPicture(picture);
  }

  addSurrounding(kind: SurroundingText["kind"], text: string): void {
    if (text !== "") this.surroundings.push({ kind, text });
  }
}
