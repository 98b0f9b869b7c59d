import { compareDocuments } from "../diff/compare-documents.js";
import type { Surrounding } from "../diff/elements/surroundings.js";
import type { CircularDocument } from "../document/tree.js";

/** A draft with what stands around its text. */
export interface SurroundedDraft {
  readonly document: CircularDocument;
  readonly surroundings: readonly Surrounding[];
}

/**
 * Says what people changed that a merge leaves behind: texts around the document, and settings of the edition.
 *
 * @returns whole sentences without 。
 */
export function notCarried(base: SurroundedDraft, hand: SurroundedDraft): string[] {
  const sentences: string[] = [];
  const known = new Map<string, number>();
  const identity = ({ kind, text }: Surrounding): string => `${kind}\n${text.replace(pageNumber, "")}`;
  for (const one of base.surroundings) known.set(identity(one), (known.get(identity(one)) ?? 0) + 1);
  for (const one of hand.surroundings) {
    const count = known.get(identity(one)) ?? 0;
    known.set(identity(one), count - 1);
    if (count <= 0) sentences.push(`手工加上或改过的${one.kind}：“${shortened(one.text)}”`);
  }
  for (const [what, count] of known) {
    const [kind = "", text = ""] = what.split("\n", 2);
    if (count > 0 && text !== "") sentences.push(`手工删去或改过的${kind}：原来是“${shortened(text)}”`);
  }
  const { form } = base.document.appearance;
  const look = compareDocuments(
    { ...base.document, children: [] },
    { ...base.document, children: [], appearance: { ...hand.document.appearance, form } },
  );
  for (const { remark } of look.changes) {
    if (remark !== undefined)
      sentences.push(`手工改过的版式（${remark}）；需要这样改时，请改 circular.yaml 里的版式设置`);
  }
  return sentences;
}

/** What a program that saved the file may have worked out anew: page numbers and the blanks and dashes around them. */
const pageNumber = /[\d\s—–-]/gu;

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const characters = [...line];
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}……` : line;
}
