import type { Inline } from "../../src/document/tree.js";
import { plainText, type Block, type CircularDocument } from "../../src/document/tree.js";
import { composeEdition, type Composition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";

/** What stands in for the disk. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const bytes = new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === "string" ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    read: (path) => bytes.get(path),
    list: (folder) => {
      const names = new Set<string>();
      for (const path of bytes.keys()) {
        if (path.startsWith(`${folder}/`)) names.add(path.slice(folder.length + 1).split("/")[0] ?? "");
      }
      return names.size === 0 ? undefined : [...names].sort();
    },
  };
}

/** The parts of an edition that a test wants different from the example's. */
export interface EditionTexts {
  readonly type?: string;
  readonly body?: string;
  readonly circular?: string;
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** Composes the example edition with some of its files replaced. */
export function composeInMemory(texts: EditionTexts = {}): Promise<Composition> {
  const files = memoryFiles({
    "templates/示例/type.yaml": texts.type ?? exampleType,
    "templates/示例/body.hbs": texts.body ?? "正文。",
    "data/示例/circular.yaml": texts.circular ?? exampleCircular,
    ...texts.files,
  });
  return composeEdition(files, "data/示例", { templatesFolder: "templates" });
}

/** As `composeInMemory`, for an edition that must have nothing wrong with it. */
export async function documentOf(texts: EditionTexts = {}): Promise<CircularDocument> {
  const { document, diagnostics } = await composeInMemory(texts);
  if (document === undefined || diagnostics.length > 0) {
    throw new Error(diagnostics.map((one) => `${one.code}: ${one.message} ${one.actual ?? ""}`).join("\n"));
  }
  return document;
}

/** `code line:column` of each diagnostic in the body template, `code file:line:column` elsewhere. */
export async function complaints(texts: EditionTexts): Promise<string[]> {
  const { diagnostics } = await composeInMemory(texts);
  return diagnostics.map(({ code, place }) => {
    const file = place.file.endsWith("body.hbs") ? "" : `${place.file.split("/").at(-1) ?? ""}:`;
    return place.line === undefined ? `${code} ${place.file}` : `${code} ${file}${place.line}:${place.column ?? 0}`;
  });
}

/** The headings and paragraphs of the body as they are printed, one a line. */
export function bodyLines(document: CircularDocument): string[] {
  return document.children.flatMap((block) => bodyLine(block));
}

function bodyLine(block: Block): string[] {
  if (block.type === "paragraph") return [plainText(block.children)];
  if (block.type === "heading") return [block.label + plainText(block.children) + plainText(block.body ?? [])];
  return [];
}

/** The values printed in the body, with what they were counted from. */
export function bodyValues(document: CircularDocument): Extract<Inline, { type: "value" }>[] {
  return document.children.flatMap((block) => {
    const children =
      block.type === "paragraph"
        ? block.children
        : block.type === "heading"
          ? [...block.children, ...(block.body ?? [])]
          : [];
    return children.filter((child) => child.type === "value");
  });
}
