import type { Change, Occurrence, TextSpan } from "../../diff/changes.js";
import type { ChangeReport, NumberedChange } from "./change-report.js";
import {
  actionWords,
  authorWords,
  causeWords,
  countWords,
  expressionWords,
  layerTitles,
  placeWords,
  positionWords,
} from "./change-words.js";
import { padStart } from "./display-width.js";
import { valueContext } from "./value-context.js";
import { isReplaced, shortenedSpans, visibleText } from "./shown-spans.js";

/** Dresses a piece of the report; the identity where there are no colours. */
export interface ReportColours {
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly removed: (text: string) => string;
  readonly added: (text: string) => string;
  /** True if `removed` and `added` can be told apart by looking; otherwise they are marked `[-旧-]` and `{+新+}`. */
  readonly enabled: boolean;
}

export const withoutColours: ReportColours = {
  heading: (text) => text,
  faint: (text) => text,
  removed: (text) => text,
  added: (text) => text,
  enabled: false,
};

/** A change that shows in more places than these says how many more there are; JSON and HTML have them all. */
const mostCauses = 8;

/**
 * The report for a terminal: what was compared, how much changed, then the four layers, and at the end what was not compared.
 *
 * @returns lines, each ended by LF
 */
export function writeTerminalReport(report: ChangeReport, colours: ReportColours = withoutColours): string {
  const { before, after, layers, notCompared, remarks, complete } = report;
  const lines = [
    `旧稿  ${visibleText(before.name)}`,
    `新稿  ${visibleText(after.name)}`,
    ...remarks.map((remark) => `注意：${visibleText(remark)}`),
    "",
    colours.heading(countWords(report)),
    ...(complete ? [] : ["有的内容没有读出来，改动可能不止这些"]),
  ];
  const width = String(report.changes.length).length;
  for (const { layer, changes } of layers) {
    if (report.changes.length === 0) break;
    lines.push(
      "",
      colours.heading(`${layerTitles[layer]}（${changes.length === 0 ? "没有改动" : `${String(changes.length)}处`}）`),
    );
    for (const change of changes) for (const line of changeLines(change, width, colours)) lines.push(line);
  }
  if (notCompared.length > 0) lines.push("", colours.heading("未比较"), ...notCompared.map((item) => `  ${item}`));
  return `${lines.join("\n")}\n`;
}

function changeLines(numbered: NumberedChange, width: number, colours: ReportColours): string[] {
  const { number, change, causes } = numbered;
  const { occurrences } = change;
  const indent = " ".repeat(width + 3);
  const lines: string[] = [];
  const expression = expressionWords(change);
  const notes = [authorWords(change), change.remark, positionWords(change)].filter((note) => note !== undefined);
  const note = notes.length === 0 ? "" : colours.faint(`（${visibleText(notes.join("；"))}）`);
  const [only] = occurrences;
  const action = change.value === undefined ? actionWords(change) : valueWords(change, colours);
  const head = `${padStart(String(number), width)}  ${action}`;
  const isPlaced = change.value === undefined && occurrences.length === 1 && only !== undefined;
  lines.push(` ${head}${isPlaced ? `  ${visibleText(placeWords(change, only))}` : ""}${note}`);
  if (expression !== undefined) lines.push(`${indent}${colours.faint("算式")} ${visibleText(expression)}`);
  for (const occurrence of occurrences) {
    if (!isPlaced) lines.push(`${indent}${colours.faint("位置")} ${placeLine(change, occurrence, colours)}`);
    if (change.value === undefined) {
      for (const line of contentLines(change, occurrence, colours))
        lines.push(`${indent}${isPlaced ? "" : "     "}${line}`);
    }
  }
  causes.slice(0, mostCauses).forEach((cause, index) => {
    lines.push(`${indent}${index === 0 ? colours.faint("原因") : "    "} ${visibleText(causeWords(cause))}`);
  });
  if (causes.length > mostCauses) {
    lines.push(`${indent}     ……共${String(causes.length)}处，其余见第${restWords(causes)}处`);
  }
  return lines;
}

/** A place, for a value with the words around it. */
function placeLine(change: Change, occurrence: Occurrence, colours: ReportColours): string {
  const place = visibleText(placeWords(change, occurrence));
  const around = change.value === undefined ? undefined : valueContext(occurrence);
  if (around === undefined) return place;
  const { before, value, after } = around;
  return `${place}  ${colours.faint(visibleText(before))}${colours.added(visibleText(value))}${colours.faint(visibleText(after))}`;
}

function restWords(causes: readonly NumberedChange[]): string {
  const rest = causes.slice(mostCauses);
  const [first, last] = [rest[0]?.number ?? 0, rest.at(-1)?.number ?? 0];
  return last - first === rest.length - 1 && rest.length > 1
    ? `${String(first)}至${String(last)}`
    : rest.map(({ number }) => String(number)).join("、");
}

function valueWords({ value }: Change, colours: ReportColours): string {
  if (value === undefined) return "";
  const shown = (text: string): string => (text === "" ? "（空）" : visibleText(text));
  return `${colours.removed(shown(value.before))} → ${colours.added(shown(value.after))}`;
}

/** The text that changed, with what is gone and what is new marked in it. */
function contentLines(change: Change, { spans }: Occurrence, colours: ReportColours): string[] {
  const { kind, row } = change;
  if (row?.cells !== undefined) {
    const cells = row.cells.filter(({ text }) => text !== "").map(({ column, text }) => `${column}：${text}`);
    return [marked({ kind: kind === "removed" ? "removed" : "added", text: cells.join("；") }, colours)];
  }
  const hasChange = spans.some((span) => span.kind !== "equal");
  if (!hasChange) return kind === "moved" && spans.length > 0 ? [beginning(spans)] : [];
  const shown = isReplaced(spans) ? spans : shortenedSpans(spans);
  return [shown.map((span) => marked(span, colours)).join("")];
}

/** What a moved text begins with: enough to know it. */
function beginning(spans: readonly TextSpan[]): string {
  const characters = [...spans.map(({ text }) => text).join("")];
  return visibleText(characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : characters.join(""));
}

function marked({ kind, text }: TextSpan, colours: ReportColours): string {
  const shown = visibleText(text);
  switch (kind) {
    case "equal":
      return shown;
    case "removed":
      return colours.enabled ? colours.removed(shown) : `[-${shown}-]`;
    case "added":
      return colours.enabled ? colours.added(shown) : `{+${shown}+}`;
  }
}
