import { toPlain, type YamlNode } from "../input/yaml/yaml-node.js";
import type { Validated } from "./examine.js";
import { refused, type Form } from "./forms.js";

/**
 * Validates a YAML file.
 *
 * @param form of the whole file
 * @param root the file with its places
 */
export async function validateFile<Value>(form: Form<Value>, root: YamlNode): Promise<Validated<Value>> {
  const plain = withoutEmpty(toPlain(root));
  const value = form.read(plain);
  if (value !== refused) return { value };
  const { examine } = await import("./examine.js");
  return examine(form, plain, root);
}

/** Drops keys without a value: `主送:` with nothing behind it is the same as no such line. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of Object.entries(value)) if (entry !== null) result[key] = withoutEmpty(entry);
  return result;
}
