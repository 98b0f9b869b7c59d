import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { Workbook } from "../input/workbook.js";
import { openYaml } from "../input/yaml/open-yaml.js";
import { nodeAt, type YamlMap } from "../input/yaml/yaml-node.js";
import type { DatasetDefinition } from "../schema/definitions.js";
import type { Progress } from "../progress/progress.js";
import { isAnnotatedName } from "../workbook/annotate/annotated-name.js";
import { isPlainName, joinPath, type Files } from "./files.js";

/** The workbooks and YAML tables of an edition, opened. */
export interface DataSources {
  readonly workbooks: readonly Workbook[];
  readonly maps: readonly YamlMap[];
}

/** The name of the file in an edition's folder that holds everything but the tables. */
export const circularFileName = "circular.yaml";

/**
 * Opens the files that hold an edition's tables: those that were asked for, those that circular.yaml names, or the only one in the folder.
 *
 * @param files to read from
 * @param folder of the edition
 * @param root of its circular.yaml
 * @param definitions of the tables that are wanted; `undefined` if the type is not known, and nothing is looked for that is not named
 * @param dataFiles asked for instead of those that circular.yaml names
 * @param progress told how far reading is
 * @returns no sources if one of them cannot be read: whatever is not found in the others may stand in it
 */
export async function openDataSources(
  files: Files,
  folder: string,
  root: YamlMap,
  definitions: readonly DatasetDefinition[] | undefined,
  dataFiles: readonly string[] | undefined,
  progress?: Progress,
): Promise<{ readonly sources?: DataSources; readonly diagnostics: Diagnostic[] }> {
  const opening = new Opening(files, folder, progress);
  const inline = dataFiles === undefined ? root.entries.get("数据表")?.value : undefined;
  if (inline?.kind === "map") opening.maps.push(inline);
  else if (inline !== undefined) opening.fail(diagnose("datasets-not-map", inline.place, {}));
  const place: Place = dataFiles === undefined ? nodeAt(root, ["数据文件"]).node.place : { file: folder };
  const named = dataFiles ?? namedDataFiles(root);
  // The schema has said what is wrong with it.
  if (named === "malformed") return { diagnostics: opening.diagnostics };
  const chosen = named ?? (inline === undefined ? opening.only(definitions, root.place) : []);
  for (const name of chosen) await opening.open(name, place);
  const { complete, workbooks, maps, diagnostics } = opening;
  return complete ? { sources: { workbooks, maps }, diagnostics } : { diagnostics };
}

class Opening {
  readonly workbooks: Workbook[] = [];
  readonly maps: YamlMap[] = [];
  readonly diagnostics: Diagnostic[] = [];
  complete = true;

  constructor(
    private readonly files: Files,
    private readonly folder: string,
    private readonly progress: Progress | undefined,
  ) {}

  fail(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic);
    this.complete = false;
  }

  /** The only data file in the folder; with several, guessing would be dangerous. */
  only(definitions: readonly DatasetDefinition[] | undefined, place: Place): readonly string[] {
    if (definitions === undefined || definitions.length === 0) return [];
    const found = this.dataFiles();
    // A type may do without tables in some editions, for instance where the attachments are pictures.
    if (found.length === 0 && definitions.every((definition) => !definition.required)) return [];
    if (found.length === 0) this.fail(diagnose("data-file-none", place, { folder: this.folder }));
    if (found.length > 1) this.fail(diagnose("data-file-ambiguous", place, { found }));
    return found.length === 1 ? found : [];
  }

  async open(name: string, place: Place): Promise<void> {
    if (!isPlainName(name)) {
      this.fail(diagnose("data-file-not-plain", place, { name }));
      return;
    }
    const path = joinPath(this.folder, name);
    const bytes = this.files.read(path);
    if (bytes === undefined) {
      const known = this.dataFiles();
      this.fail(diagnose("data-file-missing", place, { name, known, nearest: nearestName(name, known) }));
    } else if (/\.ya?ml$/iu.test(name)) await this.openYaml(bytes, path);
    else if (/\.xls[xm]?$/iu.test(name)) await this.openWorkbook(bytes, path);
    else this.fail(diagnose("data-file-kind", place, { name }));
  }

  private async openYaml(bytes: Uint8Array, path: string): Promise<void> {
    const { root, diagnostics } = await openYaml(bytes, path, this.progress);
    appendAll(this.diagnostics, diagnostics);
    if (root?.kind === "map") this.maps.push(root);
    else if (root === undefined) this.complete = false;
    else this.fail(diagnose("datasets-not-map", root.place, {}));
  }

  private async openWorkbook(bytes: Uint8Array, path: string): Promise<void> {
    // Only editions that use a workbook pay for loading its reader.
    const { readWorkbook } = await import("../input/xlsx/read-workbook.js");
    const { workbook, diagnostics } = readWorkbook(bytes, path, {}, this.progress);
    appendAll(this.diagnostics, diagnostics);
    if (workbook === undefined) this.complete = false;
    else this.workbooks.push(workbook);
  }

  private dataFiles(): readonly string[] {
    return (this.files.list(this.folder) ?? []).filter(isDataFile);
  }
}

/** The files that circular.yaml names. */
function namedDataFiles(root: YamlMap): readonly string[] | "malformed" | undefined {
  const value = root.entries.get("数据文件")?.value;
  if (value === undefined || (value.kind === "text" && value.empty)) return undefined;
  if (value.kind === "map") return "malformed";
  const items = value.kind === "list" ? value.items : [value];
  const names = items.flatMap((item) => (item.kind === "text" && !item.empty ? [item.text] : []));
  return names.length < items.length || names.length === 0 ? "malformed" : names;
}

/** Excel's lock files (`~$…`), hidden files and copies with the problems written in are not data. */
function isDataFile(name: string): boolean {
  if (/^(~\$|\.)/u.test(name) || isAnnotatedName(name) || name === circularFileName) return false;
  return /\.(xls[xm]?|ya?ml)$/iu.test(name);
}
