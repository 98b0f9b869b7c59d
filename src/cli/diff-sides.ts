import { existsSync, statSync } from "node:fs";
import { renderDiagnostic } from "../diagnostics/render.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DocumentChanges } from "../diff/changes.js";
import { compareDocuments } from "../diff/compare-documents.js";
import type { Surrounding } from "../diff/elements/surroundings.js";
import type { SurroundingText } from "../docx/read/source.js";
import type { CircularDocument } from "../document/tree.js";
import { circularFileName } from "../edition/data-sources.js";
import { joinPath, type Files } from "../edition/files.js";
import { colours } from "./colours.js";
import { openRevision } from "./git-files.js";
import { during, type Progress } from "../progress/progress.js";
import { nodeFiles } from "./node-files.js";
import { normalisePath, templatesFolder } from "./edition-folders.js";

/** One of the two drafts of a comparison, read or composed. */
export interface DiffSide {
  /** As the person wrote it, with `/`. */
  readonly name: string;
  /** `edition`: composed from data, so that values know their rows. `docx`: read from a Word document. */
  readonly kind: "edition" | "docx";
  readonly document: CircularDocument;
  readonly surroundings: readonly Surrounding[];
  /** The file, if there is one. */
  readonly bytes?: Uint8Array;
  /** The sources of the circular type, if it was composed. */
  readonly templates?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Why there is no draft: lines for the person at the screen. */
export interface NoSide {
  readonly name: string;
  readonly problem: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SideOptions {
  readonly templates?: string;
  readonly progress?: Progress | undefined;
  /** What reading the draft is called. */
  readonly step: "older-draft" | "newer-draft";
}

/**
 * Gets a draft: composes an edition's folder, reads a .docx, or does either with the files of a git revision (`data/x@HEAD~1`).
 *
 * Something of the very name that is on the disk goes first, so that names with `@` can be used.
 */
export async function loadSide(argument: string, options: SideOptions): Promise<DiffSide | NoSide> {
  const local = kindOnDisk(argument);
  const name = normalisePath(argument);
  if (local !== undefined) {
    const templates = templatesFolder(options.templates);
    return local === "file"
      ? readSide(name, nodeFiles(), name, options)
      : composeSide(name, nodeFiles(), name, templates, options);
  }
  const { path: written, revision } = splitRevision(argument);
  if (written === undefined || revision === undefined)
    return { name, problem: missingWords(argument), diagnostics: [] };
  const path = normalisePath(written);
  const shown = `${path}@${revision}`;
  const opened = openRevision(path, revision);
  if (typeof opened === "string") return { name: shown, problem: opened, diagnostics: [] };
  const { files } = opened;
  if (files.list(path) !== undefined) {
    const templates = options.templates === undefined ? "templates" : normalisePath(options.templates);
    // A repository of editions only: the types that came with the program.
    return files.list(templates) === undefined
      ? composeSide(shown, besides(files, nodeFiles()), path, templatesFolder(options.templates), options)
      : composeSide(shown, files, path, templates, options);
  }
  if (files.read(path) !== undefined) return readSide(shown, files, path, options);
  return { name: shown, problem: `版本“${revision}”里没有 ${path}；请检查名称，或者那时它还没有建立`, diagnostics: [] };
}

function kindOnDisk(argument: string): "file" | "folder" | undefined {
  if (!existsSync(argument)) return undefined;
  const isFile = statSync(argument).isFile();
  return isFile && !argument.endsWith(circularFileName) ? "file" : "folder";
}

/** `data/x@HEAD~1`; a revision may itself hold an `@` in front of braces: `main@{1}`. */
function splitRevision(argument: string): {
  readonly path?: string | undefined;
  readonly revision?: string | undefined;
} {
  const { path, revision } = /^(?<path>.+?)@(?<revision>[^@]*(?:@\{[^}]*\})?)$/u.exec(argument)?.groups ?? {};
  return { path, revision };
}

function missingWords(argument: string): string {
  if (argument.startsWith("@")) return `“${argument}”前面要写是哪一期，例如 data/chaozhou-2024q2${argument}`;
  const folder = joinPath("data", argument);
  const hint = existsSync(joinPath(folder, circularFileName))
    ? `你是不是想写 ${folder}？`
    : "请写一期的文件夹、一份 .docx，或者“文件夹@版本”（以前的版本，例如 data/chaozhou-2024q2@HEAD~1）";
  return `没有“${argument}”这个文件或文件夹；${hint}`;
}

/** Files of a revision, and of the disk what the revision does not have. */
function besides(files: Files, others: Files): Files {
  return {
    read: (path) => files.read(path) ?? others.read(path),
    list: (path) => files.list(path) ?? others.list(path),
  };
}

async function composeSide(
  name: string,
  files: Files,
  folder: string,
  templates: string,
  { progress }: SideOptions,
): Promise<DiffSide | NoSide> {
  const { composeEdition } = await import("../edition/compose-edition.js");
  const sources = new Map<string, string>();
  const recording: Files = {
    list: (path) => files.list(path),
    read: (path) => {
      const bytes = files.read(path);
      if (bytes !== undefined && path.startsWith(joinPath(templates, ""))) sources.set(path, decode(bytes));
      return bytes;
    },
  };
  const { draft, diagnostics } = await composeEdition(recording, folder, { templatesFolder: templates, progress });
  if (draft === undefined) return { name, problem: "数据、类型或模板有错误，拼不出文稿，无法比较", diagnostics };
  const joined = [...sources.keys()].sort().map((path) => sources.get(path) ?? "");
  return {
    name,
    kind: "edition",
    document: draft,
    surroundings: [],
    templates: joined.join("\n"),
    diagnostics,
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

async function readSide(
  name: string,
  files: Files,
  file: string,
  { progress, step }: SideOptions,
): Promise<DiffSide | NoSide> {
  const bytes = files.read(file);
  if (bytes === undefined) return { name, problem: "文件打不开", diagnostics: [] };
  const { readDocx } = await import("../docx/read-docx.js");
  const { document, surroundings, diagnostics } = during(progress, step, () =>
    readDocx(bytes, name, {}, progress?.advance),
  );
  if (document === undefined) return { name, problem: "文件读不出来，无法比较", diagnostics };
  return { name, kind: "docx", document, surroundings: surroundingsInWords(surroundings), bytes, diagnostics };
}

/**
 * Two sides as like as possible: if one was read from a file, the other goes through a file as well, and widths that differ by no more
 * than a program's rounding are the same.
 */
async function onEqualTerms(
  before: DiffSide,
  after: DiffSide,
  progress?: Progress,
): Promise<readonly [DiffSide, DiffSide]> {
  if (before.kind === "edition" && after.kind === "edition") return [before, after];
  const { settleWidths } = await import("../docx/settle-widths.js");
  const left = await throughFile(before, progress);
  const right = await throughFile(after, progress);
  return [left, { ...right, document: settleWidths(right.document, left.document) }];
}

/** Two sides on equal terms, and what is different between them. */
export interface ComparedSides {
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly comparison: DocumentChanges;
}

/** Compares two drafts with all that stands around their text and, if there are files, how these dress it. */
export async function compareSides(left: DiffSide, right: DiffSide, progress?: Progress): Promise<ComparedSides> {
  const [before, after] = await onEqualTerms(left, right, progress);
  const surroundings = { before: before.surroundings, after: after.surroundings };
  const { compareFormats } = await import("../docx/look/compare-formats.js");
  const comparison = during(progress, "comparing", () => {
    const format =
      before.bytes === undefined || after.bytes === undefined ? undefined : compareFormats(before.bytes, after.bytes);
    const templates =
      before.templates === undefined || after.templates === undefined
        ? undefined
        : { before: before.templates, after: after.templates };
    const options = {
      surroundings,
      ...(format === undefined ? {} : { format }),
      ...(templates === undefined ? {} : { templates }),
    };
    return compareDocuments(before.document, after.document, options);
  });
  return { before, after, comparison };
}

async function throughFile(side: DiffSide, progress: Progress | undefined): Promise<DiffSide> {
  if (side.kind === "docx") return side;
  const { asReadBack } = await import("../docx/as-read-back.js");
  const { document, surroundings, bytes } = await asReadBack(side.document, progress);
  return { ...side, document, surroundings: surroundingsInWords(surroundings), bytes };
}

const surroundingNames: Readonly<Record<SurroundingText["kind"], string>> = {
  header: "页眉",
  footer: "页脚",
  footnote: "脚注",
  endnote: "尾注",
  comment: "批注",
  textBox: "文本框",
  drawing: "图形里的文字",
  hidden: "隐藏文字",
  phonetic: "注音",
  mergedCell: "被合并掉的单元格里的文字",
  picture: "图片",
};

/** The texts around a document, called as Word calls them. */
export function surroundingsInWords(surroundings: readonly SurroundingText[]): Surrounding[] {
  return surroundings.map(({ kind, text }) => ({ kind: surroundingNames[kind], text }));
}

/** The lines that say why a draft is not there. */
export function noSideLines({ name, problem, diagnostics }: NoSide): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return [`${name}：${problem}`, ...errors.map((diagnostic) => renderDiagnostic(diagnostic, colours))];
}
