import type { Place } from "../../document/place.js";

/**
 * A YAML file as a tree in which everything knows where it stands.
 *
 * Every scalar is the text that was written (`00123`, `100.10`, `是`, `null` stay as they are): what a value means is decided by the
 * column or field it belongs to, not by YAML's guesses. A `place` is worked out when it is asked for, so a tree of thousands of
 * rows stays light.
 */
export type YamlNode = YamlText | YamlList | YamlMap;

export interface YamlText {
  readonly kind: "text";
  readonly text: string;
  /** Nothing but blanks, or nothing at all, stands there. */
  readonly empty: boolean;
  readonly place: Place;
  /** The first character of the text itself, which follows the quotation mark, `|` or `>` at `place` if there is one. */
  readonly contentPlace: Place;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly place: Place;
}

export interface YamlMap {
  readonly kind: "map";
  /** By key, in the order of the file. */
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly place: Place;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: YamlNode;
}

/**
 * The tree without its places, for a schema to validate.
 *
 * @returns text as a string, an empty text as `null`, a list as an array, a map as an object without a prototype (so that a
 *   key such as `__proto__` is only a key)
 */
export function toPlain(node: YamlNode): unknown {
  switch (node.kind) {
    case "text":
      return node.empty ? null : node.text;
    case "list":
      return node.items.map(toPlain);
    case "map": {
      const plain = Object.create(null) as Record<string, unknown>;
      for (const [key, entry] of node.entries) plain[key] = toPlain(entry.value);
      return plain;
    }
  }
}

/**
 * Follows a path of keys and indexes as far as it exists.
 *
 * @param path map keys and list indexes (a number or its digits), as zod reports them
 * @returns the deepest node on the path; `exact` tells whether the whole path exists
 */
export function nodeAt(root: YamlNode, path: readonly PropertyKey[]): { node: YamlNode; exact: boolean } {
  let node = root;
  for (const step of path) {
    const next = childAt(node, step);
    if (next === undefined) return { node, exact: false };
    node = next;
  }
  return { node, exact: true };
}

function childAt(node: YamlNode, step: PropertyKey): YamlNode | undefined {
  if (typeof step === "symbol") return undefined;
  if (node.kind === "map") return node.entries.get(String(step))?.value;
  if (node.kind !== "list") return undefined;
  if (typeof step === "number") return node.items[step];
  return /^\d+$/.test(step) ? node.items[Number(step)] : undefined;
}
