import type { Rule } from "../../rule.js";

/** Names in 附件说明 carry no punctuation at their end and no 《》 around them. */
export const attachmentNamePunctuation: Rule = {
  id: "attachment-name-punctuation",
  name: "附件名称带标点或书名号",
  severity: "error",
  description: "附件说明里的附件名称后面不加标点，外面不加书名号；附件页上的标题也一样。",
  source: "GB/T 9704—2012 7.3.4",
  mistakes: [20],
  fixable: true,
  check(draft, report) {
    const titles = draft.attachments.flatMap(({ title }) => title.slice(-1));
    for (const passage of [...draft.attachmentItems, ...titles]) {
      const { text } = passage;
      const isListed = passage.role === "attachmentListItem";
      const mark = /[。；;，,、：:．.]+\s*$/u.exec(text);
      const end = mark?.index ?? text.length;
      if (mark !== null) {
        report({
          at: { passage, start: end, end: text.length },
          message: isListed ? "附件名称后面不加标点" : "附件标题后面不加标点",
          actual: text,
          expected: text.slice(0, end),
          replacement: "",
        });
      }
      const inner = /^\s*《([^《》]+)》\s*$/u.exec(text.slice(0, end))?.[1];
      if (inner !== undefined) {
        report({
          at: { passage, start: 0, end },
          message: isListed ? "附件名称不加书名号" : "附件标题不加书名号",
          actual: text.slice(0, end),
          expected: inner,
          replacement: inner,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "后面有分号、句号",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表；", "2.问题清单。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
        report: [
          "附件说明 第1项：附件名称后面不加标点；实际：网站抽查情况表；；应为：网站抽查情况表",
          "附件说明 第2项：附件名称后面不加标点；实际：问题清单。；应为：问题清单",
        ],
      },
      {
        shows: "加了书名号",
        draft: { attachmentList: ["附件：《问题清单》"], attachments: [{ title: "《问题清单》" }] },
        report: [
          "附件说明 第1项：附件名称不加书名号；实际：《问题清单》；应为：问题清单",
          "附件 标题：附件标题不加书名号；实际：《问题清单》；应为：问题清单",
        ],
      },
    ],
    right: [
      {
        shows: "名称里面的标点和末尾的括号",
        draft: {
          attachments: [{ title: "各地、各部门网站（频道）名单（2024年）" }, { title: "《政府网站发展指引》对照表" }],
        },
      },
    ],
  },
};
