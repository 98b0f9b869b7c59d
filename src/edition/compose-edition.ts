import { appendAll } from "../document/append-all.js";
import { diagnose } from "../diagnostics/catalogue.js";
import { limitProblems } from "../diagnostics/limit-problems.js";
import { hasErrors, sortDiagnostics, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { CircularDocument } from "../document/tree.js";
import { nodeAt } from "../input/yaml/yaml-node.js";
import { composeDocument } from "./compose.js";
import { joinPath, type Files } from "./files.js";
import { checkWithoutType, loadEdition, readCircularFile, type Edition } from "./load-edition.js";
import { prepareType, type PreparedType } from "./prepared-type.js";
import { during, type Progress } from "../progress/progress.js";
import type { CircularType } from "../schema/definitions.js";
import { checkedItems } from "./checked-items.js";
import { runCrossChecks } from "./cross-checks/run-cross-checks.js";

export interface CompositionOptions {
  /** The folder that holds the circular types. */
  readonly templatesFolder: string;
  /** Data files to use instead of those that circular.yaml names; plain names in the edition's folder. */
  readonly dataFiles?: readonly string[];
  /** Told how far the work is. */
  readonly progress?: Progress | undefined;
}

export interface Composition {
  readonly folder: string;
  /** Absent if anything is certainly wrong. */
  readonly document?: CircularDocument;
  /** In the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was checked and found right, for the log; empty if reading did not get that far. */
  readonly checked: readonly string[];
  /** What the type wants checked but there was nothing to look at, with the reason, for the log. */
  readonly unchecked: readonly string[];
  /** The document, mistakes and all: for a copy with comments, never to be issued. Absent where none could be composed. */
  readonly draft?: CircularDocument;
  /** The validated data behind the draft; there if the draft is. */
  readonly edition?: Edition;
  /** The type the draft was made with; there if the draft is. */
  readonly type?: CircularType;
  /** The type with its templates; there if the draft is. */
  readonly prepared?: PreparedType;
}

/**
 * Everything from an edition's folder to its document tree: a pure function of the files.
 *
 * ```
 * circular.yaml ─┬─ 通报类型 ──▶ templates/<type>/ ──▶ type.yaml + body.hbs, checked ─┐
 *                ├─ elements, fields ──forms─▶ edition ─────────────────────────────┼──▶ document tree
 * workbook/YAML ─┴─ tables ──locate columns──────▶ datasets ──references──────────┘
 * ```
 *
 * @param files to read from
 * @param folder of the edition, for instance `data/chaozhou-2024q2`
 */
export async function composeEdition(files: Files, folder: string, options: CompositionOptions): Promise<Composition> {
  const { progress } = options;
  const diagnostics: Diagnostic[] = [];
  const crossChecked: string[] = [];
  const unchecked: string[] = [];
  const finish = (document?: CircularDocument, prepared?: PreparedType, edition?: Edition): Composition => ({
    folder,
    ...(document === undefined || hasErrors(diagnostics) ? {} : { document }),
    diagnostics: limitProblems(sortDiagnostics(diagnostics), { file: folder }),
    checked:
      prepared === undefined || edition === undefined ? [] : [...checkedItems(prepared.type, edition), ...crossChecked],
    unchecked,
  });
  const circular = await readCircularFile(files, folder);
  appendAll(diagnostics, circular.diagnostics);
  const { root, typeName } = circular;
  if (root === undefined) return finish();
  const finishWithoutType = async (): Promise<Composition> => {
    appendAll(diagnostics, await checkWithoutType(files, folder, root, options.dataFiles));
    return finish();
  };
  if (typeName === undefined) return finishWithoutType();
  const typeFolder = joinPath(options.templatesFolder, typeName);
  if (files.list(typeFolder) === undefined) {
    const known = (files.list(options.templatesFolder) ?? []).filter(
      (name) => files.list(joinPath(options.templatesFolder, name)) !== undefined,
    );
    const place = nodeAt(root, ["通报类型"]).node.place;
    diagnostics.push(
      diagnose("type-folder-missing", place, { name: typeName, known, nearest: nearestName(typeName, known) }),
    );
    return finishWithoutType();
  }
  const type = await prepareType(files, typeFolder);
  appendAll(diagnostics, type.diagnostics);
  if (type.prepared === undefined) return finishWithoutType();
  const loaded = await loadEdition(files, folder, root, type.prepared.type, options.dataFiles, progress);
  appendAll(diagnostics, loaded.diagnostics);
  if (loaded.edition === undefined) return finish();
  const { prepared } = type;
  const { edition } = loaded;
  const composed = during(progress, "composing", () => composeDocument(prepared, edition));
  appendAll(diagnostics, composed.diagnostics);
  const crossChecks = await runCrossChecks(files, prepared, edition, progress);
  for (const diagnostic of crossChecks.diagnostics) diagnostics.push(diagnostic);
  appendAll(crossChecked, crossChecks.checked);
  appendAll(unchecked, crossChecks.unchecked);
  return {
    ...finish(composed.document, type.prepared, loaded.edition),
    draft: composed.document,
    edition: loaded.edition,
    type: type.prepared.type,
    prepared: type.prepared,
  };
}
