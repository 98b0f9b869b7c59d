import { attachmentProblems } from "./invariants/attachments.js";
import { elementProblems, sequenceProblems } from "./invariants/elements.js";
import { headingProblems } from "./invariants/headings.js";
import { ordinalProblems, tableProblems } from "./invariants/tables.js";
import { pictureProblems, provenanceProblems } from "./invariants/values.js";
import type { CircularDocument } from "./tree.js";

/**
 * Checks what the types of the tree cannot say. The rules are those of `docs/文档树.md`.
 *
 * A tree that breaks one is a fault in the program that made it, not in somebody's data, so the problems are meant for
 * developers and tests; diagnostics for users are made before, where the place in their files is known.
 *
 * @param document any tree
 * @param origin `generated`: made by our template engine, which numbers and orders everything itself. `read`: recognised in a
 *   .docx from anywhere, which may be numbered and ordered as badly as it likes; only what a writer needs is checked
 * @returns one English sentence for each problem, with its path in the tree (`children[3].label: …`); empty if there is none
 */
export function checkTree(document: CircularDocument, origin: "generated" | "read" = "generated"): string[] {
  const always = [
    ...sequenceProblems(document),
    ...tableProblems(document),
    ...pictureProblems(document),
    ...provenanceProblems(document),
  ];
  if (origin === "read") return always;
  return [
    ...always,
    ...elementProblems(document),
    ...headingProblems(document),
    ...attachmentProblems(document),
    ...ordinalProblems(document),
  ];
}
