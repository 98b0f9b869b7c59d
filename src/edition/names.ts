import { appendAll } from "../document/append-all.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";
import type { Provenance } from "../document/tree.js";
import { formatValue } from "../facts/format.js";
import type { CivilDate } from "../facts/numbers/civil-date.js";
import { formatPeriod } from "../facts/numbers/civil-date.js";
import { periodName, periodRange, periodShortName } from "../facts/numbers/period.js";
import type { FactValue, ScalarValue } from "../facts/values.js";
import type { FieldContent } from "../schema/circular-file.js";
import type { FieldDefinition } from "../schema/definitions.js";
import { evaluateExpression, type EvaluationContext } from "../template/evaluate.js";
import type { HelperSettings } from "../template/helpers/helper.js";
import type { Edition } from "./load-edition.js";
import type { PreparedType } from "./prepared-type.js";

/**
 * The names that the templates of an edition can use: elements, fields, datasets, and the type's facts, each worked out when it is
 * first asked for and then kept.
 *
 * @param prepared the type
 * @param edition the data
 * @param settings for helpers
 * @param lookupFirst names that come before all of these
 * @returns the context for evaluation; what goes wrong in a fact is collected in `diagnostics` once
 */
export function evaluationContext(
  prepared: PreparedType,
  edition: Edition,
  settings: HelperSettings,
  lookupFirst: EvaluationContext["lookup"] = () => undefined,
): { readonly context: EvaluationContext; readonly diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, FactValue>();
  const fields = new Map(prepared.type.fields.map((field) => [field.name, field]));
  const context: EvaluationContext = {
    partials: prepared.partials,
    settings,
    lookup: (name) => {
      const found = lookupFirst(name) ?? known.get(name);
      if (found !== undefined) return found;
      const value = compute(name);
      if (value !== undefined) known.set(name, value);
      return value;
    },
  };
  const compute = (name: string): FactValue | undefined => {
    const field = fields.get(name);
    if (field !== undefined) return fieldValue(field, edition.fields.get(name), [name], edition);
    const definition = prepared.type.datasets.find((dataset) => dataset.name === name);
    if (definition !== undefined) {
      const dataset = edition.datasets.get(name) ?? {
        name,
        definition,
        file: edition.placeOf().file,
        rows: [],
        doubtfulColumns: new Set<number>(),
        placeOf: () => edition.placeOf(),
      };
      return { kind: "rows", dataset, rows: dataset.rows, expression: name };
    }
    const fact = prepared.facts.get(name);
    if (fact !== undefined) {
      const result = evaluateExpression(fact, context);
      appendAll(diagnostics, result.diagnostics);
      return result.value;
    }
    return elementValue(name, edition);
  };
  return { context, diagnostics };
}

/** 主送 without the colon that it is printed with: authors write it or leave it out. */
export function recipientsWithoutColon(recipients: string): string {
  return recipients.replace(/\s*[：:]\s*$/u, "");
}

function asText(text: string): { readonly raw: string; readonly text: string } {
  return { raw: text, text };
}

function provenanceOf(expression: string, place: Place): Provenance {
  return { expression, places: [place], rows: [] };
}

/** A value of circular.yaml as a scalar with its place. */
export function scalarAt(
  raw: string | number | boolean | CivilDate,
  edition: Edition,
  ...path: readonly PropertyKey[]
): ScalarValue {
  return {
    kind: "scalar",
    raw,
    text: formatValue(raw),
    provenance: provenanceOf(path.map(String).join("."), edition.placeOf(...path)),
  };
}

function elementValue(name: string, edition: Edition): FactValue | undefined {
  const { elements } = edition;
  switch (name) {
    case "发文机关":
      return scalarAt(elements.发文机关, edition, name);
    case "成文日期":
      return scalarAt(elements.成文日期, edition, name);
    case "主送":
      return elements.主送 === undefined
        ? { kind: "absent", name, place: edition.placeOf() }
        : { ...scalarAt(elements.主送, edition, name), ...asText(recipientsWithoutColon(elements.主送)) };
    case "期间": {
      const period = elements.期间;
      const place = edition.placeOf("期间");
      const provenance = provenanceOf("期间", place);
      const part = (raw: string | number | CivilDate): ScalarValue => ({
        kind: "scalar",
        raw,
        text: formatValue(raw),
        provenance,
      });
      const optional = (key: string, raw: number | undefined): FactValue =>
        raw === undefined ? { kind: "absent", name: `期间.${key}`, place } : part(raw);
      const range = periodRange(period);
      return {
        kind: "group",
        provenance,
        whole: part(periodName(period)),
        entries: new Map<string, FactValue>([
          ["年", part(period.year)],
          ["季度", optional("季度", period.quarter)],
          ["月", optional("月", period.month)],
          ["简称", part(periodShortName(period))],
          ["起", part(range.first)],
          ["止", part(range.last)],
        ]),
      };
    }
    default:
      return undefined;
  }
}

function fieldValue(
  field: FieldDefinition,
  content: FieldContent,
  path: readonly PropertyKey[],
  edition: Edition,
): FactValue {
  const place = edition.placeOf(...path);
  const expression = path
    .map((step) => (typeof step === "number" ? `第${String(step + 1)}项` : String(step)))
    .join(".");
  const provenance = provenanceOf(expression, place);
  if (content === undefined) return { kind: "absent", name: expression, place };
  if (field.kind === "group" || field.kind === "records") {
    if (Array.isArray(content)) {
      const items = content as readonly FieldContent[];
      return {
        kind: "list",
        provenance,
        items: items.map((item, index) => groupValue(field, item, [...path, index], edition)),
      };
    }
    return groupValue(field, content, path, edition);
  }
  if (field.kind === "dateRange") {
    const range = content as unknown as { readonly 起: CivilDate; readonly 止: CivilDate };
    return {
      kind: "group",
      provenance,
      whole: {
        kind: "scalar",
        raw: formatPeriod(range.起, range.止),
        text: formatPeriod(range.起, range.止),
        provenance,
      },
      entries: new Map<string, FactValue>([
        ["起", scalarAt(range.起, edition, ...path, "起")],
        ["止", scalarAt(range.止, edition, ...path, "止")],
      ]),
    };
  }
  if (Array.isArray(content)) {
    const texts = content as readonly string[];
    return {
      kind: "list",
      provenance,
      items: texts.map((item, index): ScalarValue => {
        const itemPlace = edition.placeOf(...path, index);
        return { kind: "scalar", raw: item, text: item, provenance: provenanceOf(expression, itemPlace) };
      }),
    };
  }
  const raw = content as string | number | boolean | CivilDate;
  return { kind: "scalar", raw, text: formatValue(raw), provenance };
}

function groupValue(
  field: FieldDefinition,
  content: FieldContent,
  path: readonly PropertyKey[],
  edition: Edition,
): FactValue {
  const group = content as Readonly<Record<string, FieldContent>>;
  return {
    kind: "group",
    provenance: provenanceOf(field.name, edition.placeOf(...path)),
    entries: new Map(
      field.fields.map((inner) => [inner.name, fieldValue(inner, group[inner.name], [...path, inner.name], edition)]),
    ),
  };
}
