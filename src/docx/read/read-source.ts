import { appendAll } from "../../document/append-all.js";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import type { OfficePackage, Relationship } from "../../openxml/office-package.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { type BytesRead, isTrue, parseXml } from "../../openxml/xml-events.js";
import { Numbering } from "./numbering.js";
import { type DocumentLimits, openDocument } from "./open-document.js";
import { attribute } from "./properties.js";
import type { SourceBlock, SourceSection, SurroundingText } from "./source.js";
import { blocksText } from "./source-text.js";
import { readStory } from "./story-reader.js";
import type { Story } from "./story-state.js";
import { StyleSheet } from "./style-sheet.js";

/** A .docx file as it stands: everything that recognising its elements needs. */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** Of the paragraphs after the last section break. */
  readonly lastSection: SourceSection;
  readonly styles: StyleSheet;
  readonly properties: { readonly title: string; readonly creator: string; readonly created: string };
  /** Which program saved the file last. */
  readonly application: string;
  readonly settings: { readonly evenAndOdd: boolean; readonly mirrorMargins: boolean };
  readonly surroundings: readonly SurroundingText[];
  /** The bytes of a picture by the id of its relationship. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads the parts of a .docx file.
 *
 * ```text
 * bytes ─ zip ─▶ relationships ─▶ styles, numbering ─▶ document.xml ─▶ headers, footers, notes, comments, pictures
 * ```
 *
 * @param onRead told how much of the main part has been read
 * @returns the source unless something could not be read, and every problem found
 */
export function readSource(
  bytes: Uint8Array,
  file: string,
  limits: DocumentLimits,
  onRead?: BytesRead,
): { readonly source?: SourceDocument; readonly diagnostics: readonly Diagnostic[] } {
  const reading = new SourceReading({ file });
  const source = reading.attempt("文档的内部目录", () => reading.read(bytes, limits, onRead));
  return source === undefined || reading.incomplete
    ? { diagnostics: reading.diagnostics }
    : { source, diagnostics: reading.diagnostics };
}

class SourceReading {
  readonly diagnostics: Diagnostic[] = [];
  incomplete = false;
  private stopped = false;

  constructor(private readonly place: Place) {}

  /** Does one part's reading; what goes wrong becomes a diagnostic. `part` is the part in words. */
  attempt<Result>(part: string, read: () => Result): Result | undefined {
    if (this.stopped) return undefined;
    try {
      return read();
    } catch (problem) {
      if (!(problem instanceof UnreadablePart)) throw problem;
      this.incomplete = true;
      this.stopped = problem.final;
      this.diagnostics.push(problem.diagnoseAt(this.place, part, "docx"));
      return undefined;
    }
  }

  read(bytes: Uint8Array, limits: DocumentLimits, onRead?: BytesRead): SourceDocument | undefined {
    const { content, mainPart } = openDocument(bytes, limits);
    const relationships = this.attempt("文档的关系部件", () => content.relationshipsOf(mainPart)) ?? [];
    const part = (type: string): Uint8Array | undefined => {
      const target = relationships.find((relationship) => relationship.type === type)?.target;
      return target === undefined ? undefined : content.read(target);
    };
    const styles = this.attempt("文档的样式部件", () => new StyleSheet(part("styles"))) ?? new StyleSheet();
    const numbering = (): Numbering =>
      this.attempt("文档的编号部件", () => new Numbering(part("numbering"))) ?? new Numbering();
    const body = this.attempt("文档的正文部件", () => {
      const main = content.read(mainPart);
      if (main === undefined) {
        throw new UnreadablePart((place, name) => diagnose("docx-missing-part", place, { part: name }));
      }
      return readStory(main, "document", styles, numbering(), onRead);
    });
    const surroundings = this.readSurroundings(content, relationships, styles, numbering);
    const settings = this.attempt("文档的设置部件", () => readSettings(part("settings")));
    const properties = this.attempt("文档的属性部件", () => readProperties(content));
    const pictures = this.attempt("文档里的图片", () => readPictures(content, relationships, body));
    if (body === undefined || settings === undefined || properties === undefined) return undefined;
    this.reportReading(body);
    return {
      blocks: body.stories.flatMap(({ blocks }) => blocks),
      lastSection: body.lastSection,
      styles,
      ...properties,
      settings,
      surroundings: [...body.surroundings, ...surroundings],
      pictures: pictures ?? new Map<string, Uint8Array>(),
    };
  }

