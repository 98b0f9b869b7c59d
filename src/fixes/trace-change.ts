import type { Passage } from "../checks/draft.js";
import type { Place } from "../document/place.js";
import type { Inline } from "../document/tree.js";
import type { SourceEdit, TextChange } from "./source-edit.js";

/** Reads the source files of an edition: text files by path, cells of workbooks by place, records by their table. */
export interface Sources {
  /** The lines of a text file; `undefined` if it cannot be read. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** The cell that shows at a place, which is the first one of a merged cell, and its text; `undefined` if it holds no text. */
  readonly cell: (place: Place) => { readonly place: Place; readonly text: string } | undefined;
  /**
   * Where the value of a record stands.
   *
   * @param source the row number in the sheet, or the line in the YAML file
   */
  readonly record: (dataset: string, source: number, column: string) => Place | undefined;
}

/**
 * Traces a change of a passage back to where its characters come from: words of a template to their line, values to the scalar or cell
 * they were read from, cells of a table to their record.
 *
 * @param change within one inline node; where two meet, an insertion belongs to the first
 * @returns `undefined` unless the file says at that place, once, exactly what the draft says
 */
export function traceChange(passage: Passage, change: TextChange, sources: Sources): SourceEdit | undefined {
  let position = 0;
  for (const inline of passage.inlines) {
    const next = position + inline.value.length;
    const isInside = change.start >= position && change.end <= next;
    if (isInside && (change.start < next || change.start === change.end)) {
      const inner = { ...change, start: change.start - position, end: change.end - position };
      const place = placeOf(inline, passage, sources);
      return place === undefined ? undefined : inFile(place, inline.value, inner, sources);
    }
    position = next;
  }
  return undefined;
}

function placeOf(inline: Inline, { cell }: Passage, sources: Sources): Place | undefined {
  if (inline.type === "value") {
    const { places } = inline.provenance;
    if (places.length === 1) return places[0];
    if (places.length > 1) return undefined;
  } else if (inline.place !== undefined) return inline.place;
  if (cell === undefined) return undefined;
  const { dataset, columns, rows } = cell.table.node;
  const source = rows[cell.row]?.source;
  const column = columns[cell.column]?.source;
  if (dataset === undefined || source === undefined || column === undefined) return undefined;
  return sources.record(dataset, source, column);
}

function inFile(place: Place, value: string, change: TextChange, sources: Sources): SourceEdit | undefined {
  if (place.cell !== undefined) {
    const cell = sources.cell(place);
    const at = cell === undefined ? undefined : onlyIndex(cell.text, value);
    return cell === undefined || at === undefined ? undefined : editAt(cell.place, cell.text, at, change);
  }
  const { file, line: number } = place;
  const line = number === undefined ? undefined : sources.lines(file)?.[number - 1];
  if (line === undefined || number === undefined) return undefined;
  const from = (place.column ?? 1) - 1;
  const at = beginning(line.slice(from), value);
  return at === undefined ? undefined : editAt({ file, line: number }, line, from + at, change);
}

function editAt(container: Place, whole: string, at: number, { start, end, replacement }: TextChange): SourceEdit {
  return { container, whole, start: at + start, end: at + end, replacement };
}

/** Where the value stands at the place that was given for it: there, behind a quotation mark, or else somewhere in the line once. */
function beginning(line: string, value: string): number | undefined {
  if (value === "") return undefined;
  if (line.startsWith(value)) return 0;
  return /^["']/u.test(line) && line.startsWith(value, 1) ? 1 : onlyIndex(line, value);
}

function onlyIndex(whole: string, part: string): number | undefined {
  const first = whole.indexOf(part);
  return first < 0 || part === "" || whole.includes(part, first + 1) ? undefined : first;
}
