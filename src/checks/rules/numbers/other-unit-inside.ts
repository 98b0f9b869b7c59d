import type { DraftTable } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { plainRecords } from "../../table-figures.js";

/** A sentence copied from another row, with that row's unit still inside. */
export const otherUnitInside: Rule = {
  id: "other-unit-inside",
  name: "问题描述里写着别的单位",
  severity: "warning",
  description: "表格里这一行的问题描述，提到的却是另一行的账号、网站或单位，多半是复制后忘了改。",
  mistakes: [58],
  check(draft, report) {
    for (const table of draft.tables) {
      const columns = columnsOf(table);
      if (columns === undefined) continue;
      const { names, detail } = columns;
      const rowsOf = new Map<string, number>();
      const lengths = new Set<number>();
      for (const row of plainRecords(table)) {
        for (const column of names) {
          const name = table.textAt(row, column).trim();
          if (name.length < 4 || rowsOf.has(name)) continue;
          rowsOf.set(name, row);
          lengths.add(name.length);
        }
      }
      const checked = new Set<string>();
      for (const row of plainRecords(table)) {
        if (table.node.rows[row]?.cells[detail] === null) continue;
        const passage = table.cellAt(row, detail);
        const { text } = passage;
        const own = names.map((column) => table.textAt(row, column).trim());
        const key = JSON.stringify([text, ...own]);
        if (checked.has(key) || own.some((name) => name.length >= 2 && text.includes(name))) continue;
        checked.add(key);
        const found = firstName(text, lengths, rowsOf);
        if (found === undefined || own.some((name) => name.includes(found.name) || found.name.includes(name))) continue;
        const other = rowsOf.get(found.name);
        report({
          at: { passage, start: found.start, end: found.start + found.name.length },
          message: `这一行是“${own.join("、")}”的，描述里却写着“${found.name}”`,
          actual: found.name,
          hint: "请核对是不是复制后忘了改",
          ...(other === undefined || names[0] === undefined
            ? {}
            : { related: [{ at: { passage: table.cellAt(other, names[0]) }, message: `“${found.name}”在这一行` }] }),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "复制了上一行的描述",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["账号名称", "存在问题"],
              rows: [
                ["甲县发布", "“甲县发布”菜单链接失效"],
                ["乙县水利", "“甲县发布”菜单链接失效"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“存在问题”列：这一行是“乙县水利”的，描述里却写着“甲县发布”；实际：甲县发布；处理：请核对是不是复制后忘了改；另见 附件 第1行“账号名称”列：“甲县发布”在这一行",
        ],
      },
    ],
    right: [
      {
        shows: "同时写着自己的名称",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["账号名称", "存在问题"],
              rows: [
                ["丙区发布", "更新不及时"],
                ["丙区政务", "“丙区政务”与“丙区发布”内容重复而没有整合"],
              ],
            },
          ],
        },
      },
      {
        shows: "说明与另一账号重复",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["账号名称", "存在问题"],
              rows: [
                ["丙区发布", "更新不及时"],
                ["丙区政务", "与“丙区发布”内容重复而没有整合"],
              ],
            },
          ],
        },
      },
    ],
  },
};

function columnsOf(table: DraftTable): { readonly names: readonly number[]; readonly detail: number } | undefined {
  if (!table.columns.some((name) => name.includes("名称") || name === "对象")) return undefined;
  const detail = table.columns.findIndex((name) => /问题|描述|情形|原因/u.test(name) && !/数$|责任/u.test(name));
  const names = table.columns.flatMap((name, column) =>
    /(?:账号|新媒体|网站)名称|^对象$/u.test(name) ? [column] : [],
  );
  return detail < 0 || names.length === 0 ? undefined : { names, detail };
}

/** The first name of another row in a text, but for comparisons with it (与“丙区发布”内容重复). */
function firstName(
  text: string,
  lengths: ReadonlySet<number>,
  rowsOf: ReadonlyMap<string, number>,
): { readonly name: string; readonly start: number } | undefined {
  const end = Math.min(text.length, 400);
  for (let start = 0; start < end; start += 1) {
    for (const length of lengths) {
      const name = text.slice(start, start + length);
      if (name.length < length || !rowsOf.has(name)) continue;
      if (/[与和同跟比转][“]?$|转载[“]?$|链接到[“]?$/u.test(text.slice(0, start))) return undefined;
      return { name, start };
    }
  }
  return undefined;
}
