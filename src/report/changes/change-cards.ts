import type { Change, Occurrence, TextSpan } from "../../diff/changes.js";
import { escapeHtml } from "../escape.js";
import type { ChangeReport, NumberedChange, ReportedLayer } from "./change-report.js";
import {
  actionWords,
  authorWords,
  causeWords,
  expressionWords,
  layerMeanings,
  layerTitles,
  placeWords,
  positionWords,
} from "./change-words.js";
import { Badges, spansHtml, type View } from "./marked-html.js";
import { shortenedSpans } from "./shown-spans.js";
import { valueContext } from "./value-context.js";

/** One section for each of the four layers, with a card for each change. */
export function changeSections({ layers }: ChangeReport, shownInText: ReadonlySet<number>): string[] {
  return layers.flatMap((layer) => section(layer, shownInText));
}

function section({ layer, changes }: ReportedLayer, shownInText: ReadonlySet<number>): string[] {
  const count = changes.length === 0 ? "没有改动" : `${String(changes.length)}处`;
  return [
    `<section id="${layer}" class="layer ${layer}${changes.length === 0 ? " none" : ""}">`,
    `<h2>${layerTitles[layer]}（${count}）</h2>`,
    ...(changes.length === 0 ? [] : [`<p class="meaning">${layerMeanings[layer]}</p>`]),
    ...changes.map((change) => card(change, shownInText.has(change.number))),
    "</section>",
  ];
}

function card(numbered: NumberedChange, isShownInText: boolean): string {
  const { number, change, causes, effects } = numbered;
  const { occurrences } = change;
  const [only] = occurrences;
  const isPlaced = change.value === undefined && occurrences.length === 1 && only !== undefined;
  const notes = [authorWords(change), change.remark, positionWords(change)].filter((note) => note !== undefined);
  const links = isShownInText
    ? `<span class="to-text"><a class="inline" href="#i${String(number)}">在全文中看</a><a class="side" href="#s${String(number)}">在全文中看</a></span>`
    : "";
  const title =
    change.value === undefined
      ? escapeHtml(actionWords(change))
      : `<del>${escapeHtml(change.value.before === "" ? "（空）" : change.value.before)}</del> → <ins>${escapeHtml(change.value.after === "" ? "（空）" : change.value.after)}</ins>`;
  const expression = expressionWords(change);
  return [
    `<article id="c${String(number)}" class="change ${change.layer}" tabindex="-1">`,
    `<h3><a class="number" href="#c${String(number)}">${String(number)}</a><span class="action">${title}</span>`,
    isPlaced ? `<span class="place">${escapeHtml(placeWords(change, only))}</span>` : "",
    `${links}</h3>`,
    notes.length === 0 ? "" : `<p class="note">${notes.map(escapeHtml).join("；")}</p>`,
    expression === undefined
      ? ""
      : `<p class="note">算式：<span class="expression">${escapeHtml(expression)}</span></p>`,
    ...(change.value === undefined
      ? occurrences.map((occurrence) => content(change, occurrence, !isPlaced))
      : [places(change)]),
    references("原因", causes, causeWords),
    references("引起", effects, ({ number: own, change: effect }) => `第${String(own)}处：${actionWords(effect)}`),
    "</article>",
  ].join("");
}

function references(label: string, list: readonly NumberedChange[], words: (one: NumberedChange) => string): string {
  if (list.length === 0) return "";
  const items = list.map((one) => `<li><a href="#c${String(one.number)}">${escapeHtml(words(one))}</a></li>`);
  return `<div class="references"><span>${label}</span><ul>${items.join("")}</ul></div>`;
}

/** Every place where a number is printed, with the words around it. */
function places(change: Change): string {
  const items = change.occurrences.map((occurrence) => {
    const around = valueContext(occurrence);
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
  if (row?.cells !== undefined) return place + rowCells(row.cells, kind === "removed" ? "del" : "ins");
  const { spans } = occurrence;
  if (spans.length === 0) return place;
  const hasChange = spans.some((span) => span.kind !== "equal");
  if (!hasChange && kind !== "moved") return place;
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
