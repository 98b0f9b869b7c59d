import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Place } from "../../document/place.js";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { findColonMistake } from "./colon-mistake.js";
import { LocatedEntry, LocatedList, LocatedMap, LocatedText } from "./located-tree.js";
import type { YamlEntry, YamlNode } from "./yaml-node.js";
import type { YamlSource } from "./yaml-source.js";

/** How much a file may hold once its references are followed. */
export interface TreeLimits {
  /** Texts, lists and maps, those behind a reference counted each time. */
  readonly nodes: number;
  readonly depth: number;
}

/**
 * Makes the located tree of a parsed file. References (`*name`) share the node they refer to; their cost is counted as if they
 * were written out, so that nobody who walks the tree can be drowned by it.
 *
 * @returns no root if the limits are exceeded
 */
export function buildTree(
  contents: Node,
  source: YamlSource,
  limits: TreeLimits,
): { readonly root?: YamlNode; readonly diagnostics: readonly Diagnostic[] } {
  const builder = new TreeBuilder(source, limits);
  const built = builder.build(contents, 1);
  return builder.exceeded
    ? { diagnostics: builder.diagnostics }
    : { root: built.node, diagnostics: builder.diagnostics };
}

/** A node with what it costs to walk it. */
interface Built {
  readonly node: YamlNode;
  readonly size: number;
  readonly height: number;
}

class TreeBuilder {
  readonly diagnostics: Diagnostic[] = [];
  exceeded = false;
  private readonly anchors = new Map<string, Built>();
  private readonly openAnchors = new Set<string>();
  private nodes = 0;

  constructor(
    readonly source: YamlSource,
    readonly limits: TreeLimits,
  ) {}

  build(node: Node, depth: number): Built {
    if (isAlias(node)) return this.reference(node, depth);
    if (!this.count(1, depth, node)) return this.nothing(offsetOf(node));
    if (isScalar(node)) return this.keep(node, this.text(node));
    if (!isMap(node) && !isSeq(node)) return this.nothing(offsetOf(node));
    const { anchor } = node;
    if (anchor !== undefined) this.openAnchors.add(anchor);
    const built = isMap(node) ? this.map(node, depth) : this.list(node, depth);
    if (anchor !== undefined) this.openAnchors.delete(anchor);
    return this.keep(node, built);
  }

