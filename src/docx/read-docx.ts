import { sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { CircularDocument } from "../document/tree.js";
import type { Anchors } from "./read/anchors.js";
import type { BytesRead } from "../openxml/xml-events.js";
import { raisedLimits } from "../openxml/raised-limits.js";
import { defaultDocumentLimits, type DocumentLimits } from "./read/open-document.js";
import { readSource } from "./read/read-source.js";
import { recognise } from "./read/recognise/recognise.js";
import type { SurroundingText } from "./read/source.js";

/** A draft of a circular that was read from a .docx file. */
export interface ReadDraft {
  /** Absent if the file is no readable .docx. */
  readonly document?: CircularDocument;
  /** Where the texts of the tree stand in document.xml; absent if there is no document. */
  readonly anchors?: Anchors;
  /** Texts that are no part of the tree: a comparison must not miss a change in them. */
  readonly surroundings: readonly SurroundingText[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a .docx file of a circular, ours or anybody's, and recognises its elements.
 *
 * Tracked changes are read as accepted. Texts outside the body (headers, footers, notes, comments, text boxes) are given beside the
 * tree. Every visible character of the body is in the tree or among those.
 *
 * @param bytes the file's content
 * @param file its path as shown to people, for the places of diagnostics
 * @param limits limits other than the default ones
 * @param onRead told how many bytes of the main part have been read
 * @returns the tree, which `checkTree(document, "read")` accepts, unless the file is none or is damaged, and every problem found; never
 *   throws for bad input
 */
export function readDocx(
  bytes: Uint8Array,
  file: string,
  limits: Partial<DocumentLimits> = {},
  onRead?: BytesRead,
): ReadDraft {
  const { source, diagnostics } = readSource(
    bytes,
    file,
    { ...raisedLimits(defaultDocumentLimits), ...limits },
    onRead,
  );
  if (source === undefined) return { surroundings: [], diagnostics: sortDiagnostics(diagnostics) };
  const found = recognise(source, file);
  return {
    document: found.document,
    anchors: found.anchors,
    surroundings: found.surroundings,
    diagnostics: sortDiagnostics([...diagnostics, ...found.diagnostics]),
  };
}