  private readSurroundings(
    content: OfficePackage,
    relationships: readonly Relationship[],
    styles: StyleSheet,
    numbering: () => Numbering,
  ): SurroundingText[] {
    const found: SurroundingText[] = [];
    for (const { type, target } of relationships) {
      const story = outsideStories[type];
      if (story === undefined) continue;
      this.attempt(story.words, () => {
        const bytes = content.read(target);
        if (bytes === undefined) return;
        const { stories, surroundings } = readStory(bytes, story.root, styles, numbering());
        for (const { blocks } of stories) {
          const text = blocksText(blocks);
          // Sections often repeat the same header and footer.
          const isRepeated = found.some((other) => other.kind === story.kind && other.text === text);
          const isPageText = story.kind === "header" || story.kind === "footer";
          if (text.trim() !== "" && !(isRepeated && isPageText)) found.push({ kind: story.kind, text });
        }
        appendAll(found, surroundings);
      });
    }
    return found;
  }

  private reportReading({ trackedChanges, comments, unread, nestedTables, surroundings }: Story): void {
    const { place } = this;
    if (trackedChanges > 0) this.diagnostics.push(diagnose("docx-tracked-changes", place, { count: trackedChanges }));
    if (comments > 0) this.diagnostics.push(diagnose("docx-comments", place, { count: comments }));
    const hidden = surroundings.filter(({ kind }) => kind === "hidden").map(({ text }) => text);
    if (hidden.length > 0) this.diagnostics.push(diagnose("docx-hidden-text", place, { text: hidden.join("") }));
    if (unread.size > 0) this.diagnostics.push(diagnose("docx-unread-content", place, { kinds: [...unread] }));
    for (const text of nestedTables) this.diagnostics.push(diagnose("docx-nested-table", place, { text }));
  }
}

const outsideStories: Readonly<
  Record<
    string,
    | {
        readonly root: "hdr" | "ftr" | "footnotes" | "endnotes" | "comments";
        readonly kind: SurroundingText["kind"];
        readonly words: string;
      }
    | undefined
  >
> = {
  header: { root: "hdr", kind: "header", words: "页眉" },
  footer: { root: "ftr", kind: "footer", words: "页脚" },
  footnotes: { root: "footnotes", kind: "footnote", words: "脚注" },
  endnotes: { root: "endnotes", kind: "endnote", words: "尾注" },
  comments: { root: "comments", kind: "comment", words: "批注" },
};

function readSettings(bytes: Uint8Array | undefined): SourceDocument["settings"] {
  const found = { evenAndOdd: false, mirrorMargins: false };
  if (bytes === undefined) return found;
  parseXml(bytes, {
    root: "settings",
    open(name, attributes) {
      const on = isTrue(attribute(attributes, "val") ?? "1");
      if (name === "evenAndOddHeaders") found.evenAndOdd = on;
      else if (name === "mirrorMargins") found.mirrorMargins = on;
    },
  });
  return found;
}

function readProperties(content: OfficePackage): Pick<SourceDocument, "properties" | "application"> {
  const texts = new Map<string, string>();
  const read = (bytes: Uint8Array | undefined, root: string): void => {
    if (bytes === undefined) return;
    let current = "";
    parseXml(bytes, {
      root,
      open(name) {
        current = name;
      },
      text(text) {
        if (current !== "") texts.set(current, (texts.get(current) ?? "") + text);
      },
      close() {
        current = "";
      },
    });
  };
  for (const { type, target } of content.relationshipsOf("")) {
    if (type === "core-properties") read(content.read(target), "coreProperties");
    else if (type === "extended-properties") read(content.read(target), "Properties");
  }
  const text = (name: string): string => texts.get(name) ?? "";
  return {
    properties: { title: text("title"), creator: text("creator"), created: text("created") },
    application: text("Application"),
  };
}

/** Only what is shown in the body: pictures of headers belong to their own parts. */
function readPictures(
  content: OfficePackage,
  relationships: readonly Relationship[],
  body: Story | undefined,
): ReadonlyMap<string, Uint8Array> {
  const wanted = new Set<string>();
  const collect = (blocks: readonly SourceBlock[]): void => {
    for (const block of blocks) {
      if (block.kind === "table") {
        for (const row of block.rows) for (const cell of row.cells) collect(cell.paragraphs ?? []);
        continue;
      }
      for (const { relationship } of block.pictures ?? []) wanted.add(relationship);
      for (const box of block.textBoxes ?? []) collect(box);
    }
  };
  for (const { blocks } of body?.stories ?? []) collect(blocks);
  const pictures = new Map<string, Uint8Array>();
  for (const { id, target, type } of relationships) {
    if (type !== "image" || !wanted.has(id)) continue;
    const bytes = content.read(target);
    if (bytes !== undefined) pictures.set(id, bytes);
  }
  return pictures;
}
