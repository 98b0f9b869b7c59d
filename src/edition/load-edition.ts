import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { ReadImage } from "../input/image.js";
import { openYaml } from "../input/yaml/open-yaml.js";
import { nodeAt, toPlain, type YamlMap } from "../input/yaml/yaml-node.js";
import {
  circularElementsForm,
  circularFileForm,
  typeNameForm,
  type CircularElements,
  type FieldContent,
} from "../schema/circular-file.js";
import { during, type Progress } from "../progress/progress.js";
import type { CircularType } from "../schema/definitions.js";
import type { Dataset } from "../schema/dataset.js";
import { refused } from "../schema/forms.js";
import { checkReferences, readDataset } from "../schema/read-dataset.js";
import { validateFile } from "../schema/validate-file.js";
import { circularFileName, openDataSources } from "./data-sources.js";
import { baseName, isPlainName, joinPath, type Files } from "./files.js";
import { findTables } from "./find-tables.js";

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

/** Reads circular.yaml far enough to know its type; without a type's name there is none that could be used. */
export async function readCircularFile(
  files: Files,
  folder: string,
): Promise<{ readonly root?: YamlMap; readonly typeName?: string; readonly diagnostics: Diagnostic[] }> {
  const path = joinPath(folder, circularFileName);
  const bytes = files.read(path);
  if (bytes === undefined) {
    return { diagnostics: [missingCircularFile(files, folder, path)] };
  }
  const { root, diagnostics } = await openYaml(bytes, path);
  if (root === undefined || hasErrors(diagnostics)) return { diagnostics };
  if (root.kind !== "map") {
    return { diagnostics: [...diagnostics, diagnose("circular-file-not-map", root.place, { file: path })] };
  }
  const written = root.entries.get("通报类型")?.value;
  const typeName = written === undefined ? refused : typeNameForm.read(toPlain(written));
  // What is wrong with it is said by checkWithoutType, together with everything else.
  if (typeName === refused) return { root, diagnostics };
  if (!isPlainName(typeName)) {
    const place = nodeAt(root, ["通报类型"]).node.place;
    return { root, diagnostics: [...diagnostics, diagnose("type-name-not-plain", place, { name: typeName })] };
  }
  return { root, typeName, diagnostics };
}

function missingCircularFile(files: Files, folder: string, path: string): Diagnostic {
  if (files.list(folder) !== undefined) return diagnose("circular-file-missing", { file: folder }, { file: path });
  const parent = folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : ".";
  const nearest = nearestName(baseName(folder), files.list(parent) ?? []);
  return diagnose(
    "edition-folder-missing",
    { file: folder },
    {
      nearest: nearest === undefined ? undefined : joinPath(parent, nearest),
    },
  );
}

/**
 * Reads and validates an edition: the elements and fields of circular.yaml and the datasets from workbook or YAML.
 *
 * @param files to read from
 * @param folder of the edition
 * @param root of its circular.yaml
 * @param type that it names
 * @param dataFiles to read instead of those that circular.yaml names
 * @param progress told how far reading and checking are
 * @returns the edition if nothing is certainly wrong, and all that was found
 */
export async function loadEdition(
  files: Files,
  folder: string,
  root: YamlMap,
  type: CircularType,
  dataFiles?: readonly string[],
  progress?: Progress,
): Promise<{ readonly edition?: Edition; readonly diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const validated = await validateFile(circularFileForm(type), root);
  if ("diagnostics" in validated) appendAll(diagnostics, validated.diagnostics);
  const opened = await openDataSources(files, folder, root, type.datasets, dataFiles, progress);
  appendAll(diagnostics, opened.diagnostics);
  const datasets = new Map<string, Dataset>();
  if (opened.sources !== undefined) {
    const { sources } = opened;
    const found = during(progress, "data-rows", () => findTables(type.datasets, sources, root.place));
    const { tables, diagnostics: missing } = found;
    appendAll(diagnostics, missing);
    for (const definition of type.datasets) {
      const table = tables.get(definition.name);
      if (table === undefined) continue;
      const read = during(progress, "data-rows", () => readDataset(definition, table, progress));
      datasets.set(definition.name, read.dataset);
      appendAll(diagnostics, read.diagnostics);
    }
    appendAll(
      diagnostics,
      during(progress, "data-rows", () => checkReferences(datasets)),
    );
  }
  if ("diagnostics" in validated) return { diagnostics };
  const elements = validated.value;
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

/**
 * Says what is wrong with an edition whose type cannot be used: its elements and its data files are looked at all the same, so that
 * nobody has to correct one mistake to hear of the next.
 */
export async function checkWithoutType(
  files: Files,
  folder: string,
  root: YamlMap,
  dataFiles?: readonly string[],
): Promise<Diagnostic[]> {
  const validated = await validateFile(circularElementsForm, root);
  const opened = await openDataSources(files, folder, root, undefined, dataFiles);
  return [...("diagnostics" in validated ? validated.diagnostics : []), ...opened.diagnostics];
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
    appendAll(diagnostics, read.diagnostics);
    if (read.image !== undefined) images.set(field.name, read.image);
  }
  return images;
}
