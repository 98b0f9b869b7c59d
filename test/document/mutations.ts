import fc from "fast-check";
import type { CircularDocument } from "../../src/document/tree.js";
import { anyString } from "./arbitrary-document.js";

type Path = readonly (string | number)[];

/** What a field that holds one of a few words may be changed to. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  role: ["record", "total", "remark"],
  align: ["left", "centre", "right"],
  kind: ["text", "number", "ordinal", "code"],
  orientation: ["portrait", "landscape"],
  form: ["plain", "redHead", "letter"],
  pageNumbers: ["outer", "centre"],
  latinFont: ["body", "timesNewRoman"],
};

/**
 * A document and one that differs from it in a single place: another string, another number, a flag turned, an element or an
 * optional field left out, two neighbours swapped. The result may break an invariant.
 */
export function mutated(documents: fc.Arbitrary<CircularDocument>): fc.Arbitrary<[CircularDocument, CircularDocument]> {
  return fc
    .tuple(documents, fc.nat(), anyString, fc.integer({ min: -2, max: 2 }), fc.boolean())
    .map(([document, choice, string, step, leavesOut]) => {
      const changed = structuredClone(document);
      const paths = [...eachPath(changed, [])];
      const path = paths[choice % paths.length];
      if (path !== undefined) change(changed, path, { string, step, leavesOut });
      return [document, changed];
    });
}

interface Change {
  readonly string: string;
  readonly step: number;
  readonly leavesOut: boolean;
}

function* eachPath(node: unknown, path: Path): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof node !== "object" || node === null) return;
  for (const [key, child] of Object.entries(node))
    yield* eachPath(child, [...path, Array.isArray(node) ? Number(key) : key]);
}

function change(document: CircularDocument, path: Path, { string, step, leavesOut }: Change): void {
  let parent: unknown = document;
  for (const key of path.slice(0, -1)) parent = (parent as Record<string | number, unknown>)[key];
  const key = path.at(-1) ?? "";
  if (Array.isArray(parent) && typeof key === "number") {
    const previous = Math.max(0, key - 1);
    if (typeof parent[key] === "string") parent[key] = string;
    else if (leavesOut) parent.splice(key, 1);
    else parent.splice(previous, 2, ...(parent.slice(previous, key + 1) as unknown[]).reverse());
    return;
  }
  const fields = parent as Record<string, unknown>;
  const value = fields[key];
  if (key === "type") fields[key] = otherRole(String(value), path.length === 3, step);
  else if (typeof value === "string") fields[key] = alternatives[key]?.[Math.abs(step)] ?? string;
  else if (typeof value === "number") fields[key] = value + step;
  else if (typeof value === "boolean") fields[key] = !value;
  else if (optionalFields.includes(String(key))) Reflect.deleteProperty(fields, key);
}

const optionalFields = ["subtitle", "body", "copyTo", "printer", "printDate"];

/** Elements of the same shape: one can be taken for the other. */
function otherRole(role: string, isTopLevel: boolean, step: number): string {
  const roles = isTopLevel ? ["paragraph", "disclosure", "note", "recipients"] : ["paragraph", "caption"];
  return roles.includes(role) ? (roles[Math.abs(step)] ?? role) : role;
}
