import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { raisedLimits } from "../../openxml/raised-limits.js";
import { decodeText } from "./decode-text.js";
import { readPlainYaml } from "./plain-yaml.js";
import type { YamlNode } from "./yaml-node.js";
import { YamlSource } from "./yaml-source.js";

/** How large a file may be; generous for anything written by hand, small enough not to exhaust the machine. */
export interface YamlLimits {
  readonly bytes: number;
  /** Texts, lists and maps after all references are written out. */
  readonly nodes: number;
  /** Levels of nesting. */
  readonly depth: number;
}

const defaultLimits: YamlLimits = { bytes: 4_000_000, nodes: 400_000, depth: 64 };

/** `root` only if nothing is wrong enough to be an error; it is a list or a map. */
export interface YamlContents {
  readonly root?: YamlNode;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a YAML file as far as it goes without a parser for all of YAML: to the end if it is as plain as most, or is no text at all.
 *
 * bytes → text (encoding) → located tree
 *
 * @returns what there is to parse, if it is neither
 */
export function beginYaml(
  bytes: Uint8Array,
  file: string,
  limits: Partial<YamlLimits> = {},
): { readonly contents: YamlContents } | { readonly source: YamlSource; readonly limits: YamlLimits } {
  const all = { ...raisedLimits(defaultLimits, ["depth"]), ...limits };
  if (bytes.length > all.bytes) {
    const particulars = { bytes: bytes.length, limit: all.bytes };
    return { contents: { diagnostics: [diagnose("yaml-too-large", { file }, particulars)] } };
  }
  const decoded = decodeText(bytes, file);
  if (decoded.text === undefined || hasErrors(decoded.diagnostics)) {
    return { contents: { diagnostics: [...decoded.diagnostics] } };
  }
  const source = new YamlSource(file, decoded.text);
  const root = readPlainYaml(source, all.nodes);
  return root === undefined ? { source, limits: all } : { contents: { root, diagnostics: [] } };
}
