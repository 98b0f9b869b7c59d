import type { CircularType } from "../schema/definitions.js";
import type { Edition } from "./load-edition.js";

/**
 * What has been checked, one line each, for the log that is printed with a run: a reviewer wants to know not only that nothing was found
 * but what was looked at.
 */
export function checkedItems(type: CircularType, edition: Edition): string[] {
  const items: string[] = ["通用要素和字段：齐全，格式正确"];
  for (const dataset of edition.datasets.values()) {
    const { definition } = dataset;
    items.push(
      `数据表“${dataset.name}”：${String(dataset.rows.length)}行、${String(definition.columns.length)}列，类型和必填项正确`,
    );
    for (const column of definition.columns) {
      if (column.unique) items.push(`数据表“${dataset.name}”：“${column.name}”没有重复`);
      if (column.reference !== undefined) {
        items.push(
          `数据表“${dataset.name}”：“${column.name}”与“${column.reference.dataset}”的“${column.reference.column}”对照过`,
        );
      }
    }
    const [keyColumn, ...furtherKeyColumns] = definition.key;
    const isSaid = definition.columns.some((column) => column.unique && column.name === keyColumn);
    if (keyColumn !== undefined && (furtherKeyColumns.length > 0 || !isSaid)) {
      items.push(`数据表“${dataset.name}”：${definition.key.map((name) => `“${name}”`).join("＋")}没有重复`);
    }
  }
  for (const check of type.checks) items.push(`核对：${check.description}`);
  return items;
}
