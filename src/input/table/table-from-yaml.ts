import { appendAll } from "../../document/append-all.js";
import type { Place } from "../../document/place.js";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { findColonMistake } from "../yaml/colon-mistake.js";
import type { YamlEntry, YamlMap, YamlNode } from "../yaml/yaml-node.js";
import { indexHeadings, normaliseHeading } from "./heading.js";
import { isRunningNumber } from "./row-kind.js";
import type { RawCell, RawRow, RawTable, WantedColumn } from "./raw-table.js";

/** How many further places of an unknown key are listed; its message says how many there are. */
const mostRelated = 5;

/**
 * Reads a table from a YAML list: one item a row, each a map from column names to texts or lists of texts.
 *
 * An empty value is an empty table. Keys are recognised like headings, by name or alias; a key that is no column is an error, since
 * nobody writes one without meaning a column; it is reported once, however many items have it, and if it resembles a column that its
 * item lacks, the cell counts as reported. Only 序号 is passed over, as in a sheet.
 *
 * @returns no table if the node is not a list at all
 */
export function tableFromYaml(
  node: YamlNode,
  wanted: readonly WantedColumn[],
): { table?: RawTable; diagnostics: Diagnostic[] } {
  const isEmpty = node.kind === "text" && node.empty;
  if (node.kind !== "list" && !isEmpty) {
    return { diagnostics: [diagnose("table-not-list", node.place, { found: node.kind })] };
  }
  const headings = indexHeadings(wanted);
  const diagnostics: Diagnostic[] = [];
  const unknownKeys = new UnknownKeys(wanted);
  const items: YamlRow[] = [];
  for (const item of node.kind === "list" ? node.items : []) {
    if (item.kind === "map") {
      items.push(readItem(item, wanted, headings, unknownKeys, diagnostics));
    } else {
      const text = item.kind === "text" ? item.text : undefined;
      const wrongColon = text !== undefined && findColonMistake(text) !== undefined;
      diagnostics.push(diagnose("table-item-not-map", item.place, { text, wrongColon }));
    }
  }
  appendAll(diagnostics, unknownKeys.diagnostics());
  return { table: new YamlTable(node, items, wanted), diagnostics };
}

interface YamlRow {
  readonly item: YamlMap;
  readonly row: RawRow;
  /** Per wanted column, the value as it stands in the file. */
  readonly values: readonly (YamlNode | undefined)[];
}

function readItem(
  item: YamlMap,
  wanted: readonly WantedColumn[],
  headings: ReadonlyMap<string, number>,
  unknownKeys: UnknownKeys,
  diagnostics: Diagnostic[],
): YamlRow {
  const values = new Array<YamlNode | undefined>(wanted.length).fill(undefined);
  const cells = new Array<RawCell>(wanted.length).fill(undefined);
  const usedKeys = new Map<number, { key: string; place: Place }>();
  const strangers: YamlEntry[] = [];
  for (const entry of item.entries.values()) {
    const { key, keyPlace, value } = entry;
    const column = headings.get(normaliseHeading(key));
    const name = column === undefined ? undefined : wanted[column]?.name;
    if (column === undefined || name === undefined) {
      if (!isRunningNumber(normaliseHeading(key))) strangers.push(entry);
      continue;
    }
    const earlier = usedKeys.get(column);
    if (earlier !== undefined) {
      const related = [{ place: earlier.place, message: "第一次写在这里" }];
      diagnostics.push(
        diagnose("column-duplicate", keyPlace, { name, heading: key, firstHeading: earlier.key }, related),
      );
      continue;
    }
    usedKeys.set(column, { key, place: keyPlace });
    values[column] = value;
    cells[column] = readValue(value, name, diagnostics);
  }
  for (const { key, keyPlace } of strangers) {
    const meant = unknownKeys.add(key, keyPlace, strangers.length === 1, (column) => usedKeys.has(column));
    // What the key says has been said; that the cell is empty follows from it.
    if (meant !== undefined) cells[meant] = { kind: "error", error: key };
  }
  return { item, row: { source: item.place.line ?? 0, cells }, values };
}

