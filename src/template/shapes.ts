import type { CircularType, DatasetDefinition, FieldDefinition, ValueDefinition } from "../schema/definitions.js";

/** What is known about a value before there is any data: enough to find a misspelt name in every branch of a template. */
export type Shape =
  | { readonly kind: "text" }
  | { readonly kind: "number" }
  | { readonly kind: "date" }
  | { readonly kind: "yesNo" }
  | { readonly kind: "run" }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "rows"; readonly dataset: DatasetDefinition }
  | { readonly kind: "record"; readonly dataset: DatasetDefinition }
  | { readonly kind: "group"; readonly fields: ReadonlyMap<string, Shape>; readonly printable: boolean }
  /** Follows from a mistake that has been reported already. */
  | { readonly kind: "unknown" };

export type ShapeKind = Shape["kind"];

export const textShape: Shape = { kind: "text" };
export const numberShape: Shape = { kind: "number" };
const dateShape: Shape = { kind: "date" };
export const unknownShape: Shape = { kind: "unknown" };

/** How a kind is called in messages. */
export const shapeNames: Record<ShapeKind, string> = {
  text: "文本",
  number: "数字",
  date: "日期",
  yesNo: "是或否（true 或 false）",
  run: "文字",
  list: "列表",
  rows: "数据行",
  record: "一行数据",
  group: "一组内容",
  unknown: "未知",
};

/** The shape of a column's or field's value. */
function valueShape(definition: ValueDefinition): Shape {
  switch (definition.kind) {
    case "text":
    case "choice":
    case "code":
    case "image":
    case "numberOrText":
      return textShape;
    case "integer":
    case "number":
    case "percent":
      return numberShape;
    case "date":
      return dateShape;
    case "yesNo":
      return { kind: "yesNo" };
    case "list":
      return { kind: "list", item: textShape };
    case "dateRange":
      return dateRangeShape;
    case "group":
      return { kind: "group", fields: fieldShapes(definition as FieldDefinition), printable: false };
    case "records":
      return {
        kind: "list",
        item: { kind: "group", fields: fieldShapes(definition as FieldDefinition), printable: false },
      };
  }
}

const dateRangeShape: Shape = {
  kind: "group",
  printable: true,
  fields: new Map([
    ["起", dateShape],
    ["止", dateShape],
  ]),
};

function fieldShapes(field: FieldDefinition): ReadonlyMap<string, Shape> {
  return new Map(field.fields.map((inner) => [inner.name, valueShape(inner)]));
}

/** The columns of a row. */
export function recordFields(dataset: DatasetDefinition): ReadonlyMap<string, Shape> {
  return new Map(dataset.columns.map((column) => [column.name, valueShape(column)]));
}

/** The elements of every circular that a template can name. */
const elementShapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["发文机关", textShape],
  [
    "期间",
    {
      kind: "group",
      printable: true,
      fields: new Map<string, Shape>([
        ["年", numberShape],
        ["季度", numberShape],
        ["月", numberShape],
        ["简称", textShape],
        ["起", dateShape],
        ["止", dateShape],
      ]),
    },
  ],
  ["成文日期", dateShape],
  ["主送", textShape],
]);

/** Everything a template of this type can name at the top, except its facts. */
export function rootShapes(type: CircularType): Map<string, Shape> {
  const shapes = new Map<string, Shape>(elementShapes);
  for (const field of type.fields) shapes.set(field.name, valueShape(field));
  for (const dataset of type.datasets) shapes.set(dataset.name, { kind: "rows", dataset });
  return shapes;
}

/** What only the texts of 整改通知 can name: the unit, its rows of the dataset, the notice's number, the circular it follows from. */
export function noticeShapes(dataset: DatasetDefinition): ReadonlyMap<string, Shape> {
  return new Map<string, Shape>([
    ["单位", textShape],
    ["行", { kind: "rows", dataset }],
    ["序号", numberShape],
    ["通报标题", textShape],
    ["通报文号", textShape],
  ]);
}

/** The names in `noticeShapes`. */
export const noticeNames: readonly string[] = ["单位", "行", "序号", "通报标题", "通报文号"];
