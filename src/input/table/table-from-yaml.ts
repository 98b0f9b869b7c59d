import type { Place } from "../../document/place.js";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { findColonMistake } from "../yaml/colon-mistake.js";
import type { YamlMap, YamlNode } from "../yaml/yaml-node.js";
import { indexHeadings, normaliseHeading } from "./heading.js";
import { isRunningNumber } from "./row-kind.js";
import type { RawCell, RawRow, RawTable, WantedColumn } from "./raw-table.js";

/**
 * Reads a table from a YAML list: one item a row, each a map from column names to texts or lists of texts.
 *
 * An empty value is an empty table. Keys are recognised like headings, by name or alias; a key that is no column is an error, since
 * nobody writes one without meaning a column. Only 序号 is passed over, as in a sheet.
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
  const items: YamlRow[] = [];
  for (const item of node.kind === "list" ? node.items : []) {
    if (item.kind === "map") {
      items.push(readItem(item, wanted, headings, diagnostics));
    } else {
      const text = item.kind === "text" ? item.text : undefined;
      const wrongColon = text !== undefined && findColonMistake(text) !== undefined;
      diagnostics.push(diagnose("table-item-not-map", item.place, { text, wrongColon }));
    }
  }
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
  diagnostics: Diagnostic[],
): YamlRow {
  const values = new Array<YamlNode | undefined>(wanted.length).fill(undefined);
  const cells = new Array<RawCell>(wanted.length).fill(undefined);
  const usedKeys = new Map<number, { key: string; place: Place }>();
  for (const { key, keyPlace, value } of item.entries.values()) {
    const column = headings.get(normaliseHeading(key));
    const name = column === undefined ? undefined : wanted[column]?.name;
    if (column === undefined || name === undefined) {
      if (isRunningNumber(normaliseHeading(key))) continue;
      const known = wanted.map((candidate) => candidate.name);
      diagnostics.push(diagnose("table-key-unknown", keyPlace, { key, known, nearest: nearestName(key, known) }));
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
  return { item, row: { source: item.place.line ?? 0, cells }, values };
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
  readonly #list: YamlNode;
  readonly #items: readonly YamlRow[];

  constructor(list: YamlNode, items: readonly YamlRow[], wanted: readonly WantedColumn[]) {
    this.#list = list;
    this.#items = items;
    this.file = list.place.file;
    this.rows = items.map((item) => item.row);
    this.found = wanted.map(
      (column, index) => column.required || items.some((item) => item.values[index] !== undefined),
    );
  }

  placeOf(rowIndex: number, columnIndex: number): Place {
    return this.#items[rowIndex]?.values[columnIndex]?.place ?? this.rowPlace(rowIndex);
  }

  headingPlace(): Place {
    return this.#list.place;
  }

  rowPlace(rowIndex: number): Place {
    return this.#items[rowIndex]?.item.place ?? this.#list.place;
  }
}
