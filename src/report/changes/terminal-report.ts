import type { Change, Occurrence, TextSpan } from "../../diff/changes.js";
import { textSpans } from "../../diff/words/text-spans.js";
import type { ChangeReport, NumberedChange } from "./change-report.js";
import {
  actionWords,
  causeWords,
  countWords,
  isLongValue,
  isSaidByPlace,
  layerTitles,
  noteWords,
  originWords,
  placeWords,
} from "./change-words.js";
import { padStart } from "./display-width.js";
import { valueContext } from "./value-context.js";
import { beginningOf, shortenedSpans, visibleText } from "./shown-spans.js";

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

/** A change with more causes than these says where the others are. */
const mostCauses = 8;

/** A change that shows in more places than these says how many there are; JSON and HTML have them all. */
const mostPlaces = 20;

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
    for (const change of changes) for (const line of changeLines(change, report, width, colours)) lines.push(line);
  }
  if (notCompared.length > 0) lines.push("", colours.heading("未比较"), ...notCompared.map((item) => `  ${item}`));
  return `${lines.join("\n")}\n`;
}

function changeLines(numbered: NumberedChange, report: ChangeReport, width: number, colours: ReportColours): string[] {
  const { number, change, causes } = numbered;
  const { occurrences } = change;
  const indent = " ".repeat(width + 3);
  const origin = originWords(change);
  const notes = noteWords(numbered, report);
  const note = notes.length === 0 ? "" : colours.faint(`（${visibleText(notes.join("；"))}）`);
  const [only] = occurrences;
  const isPlaced = change.value === undefined && occurrences.length === 1 && only !== undefined;
  const action = change.value === undefined ? actionWords(change) : valueWords(change, colours);
  const place = isPlaced ? `  ${visibleText(placeWords(change, only))}` : "";
  const lines = [` ${padStart(String(number), width)}  ${action}${place}${note}`];
  if (origin !== undefined) lines.push(`${indent}${colours.faint(origin.label)} ${visibleText(origin.words)}`);
  const contents = occurrences.map((occurrence) =>
    change.value === undefined ? contentLine(change, occurrence, colours) : undefined,
  );
  occurrences.slice(0, mostPlaces).forEach((occurrence, index) => {
    if (!isPlaced) lines.push(`${indent}${colours.faint("位置")} ${placeLine(change, occurrence, colours)}`);
    const content = contents[index];
    // The name of an attachment changes in 附件说明 in the same way: then it is said once, after the last place.
    if (content !== undefined && content !== contents[index + 1]) {
      lines.push(`${indent}${isPlaced ? "" : "     "}${content}`);
    }
  });
  if (occurrences.length > mostPlaces) lines.push(`${indent}     ……共${String(occurrences.length)}处`);
  causes.slice(0, mostCauses).forEach((cause, index) => {
    lines.push(`${indent}${index === 0 ? colours.faint("原因") : "    "} ${visibleText(causeWords(cause))}`);
  });
  if (causes.length > mostCauses) {
    lines.push(`${indent}     ……共${String(causes.length)}处，其余见${restWords(causes)}`);
  }
  return lines;
}

/** A place, for a value with the words around it. */
function placeLine(change: Change, occurrence: Occurrence, colours: ReportColours): string {
  const place = visibleText(placeWords(change, occurrence));
  const around = change.value === undefined || isLongValue(change) ? undefined : valueContext(occurrence);
  if (around === undefined) return place;
  const { before, value, after } = around;
  return `${place}  ${colours.faint(visibleText(before))}${colours.added(visibleText(value))}${colours.faint(visibleText(after))}`;
}

/** 第9至34处, 第9处、第11处. */
function restWords(causes: readonly NumberedChange[]): string {
  const rest = causes.slice(mostCauses).map(({ number }) => number);
  const [first = 0, last = 0] = [rest[0], rest.at(-1)];
  return last - first === rest.length - 1 && rest.length > 1
    ? `第${String(first)}至${String(last)}处`
    : rest.map((number) => `第${String(number)}处`).join("、");
}

function valueWords(change: Change, colours: ReportColours): string {
  const { before, after } = change.value ?? { before: "", after: "" };
  if (change.kind === "added") return `新增${colours.added(`“${visibleText(after)}”`)}`;
  if (change.kind === "removed") return `删去${colours.removed(`“${visibleText(before)}”`)}`;
  if (isLongValue(change)) return markedSpans(textSpans(before, after), colours);
  return `${colours.removed(shownValue(before))} → ${colours.added(shownValue(after))}`;
}

function shownValue(text = ""): string {
  return text === "" ? "（空）" : visibleText(text);
}

/** A cell of so few characters is said as a whole: 不合格 → 合格. */
const shortCell = 5;

/** True unless the difference is in blanks, which only marks can show. */
function isShortCell({ element, kind }: Change, { before, after }: Occurrence): boolean {
  if (element !== "cell" || kind !== "changed" || before === undefined || after === undefined) return false;
  const isShort = (text: string): boolean => text.length <= shortCell && !text.includes("\n");
  return isShort(before.text) && isShort(after.text) && withoutBlanks(before.text) !== withoutBlanks(after.text);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The text that changed, with what is gone and what is new marked in it. */
function contentLine(change: Change, occurrence: Occurrence, colours: ReportColours): string | undefined {
  const { kind, row } = change;
  const { spans, after } = occurrence;
  if (isSaidByPlace(change)) return undefined;
  if (row?.cells !== undefined) {
    const cells = row.cells.filter(({ text }) => text !== "").map(({ column, text }) => `${column}：${text}`);
    return markedSpans([{ kind: kind === "removed" ? "removed" : "added", text: cells.join("；") }], colours);
  }
  if (isShortCell(change, occurrence)) {
    return `${colours.removed(shownValue(occurrence.before?.text))} → ${colours.added(shownValue(after?.text))}`;
  }
  if (kind === "moved") return after === undefined ? undefined : visibleText(beginningOf(after.text));
  return spans.some((span) => span.kind !== "equal") ? markedSpans(spans, colours) : undefined;
}

function markedSpans(spans: readonly TextSpan[], colours: ReportColours): string {
  return shortenedSpans(spans)
    .map((span) => marked(span, colours))
    .join("");
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
