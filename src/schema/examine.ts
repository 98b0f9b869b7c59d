import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { YamlNode } from "../input/yaml/yaml-node.js";
import type { Form } from "./forms.js";
import { issueDiagnostics } from "./issues.js";
import { schemaOf } from "./schema-of.js";

/** What a file holds, or what is wrong with it. */
export type Validated<Value> = { readonly value: Value } | { readonly diagnostics: Diagnostic[] };

/**
 * Has zod decide on a file, and say what is wrong with it.
 *
 * @param plain the file without its places and its empty keys
 */
export function examine<Value>(form: Form<Value>, plain: unknown, root: YamlNode): Validated<Value> {
  const schema = schemaOf(form);
  const parsed = schema.safeParse(plain);
  return parsed.success ? { value: parsed.data } : { diagnostics: issueDiagnostics(parsed.error.issues, root, schema) };
}
