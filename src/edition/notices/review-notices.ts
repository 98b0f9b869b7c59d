import { hasErrors, sortDiagnostics, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { CircularDocument } from "../../document/tree.js";
import { during, type Progress } from "../../progress/progress.js";
import type { NoticeDefinition } from "../../schema/definitions.js";
import { joinPath } from "../files.js";
import type { Edition } from "../load-edition.js";
import type { PreparedType } from "../prepared-type.js";
import { proofreadEdition } from "../proofread-edition.js";
import { composeNotices, type Notice } from "./compose-notices.js";
import { noticeFileName } from "./file-names.js";

/** A notice with the name of its file. */
export interface NamedNotice extends Notice {
  readonly file: string;
}

/**
 * Writes the notices of an edition and proofreads each as the circular itself is, with the same settings.
 *
 * @param prepared the type, with the definition of its notices and the parsed body
 * @param edition the validated data
 * @param circular the circular of the edition
 * @param outputFolder that the notices will be in, for the places of what is found in them
 * @param progress told of the notices
 * @returns the notices, unless there is an error, and what was found; what is wrong in the same way in many notices is told once
 */
export function reviewNotices(
  prepared: PreparedType & { readonly noticeBody: NonNullable<PreparedType["noticeBody"]> },
  definition: NoticeDefinition,
  edition: Edition,
  circular: CircularDocument,
  outputFolder: string,
  progress?: Progress,
): { readonly notices: readonly NamedNotice[]; readonly diagnostics: readonly Diagnostic[] } {
  const { notices: composed, diagnostics } = during(progress, "notices-composing", () =>
    composeNotices(prepared, definition, edition, circular, progress),
  );
  const notices = composed.map((notice): NamedNotice => {
    return { ...notice, file: noticeFileName(notice.ordinal, composed.length, notice.unit) };
  });
  const proofreadOne = ({ document, file }: NamedNotice, index: number): readonly Diagnostic[] => {
    progress?.advance(index, notices.length);
    // What is wrong with the settings themselves was said of the circular.
    const { proofreading } = proofreadEdition(document, edition, prepared.type, joinPath(outputFolder, file));
    return proofreading.diagnostics;
  };
  const found = during(progress, "notices-proofreading", () => notices.map(proofreadOne));
  const all = sortDiagnostics([...diagnostics, ...toldOnce(found)]);
  return { notices: hasErrors(all) ? [] : notices, diagnostics: all };
}

/** A line of the template that is wrong is wrong in every notice: the first one's message says how many more there are. */
function toldOnce(found: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const told = new Map<string, { readonly first: Diagnostic; readonly notices: Set<number> }>();
  found.forEach((diagnostics, index) => {
    for (const diagnostic of diagnostics) {
      const { place, ...said } = diagnostic;
      const key = JSON.stringify([place.part, said]);
      const known = told.get(key);
      if (known === undefined) told.set(key, { first: diagnostic, notices: new Set([index]) });
      else known.notices.add(index);
    }
  });
  return [...told.values()].map(({ first, notices }) => {
    if (notices.size === 1) return first;
    const more = `另有${String(notices.size - 1)}份通知同样如此`;
    return { ...first, hint: first.hint === undefined ? more : `${first.hint}；${more}` };
  });
}
