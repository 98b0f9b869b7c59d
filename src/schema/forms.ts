import type * as z from "zod";
import type { DiagnosticCode } from "../diagnostics/catalogue.js";

/**
 * What something in a YAML file must look like, for two readers.
 *
 * `read` takes what is right and refuses the rest without a word. zod, which `schema` is made with, can say what is wrong and what an
 * editor may offer; but to load it and to make its schemas takes longer than to compose a small circular, and what is printed in the end
 * has nothing wrong with it. So zod is asked only about what was refused: it decides, and `read` must not take what it does not take.
 */
export interface Form<out Value> {
  /** @param value as `toPlain` gives it, without empty keys */
  readonly read: (value: unknown) => Value | Refused;
  readonly schema: (tools: SchemaTools) => z.ZodType;
  /**
   * What an editor should accept that reads YAML in the ordinary way and sees numbers and booleans: here every scalar is text as it
   * was written (`00123` stays five characters).
   */
  readonly editorForm?: EditorForm;
}

export type EditorForm = Readonly<Record<string, unknown>>;

/** What the schema of a form is made with: zod, and the schemas of the forms within it. */
export interface SchemaTools {
  readonly z: typeof z;
  readonly of: (form: Form<unknown>) => z.ZodType;
}

/** What `read` gives for something that zod has to look at. */
export const refused = Symbol("refused");
export type Refused = typeof refused;

export type ValueOf<AnyForm> = AnyForm extends Form<infer Value> ? Value : never;

/** Something that is wrong though everything has the right shape; `path` leads to the part that it is about. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly particulars?: Readonly<Record<string, unknown>>;
  readonly path?: readonly PropertyKey[];
}

/** What must hold beyond the shape. */
export function refined<Value>(form: Form<Value>, problemsOf: (value: Value) => readonly Problem[]): Form<Value> {
  return {
    read: (value) => {
      const read = form.read(value);
      return read === refused || problemsOf(read).length > 0 ? refused : read;
    },
    schema: ({ of }) =>
      of(form).superRefine((value, context) => {
        for (const { code, particulars, path } of problemsOf(value as Value)) {
          context.addIssue({
            code: "custom",
            params: { code, particulars },
            ...(path === undefined ? {} : { path: [...path] }),
          });
        }
      }),
    ...sameEditorForm(form),
  };
}

/** Something else that is made of the value. */
export function converted<Value, Result>(form: Form<Value>, convert: (value: Value) => Result): Form<Result> {
  return {
    read: (value) => {
      const read = form.read(value);
      return read === refused ? refused : convert(read);
    },
    schema: ({ of }) => of(form).transform((value) => convert(value as Value)),
    ...sameEditorForm(form),
  };
}

/** Takes a short way of writing too, which `complete` turns into the full one. */
export function abbreviated<Value>(
  form: Form<Value>,
  complete: (value: unknown) => unknown,
  editorForm: EditorForm,
): Form<Value> {
  return {
    read: (value) => form.read(complete(value)),
    schema: ({ z, of }) => z.preprocess(complete, of(form)),
    editorForm,
  };
}

function sameEditorForm({ editorForm }: Form<unknown>): Pick<Form<unknown>, "editorForm"> {
  return editorForm === undefined ? {} : { editorForm };
}

/** Whatever is written there. */
export const anything: Form<unknown> = { read: (value) => value, schema: ({ z }) => z.unknown() };

/** A list. @param atLeast how many items, if that is said at all */
export function list<Item>(item: Form<Item>, atLeast?: number): Form<Item[]> {
  return {
    read: (value) => {
      if (!Array.isArray(value) || value.length < (atLeast ?? 0)) return refused;
      const items: Item[] = [];
      for (const each of value) {
        const read = item.read(each);
        if (read === refused) return refused;
        items.push(read);
      }
      return items;
    },
    schema: ({ z, of }) => (atLeast === undefined ? z.array(of(item)) : z.array(of(item)).min(atLeast)),
  };
}

/** One item or a list of them; always a list afterwards. */
export function oneOrMany<Item>(item: Form<Item>): Form<Item[]> {
  const itemForm = item.editorForm ?? { type: "string" };
  return abbreviated(list(item, 1), (value) => (Array.isArray(value) || value === undefined ? value : [value]), {
    anyOf: [itemForm, { type: "array", items: itemForm, minItems: 1 }],
  });
}

