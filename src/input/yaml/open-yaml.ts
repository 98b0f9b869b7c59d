import { during, type Progress } from "../../progress/progress.js";
import { beginYaml, type YamlContents } from "./begin-yaml.js";

/**
 * Reads a YAML file as `readYaml` does, but loads the parser only for a file that is not plain: few are.
 *
 * @param progress told that it is being read
 */
export async function openYaml(bytes: Uint8Array, file: string, progress?: Progress): Promise<YamlContents> {
  const begun = during(progress, "yaml", () => beginYaml(bytes, file));
  if ("contents" in begun) return begun.contents;
  const { parseYaml } = await import("./parse-yaml.js");
  return during(progress, "yaml", () => parseYaml(begun.source, begun.limits));
}
