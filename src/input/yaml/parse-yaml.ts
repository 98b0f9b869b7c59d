import { parseDocument } from "yaml";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors, sortDiagnostics } from "../../diagnostics/diagnostic.js";
import { buildTree, type TreeLimits } from "./build-tree.js";
import { findColonMistake } from "./colon-mistake.js";
import { isNestedTooDeep } from "./nesting.js";
import { explainSyntaxErrors } from "./syntax-errors.js";
import type { YamlNode, YamlText } from "./yaml-node.js";
import type { YamlSource } from "./yaml-source.js";

/**
 * Reads whatever YAML allows.
 *
 * text → parsed document → mistakes in words | located tree (duplicate keys, references, limits)
 *
 * @returns `root` only if nothing is wrong enough to be an error; it is a list or a map
 */
export function parseYaml(source: YamlSource, limits: TreeLimits): { root?: YamlNode; diagnostics: Diagnostic[] } {
  const { file, text } = source;
  if (countSeparators(text) > limits.nodes) {
    return { diagnostics: [diagnose("yaml-too-many-nodes", { file }, { limit: limits.nodes })] };
  }
  if (isNestedTooDeep(text)) return { diagnostics: [diagnose("yaml-too-deep", { file }, {})] };

  const document = parseDocument(text, {
    schema: "failsafe",
    resolveKnownTags: false,
    stringKeys: true,
    strict: true,
    // Found while the tree is built, where the first of the two can be named and a map of thousands of keys costs no more.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const mistakes = explainSyntaxErrors(document, source);
  if (mistakes.length > 0) return { diagnostics: sortDiagnostics(mistakes) };
  if (document.contents === null) return { diagnostics: [diagnose("yaml-empty", { file }, {})] };

  const { root, diagnostics } = buildTree(document.contents, source, limits);
  const all = root?.kind === "text" ? diagnoseBareText(root, source) : [...diagnostics];
  return root === undefined || hasErrors(all)
    ? { diagnostics: sortDiagnostics(all) }
    : { root, diagnostics: sortDiagnostics(all) };
}

/** A lower bound, known before the parser spends a kilobyte on each node: a file of this many items is not written by hand. */
function countSeparators(text: string): number {
  let count = 0;
  for (const character of text) {
    if (character === "\n" || character === "," || character === "[" || character === "{") count += 1;
  }
  return count;
}

/** A file that is one text to YAML: every colon in it is wrong, or it is not YAML at all. */
function diagnoseBareText(root: YamlText, source: YamlSource): Diagnostic[] {
  const { file } = source;
  if (root.empty) return [diagnose("yaml-empty", { file }, {})];
  const colons: Diagnostic[] = [];
  for (let line = root.place.line ?? 1; line <= source.lineCount; line += 1) {
    const mistake = findColonMistake(source.line(line));
    if (mistake === undefined) continue;
    const place = { file, line, column: mistake.index + 1 };
    colons.push(diagnose("yaml-colon", place, { name: mistake.name, colon: mistake.colon }));
  }
  return colons.length > 0 ? colons : [diagnose("yaml-no-structure", root.place, { text: root.text })];
}
