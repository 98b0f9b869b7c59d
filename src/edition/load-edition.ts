import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { findSheet } from "../input/table/find-sheet.js";
import { locateTable } from "../input/table/locate-table.js";
import type { RawTable, WantedColumn } from "../input/table/raw-table.js";
import { tableFromYaml } from "../input/table/table-from-yaml.js";
import type { ReadImage } from "../input/image.js";
import type { Workbook } from "../input/workbook.js";
import { nodeAt, readYaml, toPlain, type YamlMap, type YamlNode } from "../input/yaml/read-yaml.js";
import { circularFileSchema, circularHeadSchema, type CircularElements, type FieldContent } from "../schema/circular-file.js";
import type { CircularType, DatasetDefinition } from "../schema/definitions.js";
import type { Dataset } from "../schema/dataset.js";
import { issueDiagnostics } from "../schema/issues.js";
import { checkReferences, readDataset } from "../schema/read-dataset.js";
import { withoutEmpty } from "../schema/scalars.js";
import { isPlainName, joinPath, type Files } from "./files.js";

/** One edition (期), validated: everything that the templates will be filled with. */
export interface Edition {
  readonly folder: string;
  readonly elements: CircularElements;
  /** The fields that the type declares, by name; absent ones are left out. */
  readonly fields: ReadonlyMap<string, FieldContent>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** The pictures by the name of their field. */
  readonly images: ReadonlyMap<string, ReadImage>;
  /** Place of an element or field of circular.yaml; of the nearest thing that exists if it was left out. */
  readonly placeOf: (...path: readonly PropertyKey[]) => Place;
}

/** The name of the file in an edition's folder that holds everything but the tables. */
export const circularFileName = "circular.yaml";

/** Reads circular.yaml far enough to know its type. */
export function readCircularFile(
  files: Files,
  folder: string,
): { readonly root?: YamlMap; readonly typeName?: string; readonly diagnostics: Diagnostic[] } {
  const path = joinPath(folder, circularFileName);
  const bytes = files.read(path);
  if (bytes === undefined) {
    const exists = files.list(folder) !== undefined;
    return { diagnostics: [diagnose(exists ? "circular-file-missing" : "edition-folder-missing", { file: folder }, { file: path })] };
  }
  const { root, diagnostics } = readYaml(bytes, path);
  if (root === undefined || hasErrors(diagnostics)) return { diagnostics };
  if (root.kind !== "map") {
    return { diagnostics: [...diagnostics, diagnose("circular-file-not-map", root.place, { file: path })] };
  }
  const head = circularHeadSchema.safeParse(withoutEmpty(toPlain(root)));
  if (!head.success) {
    return { root, diagnostics: [...diagnostics, ...issueDiagnostics(head.error.issues, root, circularHeadSchema)] };
  }
  const typeName = head.data.通报类型;
  if (!isPlainName(typeName)) {
    const place = nodeAt(root, ["通报类型"]).node.place;
    return { root, diagnostics: [...diagnostics, diagnose("type-name-not-plain", place, { name: typeName })] };
  }
  return { root, typeName, diagnostics };
}

/**
 * Reads and validates an edition: the elements and fields of circular.yaml and the datasets from workbook or YAML.
 *
 * @param files to read from
 * @param folder of the edition
 * @param root of its circular.yaml
 * @param type that it names
 * @param dataFiles to read instead of those that circular.yaml names
 * @returns the edition if nothing is certainly wrong, and all that was found
 */
