import { pairAttachments } from "../../attachment-mentions.js";
import { anchorOf } from "../../element-passages.js";
import type { Rule } from "../../rule.js";

/** Every line of 附件说明 has its page and the other way round. */
export const attachmentPages: Rule = {
  id: "attachment-pages",
  name: "附件说明与附件页不对应",
  severity: "error",
  description: "附件说明里列的每个附件后面都要有，后面有的每个附件都要列进附件说明。",
  source: "GB/T 9704—2012 7.3.4、7.3.7",
  mistakes: [18, 64],
  check(draft, report) {
    const { attachmentItems: items, attachments } = draft;
    const [firstItem] = items;
    const [firstPage] = attachments;
    if (firstItem !== undefined && firstPage === undefined) {
      report({
        at: { passage: firstItem },
        message: `附件说明列了${String(items.length)}个附件，后面没有附件页`,
        hint: "附件如果另外印发或者另存文件，可以不管",
        severity: "warning",
      });
      return;
    }
    if (firstItem === undefined && firstPage !== undefined) {
      report({
        at: { passage: anchorOf(draft, draft.body.at(-1)) },
        message: `后面有${String(attachments.length)}个附件，正文之后没有附件说明`,
        hint: "请在正文之后、署名之前写“附件：…”",
        related: [{ at: { passage: firstPage.label }, message: "附件从这里开始" }],
        severity: "warning",
      });
      return;
    }
    const { itemsAlone, pagesAlone } = pairAttachments(draft);
    for (const item of itemsAlone) {
      report({
        at: { passage: item },
        message: "附件说明里列了，后面没有这个附件",
        actual: `${item.label ?? ""}${item.text}`,
        hint: "请补上附件，或从附件说明里删去",
      });
    }
    for (const { label, titleText } of pagesAlone) {
      report({
        at: { passage: label },
        message: "附件说明里没有列这个附件",
        actual: `${label.text} ${titleText}`.trim(),
        hint: "请列进附件说明，或删去这个附件",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "附件说明列了三个，后面只有两个",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表", "2.账号抽查情况表", "3.问题清单"],
          attachments: [
            { label: "附件1", title: "网站抽查情况表" },
            { label: "附件3", title: "问题清单" },
          ],
        },
        report: [
          "附件说明 第2项：附件说明里列了，后面没有这个附件；实际：2.账号抽查情况表；处理：请补上附件，或从附件说明里删去",
        ],
      },
      {
        shows: "后面的附件没有列出",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表", "2.账号抽查情况表"],
          attachments: [{ title: "网站抽查情况表" }, { title: "账号抽查情况表" }, { title: "问题清单" }],
        },
        report: ["附件3 编号：附件说明里没有列这个附件；实际：附件3 问题清单；处理：请列进附件说明，或删去这个附件"],
      },
      {
        shows: "没有附件说明",
        draft: { attachmentList: [], attachments: [{ title: "问题清单" }] },
        report: [
          "正文 第1段：后面有1个附件，正文之后没有附件说明；处理：请在正文之后、署名之前写“附件：…”；另见 附件 编号：附件从这里开始",
        ],
      },
      {
        shows: "没有附件页",
        draft: { attachmentList: ["附件：问题清单"] },
        report: ["附件说明 第1项：附件说明列了1个附件，后面没有附件页；处理：附件如果另外印发或者另存文件，可以不管"],
      },
    ],
    right: [
      {
        shows: "一一对应",
        draft: { attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }] },
      },
      { shows: "没有附件", draft: {} },
      {
        shows: "一个附件页没有印序号",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表", "2.问题清单"],
          attachments: [
            { label: "附件1", title: "网站抽查情况表" },
            { label: "", title: "问题清单" },
          ],
        },
      },
    ],
  },
};
