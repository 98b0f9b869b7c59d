import type { Draft, DraftTable, Passage } from "../../draft.js";
import { splitOutside } from "../../listed-names.js";
import type { Rule } from "../../rule.js";
import { closestUnit, UnitIndex } from "../../unit-index.js";
import { plainRecords } from "../../table-figures.js";

/** Lists of units in the body (优秀：甲局、乙局。) against the table they come from. */
export const listedNamesNotInTable: Rule = {
  id: "listed-names-not-in-table",
  name: "正文名单与附件对不上",
  severity: "warning",
  description:
    "正文按等次等逐个列出单位，附件又有全部单位的，两处应当一致：附件里没有的、附件里有而正文漏列的，都请核对。",
  mistakes: [1, 9, 50],
  check(draft, report) {
    const lists = listParagraphs(draft);
    if (lists.length === 0) return;
    for (const table of draft.tables) {
      const column = unitColumn(table);
      if (column < 0) continue;
      const records = plainRecords(table);
      const index = new UnitIndex(records.map((row) => table.textAt(row, column)));
      const own = lists.filter(({ names }) => {
        const known = names.filter(({ name }) => index.has(name)).length;
        return known >= Math.max(1, names.length * 0.5);
      });
      const entries = own.flatMap(({ passage, names }) => names.map((entry) => ({ ...entry, passage })));
      const known = entries.filter(({ name }) => index.has(name)).length;
      // Only a body that names nearly all units of the table is a list of them.
      if (known < 2 || known < entries.length * 0.7 || known < records.length * 0.7) continue;
      for (const { passage, name, start } of entries) {
        if (index.has(name)) continue;
        const near = closestUnit(name, index.names);
        report({
          at: { passage, start, end: start + name.length },
          message: `附件里没有“${name}”`,
          actual: name,
          ...(near === undefined ? {} : { expected: near }),
          hint: "请核对单位名称，或者补上附件里缺的一行",
          related: [{ at: { passage: table.cellAt(records[0] ?? 0, column) }, message: "其他单位都在这一列里" }],
        });
      }
      const listed = new UnitIndex(
        entries.map(({ name }) => name),
        index.place,
      );
      const [first] = entries;
      for (const row of records) {
        const name = table.textAt(row, column);
        if (listed.has(name) || first === undefined) continue;
        report({
          at: { passage: table.cellAt(row, column) },
          message: `正文的名单里没有“${name}”`,
          actual: name,
          hint: "请在正文名单里补上，或者核对附件",
          related: [{ at: { passage: first.passage }, message: "正文的名单从这里开始" }],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "名称写错，对应的一行也就没有列到",
        draft: {
          body: ["（一）部门（4个）", "优秀：市教育局、市公安局。", "良好：市民证局、市统计局。"],
          attachments: [
            {
              title: "考评情况表",
              columns: ["单位名称", "总计"],
              rows: [
                ["示例市教育局", "100"],
                ["示例市公安局", "99"],
                ["示例市民政局", "90"],
                ["示例市统计局", "89"],
              ],
            },
          ],
        },
        report: [
          "正文 （一）第2段：附件里没有“市民证局”；实际：市民证局；应为：示例市民政局；处理：请核对单位名称，或者补上附件里缺的一行；另见 附件 第1行“单位名称”列：其他单位都在这一列里",
          "附件 第3行“单位名称”列：正文的名单里没有“示例市民政局”；实际：示例市民政局；处理：请在正文名单里补上，或者核对附件；另见 正文 （一）第1段：正文的名单从这里开始",
        ],
      },
    ],
    right: [
      {
        shows: "全称与简称",
        draft: {
          body: ["优秀：甲县、乙区。", "良好：丙区。"],
          attachments: [
            {
              title: "考评情况表",
              columns: ["单位名称", "总计"],
              rows: [
                ["甲县人民政府", "90"],
                ["乙区人民政府", "89"],
                ["丙区管委会", "80"],
              ],
            },
          ],
        },
      },
      {
        shows: "正文只点了几个单位",
        draft: {
          body: ["优秀：市教育局、市公安局。"],
          attachments: [
            {
              title: "考评情况表",
              columns: ["单位名称", "总计"],
              rows: [
                ["市教育局", "100"],
                ["市公安局", "99"],
                ["市民政局", "90"],
                ["市统计局", "89"],
              ],
            },
          ],
        },
      },
    ],
  },
};

interface NameList {
  readonly passage: Passage;
  readonly names: readonly { readonly name: string; readonly start: number }[];
}

/** Paragraphs that are nothing but 等次：甲、乙、丙。 */
function listParagraphs(draft: Draft): readonly NameList[] {
  return draft.body.flatMap((passage) => {
    const colon = passage.text.indexOf("：");
    // No label is longer, even of characters of two units.
    if (passage.role === "heading" || colon < 0 || colon > 20) return [];
    const match = /^(?<label>[^：，。、]{1,10}：)(?<list>[^：，；。]+)。?$/u.exec(passage.text);
    const list = match?.groups?.["list"];
    if (list === undefined) return [];
    let position = match?.groups?.["label"]?.length ?? 0;
    const names = splitOutside(list, "、").map((name) => {
      const start = passage.text.indexOf(name, position);
      position = start + name.length;
      return { name, start };
    });
    return names.every(({ name }) => name.length <= 30) ? [{ passage, names }] : [];
  });
}

function unitColumn(table: DraftTable): number {
  return table.columns.findIndex((name) => /单位|部门|地区|网站名称|主办|机构名称/u.test(name));
}
