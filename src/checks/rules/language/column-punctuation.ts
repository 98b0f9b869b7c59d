import { holdsNames, type DraftTable, type Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";

/** The ends of the cells, and the marks between listed items, in one column of a table. */
export const columnPunctuation: Rule = {
  id: "column-punctuation",
  name: "同一列的标点不统一",
  severity: "warning",
  description:
    "同一列的文字，末尾的句号要么都加要么都不加；并列几项的，用同一种标点隔开。只有个别几格不同的，多半是漏了；各占一半的，只作提示。",
  mistakes: [44],
  check(draft, report) {
    for (const table of draft.tables) {
      table.columns.forEach((name, column) => {
        const cells = sentences(table, column);
        const ended = cells.filter(({ text }) => "。；".includes(text.slice(-1)));
        const open = cells.filter(({ text }) => !"。；！？…：".includes(text.slice(-1)));
        const few = ended.length < open.length ? ended : open;
        const many = few === ended ? open : ended;
        const [first] = few;
        const [other] = many;
        if (first !== undefined && other !== undefined) {
          report({
            at: { passage: first, start: first.text.length - 1, end: first.text.length },
            message: `“${name}”列有${String(ended.length)}格以句号或分号结束，${String(open.length)}格没有`,
            actual: ending(first.text),
            hint: `全列统一；与多数不同的是${rowNumbers(few)}`,
            related: [{ at: { passage: other }, message: `这里写的是“${ending(other.text)}”` }],
            ...(few.length * 5 > many.length ? { severity: "hint" as const } : {}),
          });
        }
        separators(table, column, name, report);
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "个别格没有句号",
        draft: {
          attachments: [
            {
              title: "清单",
              columns: ["序号", "存在问题"],
              rows: [
                ["1", "动态要闻栏目没有更新。"],
                ["2", "首页链接无法访问。"],
                ["3", "通知公告栏目没有更新"],
                ["4", "留言没有及时答复。"],
                ["5", "政策文件没有解读。"],
                ["6", "办事指南要素不全。"],
              ],
            },
          ],
        },
        report: [
          "附件 第3行“存在问题”列：“存在问题”列有5格以句号或分号结束，1格没有；实际：…栏目没有更新；处理：全列统一；与多数不同的是第3行；另见 附件 第1行“存在问题”列：这里写的是“…目没有更新。”",
        ],
      },
      {
        shows: "有的用顿号，有的用逗号",
        draft: {
          attachments: [
            {
              title: "清单",
              columns: ["责任单位"],
              rows: [["甲县政府、乙县政府"], ["乙县政府、丙县政府"], ["甲县政府，丁县政府"]],
            },
          ],
        },
        report: [
          "附件 第3行“责任单位”列：“责任单位”列并列的几项，有的用“、”隔开，有的用“，”；实际：甲县政府，丁县政府；处理：全列统一；与多数不同的是第3行；另见 附件 第1行“责任单位”列：这里用的是“、”",
        ],
      },
    ],
    right: [
      {
        shows: "全列都没有句号",
        draft: { attachments: [{ title: "清单", columns: ["存在问题"], rows: [["栏目没有更新"], ["链接无法访问"]] }] },
      },
      {
        shows: "短词、数值不算",
        draft: { attachments: [{ title: "表", columns: ["结果"], rows: [["合格"], ["不合格"], ["合格。"]] }] },
      },
      {
        shows: "名称里的标点照原样",
        draft: {
          attachments: [{ title: "表", columns: ["账号名称"], rows: [["甲县，我们的家"], ["乙县、丙县在线发布"]] }],
        },
      },
    ],
  },
};

/** The distinct texts of a column, if at least one of them is a sentence; names and numbers have no marks of ours. */
function sentences(table: DraftTable, column: number): readonly Passage[] {
  if (holdsNames(table.columns[column] ?? "")) return [];
  const cells = distinct(table, column).filter(({ text }) => text.length >= 6 && /[\u4e00-\u9fff]{4}/u.test(text));
  return cells.some(({ text }) => /[，。；]/u.test(text)) ? cells : [];
}

/** Cells that list several units: the marks between them. */
function separators(table: DraftTable, column: number, name: string, report: Parameters<Rule["check"]>[1]): void {
  if (holdsNames(name) || !holdsAny(name, ["单位", "部门", "机关", "地区", "县区"])) return;
  const byMark = new Map<string, Passage[]>();
  for (const cell of distinct(table, column)) {
    if (/[。：]/u.test(cell.text)) continue;
    for (const mark of new Set(cell.text.match(/[、，,；;/]/gu) ?? [])) {
      const known = byMark.get(mark);
      if (known === undefined) byMark.set(mark, [cell]);
      else known.push(cell);
    }
  }
  const [usual, ...others] = [...byMark].sort((a, b) => b[1].length - a[1].length);
  const place = usual?.[1][0];
  if (usual === undefined || place === undefined) return;
  for (const [mark, cells] of others) {
    const [first] = cells;
    if (first === undefined) continue;
    const at = first.text.indexOf(mark);
    report({
      at: { passage: first, start: at, end: at + 1 },
      message: `“${name}”列并列的几项，有的用“${usual[0]}”隔开，有的用“${mark}”`,
      actual: first.text,
      hint: `全列统一；与多数不同的是${rowNumbers(cells)}`,
      related: [{ at: { passage: place }, message: `这里用的是“${usual[0]}”` }],
    });
  }
}

function distinct(table: DraftTable, column: number): Passage[] {
  const cells: Passage[] = [];
  const seen = new Set<string>();
  for (const row of table.records) {
    const text = table.textAt(row, column);
    if (text === "" || seen.has(text)) continue;
    seen.add(text);
    cells.push(table.cellAt(row, column));
  }
  return cells;
}

/** At most five: more would hide the rest of the report. */
function rowNumbers(cells: readonly Passage[]): string {
  const numbers = cells.slice(0, 5).map(({ cell }) => String((cell?.row ?? 0) + 1));
  return `第${numbers.join("、")}行${cells.length > 5 ? `等${String(cells.length)}行` : ""}`;
}

function ending(text: string): string {
  return text.length > 6 ? `…${text.slice(-6)}` : text;
}
