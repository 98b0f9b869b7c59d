import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import fc from "fast-check";
import { hostileTexts } from "./hostile-texts.js";

/** A place in something of unknown length, as a fraction of it. */
const somewhere = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** What is done to a sequence of bytes, lines or tokens, as data: a failing case can be read and made smaller. */
interface Step {
  readonly action: "replace" | "remove" | "repeat" | "swap" | "cut";
  readonly at: number;
  readonly other: number;
  readonly length: number;
  readonly text: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom("replace", "replace", "remove", "repeat", "swap", "cut"),
  at: somewhere,
  other: somewhere,
  length: fc.integer({ min: 1, max: 8 }),
  text: fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: "binary", maxLength: 6 })),
});

export const steps = fc.array(step, { minLength: 1, maxLength: 4 });

export type Steps = readonly Step[];

/** Applies steps to anything that is a row of things. */
function mutate<Item>(items: readonly Item[], todo: Steps, made: (text: string) => readonly Item[]): Item[] {
  let result = [...items];
  for (const { action, at, other, length, text } of todo) {
    const from = Math.floor(at * result.length);
    const to = Math.min(result.length, from + length);
    const elsewhere = Math.floor(other * result.length);
    const before = result.slice(0, from);
    const piece = result.slice(from, to);
    const after = result.slice(to);
    if (action === "replace") result = [...before, ...made(text), ...after];
    else if (action === "remove") result = [...before, ...after];
    else if (action === "repeat") result = [...before, ...piece, ...piece, ...after];
    else if (action === "swap")
      result = [...before, ...result.slice(elsewhere, elsewhere + length), ...piece, ...after];
    // Half of a file is missing more often than it is there.
    else if (other > 0.7) result = before;
  }
  return result;
}

/** Bytes of a file, some changed, gone or repeated. */
export function mutateBytes(bytes: Uint8Array, todo: Steps): Uint8Array {
  return Uint8Array.from(mutate([...bytes], todo, (text) => [...strToU8(text === "" ? "\u0000" : text)]));
}

