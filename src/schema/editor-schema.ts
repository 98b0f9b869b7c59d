import { circularFileForm } from "./circular-file.js";
import type { CircularType, ColumnDefinition, DatasetDefinition } from "./definitions.js";
import { toJsonSchema, type JsonSchema } from "./json-schema.js";
import { schemaOf } from "./schema-of.js";
import { typeFileForm } from "./type-file.js";

/*
 * The files in docs/schema/: an editor that reads the line `# yaml-language-server: $schema=…` completes keys and values with them
 * and underlines what is misspelt. They are stricter than the program in one thing only: they offer each word in its plain form.
 */

const draft = "http://json-schema.org/draft-07/schema#";

/** For templates/<type>/type.yaml. */
export function typeEditorSchema(): JsonSchema {
  const schema = toJsonSchema(schemaOf(typeFileForm), "draft-7");
  return { ...schema, $schema: draft, title: "通报类型（type.yaml）" };
}

/** For circular.yaml of a type: the common elements, the type's fields, and its tables. */
export function circularEditorSchema(type: CircularType): JsonSchema {
  const schema = toJsonSchema(schemaOf(circularFileForm(type)), "draft-7");
  const tables = { ...tablesForm(type), description: "检查结果也可以直接写在这里：数据表名下逐行列出" };
  return {
    ...schema,
    $schema: draft,
    title: `${type.name}（circular.yaml）`,
    properties: { ...schema.properties, 数据表: tables },
  };
}

/** For the YAML form of a type's data, such as inspection.yaml. */
export function dataEditorSchema(type: CircularType): JsonSchema {
  return { $schema: draft, title: `${type.name}（检查结果）`, ...tablesForm(type) };
}

function tablesForm(type: CircularType): JsonSchema {
  const properties = Object.create(null) as Record<string, JsonSchema>;
  for (const dataset of type.datasets) {
    for (const name of dataset.sheetNames) properties[name] ??= tableForm(dataset, name);
  }
  return { type: "object", properties, additionalProperties: false };
}

function tableForm(dataset: DatasetDefinition, name: string): JsonSchema {
  const own = name === dataset.name ? dataset.description : `数据表“${dataset.name}”的另一个名称`;
  return {
    type: ["array", "null"],
    ...(own === "" ? {} : { description: own }),
    items: rowForm(dataset),
  };
}

function rowForm(dataset: DatasetDefinition): JsonSchema {
  const properties = Object.create(null) as Record<string, JsonSchema>;
  for (const column of dataset.columns) properties[column.name] = columnForm(column);
  for (const column of dataset.columns) {
    for (const alias of column.aliases) {
      properties[alias] ??= { ...columnForm(column), description: `即“${column.name}”` };
    }
  }
  // A running number may stand in any table; it is not read unless it is a column.
  properties["序号"] ??= { type: ["integer", "string"], description: "可以写，但不读入：序号由程序编排" };
  const needed = dataset.columns.filter(
    (column) => column.required && column.defaultValue === undefined && !column.fillDown,
  );
  const anyOfNames = needed
    .filter((column) => column.aliases.length > 0)
    .map((column) => ({ anyOf: [column.name, ...column.aliases].map((name) => ({ required: [name] })) }));
  return {
    type: "object",
    properties,
    additionalProperties: false,
    required: needed.filter((column) => column.aliases.length === 0).map((column) => column.name),
    ...(anyOfNames.length === 0 ? {} : { allOf: anyOfNames }),
  };
}

function columnForm(column: ColumnDefinition): JsonSchema {
  return { ...cellForm(column), ...(column.description === "" ? {} : { description: column.description }) };
}

/** What may be typed into a cell. YAML reads 114.3 as a number and 是 as a text; an empty cell is null. */
function cellForm(column: ColumnDefinition): JsonSchema {
  const empty = column.required && column.defaultValue === undefined && !column.fillDown ? [] : ["null"];
  switch (column.kind) {
    case "choice":
      return { enum: [...plainForms([...column.choices, ...column.choiceAliases.keys()]), ...empty.map(() => null)] };
    case "yesNo":
      return { enum: ["是", "否", true, false, ...empty.map(() => null)] };
    case "integer":
      return {
        type: ["integer", "string", ...empty],
        ...(column.minimum === undefined ? {} : { minimum: column.minimum }),
        ...(column.maximum === undefined ? {} : { maximum: column.maximum }),
      };
    case "number":
      return {
        type: ["number", "string", ...empty],
        ...(column.minimum === undefined ? {} : { minimum: column.minimum }),
        ...(column.maximum === undefined ? {} : { maximum: column.maximum }),
      };
    case "list":
      return { type: ["array", "string", "number", ...empty], items: { type: ["string", "number"] } };
    default:
      return { type: ["string", "number", ...empty] };
  }
}

/** Each text as it is, and as the number or the truth value that YAML makes of it. */
function plainForms(texts: readonly string[]): (string | number | boolean)[] {
  return texts.flatMap((text): (string | number | boolean)[] => {
    if (/^-?\d{1,15}(\.\d+)?$/u.test(text)) return [text, Number(text)];
    return text === "true" || text === "false" ? [text, text === "true"] : [text];
  });
}
