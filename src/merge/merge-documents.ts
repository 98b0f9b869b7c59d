import type { AlignedBlock } from "../diff/changes.js";
import { compareDocuments } from "../diff/compare-documents.js";
import { placeInWords } from "../document/place-in-words.js";
import { comparePlaces, type Spot } from "../document/place.js";
import { cellText, plainText, type Block, type Cell, type CircularDocument, type Inline } from "../document/tree.js";
import { type FoundConflict, MergeContext, type MergeConflict, type MergeNote, type Preference } from "./conflicts.js";
import { mergeBlocks } from "./merge-blocks.js";
import { mergeChoice, type Three } from "./merge-fields.js";
import { mergeProperties } from "./merge-properties.js";
import { renumberAttachments } from "./numbering.js";

/** What people made of a generated draft, made again on the draft that new data give. */
export interface MergedDocuments {
  /** The merged draft; where there are conflicts, with the data's version. */
  readonly data: CircularDocument;
  /** The same with the people's version where there are conflicts. Equal to `data` if there are none. */
  readonly hand: CircularDocument;
  /** In the order of the document. */
  readonly conflicts: readonly MergeConflict[];
  /** What was decided without a conflict, in whole sentences without 。 */
  readonly notes: readonly string[];
}

/**
 * Brings together what people changed in a draft after it was generated and what new data change in it.
 *
 * ```
 * base ──compare──▶ edited ─┐
 *   └────compare──▶ fresh  ─┴─▶ blocks, words, rows, cells merged ─▶ one draft; two where both changed the same place
 * ```
 *
 * Without changes by hand the result is `fresh`, without changes of the data it is `edited` (but for the look, which is the edition's,
 * and widths that were only rounded). None of the three is changed; the time is that of comparing them.
 *
 * @param documents base: as generated and not touched since; hand: what people made of it; data: as generated from the new data. All
 *   three in the form in which a .docx is read, so that they differ in nothing but what was changed
 */
export function mergeDocuments(documents: Three<CircularDocument>): MergedDocuments {
  const keyed = { ...documents, base: withKeys(documents.base, documents.data) };
  const aligned = {
    hand: compareDocuments(keyed.base, documents.hand).alignment.blocks,
    data: compareDocuments(keyed.base, documents.data).alignment.blocks,
  };
  const [data, { found, told }] = mergeFor("data", keyed, aligned);
  const hand = found.length === 0 ? data : mergeFor("hand", keyed, aligned)[0];
  const inMerged = placeInWords(data);
  const inEdited = placeInWords(documents.hand);
  const conflicts = found.map(({ editedPath, ...conflict }): MergeConflict => ({
    ...conflict,
    place: editedPath === undefined ? inMerged(conflict.spot.path) : inEdited(editedPath),
    spot: textSpot(data, conflict.spot),
  }));
  conflicts.sort((one, other) => comparePlaces({ file: "", spot: one.spot }, { file: "", spot: other.spot }));
  const notes = told.map(({ path, sentence }) => `${inMerged(path)}：${sentence}`);
  return { data, hand, conflicts, notes };
}

interface Alignments {
  readonly hand: readonly AlignedBlock[];
  readonly data: readonly AlignedBlock[];
}

function mergeFor(
  prefer: Preference,
  { base, hand, data }: Three<CircularDocument>,
  aligned: Alignments,
): [CircularDocument, { readonly found: readonly FoundConflict[]; readonly told: readonly MergeNote[] }] {
  const context = new MergeContext(prefer);
  const lists = { base: base.children, hand: hand.children, data: data.children };
  const blocks = mergeBlocks<Block>(context, lists, aligned, { path: ["children"], editedPath: ["children"] });
  const formField = { element: "appearance", path: ["appearance", "form"] } as const;
  const forms = { base: base.appearance.form, hand: hand.appearance.form, data: data.appearance.form };
  const form = mergeChoice(context, formField, forms, (value) => formWords[value]);
  const document: CircularDocument = {
    type: "document",
    properties: mergeProperties({ base, hand, data }, blocks, prefer),
    // Paper, seal and fonts are settings of the edition; whether there is a 版头 is what people see and change.
    appearance: { ...data.appearance, form: formWithLetterhead(form, blocks, forms) },
    children: renumberAttachments(blocks, lists),
  };
  return [document, { found: context.conflicts(), told: context.notes() }];
}

