import { beginYaml, type YamlContents, type YamlLimits } from "./begin-yaml.js";
import { parseYaml } from "./parse-yaml.js";

/**
 * Reads a YAML file into a tree with places, or says in plain Chinese why it cannot be read.
 *
 * @param bytes the file as it is
 * @param file its name in messages
 */
export function readYaml(bytes: Uint8Array, file: string, limits?: Partial<YamlLimits>): YamlContents {
  const begun = beginYaml(bytes, file, limits);
  return "contents" in begun ? begun.contents : parseYaml(begun.source, begun.limits);
}
