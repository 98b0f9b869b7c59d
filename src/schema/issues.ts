import * as z from "zod";
import type { Place } from "../document/place.js";
import { diagnose, type DiagnosticCode } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { nodeAt, type YamlNode } from "../input/yaml/read-yaml.js";
import { editorForms } from "./scalars.js";
import type { IssueParameters } from "./value-schema.js";

/**
 * Turns the issues of a failed validation into diagnostics at their places in the YAML file.
 *
 * @param issues of zod
 * @param root the file that was validated
 * @param schema that it was validated with, to suggest the nearest known key
 */
export function issueDiagnostics(
  issues: readonly z.core.$ZodIssue[],
  root: YamlNode,
  schema: z.ZodType,
): Diagnostic[] {
  return issues.flatMap((issue) => issueDiagnostic(issue, root, schema));
}

/** The codes that zod can raise, each with what we say. A test compares this list with zod's own. */
export const handledIssueCodes = [
  "invalid_type",
  "too_big",
  "too_small",
  "invalid_format",
  "not_multiple_of",
  "unrecognized_keys",
  "invalid_union",
  "invalid_key",
  "invalid_element",
  "invalid_value",
  "custom",
] as const satisfies readonly z.core.$ZodIssue["code"][];

function issueDiagnostic(issue: z.core.$ZodIssue, root: YamlNode, schema: z.ZodType): Diagnostic[] {
  const { node, exact } = nodeAt(root, issue.path);
  const place = node.place;
  const name = pathName(issue.path);
  const actual = node.kind === "text" ? node.text : undefined;
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const known = knownKeys(schema, issue.path);
        return diagnose("key-unknown", keyPlace(node, key) ?? place, { key, known, nearest: nearestName(key, known) });
      });
    case "invalid_type":
      if (!exact || (node.kind === "text" && node.empty)) return [diagnose("key-missing", place, { name })];
      return [diagnose("value-wrong-shape", place, { name, expected: issue.expected, found: node.kind, actual })];
    case "invalid_value": {
      if (!exact) return [diagnose("key-missing", place, { name })];
      const values = issue.values.map(String).filter((value) => value !== "true" && value !== "false");
      return [
        diagnose("value-not-choice", place, {
          name,
          actual: actual ?? "",
          choices: values,
          nearest: nearestName(actual ?? "", values),
        }),
      ];
    }
    case "invalid_format":
      return [diagnose("value-format", place, { name, actual: actual ?? "", wanted: issue.message })];
    case "too_small":
      return [diagnose(node.kind === "list" ? "list-too-short" : "key-missing", place, { name })];
    case "custom": {
      const parameters = issue.params as Partial<IssueParameters> | undefined;
      if (parameters?.code === undefined) return [diagnose("value-wrong-shape", place, { name, expected: "", found: node.kind, actual })];
      return [diagnose(parameters.code, place, (parameters.particulars ?? {}) as never)];
    }
    case "invalid_key":
    case "invalid_element":
      return issueDiagnostics(issue.issues, node, schema);
    case "too_big":
    case "not_multiple_of":
    case "invalid_union":
      return [diagnose("value-wrong-shape", place, { name, expected: "", found: node.kind, actual })];
  }
}

/** Makes the diagnostic for a `custom` issue of `valueSchema`, for a cell rather than a place in YAML. */
export function cellIssueDiagnostic(issue: z.core.$ZodIssue, place: Place): Diagnostic | undefined {
  const parameters = (issue as { params?: Partial<IssueParameters> }).params;
  if (parameters?.code === undefined) return undefined;
  return diagnose(parameters.code satisfies DiagnosticCode, place, (parameters.particulars ?? {}) as never);
}

function keyPlace(node: YamlNode, key: string): Place | undefined {
  return node.kind === "map" ? node.entries.get(key)?.keyPlace : undefined;
}

/** The last name on the way to a value; list positions are counted from 1. */
function pathName(path: readonly PropertyKey[]): string {
  for (let index = path.length - 1; index >= 0; index -= 1) {
    const step = path[index];
    if (typeof step === "string") {
      const after = path[index + 1];
      return typeof after === "number" ? `${step}（第${String(after + 1)}项）` : step;
    }
  }
  return "文件";
}

/** The keys that the schema knows at a path, read from its JSON Schema form. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: JsonSchema | undefined = toJsonSchema(schema);
  const definitions = current.$defs ?? {};
  for (const step of path) {
    current = resolve(current, definitions);
    if (current === undefined) return [];
    if (typeof step === "number") current = current.items;
    else {
      const additional: JsonSchema | boolean | undefined = current.additionalProperties;
      current = current.properties?.[String(step)] ?? (typeof additional === "object" ? additional : undefined);
    }
  }
  return Object.keys(resolve(current, definitions)?.properties ?? {});
}

function resolve(schema: JsonSchema | undefined, definitions: Record<string, JsonSchema>): JsonSchema | undefined {
  if (schema?.$ref !== undefined) return definitions[schema.$ref.replace("#/$defs/", "")];
  if (schema?.properties === undefined && schema?.items === undefined) {
    return schema?.anyOf?.find((option) => option.properties !== undefined || option.items !== undefined) ?? schema;
  }
  return schema;
}

/** As much of JSON Schema as is read or written here. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  [key: string]: unknown;
}

/**
 * The JSON Schema of a YAML file, for editors: what may be typed, with the descriptions.
 *
 * @param schema one of the file schemas
 */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const form = editorForms.get(zodSchema);
      if (form === undefined) return;
      const description = jsonSchema.description;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, form, description === undefined ? {} : { description });
    },
  }) as JsonSchema;
}
