import * as z from "zod";
import type { EditorForm, Form } from "./forms.js";

// Schemas here are used once or a few times: to compile code for them takes longer than to walk through them.
z.config({ jitless: true });

const schemas = new WeakMap<Form<unknown>, z.ZodType>();
const editorForms = new WeakMap<z.core.$ZodType, EditorForm>();

/** zod's schema of a form; the same each time. */
export function schemaOf<Value>(form: Form<Value>): z.ZodType<Value> {
  const known = schemas.get(form);
  if (known !== undefined) return known as z.ZodType<Value>;
  const schema = form.schema({ z, of: schemaOf });
  if (form.editorForm !== undefined) editorForms.set(schema, form.editorForm);
  schemas.set(form, schema);
  return schema as z.ZodType<Value>;
}

/** The form that an editor should accept for a schema, or for the one that it is a described copy of. */
export function editorFormOf(schema: z.core.$ZodType): EditorForm | undefined {
  for (let current: z.core.$ZodType | undefined = schema; current !== undefined; current = current._zod.parent) {
    const form = editorForms.get(current);
    if (form !== undefined) return form;
  }
  return undefined;
}