/** A text file whose tokens (words, marks, single Chinese characters, indentation) are changed, gone or repeated. */
export function mutateText(text: string, todo: Steps): string {
  const tokens = text.match(/\n[ ]*(?:- )?|[A-Za-z0-9_.]+|\{\{[#/>!]?|\}\}|[\s\S]/gu) ?? [];
  return mutate(tokens, todo, (made) => [made]).join("");
}

/** A text file of which whole lines are changed. */
export function mutateLines(text: string, todo: Steps): string {
  return mutate(text.split("\n"), todo, (made) => [made]).join("\n");
}

/** A YAML file in which values are replaced by others in quotes: its structure stays. */
export function mutateValues(text: string, todo: Steps): string {
  const values = [...text.matchAll(/(?<=[:[,-] )[^\s,{}[\]|>&*#"'][^,{}[\]\n#]*/gu)];
  let result = text;
  // From the end, so that what is still to be replaced stays in its place.
  for (const { at, text: made } of todo.toSorted((one, other) => other.at - one.at)) {
    const value = values[Math.floor(at * values.length)];
    if (value === undefined) continue;
    const before = result.slice(0, value.index);
    result = `${before}${JSON.stringify(made)}${result.slice(value.index + value[0].length)}`;
  }
  return result;
}

/** One part of an Office file whose tags and texts are changed, in an archive that is in order. */
export function mutatePart(archive: Uint8Array, which: number, wellFormed: boolean, todo: Steps): Uint8Array {
  const parts: Zippable = unzipSync(archive);
  const names = Object.keys(parts)
    .filter((name) => /\.(?:xml|rels)$/u.test(name))
    // The parts that hold what people wrote come up more often than the rest.
    .flatMap((name) => Array<string>(/(?:document|sheet\d+|sharedStrings)\.xml$/u.test(name) ? 6 : 1).fill(name));
  const name = names[Math.floor(which * names.length)] ?? "";
  const tokens = strFromU8(parts[name] as Uint8Array).match(/<[^>]*>|[^<]+/gu) ?? [];
  const changed = wellFormed ? mutateElements(tokens, todo) : mutate(tokens, todo, (text) => [text]);
  return zipSync({ ...parts, [name]: strToU8(changed.join("")) }, { level: 1, mtime: "1980-01-01" });
}

/** Tags and texts of XML of which whole elements, texts and attributes are changed: what comes out is well-formed. */
function mutateElements(original: readonly string[], todo: Steps): string[] {
  let tokens = [...original];
  for (const { action, at, other, length, text } of todo) {
    const from = Math.floor(at * tokens.length);
    const token = tokens[from] ?? "";
    const printable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
    const escaped = printable.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    if (!token.startsWith("<")) tokens[from] = action === "remove" ? "" : action === "repeat" ? token + token : escaped;
    else if (/^<[\w]/u.test(token)) {
      const attributes = [...token.matchAll(/"[^"]*"/gu)];
      const attribute = attributes[length % Math.max(1, attributes.length)];
      if (action === "replace" && attribute !== undefined) {
        const value = length > 4 ? escaped : String(Math.floor(other * 100_000) - 5000);
        tokens[from] =
          `${token.slice(0, attribute.index)}"${value}"${token.slice(attribute.index + attribute[0].length)}`;
        continue;
      }
      const end = endOfElement(tokens, from);
      // The root itself stays.
      if (end > tokens.length * 0.9) continue;
      const element = tokens.slice(from, end);
      const rest = [...tokens.slice(0, from), ...tokens.slice(end)];
      if (action === "remove") tokens = rest;
      else if (action === "repeat") tokens.splice(end, 0, ...Array<string[]>(length).fill(element).flat());
      else {
        const target = Math.max(2, Math.floor(other * (rest.length - 1)));
        tokens = [...rest.slice(0, target), ...element, ...rest.slice(target)];
      }
    }
  }
  return tokens;
}

/** The index after the closing tag of the element that begins there. */
function endOfElement(tokens: readonly string[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] ?? "";
    if (token.startsWith("</")) depth -= 1;
    else if (/^<[\w]/u.test(token) && !token.endsWith("/>")) depth += 1;
    if (depth === 0) return index + 1;
  }
  return tokens.length;
}

/** Rows of cells as a spreadsheet might hold them: every type that the format knows, in and out of place. */
export const cellGrid = fc.array(
  fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...hostileTexts).map((text) => ({ kind: "text" as const, text })) },
      { weight: 2, arbitrary: fc.double().map((number) => ({ kind: "number" as const, text: String(number) })) },
      { weight: 1, arbitrary: fc.constantFrom("1", "0", "7").map((text) => ({ kind: "boolean" as const, text })) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("#DIV/0!", "#N/A", "?").map((text) => ({ kind: "error" as const, text })),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom("2024-07-01", "2024", "x").map((text) => ({ kind: "date" as const, text })),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom("=A1", "SUM(A1:A9)", "").map((text) => ({ kind: "formula" as const, text })),
      },
      { weight: 2, arbitrary: fc.constant({ kind: "absent" as const, text: "" }) },
    ),
    { maxLength: 8 },
  ),
  { maxLength: 8 },
);

export type CellGrid = typeof cellGrid extends fc.Arbitrary<infer Grid> ? Grid : never;

const types = { text: "inlineStr", number: "n", boolean: "b", error: "e", date: "d", formula: "str" } as const;

/** The `<row>` elements of a grid. */
export function gridRows(grid: CellGrid): string {
  return grid
    .map((cells, row) => {
      const written = cells.flatMap(({ kind, text }, column) => {
        if (kind === "absent") return [];
        const escaped = text
          .replace(/[&<]/gu, (mark) => (mark === "&" ? "&amp;" : "&lt;"))
          .replace(/[^\P{C}\n\t]/gu, "");
        const content =
          kind === "text"
            ? `<is><t>${escaped}</t></is>`
            : kind === "formula"
              ? `<f>${escaped}</f>`
              : `<v>${escaped}</v>`;
        return [`<c r="${String.fromCharCode(65 + column)}${String(row + 2)}" t="${types[kind]}">${content}</c>`];
      });
      return `<row r="${String(row + 2)}">${written.join("")}</row>`;
    })
    .join("");
}
