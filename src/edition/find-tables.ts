import { appendAll } from "../document/append-all.js";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { findSheet } from "../input/table/find-sheet.js";
import { locateTable } from "../input/table/locate-table.js";
import type { RawTable, WantedColumn } from "../input/table/raw-table.js";
import { tableFromYaml } from "../input/table/table-from-yaml.js";
import type { Sheet, Workbook } from "../input/workbook.js";
import type { YamlMap, YamlNode } from "../input/yaml/yaml-node.js";
import type { DatasetDefinition } from "../schema/definitions.js";
import type { DataSources } from "./data-sources.js";

/**
 * Finds the tables of a type in the opened workbooks and YAML files, under any of their names.
 *
 * A table that is missing is looked for once more among the sheets and keys that belong to no table: one of them is probably it,
 * misspelt. A key of a YAML file that belongs to no table is an error; a workbook may have sheets of its own.
 *
 * @param definitions of the tables
 * @param place for messages that have no better one
 * @returns the tables that were found, by the name of their definition
 */
export function findTables(
  definitions: readonly DatasetDefinition[],
  sources: DataSources,
  place: Place,
): { readonly tables: ReadonlyMap<string, RawTable>; readonly diagnostics: Diagnostic[] } {
  const search = new Search(sources, place);
  const found = definitions.map((definition) => ({ definition, spots: search.spotsOf(definition) }));
  const strangers = search.strangers(
    definitions,
    found.flatMap(({ spots }) => spots),
  );
  const tables = new Map<string, RawTable>();
  for (const { definition, spots } of found) {
    const table = search.tableAt(definition, spots, strangers);
    if (table !== undefined) tables.set(definition.name, table);
  }
  search.reportUnknownKeys(definitions, strangers);
  return { tables, diagnostics: search.diagnostics };
}

/** Where a table stands. */
type Spot =
  | { readonly kind: "node"; readonly node: YamlNode; readonly place: Place }
  | { readonly kind: "sheet"; readonly workbook: Workbook; readonly sheet: Sheet; readonly place: Place };

/** A sheet or a key that belongs to no table. */
interface Stranger {
  readonly kind: "sheet" | "key";
  readonly name: string;
  readonly place: Place;
}

class Search {
  readonly diagnostics: Diagnostic[] = [];
  /** Strangers that are probably a missing table. */
  private readonly suspected = new Set<Stranger>();

  constructor(
    private readonly sources: DataSources,
    private readonly place: Place,
  ) {}

  spotsOf(definition: DatasetDefinition): readonly Spot[] {
    const nodes = this.sources.maps.flatMap((map): Spot[] => {
      const entry = firstEntry(map, definition.sheetNames);
      return entry === undefined ? [] : [{ kind: "node", node: entry.value, place: entry.value.place }];
    });
    const sheets = this.sources.workbooks.flatMap((workbook): Spot[] => {
      const { sheet, diagnostics } = findSheet(workbook, definition.sheetNames);
      appendAll(this.diagnostics, diagnostics);
      if (sheet === undefined) return [];
      return [{ kind: "sheet", workbook, sheet, place: { file: workbook.file, sheet: sheet.name } }];
    });
    const spots = [...nodes, ...sheets];
    // `网站:` with nothing behind it is an empty table only if there is no other.
    const filled = spots.filter((spot) => !(spot.kind === "node" && spot.node.kind === "text" && spot.node.empty));
    return filled.length > 0 ? filled : spots.slice(0, 1);
  }

  strangers(definitions: readonly DatasetDefinition[], spots: readonly Spot[]): readonly Stranger[] {
    const names = new Set(definitions.flatMap((definition) => definition.sheetNames));
    const used = new Set(spots.flatMap((spot) => (spot.kind === "sheet" ? [spot.sheet] : [])));
    const keys = this.sources.maps.flatMap((map) =>
      [...map.entries.values()]
        .filter((entry) => !names.has(entry.key))
        .map((entry): Stranger => ({ kind: "key", name: entry.key, place: entry.keyPlace })),
    );
    const sheets = this.sources.workbooks.flatMap((workbook) =>
      workbook.sheets
        .filter((sheet) => !used.has(sheet))
        .map((sheet): Stranger => ({
          kind: "sheet",
          name: sheet.name,
          place: { file: workbook.file, sheet: sheet.name },
        })),
    );
    return [...keys, ...sheets];
  }

  tableAt(definition: DatasetDefinition, spots: readonly Spot[], strangers: readonly Stranger[]): RawTable | undefined {
    const [spot, second] = spots;
    if (spot === undefined) {
      this.reportMissing(definition, strangers);
      return undefined;
    }
    if (second !== undefined) {
      const related = [{ place: spot.place, message: "这里已有同名的表" }];
      this.diagnostics.push(diagnose("dataset-in-two-places", second.place, { name: definition.name }, related));
      return undefined;
    }
    const wanted = definition.columns.map(({ name, aliases, required }): WantedColumn => ({ name, aliases, required }));
    const { table, diagnostics } =
      spot.kind === "node" ? tableFromYaml(spot.node, wanted) : locateTable(spot.sheet, spot.workbook.file, wanted);
    appendAll(this.diagnostics, diagnostics);
    return table;
  }

  /** A table that may be left out is missed only if something looks like it: its rows would be lost without a word. */
  private reportMissing(definition: DatasetDefinition, strangers: readonly Stranger[]): void {
    const suspect = nearestStranger(definition, strangers);
    if (!definition.required && suspect?.kind !== "sheet") return;
    if (suspect !== undefined) this.suspected.add(suspect);
    const [workbook] = this.sources.workbooks;
    const inWorkbook = suspect === undefined ? workbook !== undefined : suspect.kind === "sheet";
    const place = suspect?.place ?? (workbook === undefined ? this.sources.maps[0]?.place : { file: workbook.file });
    const known = inWorkbook
      ? this.sources.workbooks.flatMap((other) => other.sheets.map((sheet) => sheet.name))
      : this.sources.maps.flatMap((map) => [...map.entries.keys()]);
    const [name = "", ...aliases] = definition.sheetNames;
    const found = diagnose(inWorkbook ? "sheet-missing" : "dataset-missing", place ?? this.place, {
      name,
      aliases,
      known,
      nearest: suspect?.name,
    });
    this.diagnostics.push(definition.required ? found : { ...found, severity: "warning" });
  }

  reportUnknownKeys(definitions: readonly DatasetDefinition[], strangers: readonly Stranger[]): void {
    const known = definitions.map((definition) => definition.name);
    for (const stranger of strangers) {
      if (stranger.kind !== "key" || this.suspected.has(stranger)) continue;
      const key = stranger.name;
      this.diagnostics.push(diagnose("key-unknown", stranger.place, { key, known, nearest: nearestName(key, known) }));
    }
  }
}

function firstEntry(map: YamlMap, names: readonly string[]) {
  return names.map((name) => map.entries.get(name)).find((entry) => entry !== undefined);
}

function nearestStranger(definition: DatasetDefinition, strangers: readonly Stranger[]): Stranger | undefined {
  const existing = strangers.map((stranger) => stranger.name);
  const nearest = definition.sheetNames.map((name) => nearestName(name, existing)).find((name) => name !== undefined);
  return strangers.find((stranger) => stranger.name === nearest);
}