  private keep(node: { anchor?: string }, built: Built): Built {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, built);
    return built;
  }

  /** Counts nodes against the limits; reports once and says no when there are too many. */
  private count(nodes: number, depth: number, at: Node): boolean {
    if (this.exceeded) return false;
    this.nodes += nodes;
    const place = (): Place => this.source.placeAt(offsetOf(at));
    if (depth > this.limits.depth) {
      this.diagnostics.push(diagnose("yaml-too-deep", place(), {}));
      this.exceeded = true;
    } else if (this.nodes > this.limits.nodes) {
      const limit = this.limits.nodes;
      this.diagnostics.push(
        this.anchors.size > 0
          ? diagnose("yaml-alias-expansion", place(), { limit })
          : diagnose("yaml-too-many-nodes", place(), { limit }),
      );
      this.exceeded = true;
    }
    return !this.exceeded;
  }

  private reference(alias: Alias, depth: number): Built {
    const name = alias.source;
    const target = this.anchors.get(name);
    if (this.openAnchors.has(name)) {
      this.report("yaml-alias-recursive", alias, name);
    } else if (target === undefined) {
      this.report("yaml-alias-unknown", alias, name);
    } else if (this.count(target.size, depth + target.height - 1, alias)) {
      return target;
    }
    return this.nothing(offsetOf(alias));
  }

  private report(code: "yaml-alias-recursive" | "yaml-alias-unknown", node: Node, name: string): void {
    this.diagnostics.push(diagnose(code, this.source.placeAt(offsetOf(node)), { name }));
  }

  private text(scalar: Scalar): Built {
    const text = typeof scalar.value === "string" ? scalar.value : "";
    if (scalar.range) {
      if (scalar.type === "PLAIN") this.checkContinuation(scalar.range[0], scalar.range[1]);
      this.checkComment(scalar.range[1]);
    }
    return leaf(new LocatedText(this.source, offsetOf(scalar), text, this.contentOffset(scalar)));
  }

  /** Where the text of a scalar begins, which is later than the scalar if it has marks around it. */
  private contentOffset(scalar: Scalar): number {
    const start = offsetOf(scalar);
    if (scalar.type === "QUOTE_SINGLE" || scalar.type === "QUOTE_DOUBLE") return start + 1;
    if (scalar.type !== "BLOCK_LITERAL" && scalar.type !== "BLOCK_FOLDED") return start;
    const { text } = this.source;
    const firstLine = text.indexOf("\n", start) + 1;
    const end = scalar.range?.[1] ?? start;
    if (firstLine === 0 || firstLine >= end) return start;
    const indent = /^ */u.exec(text.slice(firstLine, end))?.[0].length ?? 0;
    return firstLine + indent;
  }

  /** Text without quotes goes on over indented lines, so a line that was meant to be a field of its own vanishes in it. */
  private checkContinuation(from: number, to: number): void {
    const { text, file } = this.source;
    const firstBreak = text.indexOf("\n", from);
    if (firstBreak < 0 || firstBreak >= to) return;
    const firstLine = this.source.placeAt(firstBreak).line ?? 1;
    const continued = text.slice(firstBreak + 1, to).split("\n");
    continued.forEach((content, index) => {
      const mistake = findColonMistake(content);
      if (mistake === undefined) return;
      const place = { file, line: firstLine + 1 + index, column: mistake.index + 1 };
      this.diagnostics.push(diagnose("yaml-continued-line", place, { name: mistake.name, colon: mistake.colon }));
    });
  }

  /** `#潮州发布` after a value is a comment to YAML; who writes comments on purpose leaves a space after the `#`. */
  private checkComment(end: number): void {
    const { text } = this.source;
    let start = end;
    while (text[start] === " ") start += 1;
    if (text[start] !== "#" || /^[\s#]?$/u.test(text[start + 1] ?? "")) return;
    const lineEnd = text.indexOf("\n", start);
    const comment = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
    const place = this.source.placeAt(start);
    this.diagnostics.push(diagnose("yaml-comment-cut", place, { text: comment }));
  }

  /** `[甲，乙]` is a list of one text. */
  private checkWideComma(list: YAMLSeq): void {
    if (list.flow !== true) return;
    for (const item of list.items) {
      if (!isScalar(item) || item.type !== "PLAIN" || typeof item.value !== "string" || !item.range) continue;
      const index = item.value.indexOf("，");
      if (index < 0) continue;
      const place = this.source.placeAt(item.range[0] + index);
      this.diagnostics.push(diagnose("yaml-wide-comma", place, { text: item.value }));
    }
  }

  private list(list: YAMLSeq, depth: number): Built {
    this.checkWideComma(list);
    const items = list.items.map((item) => this.build(item as Node, depth + 1));
    return gather(
      new LocatedList(
        this.source,
        offsetOf(list),
        items.map((item) => item.node),
      ),
      items,
    );
  }

  private map(map: YAMLMap, depth: number): Built {
    const entries = new Map<string, YamlEntry>();
    const values: Built[] = [];
    for (const pair of map.items as Pair<Node | null, Node | null>[]) {
      const entry = this.entry(pair, depth);
      if (entry === undefined) continue;
      const { key, keyOffset, value } = entry;
      values.push(value);
      const earlier = entries.get(key);
      if (earlier === undefined) {
        entries.set(key, new LocatedEntry(this.source, keyOffset, key, value.node));
      } else {
        const related = [{ place: earlier.keyPlace, message: "第一次写在这里" }];
        this.diagnostics.push(diagnose("yaml-duplicate-key", this.source.placeAt(keyOffset), { key }, related));
      }
    }
    return gather(new LocatedMap(this.source, offsetOf(map), entries), values);
  }

  private entry(
    pair: Pair<Node | null, Node | null>,
    depth: number,
  ): { key: string; keyOffset: number; value: Built } | undefined {
    const { key, value } = pair;
    if (!isScalar(key) || typeof key.value !== "string") {
      const at = key ?? value;
      this.diagnostics.push(diagnose("yaml-key-not-text", this.source.placeAt(at === null ? 0 : offsetOf(at)), {}));
      return undefined;
    }
    const keyOffset = offsetOf(key);
    this.keep(key, leaf(new LocatedText(this.source, keyOffset, key.value)));
    if (key.value.trim() === "") {
      this.diagnostics.push(diagnose("yaml-empty-key", this.source.placeAt(keyOffset), {}));
      return undefined;
    }
    if (key.type === "PLAIN" && key.value.trim() !== key.value) {
      const place = this.source.placeAt(keyOffset);
      this.diagnostics.push(
        diagnose("yaml-wide-blank", place, { firstLine: place.line ?? 1, lastLine: place.line ?? 1 }),
      );
      return undefined;
    }
    if (value === null) {
      this.reportBareKey(key.value, keyOffset);
      return undefined;
    }
    return { key: key.value, keyOffset, value: this.build(value, depth + 1) };
  }

  /** `{微信:1}` and `{微信}`: a name and no colon that YAML would see. */
  private reportBareKey(text: string, offset: number): void {
    const mistake = findColonMistake(text);
    this.diagnostics.push(
      mistake === undefined
        ? diagnose("yaml-missing-colon", this.source.placeAt(offset), { text })
        : diagnose("yaml-colon", this.source.placeAt(offset + mistake.index), {
            name: mistake.name,
            colon: mistake.colon,
          }),
    );
  }

  private nothing(offset: number): Built {
    return leaf(new LocatedText(this.source, offset, ""));
  }
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function leaf(node: YamlNode): Built {
  return { node, size: 1, height: 1 };
}

function gather(node: YamlNode, children: readonly Built[]): Built {
  let size = 1;
  let height = 0;
  for (const child of children) {
    size += child.size;
    height = Math.max(height, child.height);
  }
  return { node, size, height: height + 1 };
}
