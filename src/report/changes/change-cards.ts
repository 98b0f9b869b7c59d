import type { Change, Occurrence, TextSpan } from "../../diff/changes.js";
import { textSpans } from "../../diff/words/text-spans.js";
import { escapeHtml } from "../escape.js";
import type { ChangeReport, NumberedChange, ReportedLayer } from "./change-report.js";
import {
  actionWords,
  causeWords,
  isLongValue,
  isSaidByPlace,
  layerMeanings,
  layerTitles,
  noteWords,
  originWords,
  placeWords,
} from "./change-words.js";
import { Badges, spansHtml, type View } from "./marked-html.js";
import { beginningOf, shortenedSpans } from "./shown-spans.js";
import { valueContext } from "./value-context.js";

/** One section for each of the four layers, with a card for each change. */
export function changeSections(report: ChangeReport, shownInText: ReadonlySet<number>): string[] {
  return report.layers.flatMap((layer) => section(layer, report, shownInText));
}

function section({ layer, changes }: ReportedLayer, report: ChangeReport, shownInText: ReadonlySet<number>): string[] {
  const count = changes.length === 0 ? "没有改动" : `${String(changes.length)}处`;
  return [
    `<section id="${layer}" class="layer ${layer}${changes.length === 0 ? " none" : ""}">`,
    `<h2>${layerTitles[layer]}（${count}）</h2>`,
    ...(changes.length === 0 ? [] : [`<p class="meaning">${layerMeanings[layer]}</p>`]),
    ...changes.map((change) => card(change, report, shownInText.has(change.number))),
    "</section>",
  ];
}

function card(numbered: NumberedChange, report: ChangeReport, isShownInText: boolean): string {
  const { number, change, causes, effects } = numbered;
  const { occurrences } = change;
  const [only] = occurrences;
  const isPlaced = change.value === undefined && occurrences.length === 1 && only !== undefined;
  const notes = noteWords(numbered, report);
  const links = isShownInText
    ? `<span class="to-text"><a class="inline" href="#i${String(number)}">在全文中看</a><a class="side" href="#s${String(number)}">在全文中看</a></span>`
    : "";
  const title = change.value === undefined ? escapeHtml(actionWords(change)) : valueHtml(change);
  const origin = originWords(change);
  return [
    `<article id="c${String(number)}" class="change ${change.layer}" tabindex="-1">`,
    `<h3><a class="number" href="#c${String(number)}">${String(number)}</a><span class="action">${title}</span>`,
    isPlaced ? `<span class="place">${escapeHtml(placeWords(change, only))}</span>` : "",
    `${links}</h3>`,
    notes.length === 0 ? "" : `<p class="note">${notes.map(escapeHtml).join("；")}</p>`,
    origin === undefined
      ? ""
      : `<p class="note">${origin.label}：<span class="expression">${escapeHtml(origin.words)}</span></p>`,
    ...(change.value === undefined
      ? occurrences.map((occurrence) => content(change, occurrence, !isPlaced))
      : [places(change)]),
    references("原因", causes, causeWords),
    references("引起", effects, ({ number: own, change: effect }) => `第${String(own)}处：${actionWords(effect)}`),
    "</article>",
  ].join("");
}

function valueHtml(change: Change): string {
  const { before, after } = change.value ?? { before: "", after: "" };
  if (change.kind === "added") return `新增<ins>${escapeHtml(after)}</ins>`;
  if (change.kind === "removed") return `删去<del>${escapeHtml(before)}</del>`;
  if (isLongValue(change)) return spansHtml(textSpans(before, after), "inline", new Badges(undefined));
  const shown = (text: string): string => escapeHtml(text === "" ? "（空）" : text);
  return `<del>${shown(before)}</del> → <ins>${shown(after)}</ins>`;
}

function references(label: string, list: readonly NumberedChange[], words: (one: NumberedChange) => string): string {
  if (list.length === 0) return "";
  const items = list.map((one) => `<li><a href="#c${String(one.number)}">${escapeHtml(words(one))}</a></li>`);
  return `<div class="references"><span>${label}</span><ul>${items.join("")}</ul></div>`;
}

/** Every place where a number is printed, with the words around it. */
function places(change: Change): string {
  const items = change.occurrences.map((occurrence) => {
    const around = isLongValue(change) ? undefined : valueContext(occurrence);
    const quote =
      around === undefined
        ? ""
        : `<span class="quote">${escapeHtml(around.before)}<ins>${escapeHtml(around.value)}</ins>${escapeHtml(around.after)}</span>`;
    return `<li><span class="place">${escapeHtml(placeWords(change, occurrence))}</span>${quote}</li>`;
  });
  return `<ul class="places">${items.join("")}</ul>`;
}

/** The text that changed: once with both, for the other view the older one beside the newer one. */
function content(change: Change, occurrence: Occurrence, withPlace: boolean): string {
  const place = withPlace ? `<p class="place">${escapeHtml(placeWords(change, occurrence))}</p>` : "";
  const { row, kind } = change;
  if (isSaidByPlace(change)) return place;
  if (row?.cells !== undefined) return place + rowCells(row.cells, kind === "removed" ? "del" : "ins");
  const { spans } = occurrence;
  if (spans.length === 0) return place;
  if (kind === "moved") return `${place}<p class="quote">${escapeHtml(beginningOf(occurrence.after?.text ?? ""))}</p>`;
  if (!spans.some((span) => span.kind !== "equal")) return place;
  const shown = shortenedSpans(spans);
  const view = (which: View, list: readonly TextSpan[]): string => spansHtml(list, which, new Badges(undefined));
  return [
    place,
    `<p class="inline quote">${view("inline", shown)}</p>`,
    `<div class="pair"><p class="side quote">${view("before", shown)}</p><p class="side quote">${view("after", shown)}</p></div>`,
  ].join("");
}

function rowCells(cells: readonly { readonly column: string; readonly text: string }[], tag: "ins" | "del"): string {
  const filled = cells.filter(({ text }) => text !== "");
  const items = filled.map(
    ({ column, text }) => `<dt>${escapeHtml(column)}</dt><dd><${tag}>${escapeHtml(text)}</${tag}></dd>`,
  );
  return `<dl class="cells">${items.join("")}</dl>`;
}
