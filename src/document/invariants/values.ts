import type { CircularDocument, Inline, Provenance } from "../tree.js";

/** Every value says how it was got, and the rows it was counted from are in order and named once. */
export function provenanceProblems(document: CircularDocument): string[] {
  const problems: string[] = [];
  eachInline(document, "", (inline, path) => {
    if (inline.type !== "value") return;
    for (const problem of oneProvenance(inline.provenance)) problems.push(`${path}.provenance${problem}`);
  });
  return problems;
}

/** A picture is what it says it is; whether it can be drawn is decided where it is read. */
export function pictureProblems(document: CircularDocument): string[] {
  const problems: string[] = [];
  document.children.forEach((block, index) => {
    if (block.type !== "attachment") return;
    block.children.forEach((child, childIndex) => {
      if (child.type !== "picture") return;
      const path = `children[${String(index)}].children[${String(childIndex)}]`;
      if (!/^[A-Za-z0-9+/]+={0,2}$/.test(child.data) || child.data.length % 4 !== 0) {
        problems.push(`${path}.data: not Base64`);
      } else if (!child.data.startsWith(signatures[child.format])) {
        problems.push(`${path}.data: not the bytes of a ${child.format} file`);
      }
      for (const side of ["widthPixels", "heightPixels"] as const) {
        if (!Number.isInteger(child[side]) || child[side] < 1) problems.push(`${path}.${side}: ${String(child[side])}`);
      }
      if (child.alternativeText === "") problems.push(`${path}.alternativeText: empty`);
    });
  });
  return problems;
}

/** The first bytes of each format (89 50 4E 47 0D 0A 1A 0A and FF D8 FF) in Base64, as far as whole characters go. */
const signatures = { png: "iVBORw0KGg", jpeg: "/9j/" } as const;

function oneProvenance({ expression, places, rows }: Provenance): string[] {
  const problems: string[] = [];
  if (expression === "") problems.push(".expression: empty");
  places.forEach((place, index) => {
    if (place.file === "") problems.push(`.places[${String(index)}].file: empty`);
  });
  rows.forEach((set, index) => {
    set.rows.forEach((row, position) => {
      const before = set.rows[position - 1] ?? 0;
      if (!Number.isInteger(row) || row <= before) {
        problems.push(`.rows[${String(index)}].rows[${String(position)}]: ${String(row)} after ${String(before)}`);
      }
    });
  });
  return problems;
}

function eachInline(node: unknown, path: string, visit: (inline: Inline, path: string) => void): void {
  if (Array.isArray(node)) {
    node.forEach((child, index) => eachInline(child, `${path}[${String(index)}]`, visit));
    return;
  }
  if (!isObject(node)) return;
  if (isInline(node)) {
    visit(node, path);
    return;
  }
  for (const [key, child] of Object.entries(node)) eachInline(child, path === "" ? key : `${path}.${key}`, visit);
}

function isObject(node: unknown): node is object {
  return typeof node === "object" && node !== null;
}

function isInline(node: object): node is Inline {
  return "type" in node && (node.type === "text" || node.type === "value");
}
