import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasErrors } from "../../diagnostics/diagnostic.js";
import { raisedLimits } from "../../openxml/raised-limits.js";
import { decodeText } from "./decode-text.js";
import { parseYaml } from "./parse-yaml.js";
import { readPlainYaml } from "./plain-yaml.js";
import type { YamlNode } from "./yaml-node.js";
import { YamlSource } from "./yaml-source.js";

export { nodeAt, toPlain } from "./yaml-node.js";
export type { YamlMap, YamlNode } from "./yaml-node.js";

/** How large a file may be; generous for anything written by hand, small enough not to exhaust the machine. */
export interface YamlLimits {
  readonly bytes: number;
  /** Texts, lists and maps after all references are written out. */
  readonly nodes: number;
  /** Levels of nesting. */
  readonly depth: number;
}

const defaultLimits: YamlLimits = { bytes: 4_000_000, nodes: 400_000, depth: 64 };

/**
 * Reads a YAML file into a tree with places, or says in plain Chinese why it cannot be read.
 *
 * bytes → text (encoding) → located tree, if the file is as plain as most, or what `parseYaml` makes of it
 *
 * @param bytes the file as it is
 * @param file its name in messages
 * @returns `root` only if nothing is wrong enough to be an error; it is a list or a map
 */
export function readYaml(
  bytes: Uint8Array,
  file: string,
  limits: Partial<YamlLimits> = {},
): { root?: YamlNode; diagnostics: Diagnostic[] } {
  const { bytes: mostBytes, nodes, depth } = { ...raisedLimits(defaultLimits, ["depth"]), ...limits };
  if (bytes.length > mostBytes) {
    return { diagnostics: [diagnose("yaml-too-large", { file }, { bytes: bytes.length, limit: mostBytes })] };
  }
  const decoded = decodeText(bytes, file);
  if (decoded.text === undefined || hasErrors(decoded.diagnostics)) return { diagnostics: [...decoded.diagnostics] };

  const source = new YamlSource(file, decoded.text);
  const root = readPlainYaml(source, nodes);
  return root === undefined ? parseYaml(source, { nodes, depth }) : { root, diagnostics: [] };
}