export async function loadEdition(
  files: Files,
  folder: string,
  root: YamlMap,
  type: CircularType,
  dataFiles?: readonly string[],
): Promise<{ readonly edition?: Edition; readonly diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const schema = circularFileSchema(type);
  const plain = withoutEmpty(toPlain(root)) as Record<string, unknown>;
  const parsed = schema.safeParse(plain);
  if (!parsed.success) diagnostics.push(...issueDiagnostics(parsed.error.issues, root, schema));
  const sources = await openSources(files, folder, root, type, dataFiles, diagnostics);
  const datasets = new Map<string, Dataset>();
  if (sources !== undefined) {
    for (const definition of type.datasets) {
      const table = findTable(definition, sources, root.place, diagnostics);
      if (table === undefined) continue;
      const read = readDataset(definition, table);
      datasets.set(definition.name, read.dataset);
      diagnostics.push(...read.diagnostics);
    }
    diagnostics.push(...checkReferences(datasets));
  }
  if (!parsed.success || hasErrors(diagnostics)) return { diagnostics };
  const elements = parsed.data as CircularElements & Record<string, unknown>;
  const fields = new Map<string, FieldContent>();
  for (const field of type.fields) {
    const value = elements[field.name] as FieldContent;
    if (value !== undefined) fields.set(field.name, value);
  }
  const images = await readImages(files, folder, root, type, fields, diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };
  return {
    edition: {
      folder,
      elements,
      fields,
      datasets,
      images,
      placeOf: (...path) => nodeAt(root, path).node.place,
    },
    diagnostics,
  };
}

async function readImages(
  files: Files,
  folder: string,
  root: YamlMap,
  type: CircularType,
  fields: ReadonlyMap<string, FieldContent>,
  diagnostics: Diagnostic[],
): Promise<ReadonlyMap<string, ReadImage>> {
  const images = new Map<string, ReadImage>();
  for (const field of type.fields) {
    const name = field.kind === "image" ? fields.get(field.name) : undefined;
    if (typeof name !== "string") continue;
    const place = nodeAt(root, [field.name]).node.place;
    if (!isPlainName(name)) {
      diagnostics.push(diagnose("image-name-not-plain", place, { name }));
      continue;
    }
    const bytes = files.read(joinPath(folder, name));
    if (bytes === undefined) {
      const known = (files.list(folder) ?? []).filter((other) => /\.(png|jpe?g)$/iu.test(other));
      diagnostics.push(diagnose("image-missing", place, { name, known, nearest: nearestName(name, known) }));
      continue;
    }
    const { readImage } = await import("../input/image.js");
    const read = readImage(bytes, name, place);
    diagnostics.push(...read.diagnostics);
    if (read.image !== undefined) images.set(field.name, read.image);
  }
  return images;
}

/** The workbooks and YAML tables of an edition, opened. */
interface Sources {
  readonly workbooks: readonly Workbook[];
  readonly maps: readonly YamlMap[];
}

async function openSources(
  files: Files,
  folder: string,
  root: YamlMap,
  type: CircularType,
  dataFiles: readonly string[] | undefined,
  diagnostics: Diagnostic[],
): Promise<Sources | undefined> {
  const workbooks: Workbook[] = [];
  const maps: YamlMap[] = [];
  const inline = root.entries.get("数据表")?.value;
  const named = dataFiles ?? namedDataFiles(root);
  if (named === undefined && inline === undefined && type.datasets.length === 0) return { workbooks, maps };
  if (inline !== undefined && dataFiles === undefined) {
    if (inline.kind === "map") maps.push(inline);
    else diagnostics.push(diagnose("datasets-not-map", inline.place, {}));
  }
  const chosen = named ?? (inline === undefined ? defaultDataFiles(files, folder, type, root.place, diagnostics) : []);
  if (chosen === undefined) return undefined;
  let complete = true;
  for (const name of chosen) {
    const place = nodeAt(root, ["数据文件"]).node.place;
    if (!isPlainName(name)) {
      diagnostics.push(diagnose("data-file-not-plain", place, { name }));
      complete = false;
      continue;
    }
    const path = joinPath(folder, name);
    const bytes = files.read(path);
    if (bytes === undefined) {
      const known = (files.list(folder) ?? []).filter(isDataFile);
      diagnostics.push(diagnose("data-file-missing", place, { name, known, nearest: nearestName(name, known) }));
      complete = false;
    } else if (/\.ya?ml$/iu.test(name)) {
      const yaml = readYaml(bytes, path);
      diagnostics.push(...yaml.diagnostics);
      if (yaml.root?.kind === "map") maps.push(yaml.root);
      else {
        complete = false;
        if (yaml.root !== undefined) diagnostics.push(diagnose("datasets-not-map", yaml.root.place, {}));
      }
    } else if (/\.xls[xm]?$/iu.test(name)) {
      // Only editions that use a workbook pay for loading its reader.
      const { readWorkbook } = await import("../input/xlsx/read-workbook.js");
      const read = readWorkbook(bytes, path);
      diagnostics.push(...read.diagnostics);
      if (read.workbook === undefined) complete = false;
      else workbooks.push(read.workbook);
    } else {
      diagnostics.push(diagnose("data-file-kind", place, { name }));
      complete = false;
    }
  }
  return complete ? { workbooks, maps } : undefined;
}

