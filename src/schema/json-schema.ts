import * as z from "zod";
import { editorFormOf } from "./schema-of.js";

/** As much of JSON Schema as is read or written here. */
export interface JsonSchema {
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  [key: string]: unknown;
}

/**
 * The JSON Schema of a YAML file: what may be typed, with the descriptions.
 *
 * @param schema one of the file schemas
 * @param target the version of JSON Schema; editors understand draft 7 best
 */
export function toJsonSchema(schema: z.ZodType, target: "draft-7" | "draft-2020-12" = "draft-2020-12"): JsonSchema {
  if (target === "draft-7") return convert(schema, target);
  // Every message about a misspelt key looks into it, and a file can have many.
  const known = converted.get(schema) ?? convert(schema, target);
  converted.set(schema, known);
  return known;
}

const converted = new WeakMap<z.ZodType, JsonSchema>();

function convert(schema: z.ZodType, target: "draft-7" | "draft-2020-12"): JsonSchema {
  return z.toJSONSchema(schema, {
    target,
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const form = editorFormOf(zodSchema);
      if (form === undefined) return;
      const description = jsonSchema.description;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, form, description === undefined ? {} : { description });
    },
  }) as JsonSchema;
}
