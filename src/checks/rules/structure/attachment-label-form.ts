import type { Rule } from "../../rule.js";

/** 附件1 at the top left of its page, without a colon. */
export const attachmentLabelForm: Rule = {
  id: "attachment-label-form",
  name: "附件页的标识写法不对",
  severity: "warning",
  description: "附件页左上角写“附件”或“附件1”，后面不加冒号和别的标点，序号用阿拉伯数字。",
  source: "GB/T 9704—2012 7.3.7",
  mistakes: [21],
  fixable: true,
  check(draft, report) {
    for (const { label } of draft.attachments) {
      const { text } = label;
      const mark = /\s*[：:。．.、，,；;]+\s*$/u.exec(text);
      if (mark !== null) {
        report({
          at: { passage: label, start: mark.index, end: text.length },
          message: "附件页的标识后面不加标点",
          actual: text,
          expected: text.slice(0, mark.index),
          replacement: "",
        });
      }
      const numeral = /^附[件表]\s*([一二三四五六七八九十]+)/u.exec(text);
      if (numeral !== null) {
        report({
          at: { passage: label },
          message: "附件的序号用阿拉伯数字",
          actual: text,
          hint: "例如“附件1”；附件说明里的序号一并核对",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "带冒号",
        draft: {
          attachments: [
            { label: "附件1：", title: "网站抽查情况表" },
            { label: "附件2", title: "问题清单" },
          ],
        },
        report: ["附件1 编号：附件页的标识后面不加标点；实际：附件1：；应为：附件1"],
      },
      {
        shows: "用了汉字",
        draft: {
          attachments: [
            { label: "附件一", title: "网站抽查情况表" },
            { label: "附件2", title: "问题清单" },
          ],
        },
        report: ["附件 编号：附件的序号用阿拉伯数字；实际：附件一；处理：例如“附件1”；附件说明里的序号一并核对"],
      },
    ],
    right: [{ shows: "规范的标识", draft: { attachments: [{ title: "情况表" }, { title: "问题清单" }] } }],
  },
};
