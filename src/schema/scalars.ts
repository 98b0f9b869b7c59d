import * as z from "zod";
import { findUnprintable } from "./printable-text.js";

// Schemas here are used once or a few times: to compile code for them takes longer than to walk through them.
z.config({ jitless: true });

/**
 * Building blocks for the YAML files.
 *
 * YAML is read with every scalar as written (`00123` stays five characters), so each of these takes text and says what it must look
 * like. An editor that checks with the exported JSON Schema reads YAML in the ordinary way and sees numbers and booleans:
 * `editorForms` keeps the form that it should accept.
 */
export const editorForms = new WeakMap<z.core.$ZodType, Record<string, unknown>>();

function withEditorForm<Schema extends z.ZodType>(schema: Schema, form: Record<string, unknown>): Schema {
  editorForms.set(schema, form);
  return schema;
}

const scalarTypes = ["string", "number", "boolean"];

function once<Schema extends z.ZodType>(make: () => Schema): () => Schema {
  let schema: Schema | undefined;
  return () => (schema ??= make());
}

/*
 * Blocks without parameters are made once and shared: to make a schema takes longer than to use it, and these stand in a hundred places.
 */

/** Text that is not empty and can be printed. */
export const text = once(() => withEditorForm(z.string().min(1).superRefine(checkPrintable), { type: scalarTypes }));

/** Text on one line, as an element of the circular is. Blanks around it do not count. */
export const line = once(() => {
  const schema = z
    .string()
    .trim()
    .min(1)
    .superRefine((value, context) => {
      checkPrintable(value, context);
      if (/[\n\r]/u.test(value)) context.addIssue({ code: "custom", params: { code: "value-line-break" } });
    });
  return withEditorForm(schema, { type: scalarTypes });
});

function checkPrintable(value: string, context: z.RefinementCtx): void {
  const particulars = findUnprintable(value);
  if (particulars !== undefined) {
    context.addIssue({ code: "custom", params: { code: "value-control-character", particulars } });
  }
}

/** 是 or 否 (true and false are understood too). */
export const yesNo = once(() =>
  withEditorForm(
    z.enum(["是", "否", "true", "false"]).transform((value) => value === "是" || value === "true"),
    { enum: ["是", "否", true, false] },
  ),
);

/** A whole number in Arabic digits. */
export function wholeNumber(minimum = 0, maximum = 999_999) {
  return withEditorForm(
    z
      .string()
      .regex(/^\d{1,9}$/, { error: "whole-number" })
      .transform(Number)
      .refine((value) => value >= minimum && value <= maximum, {
        params: { code: "field-number-range", particulars: { minimum, maximum } },
      }),
    { type: "integer", minimum, maximum },
  );
}

/** A number, perhaps negative or with decimals. */
export const anyNumber = once(() =>
  withEditorForm(
    z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,10})?$/, { error: "number" })
      .transform(Number),
    { type: "number" },
  ),
);

/** One item or a list of them; always a list afterwards. */
export function oneOrMany<Item extends z.ZodType>(item: Item) {
  const schema = z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z.array(item).min(1),
  );
  const itemForm = editorForms.get(item) ?? { type: "string" };
  return withEditorForm(schema, { anyOf: [itemForm, { type: "array", items: itemForm, minItems: 1 }] });
}

/** Keeps the form that an editor should accept for a schema that JSON Schema cannot describe by itself. */
export { withEditorForm };

/** Drops keys without a value: `主送:` with nothing behind it is the same as no such line. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of Object.entries(value)) if (entry !== null) result[key] = withoutEmpty(entry);
  return result;
}
