import type { DraftTable, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { meaningOf, plainRecords } from "../../table-figures.js";
import { holdsAny } from "../../holds-any.js";

/** One thing in a list twice. */
export const listedTwice: Rule = {
  id: "listed-twice",
  name: "同一对象列了两次",
  severity: "warning",
  description:
    "名单里两行除序号外完全相同的，多半是重复；不合格名单里同一账号（名称、类型、单位都相同）列了两次的，数量会多算。",
  mistakes: [11],
  check(draft, report) {
    for (const table of draft.tables) {
      const title = draft.attachments[table.attachment]?.titleText ?? "";
      const failing = /不合格|突出问题.*名单|单项否决/u.test(title);
      for (const { row, before, whole } of repeatedRows(table, failing)) {
        report({
          at: { passage: cellOfName(table, row) },
          message: whole ? "这一行与前面一行完全相同" : "同一对象在名单里列了两次",
          actual: cellOfName(table, row).text,
          hint: "请核对是不是重复；重复的删去一行，并改正数量",
          related: [{ at: { passage: cellOfName(table, before) }, message: "前面已经列过" }],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "同一账号列了两次",
        draft: {
          attachments: [
            {
              title: "不合格政务新媒体名单",
              columns: ["序号", "账号名称", "账号类型", "存在问题"],
              rows: [
                ["1", "甲县发布", "微信", "没有更新"],
                ["2", "乙县发布", "微博", "没有更新"],
                ["3", "甲县发布", "微信", "没有互动功能"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“账号名称”列：同一对象在名单里列了两次；实际：甲县发布；处理：请核对是不是重复；重复的删去一行，并改正数量；另见 附件 第1行“账号名称”列：前面已经列过",
        ],
      },
      {
        shows: "两行完全相同",
        draft: {
          attachments: [
            {
              title: "抽查表",
              columns: ["序号", "单位", "账号名称"],
              rows: [
                ["1", "甲局", "甲号"],
                ["2", "乙局", "乙号"],
                ["3", "甲局", "甲号"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“账号名称”列：这一行与前面一行完全相同；实际：甲号；处理：请核对是不是重复；重复的删去一行，并改正数量；另见 附件 第1行“账号名称”列：前面已经列过",
        ],
      },
    ],
    right: [
      {
        shows: "同名账号在不同平台",
        draft: {
          attachments: [
            {
              title: "不合格政务新媒体名单",
              columns: ["账号名称", "账号类型"],
              rows: [
                ["甲县发布", "微信"],
                ["甲县发布", "微博"],
              ],
            },
          ],
        },
      },
      {
        shows: "问题清单里同一网站有几个问题",
        draft: {
          attachments: [
            {
              title: "问题清单",
              columns: ["网站名称", "问题"],
              rows: [
                ["甲县网站", "链接失效"],
                ["甲县网站", "内容过期"],
              ],
            },
          ],
        },
      },
      {
        shows: "统计表里数字相同的行",
        draft: {
          attachments: [
            {
              title: "情况表",
              columns: ["地区", "数量"],
              rows: [
                ["甲县", "0"],
                ["乙县", "0"],
              ],
            },
          ],
        },
      },
    ],
  },
};

function nameColumn(table: DraftTable): number {
  const named = !table.columns.some((name) => holdsAny(name, ["名称", "账号", "对象"]))
    ? -1
    : table.columns.findIndex((name) => /(?:账号|新媒体|网站|对象|食品|机构)名称|^账号$|^对象$/u.test(name));
  return named >= 0 ? named : table.columns.findIndex((name) => holdsAny(name, ["单位", "地区", "部门"]));
}

function cellOfName(table: DraftTable, row: number): Passage {
  return table.cellAt(row, Math.max(0, nameColumn(table)));
}

function* repeatedRows(
  table: DraftTable,
  failing: boolean,
): Generator<{ readonly row: number; readonly before: number; readonly whole: boolean }> {
  const name = nameColumn(table);
  if (name < 0) return;
  const skipped = new Set(
    table.columns.flatMap((heading, column) => (["ordinal", "rank"].includes(meaningOf(heading)) ? [column] : [])),
  );
  const telling = table.columns.flatMap((_, column) => (skipped.has(column) ? [] : [column]));
  if (telling.length < 2) return;
  const identity = telling.filter(
    (column) =>
      column === name || holdsAny(table.columns[column] ?? "", ["类型", "平台", "单位", "地区", "标识码", "部门"]),
  );
  const hasType = identity.some((column) => holdsAny(table.columns[column] ?? "", ["类型", "平台", "标识码"]));
  const seen = new Map<string, number>();
  // Units and websites may well stand in a list twice, and so may accounts that are only listed.
  const seenIdentity = failing && hasType ? new Map<string, number>() : undefined;
  for (const row of plainRecords(table)) {
    // A row that is merged with the one above belongs to it.
    if (table.node.rows[row]?.cells[name] === null || table.textAt(row, name).trim() === "") continue;
    const key = telling.map((column) => table.textAt(row, column)).join("\u0000");
    const same = seen.get(key);
    if (same === undefined) seen.set(key, row);
    else yield { row, before: same, whole: true };
    if (seenIdentity === undefined) continue;
    const identityKey = identity.map((column) => table.textAt(row, column)).join("\u0000");
    const sameThing = seenIdentity.get(identityKey);
    if (sameThing === undefined) seenIdentity.set(identityKey, row);
    else if (same === undefined) yield { row, before: sameThing, whole: false };
  }
}