function namedDataFiles(root: YamlMap): readonly string[] | undefined {
  const value = root.entries.get("数据文件")?.value;
  if (value === undefined) return undefined;
  if (value.kind === "text") return value.empty ? undefined : [value.text];
  if (value.kind === "list") return value.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
  return undefined;
}

/** The only data file in the folder; with several, guessing would be dangerous. */
function defaultDataFiles(
  files: Files,
  folder: string,
  type: CircularType,
  place: Place,
  diagnostics: Diagnostic[],
): readonly string[] | undefined {
  const found = (files.list(folder) ?? []).filter(isDataFile);
  if (found.length === 1) return found;
  // A type may do without tables in some editions, for instance where the attachments are pictures.
  if (found.length === 0 && type.datasets.every((dataset) => !dataset.required)) return [];
  diagnostics.push(
    found.length === 0
      ? diagnose("data-file-none", place, { folder })
      : diagnose("data-file-ambiguous", place, { found }),
  );
  return undefined;
}

/** Excel's lock files (`~$…`) and hidden files are not data. */
function isDataFile(name: string): boolean {
  return /\.(xls[xm]?|ya?ml)$/iu.test(name) && !/^(~\$|\.)/u.test(name) && name !== circularFileName;
}

function findTable(
  definition: DatasetDefinition,
  sources: Sources,
  place: Place,
  diagnostics: Diagnostic[],
): RawTable | undefined {
  const wanted: WantedColumn[] = definition.columns.map((column) => ({
    name: column.name,
    aliases: column.aliases,
    required: column.required,
  }));
  const candidates: YamlNode[] = sources.maps.flatMap((map) => {
    const entry = definition.sheetNames.map((name) => map.entries.get(name)).find((found) => found !== undefined);
    return entry === undefined || (entry.value.kind === "text" && entry.value.empty) ? [] : [entry.value];
  });
  const sheets = sources.workbooks.flatMap((workbook) => {
    const found = findSheet(workbook, definition.sheetNames);
    diagnostics.push(...found.diagnostics);
    return found.sheet === undefined ? [] : [{ workbook, sheet: found.sheet }];
  });
  if (candidates.length + sheets.length > 1) {
    const places = [
      ...candidates.map((node) => node.place),
      ...sheets.map(({ workbook, sheet }) => ({ file: workbook.file, sheet: sheet.name })),
    ];
    diagnostics.push(
      diagnose(
        "dataset-in-two-places",
        places[1] ?? place,
        { name: definition.name },
        places.slice(0, 1).map((first) => ({ place: first, message: "这里已有同名的表" })),
      ),
    );
    return undefined;
  }
  const [node] = candidates;
  if (node !== undefined) {
    const result = tableFromYaml(node, wanted);
    diagnostics.push(...result.diagnostics);
    return result.table;
  }
  const [found] = sheets;
  if (found !== undefined) {
    const result = locateTable(found.sheet, found.workbook.file, wanted);
    diagnostics.push(...result.diagnostics);
    return result.table;
  }
  if (definition.required) reportMissingDataset(definition, sources, place, diagnostics);
  return undefined;
}

function reportMissingDataset(definition: DatasetDefinition, sources: Sources, place: Place, diagnostics: Diagnostic[]): void {
  const [workbook] = sources.workbooks;
  if (workbook !== undefined) {
    const known = sources.workbooks.flatMap((other) => other.sheets.map((sheet) => sheet.name));
    diagnostics.push(
      diagnose("sheet-missing", { file: workbook.file }, { name: definition.name, known, nearest: nearestName(definition.name, known) }),
    );
    return;
  }
  const known = sources.maps.flatMap((map) => [...map.entries.keys()]);
  diagnostics.push(
    diagnose("dataset-missing", sources.maps[0]?.place ?? place, {
      name: definition.name,
      known,
      nearest: nearestName(definition.name, known),
    }),
  );
}
