import { allPassages, isNameCell } from "../../all-passages.js";
import type { Draft, Passage } from "../../draft.js";
import { excerpt } from "../../excerpt.js";
import { otherHalf, pairMarks } from "../../paired-marks.js";
import type { Rule } from "../../rule.js";

/** Brackets and quotation marks with only one half (GB/T 15834 4.8, 4.9, 4.15). */
export const bracketsUnpaired: Rule = {
  id: "brackets-unpaired",
  name: "括号、引号不成对",
  severity: "error",
  description:
    "圆括号、书名号、引号、六角括号在同一段里必须成对；只有一半的，多半是改稿时删掉了另一半。名称、网址、编码列里的只作提醒。",
  source: "GB/T 15834—2011 4.8、4.9、4.15",
  mistakes: [44],
  check(draft, report) {
    for (const run of runs(draft)) {
      const text = run.map((passage) => passage.text).join("");
      if (!/[（）〔〕《》〈〉“”‘’【】〖〗「」『』()]/u.test(text)) continue;
      const { single } = pairMarks(text);
      for (let index = 0; index < single.length; index += 1) {
        const position = single[index] ?? 0;
        const at = locate(run, position);
        const mark = text.charAt(position);
        const next = single[index + 1];
        const severity = isNameCell(at.passage) ? { severity: "warning" as const } : {};
        if (next !== undefined && mark === "”" && text.charAt(next) === "“") {
          report({
            at: { passage: at.passage, start: at.start, end: at.start + 1 },
            message: "引号的前后两半写反了",
            actual: excerpt(text, position, next + 1),
            expected: `“${text.slice(position + 1, next)}”`,
            ...severity,
          });
          index += 1;
          continue;
        }
        report({
          at: { passage: at.passage, start: at.start, end: at.start + 1 },
          message: `${nameOf(mark)}没有成对，缺少${nameOf(otherHalf(mark))}`,
          actual: excerpt(text, position, position + 1),
          hint: "请补上另一半，或删去多余的这一半",
          ...severity,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "少了后括号",
        draft: { body: ["有关情况见附表（含整改期限。"] },
        report: [
          "正文 第1段：“（”没有成对，缺少“）”；实际：有关情况见附表（含整改期限。；处理：请补上另一半，或删去多余的这一半",
        ],
      },
      {
        shows: "少了前引号；半角括号少了一半也算",
        draft: { body: ["“平安甲县”乙县在线”没有更新。", "有关情况(见附件1。"] },
        report: [
          "正文 第1段：后引号没有成对，缺少前引号；实际：…安甲县”乙县在线”没有更新。；处理：请补上另一半，或删去多余的这一半",
          "正文 第2段：“(”没有成对，缺少“）”；实际：有关情况(见附件1。；处理：请补上另一半，或删去多余的这一半",
        ],
      },
      {
        shows: "引号写反",
        draft: { body: ["要严格执行”三审三校“制度。"] },
        report: ["正文 第1段：引号的前后两半写反了；实际：要严格执行”三审三校“制度。；应为：“三审三校”"],
      },
    ],
    right: [
      { shows: "成对的括号里再有引号", draft: { body: ["账号（“甲县发布”等）没有更新。"] } },
      { shows: "列举用的半个括号不算", draft: { body: ["要做到：1）按时更新；2）及时回应。"] } },
      {
        shows: "标题分成几行，书名号在下一行结束",
        draft: { title: ["示例市人民政府办公室关于转发《政府网站", "发展指引》执行情况的通报"] },
      },
      { shows: "一半半角、一半全角是另一条规则的事", draft: { body: ["有关情况（见附件1)。"] } },
    ],
  },
};

/** Quotation marks cannot be quoted: “”” is not readable. */
function nameOf(mark: string): string {
  if ("“‘".includes(mark)) return "前引号";
  return "”’".includes(mark) ? "后引号" : `“${mark}”`;
}

/** Passages whose marks may pair across a line break: lines of one title. Everything else stands alone. */
function runs(draft: Draft): readonly (readonly Passage[])[] {
  const result: Passage[][] = [];
  for (const passage of allPassages(draft)) {
    const last = result.at(-1)?.at(-1);
    const continues =
      last?.role === passage.role &&
      (passage.role === "title" || passage.role === "attachmentTitle") &&
      last.attachment === passage.attachment;
    if (continues) result.at(-1)?.push(passage);
    else result.push([passage]);
  }
  return result;
}

/** The passage of a run in which a position of the joined text lies. */
function locate(run: readonly Passage[], position: number): { readonly passage: Passage; readonly start: number } {
  let rest = position;
  let found = run[0];
  for (const passage of run) {
    found = passage;
    if (rest < passage.text.length) break;
    rest -= passage.text.length;
  }
  if (found === undefined) throw new RangeError("a run has at least one passage");
  return { passage: found, start: rest };
}
