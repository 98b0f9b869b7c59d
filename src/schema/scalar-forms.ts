import { parseDate, type CivilDate } from "../facts/numbers/civil-date.js";
import { refined, refused, type Form, type Problem } from "./forms.js";
import { findUnprintable } from "./printable-text.js";

/*
 * The texts that stand for values in the YAML files. Each is read as it was written, and its form says what it must look like.
 */

const scalarTypes = ["string", "number", "boolean"];

function printableProblems(value: string): readonly Problem[] {
  const particulars = findUnprintable(value);
  return particulars === undefined ? [] : [{ code: "value-control-character", particulars }];
}

/** Text that is not empty and can be printed. */
export const text: Form<string> = refined(
  {
    read: (value) => (typeof value === "string" && value !== "" ? value : refused),
    schema: ({ z }) => z.string().min(1),
    editorForm: { type: scalarTypes },
  },
  printableProblems,
);

/** Text on one line, as an element of the circular is. Blanks around it do not count. */
export const line: Form<string> = refined(
  {
    read: (value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : refused),
    schema: ({ z }) => z.string().trim().min(1),
    editorForm: { type: scalarTypes },
  },
  (value) => {
    const problems = printableProblems(value);
    return /[\n\r]/u.test(value) ? [...problems, { code: "value-line-break" }] : problems;
  },
);

/** One of the words. */
export function choice<const Word extends string>(words: readonly Word[]): Form<Word> {
  return {
    read: (value) => words.find((word) => word === value) ?? refused,
    schema: ({ z }) => z.enum(words),
  };
}

/** This word and no other. */
export function word<const Word extends string>(only: Word): Form<Word> {
  return { read: (value) => (value === only ? only : refused), schema: ({ z }) => z.literal(only) };
}

/** 是 or 否 (true and false are understood too). */
export const yesNo: Form<boolean> = {
  read: (value) => (value === "是" || value === "true" ? true : value === "否" || value === "false" ? false : refused),
  schema: ({ z }) => z.enum(["是", "否", "true", "false"]).transform((value) => value === "是" || value === "true"),
  editorForm: { enum: ["是", "否", true, false] },
};

/** A whole number in Arabic digits. */
export function wholeNumber(minimum = 0, maximum = 999_999): Form<number> {
  return {
    read: (value) => {
      const number = typeof value === "string" && wholeDigits.test(value) ? Number(value) : undefined;
      return number === undefined || number < minimum || number > maximum ? refused : number;
    },
    schema: ({ z }) =>
      z
        .string()
        .regex(wholeDigits, { error: "whole-number" })
        .transform(Number)
        .refine((value) => value >= minimum && value <= maximum, {
          params: { code: "field-number-range", particulars: { minimum, maximum } },
        }),
    editorForm: { type: "integer", minimum, maximum },
  };
}

const wholeDigits = /^\d{1,9}$/;

/** A number, perhaps negative or with decimals. */
export const anyNumber: Form<number> = {
  read: (value) => (typeof value === "string" && decimalDigits.test(value) ? Number(value) : refused),
  schema: ({ z }) => z.string().regex(decimalDigits, { error: "number" }).transform(Number),
  editorForm: { type: "number" },
};

const decimalDigits = /^-?\d{1,15}(\.\d{1,10})?$/;

/** A number within limits. */
export function numberBetween(minimum: number, maximum: number): Form<number> {
  const form = refined(anyNumber, (value) =>
    value >= minimum && value <= maximum ? [] : [{ code: "field-number-range", particulars: { minimum, maximum } }],
  );
  return { ...form, editorForm: { type: "number", minimum, maximum } };
}

/** A date as written in YAML: 2024-07-10 or 2024年7月10日. */
export const date: Form<CivilDate> = {
  read: (value) => (typeof value === "string" ? (parseDate(value) ?? refused) : refused),
  schema: ({ z }) =>
    z.string().transform((value, context): CivilDate => {
      const parsed = parseDate(value);
      if (parsed !== undefined) return parsed;
      context.issues.push({ code: "custom", input: value, params: { code: "value-not-date" } });
      return z.NEVER;
    }),
  editorForm: { type: "string" },
};
