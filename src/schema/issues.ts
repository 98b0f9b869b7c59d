import type * as z from "zod";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { nodeAt, type YamlNode } from "../input/yaml/yaml-node.js";
import { toJsonSchema, type JsonSchema } from "./json-schema.js";
import type { ValueIssue } from "./value-issue.js";

/**
 * Turns the issues of a failed validation into diagnostics at their places in the YAML file.
 *
 * @param issues of zod
 * @param root the file that was validated
 * @param schema that it was validated with, to suggest the nearest known key
 */
export function issueDiagnostics(issues: readonly z.core.$ZodIssue[], root: YamlNode, schema: z.ZodType): Diagnostic[] {
  const { diagnostics, explains } = unknownKeyDiagnostics(issues, root, schema);
  return [
    ...diagnostics,
    ...issues.filter((issue) => !explains(issue)).flatMap((issue) => issueDiagnostic(issue, root, schema)),
  ];
}

/**
 * Keys that the schema does not know. One that resembles a missing key is that key misspelt, so that nothing is missing; and a rule about
 * the whole that holds an unknown key can only have failed because of it.
 *
 * @returns `explains`: whether an issue follows from an unknown key, or is one
 */
function unknownKeyDiagnostics(
  issues: readonly z.core.$ZodIssue[],
  root: YamlNode,
  schema: z.ZodType,
): { readonly diagnostics: Diagnostic[]; readonly explains: (issue: z.core.$ZodIssue) => boolean } {
  const missing = issues.filter((issue) => !located(root, issue.path).exact).map((issue) => issue.path);
  const misspelt = new Set<string>();
  const wholes = new Set<string>();
  const diagnostics = issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const { path } = issue;
    const { node } = nodeAt(root, path);
    const known = knownKeys(schema, path, root);
    const wanted = missing.filter((other) => samePath(other.slice(0, -1), path)).map((other) => String(other.at(-1)));
    wholes.add(JSON.stringify(path));
    return issue.keys.map((key) => {
      const meant = nearestName(key, wanted);
      if (meant !== undefined) misspelt.add(JSON.stringify([...path, meant]));
      const nearest = meant ?? nearestName(key, known);
      return diagnose("key-unknown", keyPlace(node, key) ?? node.place, { key, known, nearest });
    });
  });
  const explains = ({ code, path }: z.core.$ZodIssue): boolean => {
    const key = JSON.stringify(path);
    return code === "unrecognized_keys" || misspelt.has(key) || (code === "custom" && wholes.has(key));
  };
  return { diagnostics, explains };
}

function samePath(left: readonly PropertyKey[], right: readonly PropertyKey[]): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
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
  const { node, exact, path } = located(root, issue.path);
  const place = node.place;
  const name = pathName(path, 2);
  const actual = node.kind === "text" ? node.text : undefined;
  const wrongShape = (expected = ""): Diagnostic[] => {
    const description = descriptionAt(schema, path, root);
    return [diagnose("value-wrong-shape", place, { name, expected, found: node.kind, actual, description })];
  };
  // Whatever the schema has to say about something that was not written: it is missing.
  if (!exact || (node.kind === "text" && node.empty)) {
    const key = pathName(path, 1);
    return [
      diagnose("key-missing", place, { name, key, written: exact, description: descriptionAt(schema, path, root) }),
    ];
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return [];
    case "invalid_type":
      return wrongShape(issue.expected);
    case "invalid_value": {
      if (actual === undefined) return wrongShape("string");
      const choices = issue.values.map(String).filter((value) => value !== "true" && value !== "false");
      return [diagnose("value-not-choice", place, { name, actual, choices, nearest: nearestName(actual, choices) })];
    }
    case "invalid_format":
      return [diagnose("value-format", place, { name, actual: actual ?? "", wanted: issue.message })];
    case "too_small":
      return node.kind === "list" ? [diagnose("list-too-short", place, { name })] : wrongShape();
    case "custom": {
      const parameters = issue.params as Partial<ValueIssue> | undefined;
      if (parameters?.code === undefined) return wrongShape();
      const particulars = { actual, found: node.kind, ...parameters.particulars, name };
      return [diagnose(parameters.code, place, particulars as never)];
    }
    case "invalid_key":
    case "invalid_element":
      return issueDiagnostics(issue.issues, node, schema);
    case "too_big":
    case "not_multiple_of":
      return wrongShape();
    case "invalid_union": {
      // Which of several forms it is, one word says: 规则.
      const choices = fixedWords(schema, path, root);
      if (actual === undefined || choices.length === 0) return wrongShape();
      return [diagnose("value-not-choice", place, { name, actual, choices, nearest: nearestName(actual, choices) })];
    }
  }
}