/** The keys that are no columns, each with the places where it stands. */
class UnknownKeys {
  private readonly wanted: readonly WantedColumn[];
  private readonly byKey = new Map<string, { readonly nearest: string | undefined; readonly places: Place[] }>();

  constructor(wanted: readonly WantedColumn[]) {
    this.wanted = wanted;
  }

  /**
   * @param isOnly whether it is the only such key of its item
   * @param isUsed whether the item has a column under a name of its own
   * @returns the column that was probably meant, one that the item lacks
   */
  add(key: string, place: Place, isOnly: boolean, isUsed: (column: number) => boolean): number | undefined {
    const meant = this.nearestOf(key, isUsed) ?? (isOnly ? this.onlyLacking(key, isUsed) : undefined);
    const known = this.byKey.get(key);
    if (known === undefined) {
      const nearest = meant === undefined ? nearestName(key, this.names()) : this.wanted[meant]?.name;
      this.byKey.set(key, { nearest, places: [place] });
    } else known.places.push(place);
    return meant;
  }

  /** One diagnostic for each key, at its first place. */
  diagnostics(): Diagnostic[] {
    const known = this.names();
    return [...this.byKey].flatMap(([key, { nearest, places }]) => {
      const [first, ...others] = places;
      if (first === undefined) return [];
      const related = others.slice(0, mostRelated).map((place) => ({ place, message: "这里也是" }));
      return [diagnose("table-key-unknown", first, { key, known, nearest, count: places.length }, related)];
    });
  }

  /** The one required column that an item lacks, if the key has at least half of its characters in common with it. */
  private onlyLacking(key: string, isUsed: (column: number) => boolean): number | undefined {
    const [lacking, ...others] = [...this.wanted.entries()].filter(
      ([index, { required }]) => required && !isUsed(index),
    );
    if (lacking === undefined || others.length > 0) return undefined;
    const [index, { name }] = lacking;
    const shared = [...name].filter((character) => key.includes(character)).length;
    return shared * 2 >= [...name].length ? index : undefined;
  }

  private names(): string[] {
    return this.wanted.map((column) => column.name);
  }

  /** By name if one is near, otherwise by alias. */
  private nearestOf(key: string, isUsed: (column: number) => boolean): number | undefined {
    const free = [...this.wanted.entries()].filter(([index]) => !isUsed(index));
    const names = free.map(([index, column]) => [column.name, index] as const);
    const aliases = free.flatMap(([index, column]) => column.aliases.map((alias) => [alias, index] as const));
    for (const candidates of [names, aliases]) {
      const nearest = nearestName(
        key,
        candidates.map(([name]) => name),
      );
      if (nearest !== undefined) return candidates.find(([name]) => name === nearest)?.[1];
    }
    return undefined;
  }
}

function readValue(value: YamlNode, column: string, diagnostics: Diagnostic[]): RawCell {
  if (value.kind === "text") return value.empty ? undefined : value.text;
  const complex = value.kind === "map" ? value : value.items.find((item) => item.kind !== "text");
  if (complex !== undefined) diagnostics.push(diagnose("table-value-not-simple", complex.place, { column }));
  if (value.kind === "map") return undefined;
  return value.items.flatMap((item) => (item.kind === "text" && !item.empty ? [item.text] : []));
}

class YamlTable implements RawTable {
  readonly file: string;
  readonly rows: readonly RawRow[];
  readonly totals: readonly RawRow[] = [];
  readonly found: readonly boolean[];
  private readonly list: YamlNode;
  private readonly items: readonly YamlRow[];

  constructor(list: YamlNode, items: readonly YamlRow[], wanted: readonly WantedColumn[]) {
    this.list = list;
    this.items = items;
    this.file = list.place.file;
    this.rows = items.map((item) => item.row);
    this.found = wanted.map(
      (column, index) => column.required || items.some((item) => item.values[index] !== undefined),
    );
  }

  placeOf(rowIndex: number, columnIndex: number): Place {
    return this.items[rowIndex]?.values[columnIndex]?.place ?? this.rowPlace(rowIndex);
  }

  headingPlace(): Place {
    return this.list.place;
  }

  rowPlace(rowIndex: number): Place {
    return this.items[rowIndex]?.item.place ?? this.list.place;
  }
}