/** Values under names that the author gives them. */
export function named<Value>(name: Form<string>, form: Form<Value>): Form<Record<string, Value>> {
  return {
    read: (value) => {
      if (!isMap(value)) return refused;
      const result: Record<string, Value> = {};
      for (const key of Object.keys(value)) {
        const read = form.read(value[key]);
        // zod leaves it out.
        if (read === refused || name.read(key) !== key || key === "__proto__") return refused;
        result[key] = read;
      }
      return result;
    },
    schema: ({ z, of }) => z.record(of(name) as z.ZodType<string, string>, of(form)),
  };
}

/** What may stand under a key, and what an editor says about it. */
export interface Member<out Value, out Optional extends boolean = boolean> {
  readonly form: Form<Value>;
  readonly optional: Optional;
  readonly description?: string | undefined;
  /** Taken where nothing is written. */
  readonly fallback?: unknown;
}

type Members = Readonly<Record<string, Member<unknown>>>;

/** A key that must be there. */
export function needed<Value>(form: Form<Value>, description?: string): Member<Value, false> {
  return { form, optional: false, description };
}

/** A key that may be left out. */
export function optional<Value>(form: Form<Value>, description?: string): Member<Value, true> {
  return { form, optional: true, description };
}

type Flat<Type> = { [Key in keyof Type]: Type[Key] };
type MemberValue<AnyMember> = AnyMember extends Member<infer Value> ? Value : never;

/** What a map with these members is read as. */
export type ValuesOf<Those extends Members> = Flat<
  {
    -readonly [Key in keyof Those as Those[Key] extends Member<unknown, false> ? Key : never]: MemberValue<Those[Key]>;
  } & {
    -readonly [Key in keyof Those as Those[Key] extends Member<unknown, false> ? never : Key]?:
      MemberValue<Those[Key]> | undefined;
  }
>;

/** A map with these keys and no others. */
export function map<Those extends Members>(members: Those): Form<ValuesOf<Those>> {
  return mapOf(members, false);
}

/** A map with these keys among others, which nothing is said about. */
export function mapAmongOthers<Those extends Members>(members: Those): Form<ValuesOf<Those>> {
  return mapOf(members, true);
}

function mapOf<Those extends Members>(members: Those, othersAllowed: boolean): Form<ValuesOf<Those>> {
  let expected: (readonly [string, Member<unknown>])[] | undefined;
  return {
    read: (value) => {
      if (!isMap(value)) return refused;
      const result: Record<string, unknown> = {};
      for (const key of Object.keys(value)) {
        const member = Object.hasOwn(members, key) ? members[key] : undefined;
        if (member === undefined && !othersAllowed) return refused;
        const read = (member?.form ?? anything).read(value[key]);
        if (read === refused) return refused;
        result[key] = read;
      }
      expected ??= Object.entries(members).filter(([, member]) => !member.optional);
      for (const [key, { form, fallback }] of expected) {
        if (Object.hasOwn(result, key)) continue;
        const read = fallback === undefined ? refused : form.read(fallback);
        if (read === refused) return refused;
        result[key] = read;
      }
      return result as ValuesOf<Those>;
    },
    schema: ({ z, of }) => {
      const shape = Object.create(null) as Record<string, z.ZodType>;
      for (const [key, member] of Object.entries(members)) shape[key] = memberSchema(member, of);
      return othersAllowed ? z.looseObject(shape) : z.strictObject(shape);
    },
  };
}

function memberSchema({ form, optional, description, fallback }: Member<unknown>, of: SchemaTools["of"]): z.ZodType {
  const own = of(form);
  const schema = fallback !== undefined ? own.prefault(fallback) : optional ? own.optional() : own;
  return description === undefined ? schema : schema.describe(description);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One of several maps: which of them, the word under a key says. @param unsaid the word that may be left out */
export function mapByWord<Forms extends Readonly<Record<string, Form<unknown>>>>(
  key: string,
  forms: Forms,
  unsaid: keyof Forms & string,
): Form<ValueOf<Forms[keyof Forms]>> {
  return {
    read: (value) => {
      const word = isMap(value) ? (value[key] ?? unsaid) : undefined;
      const form = typeof word === "string" && Object.hasOwn(forms, word) ? forms[word] : undefined;
      return form === undefined ? refused : (form.read(value) as ValueOf<Forms[keyof Forms]> | Refused);
    },
    schema: ({ z, of }) =>
      z.discriminatedUnion(key, Object.values(forms).map(of) as unknown as [z.core.$ZodTypeDiscriminable]),
  };
}

/** A form that holds itself. */
export function recursive<Value>(make: () => Form<Value>): Form<Value> {
  let made: Form<Value> | undefined;
  const form = (): Form<Value> => (made ??= make());
  return { read: (value) => form().read(value), schema: ({ z, of }) => z.lazy(() => of(form())) };
}
