import { headingLabel } from "../../../facts/numbers/chinese-numerals.js";
import { readHeadingLabel } from "../../../document/heading-label.js";
import { headingLabelPassage } from "../../element-passages.js";
import type { Rule } from "../../rule.js";

/** 一、（一）1.（1） with their own marks. */
export const headingMark: Rule = {
  id: "heading-mark",
  name: "层次序数的标点不对",
  severity: "error",
  description:
    "四层序数依次写作“一、”“（一）”“1.”“（1）”：“一”后用顿号，带括号的后面不加标点，括号用全角，“1”后用下圆点不用顿号。",
  source: "GB/T 9704—2012 7.3.3；GB/T 15834—2011 4.5.3",
  mistakes: [24],
  fixable: true,
  check(draft, report) {
    for (const heading of draft.headings) {
      const passage = headingLabelPassage(heading);
      const printed = passage.text.trim();
      const read = readHeadingLabel(printed);
      if (read === undefined) continue;
      const right = headingLabel(read.level, read.ordinal);
      // A full-width point after the digit is allowed.
      if (printed.replace("．", ".") === right) continue;
      const start = passage.text.indexOf(printed);
      const at = { passage, start, end: start + printed.length };
      const common = { at, actual: `${heading.label ?? ""}${heading.text}`, expected: right };
      if (/^[①-⑳]/u.test(printed)) {
        report({
          ...common,
          message: "公文的层次序数不用带圈的数字",
          hint: "如果是第四层以下的列举，可以不管",
          severity: "warning",
        });
        continue;
      }
      report({ ...common, message: `序数“${printed}”的标点不对`, replacement: right });
    }
  },
  examples: {
    wrong: [
      {
        shows: "括号后面有顿号",
        draft: { body: ["一、存在问题", "（一）、更新不及时。有的栏目没有更新。"] },
        report: ["正文 一、（一）、标题：序数“（一）、”的标点不对；实际：（一）、更新不及时。；应为：（一）"],
      },
      {
        shows: "阿拉伯数字后用顿号",
        draft: { body: ["一、存在问题", "1、更新不及时。有的栏目没有更新。"] },
        report: ["正文 一、1、标题：序数“1、”的标点不对；实际：1、更新不及时。；应为：1."],
      },
      {
        shows: "汉字后用圆点，半角括号",
        draft: { body: ["一.存在问题", "(一)更新不及时"] },
        report: [
          "正文 一.标题：序数“一.”的标点不对；实际：一.存在问题；应为：一、",
          "正文 一.(一)标题：序数“(一)”的标点不对；实际：(一)更新不及时；应为：（一）",
        ],
      },
      {
        shows: "带圈的数字",
        draft: { body: ["①更新不及时。有的栏目没有更新。"] },
        report: [
          "正文 ①标题：公文的层次序数不用带圈的数字；实际：①更新不及时。；应为：（1）；处理：如果是第四层以下的列举，可以不管",
        ],
      },
    ],
    right: [
      {
        shows: "四层序数",
        draft: { body: ["一、存在问题", "（一）网站", "1.更新不及时", "（1）动态栏目", "2．回应差"] },
      },
      { shows: "小数不是序数", draft: { body: ["1.5亿元用于建设。"] } },
    ],
  },
};
