import { listMarkPassage, listSeparatorPassage } from "../../element-passages.js";
import type { Rule } from "../../rule.js";

/** `附件：1.` and nothing else. */
export const attachmentListMark: Rule = {
  id: "attachment-list-mark",
  name: "附件说明的冒号或序号写法不对",
  severity: "error",
  description: "附件说明写成“附件：1.名称”：“附件”后用全角冒号，序号用阿拉伯数字加下圆点，不用顿号和括号。",
  source: "GB/T 9704—2012 7.3.4",
  mistakes: [20, 41],
  fixable: true,
  check(draft, report) {
    const list = draft.attachmentList;
    if (list === undefined) return;
    const separator = listSeparatorPassage(draft);
    if (separator !== undefined && separator.text.trim() !== "：") {
      report({
        at: { passage: separator },
        message: `“${list.label}”后面应当用全角冒号`,
        actual: separator.text === "" ? "没有冒号" : separator.text,
        expected: "：",
        replacement: "：",
      });
    }
    draft.attachmentItems.forEach((item, index) => {
      const { number, mark } = list.items[index] ?? {};
      if (number === undefined || mark === undefined) return;
      const right = `${String(number)}.`;
      const printed = mark.replace(/\s/gu, "").replace("．", ".");
      if (printed === right) return;
      report({
        at: { passage: listMarkPassage(item, mark) },
        message: "附件说明的序号应当是阿拉伯数字加下圆点",
        actual: mark,
        expected: right,
        replacement: right,
      });
    });
  },
  examples: {
    wrong: [
      {
        shows: "序号后面用顿号",
        draft: {
          attachmentList: ["附件：1、网站抽查情况表", "2、问题清单"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
        report: [
          "附件说明 第1项：附件说明的序号应当是阿拉伯数字加下圆点；实际：1、；应为：1.",
          "附件说明 第2项：附件说明的序号应当是阿拉伯数字加下圆点；实际：2、；应为：2.",
        ],
      },
      {
        shows: "半角冒号",
        draft: { attachmentList: ["附件:问题清单"], attachments: [{ title: "问题清单" }] },
        report: ["附件说明：“附件”后面应当用全角冒号；实际：:；应为：："],
      },
    ],
    right: [
      {
        shows: "全角的下圆点也可以",
        draft: {
          attachmentList: ["附件：1．网站抽查情况表", "2．问题清单"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
      },
    ],
  },
};