/** One side may have kept 版头 while the other one changed the form to one without. */
function formWithLetterhead(form: Form, blocks: readonly Block[], { base, hand, data }: Three<Form>): Form {
  if (form !== "plain" || !blocks.some(({ type }) => type === "letterhead")) return form;
  return [hand, base, data].find((other) => other !== "plain") ?? "redHead";
}

type Form = CircularDocument["appearance"]["form"];

const formWords = { plain: "无版头", redHead: "文件格式", letter: "信函格式" } as const;

/** Gives the tables of a document that was read from a file the keys of the tables that they became. */
function withKeys(base: CircularDocument, data: CircularDocument): CircularDocument {
  const tables = data.children.flatMap((block) => (block.type === "attachment" ? block.children : []));
  if (!tables.some((block) => block.type === "table" && block.key.length > 0)) return base;
  const keys = new Map<string, readonly number[]>();
  const visit = (blocks: readonly AlignedBlock[], path: string): void => {
    for (const step of blocks) {
      if (step.step !== "same" && step.step !== "movedHere") continue;
      if (step.blocks !== undefined) visit(step.blocks, `${path}${String(step.before)}/${String(step.after)}.`);
      if (step.table === undefined) continue;
      const [attachment = 0, freshAttachment = 0] = path.split(/[/.]/u).map(Number);
      const fresh = data.children[freshAttachment];
      const table = fresh?.type === "attachment" ? fresh.children[step.after] : undefined;
      if (table?.type !== "table") continue;
      const columns = step.table.columns.flatMap((column) =>
        column.after !== undefined && column.before !== undefined && table.key.includes(column.after)
          ? [column.before]
          : [],
      );
      const own = [...new Set(columns)];
      if (own.length === table.key.length) keys.set(`${String(attachment)}.${String(step.before)}`, own);
    }
  };
  visit(compareDocuments(base, data).alignment.blocks, "");
  return {
    ...base,
    children: base.children.map((block, index) =>
      block.type === "attachment"
        ? {
            ...block,
            children: block.children.map((child, position) =>
              child.type === "table"
                ? { ...child, key: keys.get(`${String(index)}.${String(position)}`) ?? child.key }
                : child,
            ),
          }
        : block,
    ),
  };
}

/** Leads from a block, a row or a column to a text in it, and to no character that it does not have. */
function textSpot(document: CircularDocument, { path, start, end }: Spot): Spot {
  let node: unknown = document;
  const full: (string | number)[] = [];
  for (const key of path) {
    const next = (node as Record<string | number, unknown> | undefined)?.[key];
    if (next === undefined) break;
    node = next;
    full.push(key);
  }
  const text = textWithin(node, full);
  return {
    path: text.path,
    start: text.path.length === path.length ? Math.min(start, text.length) : 0,
    end: text.path.length === path.length ? Math.min(end, text.length) : text.length,
  };
}

function textWithin(node: unknown, path: readonly (string | number)[]): { path: Spot["path"]; length: number } {
  if (typeof node === "string") return { path, length: node.length };
  if (typeof node !== "object" || node === null) return { path: path.slice(0, -1), length: 0 };
  if (isInlines(node)) return { path, length: plainText(node).length };
  if (path.at(-2) === "cells") return { path, length: cellText(node as Cell).length };
  const fields = node as Record<string, unknown>;
  if ("cells" in fields && Array.isArray(fields["cells"])) {
    const cells = fields["cells"] as readonly (string | Cell | null)[];
    const column = cells.findIndex((cell) => cellText(cell) !== "");
    return { path: [...path, "cells", Math.max(0, column)], length: cellText(cells[column] ?? null).length };
  }
  for (const key of [
    "children",
    "rows",
    "lines",
    "items",
    "name",
    "title",
    "issuers",
    "copyTo",
    "printer",
    "mark",
    0,
  ]) {
    const inner = fields[key];
    if (inner === undefined || (Array.isArray(inner) && inner.length === 0)) continue;
    return textWithin(inner, [...path, key]);
  }
  return { path, length: 0 };
}

function isInlines(node: unknown): node is readonly Inline[] {
  return (
    Array.isArray(node) &&
    node.length > 0 &&
    node.every((item: unknown) => typeof item === "object" && item !== null && "type" in item && item.type === "text")
  );
}
