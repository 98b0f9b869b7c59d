import { holdsNames, type DraftTable } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";

/** Differences that make another thing of it: 不合格, 上半年, 第一类, 甲县. */
const meaningful =
  /[不未无没非有是否\d一二三四五六七八九十两零百千万上下前后左右内外东南西北中大小多少新旧早晚高低优良差甲乙丙丁市县区省乡镇村街州A-Za-z是已正反增减升降加合]/u;

const namesAndNumbers = "单位 部门 机关 地区 县 市 姓名 序号 名次 排名".split(" ");

/** A cell that differs by one character from what the column says again and again. */
export const columnWording: Rule = {
  id: "column-wording",
  name: "同一列的用词差一个字",
  severity: "warning",
  description:
    "同一列反复出现的说法（账号类型、存在问题、结果），个别格只差一个字的，多半是打错了。名称、编码、单位列不看。",
  mistakes: [65],
  check(draft, report) {
    for (const table of draft.tables) {
      table.columns.forEach((name, column) => {
        if ((holdsNames(name) && !name.includes("类型")) || holdsAny(name, namesAndNumbers)) return;
        for (const { row, usual, usualRow } of strayWords(table, column)) {
          const passage = table.cellAt(row, column);
          report({
            at: { passage },
            message: `与同一列常用的“${usual}”差一个字`,
            actual: passage.text,
            expected: usual,
            hint: "如果说的是同一件事，请统一写法",
            related: [{ at: { passage: table.cellAt(usualRow, column) }, message: `这里写的是“${usual}”` }],
          });
        }
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "账号类型打错一个字",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["账号名称", "账号类型"],
              rows: [
                ["甲县发布", "微信订阅号"],
                ["乙县发布", "微信定阅号"],
                ["丙县发布", "微信订阅号"],
                ["丁县发布", "微信服务号"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“账号类型”列：与同一列常用的“微信订阅号”差一个字；实际：微信定阅号；应为：微信订阅号；处理：如果说的是同一件事，请统一写法；另见 附件 第1行“账号类型”列：这里写的是“微信订阅号”",
        ],
      },
    ],
    right: [
      {
        shows: "差一个字意思不同",
        draft: {
          attachments: [
            {
              title: "名单",
              columns: ["结果", "说明"],
              rows: [
                ["合格", "第一次检查合格"],
                ["不合格", "第一次检查合格"],
                ["合格", "第二次检查合格"],
              ],
            },
          ],
        },
      },
      {
        shows: "名称各是各的",
        draft: {
          attachments: [
            { title: "名单", columns: ["账号名称"], rows: [["甲县发布号"], ["甲县发布号"], ["甲县发步号"]] },
          ],
        },
      },
    ],
  },
};

/**
 * Texts that occur once and differ by one replaced character from one that occurs at least twice. Each text is looked up under all its
 * forms with one character left open: linear in the number of characters.
 */
function strayWords(table: DraftTable, column: number): { row: number; usual: string; usualRow: number }[] {
  const seen = new Map<string, { row: number; count: number }>();
  for (const row of table.records) {
    const text = table.textAt(row, column);
    if (text.length < 4 || text.length > 40) continue;
    const known = seen.get(text);
    if (known === undefined) seen.set(text, { row, count: 1 });
    else known.count += 1;
  }
  const patterns = new Map<string, string>();
  for (const [text, { count }] of seen) {
    if (count < 2) continue;
    for (let index = 0; index < text.length; index += 1) patterns.set(withGap(text, index), text);
  }
  const found: { row: number; usual: string; usualRow: number }[] = [];
  if (patterns.size === 0) return found;
  for (const [text, { row, count }] of seen) {
    if (count > 1) continue;
    for (let index = 0; index < text.length; index += 1) {
      const usual = patterns.get(withGap(text, index));
      if (usual === undefined || meaningful.test(text.charAt(index)) || meaningful.test(usual.charAt(index))) continue;
      found.push({ row, usual, usualRow: seen.get(usual)?.row ?? row });
      break;
    }
  }
  return found;
}

function withGap(text: string, index: number): string {
  return `${text.slice(0, index)}\u0000${text.slice(index + 1)}`;
}
