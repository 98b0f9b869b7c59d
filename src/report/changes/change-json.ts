import { elementNames, type Change, type Occurrence, type Side } from "../../diff/changes.js";
import type { ChangeReport, NumberedChange } from "./change-report.js";
import { actionWords, placeWords } from "./change-words.js";

/** What came of the other outputs. */
export interface WrittenOutputs {
  readonly written: readonly string[];
  readonly redlineRemarks: readonly string[];
}

/**
 * The report for programs: `docs/diff.schema.json` says what is in it. `version` changes with every change that a program
 * could stumble over; something new beside the old is none.
 *
 * @returns one JSON object and a line end
 */
export function writeChangeJson(report: ChangeReport, { written, redlineRemarks }: WrittenOutputs): string {
  const { before, after, comparison, changes, layers, notCompared, remarks, complete } = report;
  const drafts = { before, after };
  const [left, right] = (["before", "after"] as const).map((side) => ({
    name: drafts[side].name,
    title: drafts[side].document.properties.title,
    generated: comparison.generated[side],
  }));
  const counts = Object.fromEntries(layers.map(({ layer, changes: some }) => [layer, some.length]));
  const content = {
    version: 1,
    status: comparison.equal ? "equal" : "different",
    complete,
    before: left,
    after: right,
    counts: { total: changes.length, ...counts },
    changes: changes.map(changeObject),
    notCompared,
    remarks,
    written,
    redlineRemarks,
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

function changeObject({ number, change }: NumberedChange): object {
  const { id, layer, kind, element, occurrences, causes, row, column, value, by, remark } = change;
  return {
    number,
    id,
    layer,
    kind,
    element,
    elementName: elementNames[element],
    summary: actionWords(change),
    places: occurrences.map((occurrence) => placeObject(change, occurrence)),
    causes,
    ...(row === undefined ? {} : { row: rowObject(row) }),
    ...(column === undefined ? {} : { column }),
    ...(value === undefined ? {} : { value }),
    ...(by === undefined ? {} : { by }),
    ...(remark === undefined ? {} : { remark }),
  };
}

function rowObject({ name, cells, position }: NonNullable<Change["row"]>): object {
  return {
    name,
    ...(cells === undefined ? {} : { cells }),
    ...(position === undefined ? {} : { position }),
  };
}

function placeObject(change: Change, occurrence: Occurrence): object {
  const { before, after, spans } = occurrence;
  return {
    place: placeWords(change, occurrence),
    ...(before === undefined ? {} : { before: sideObject(before) }),
    ...(after === undefined ? {} : { after: sideObject(after) }),
    spans,
  };
}

function sideObject({ place, text, spot }: Side): object {
  return { place, text, ...(spot === undefined ? {} : { spot }) };
}