/** The words that decide between forms, at the path of one of them. */
function fixedWords(schema: z.ZodType, path: readonly PropertyKey[], root: YamlNode): string[] {
  const key = String(path.at(-1));
  const { form } = formAt(schema, path.slice(0, -1), root);
  return (form?.oneOf ?? form?.anyOf ?? []).flatMap(({ properties = {} }) => {
    const word = Object.hasOwn(properties, key) ? properties[key]?.["const"] : undefined;
    return typeof word === "string" ? [word] : [];
  });
}

/** The node that an issue is about. What may be one value or a list is validated as a list: its first item is then the value itself. */
function located(
  root: YamlNode,
  path: readonly PropertyKey[],
): { readonly node: YamlNode; readonly exact: boolean; readonly path: readonly PropertyKey[] } {
  const found = nodeAt(root, path);
  if (found.exact || path.at(-1) !== 0) return { ...found, path };
  const ownPath = path.slice(0, -1);
  const whole = nodeAt(root, ownPath);
  return whole.exact && whole.node.kind !== "list" ? { ...whole, path: ownPath } : { ...found, path };
}

function keyPlace(node: YamlNode, key: string): Place | undefined {
  return node.kind === "map" ? node.entries.get(key)?.keyPlace : undefined;
}

/** The last names on the way to a value, `整改.截止`; list positions are counted from 1. */
function pathName(path: readonly PropertyKey[], most: number): string {
  const names: string[] = [];
  for (const step of path) {
    const last = names.at(-1);
    if (typeof step !== "number") names.push(String(step));
    else if (last !== undefined) names[names.length - 1] = `${last}（第${String(step + 1)}项）`;
  }
  return names.length === 0 ? "文件" : names.slice(-most).join(".");
}

/** The keys that the schema knows at a path. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[], root: YamlNode): string[] {
  const { form, definitions } = formAt(schema, path, root);
  return Object.keys(resolve(form, definitions, nodeAt(root, path).node)?.properties ?? {});
}

/** What the schema says about the value at a path, in the words that an editor shows too. */
function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[], root: YamlNode): string | undefined {
  const { form } = formAt(schema, path, root);
  return typeof form?.["description"] === "string" ? form["description"] : undefined;
}

/** The part of the schema's JSON Schema form that stands for a path. */
function formAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  root: YamlNode,
): { readonly form: JsonSchema | undefined; readonly definitions: Record<string, JsonSchema> } {
  let form: JsonSchema | undefined = toJsonSchema(schema);
  const definitions = form.$defs ?? {};
  for (const [depth, step] of path.entries()) {
    form = resolve(form, definitions, nodeAt(root, path.slice(0, depth)).node);
    if (form === undefined) break;
    if (typeof step === "number") form = form.items ?? form;
    else {
      const { properties = {}, additionalProperties: additional }: JsonSchema = form;
      const key = String(step);
      form = Object.hasOwn(properties, key) ? properties[key] : typeof additional === "object" ? additional : undefined;
    }
  }
  return { form, definitions };
}

/** @param node what is written there, which decides between forms that differ in a fixed word such as 规则 */
function resolve(
  schema: JsonSchema | undefined,
  definitions: Record<string, JsonSchema>,
  node: YamlNode,
): JsonSchema | undefined {
  if (schema?.$ref !== undefined) return definitions[schema.$ref.replace("#/$defs/", "")];
  if (schema?.properties === undefined && schema?.items === undefined) {
    const options = (schema?.anyOf ?? schema?.oneOf ?? []).filter(
      (option) => option.properties !== undefined || option.items !== undefined,
    );
    return options.find((option) => saysFixedWord(option, node)) ?? options[0] ?? schema;
  }
  return schema;
}

function saysFixedWord({ properties = {} }: JsonSchema, node: YamlNode): boolean {
  if (node.kind !== "map") return false;
  return Object.entries(properties).some(([key, form]) => {
    const value = node.entries.get(key)?.value;
    return form["const"] !== undefined && value?.kind === "text" && value.text === form["const"];
  });
}
