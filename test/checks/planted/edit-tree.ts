import type { Passage } from "../../../src/checks/draft.js";
import type { Spot } from "../../../src/document/place.js";
import { text, type CircularDocument, type Inline } from "../../../src/document/tree.js";

/** A document with something else at a path; everything else is shared. */
export function withValueAt(document: CircularDocument, path: Spot["path"], value: unknown): CircularDocument {
  return replaceIn(document, path, value) as CircularDocument;
}

function replaceIn(node: unknown, path: Spot["path"], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    return (node as unknown[]).map((item, index) => (index === key ? replaceIn(item, rest, value) : item));
  }
  const record = node as Record<string, unknown>;
  return { ...record, [key]: replaceIn(record[key], rest, value) };
}

/** A document without the item at a path that leads into a list. */
export function withoutItemAt(document: CircularDocument, path: Spot["path"]): CircularDocument {
  const list = valueAt(document, path.slice(0, -1)) as unknown[];
  const index = path.at(-1);
  return withValueAt(
    document,
    path.slice(0, -1),
    list.filter((_, position) => position !== index),
  );
}

function valueAt(document: CircularDocument, path: Spot["path"]): unknown {
  let node: unknown = document;
  for (const key of path) node = (node as Record<string | number, unknown>)[key];
  return node;
}

/** A document in which a passage says something else, as if somebody had typed over it in Word. */
export function withText(document: CircularDocument, passage: Passage, written: string): CircularDocument {
  const old = valueAt(document, passage.path);
  if (typeof old === "string") return withValueAt(document, passage.path, written);
  if (Array.isArray(old)) {
    const inlines: Inline[] = [text(written)];
    return withValueAt(document, passage.path, inlines);
  }
  return withValueAt(document, passage.path, { ...(old as object), children: [text(written)] });
}

/** The passage with some of its characters replaced. */
export function withReplaced(
  document: CircularDocument,
  passage: Passage,
  start: number,
  end: number,
  written: string,
): CircularDocument {
  return withText(document, passage, passage.text.slice(0, start) + written + passage.text.slice(end));
}
