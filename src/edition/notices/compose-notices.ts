import { appendAll } from "../../document/append-all.js";
import { hasErrors, type Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { plainText, type CircularDocument } from "../../document/tree.js";
import type { CivilDate } from "../../facts/numbers/civil-date.js";
import { unitAliases } from "../../facts/unit-names.js";
import { placeOfValue, rowSet, type FactValue, type RowsValue, type ScalarValue } from "../../facts/values.js";
import type { Progress } from "../../progress/progress.js";
import type { CircularElements } from "../../schema/circular-file.js";
import type { NoticeDefinition, TemplateText } from "../../schema/definitions.js";
import {
  evaluateExpression,
  evaluateTemplate,
  inlineChildren,
  type EvaluationContext,
} from "../../template/evaluate.js";
import { composeDocument } from "../compose.js";
import type { Edition } from "../load-edition.js";
import { evaluationContext } from "../names.js";
import type { PreparedType } from "../prepared-type.js";
import { noticeUnits, type NoticeUnit } from "./notice-units.js";

/** 整改通知 to one unit. */
export interface Notice {
  /** From 1. */
  readonly ordinal: number;
  readonly unit: string;
  /** The places of the unit's rows. */
  readonly rows: readonly Place[];
  readonly document: CircularDocument;
}

type Lookup = EvaluationContext["lookup"];

/**
 * Writes 整改通知 to every unit that the findings of an edition name.
 *
 * ```
 * rows of findings ──by unit──▶ 单位, 行, 序号 ─┐
 * names of the circular ───────────────────────┼──▶ title, body, attachments of the notice ──▶ document tree
 * circular.yaml: 发文机关, 成文日期, 版式 … ──────┘
 * ```
 *
 * @param prepared a type with 整改通知
 * @param edition the validated data
 * @param circular the circular of the edition, which the notices can name
 * @param progress told of the notices
 * @returns a document for each unit, in the order in which the data name them, and what went wrong; with an error among the diagnostics
 *   none of the documents must be issued
 */
export function composeNotices(
  prepared: PreparedType & { readonly noticeBody: NonNullable<PreparedType["noticeBody"]> },
  definition: NoticeDefinition,
  edition: Edition,
  circular: CircularDocument,
  progress?: Progress,
): { readonly notices: readonly Notice[]; readonly diagnostics: readonly Diagnostic[] } {
  const settings = { rateDecimals: edition.elements.数字格式?.比率小数位 ?? 1, attachmentMarks: new Map() };
  // What the circular counts is the same for every notice: it is counted once.
  const shared = evaluationContext(prepared, edition, settings);
  const ofCircular = circularNames(circular, edition);
  const lookup: Lookup = (name) => ofCircular.get(name) ?? shared.context.lookup(name);
  const context = { ...shared.context, lookup };
  const diagnostics: Diagnostic[] = [];
  const rows =
    definition.rows === undefined
      ? lookup(definition.dataset)
      : take(evaluateExpression(prepared.parsed(definition.rows), context), diagnostics).value;
  if (rows?.kind !== "rows") return { notices: [], diagnostics: [...diagnostics, ...shared.diagnostics] };
  const found = noticeUnits(rows, definition.unitColumn, unitAliases(prepared.type, edition.elements));
  appendAll(diagnostics, found.diagnostics);
  const type = { ...prepared.type, title: definition.title, attachments: definition.attachments, checks: [] };
  const notices: Notice[] = [];
  found.units.forEach((unit, index) => {
    progress?.advance(index, found.units.length);
    const own = unitNames(unit, index + 1, rows, definition.unitColumn);
    const lookupOwn: Lookup = (name) => own.get(name) ?? lookup(name);
    const changed = noticeEdition(prepared, definition, edition, unit, { ...context, lookup: lookupOwn }, diagnostics);
    const composed = composeDocument({ ...prepared, type, body: prepared.noticeBody }, changed, lookupOwn);
    appendAll(diagnostics, composed.diagnostics);
    const places = unit.rows.map((row) => rows.dataset.placeOf(row));
    notices.push({ ordinal: index + 1, unit: unit.name, rows: places, document: composed.document });
  });
  appendAll(diagnostics, shared.diagnostics);
  return { notices: hasErrors(diagnostics) ? [] : notices, diagnostics };
}

/** What a notice says of the circular that it follows from. */
function circularNames(circular: CircularDocument, edition: Edition): ReadonlyMap<string, FactValue> {
  const number = edition.elements.版头?.发文字号;
  const text = (raw: string, name: string, place: Place): ScalarValue => ({
    kind: "scalar",
    raw,
    text: raw,
    provenance: { expression: name, places: [place], rows: [] },
  });
  const place = edition.placeOf("版头", "发文字号");
  return new Map<string, FactValue>([
    ["通报标题", text(circular.properties.title, "通报标题", edition.placeOf("标题"))],
    ["通报文号", number === undefined ? { kind: "absent", name: "通报文号", place } : text(number, "通报文号", place)],
  ]);
}

function unitNames(unit: NoticeUnit, ordinal: number, rows: RowsValue, column: string): ReadonlyMap<string, FactValue> {
  const own: RowsValue = { ...rows, rows: unit.rows, expression: "行" };
  const provenance = { expression: column, places: [unit.place], rows: [rowSet(rows.dataset, unit.rows)] };
  return new Map<string, FactValue>([
    ["单位", { kind: "scalar", raw: unit.name, text: unit.name, provenance }],
    ["行", own],
    [
      "序号",
      { kind: "scalar", raw: ordinal, text: String(ordinal), provenance: { ...provenance, expression: "序号" } },
    ],
  ]);
}

/** The edition as the notice to a unit has it: addressed to the unit, with its own number, signature and date. */
function noticeEdition(
  prepared: PreparedType,
  definition: NoticeDefinition,
  edition: Edition,
  unit: NoticeUnit,
  context: EvaluationContext,
  diagnostics: Diagnostic[],
): Edition {
  const { elements } = edition;
  const line = (text: TemplateText | undefined): string | undefined => {
    if (text === undefined) return undefined;
    const { segments } = take(evaluateTemplate(prepared.parsed(text), context), diagnostics);
    return plainText(inlineChildren(segments));
  };
  const date = dateOf(prepared, definition.date, context, diagnostics);
  const signature = line(definition.signature);
  const note = line(definition.note);
  const number = line(definition.documentNumber);
  const mark = elements.版头?.发文机关标志;
  const changed: CircularElements = {
    ...elements,
    标题: undefined,
    主送: unit.name,
    署名: signature === undefined ? elements.署名 : [signature],
    成文日期: date?.date ?? elements.成文日期,
    公开方式: undefined,
    附注: note,
    版式: { ...elements.版式, 格式: definition.form, 用印: definition.sealed },
    版头: definition.form === "普通" ? undefined : { 发文机关标志: mark, 发文字号: number },
    版记: undefined,
  };
  const places = new Map<PropertyKey, Place | undefined>([
    ["主送", unit.place],
    ["署名", definition.signature?.place],
    ["附注", definition.note?.place],
    ["成文日期", date?.place],
  ]);
  return {
    ...edition,
    elements: changed,
    placeOf: (...path) => (path[0] === undefined ? undefined : places.get(path[0])) ?? edition.placeOf(...path),
  };
}

/** The date of the notices, if they have one of their own. */
function dateOf(
  prepared: PreparedType,
  expression: TemplateText | undefined,
  context: EvaluationContext,
  diagnostics: Diagnostic[],
): { readonly date: CivilDate; readonly place: Place | undefined } | undefined {
  if (expression === undefined) return undefined;
  const { value } = take(evaluateExpression(prepared.parsed(expression), context), diagnostics);
  if (value.kind !== "scalar" || typeof value.raw !== "object") return undefined;
  return { date: value.raw, place: placeOfValue(value) };
}

function take<Result extends { readonly diagnostics: readonly Diagnostic[] }>(
  result: Result,
  diagnostics: Diagnostic[],
): Result {
  appendAll(diagnostics, result.diagnostics);
  return result;
}
