import { printedNumber } from "../../attachment-mentions.js";
import type { DraftAttachment, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";

/** Several attachments are numbered 1, 2, 3; a single one is not numbered. */
export const attachmentNumbering: Rule = {
  id: "attachment-numbering",
  name: "附件编号不规范",
  severity: "error",
  description: "附件有两个以上时用1.2.3.依次编号，只有一个时不编号；附件页左上角的编号与附件说明相同。",
  source: "GB/T 9704—2012 7.3.4、7.3.7",
  mistakes: [18, 19],
  check(draft, report) {
    const items = draft.attachmentList?.items ?? [];
    const numbers = items.map(({ number }) => number);
    const [only] = draft.attachmentItems;
    if (items.length === 1 && only !== undefined && numbers[0] !== undefined) {
      report({
        at: { passage: only },
        message: "只有一个附件，附件说明里不编序号",
        actual: `${only.label ?? ""}${only.text}`,
        expected: only.text,
        severity: "warning",
      });
    } else if (items.length > 1) {
      draft.attachmentItems.forEach((passage, index) => {
        const expected = index === 0 ? 1 : (numbers[index - 1] ?? index) + 1;
        const number = numbers[index];
        // After one wrong number the others may count on from the right one.
        if (number !== expected && number !== index + 1) report(wrongNumber(passage, number, expected));
      });
    }
    const { attachments } = draft;
    const [single] = attachments;
    if (attachments.length === 1 && single !== undefined && items.length <= 1) {
      if (/\d|[一二三]/u.test(single.label.text)) {
        report({
          at: { passage: single.label },
          message: "只有一个附件，附件页上只写“附件”",
          actual: single.label.text,
          expected: "附件",
          severity: "warning",
        });
      }
      return;
    }
    let last = 0;
    attachments.forEach((attachment, index) => {
      const number = labelNumber(attachment);
      if (number === last + 1 || number === index + 1 || attachment.label.text.includes("-")) {
        last = number ?? last;
        return;
      }
      const expected = last + 1;
      report({
        at: { passage: attachment.label },
        message: number === undefined ? "附件页上没有印附件的序号" : "附件页的序号不连续",
        actual: attachment.label.text === "" ? "空白" : attachment.label.text,
        expected: `附件${String(expected)}`,
        ...(index === 0 || number !== undefined ? {} : { hint: "有两个以上附件时，每个附件页左上角都要标明序号" }),
        ...(number === undefined ? { severity: "warning" as const } : {}),
      });
      last = number ?? expected;
    });
  },
  examples: {
    wrong: [
      {
        shows: "只有一个附件，编了序号",
        draft: {
          attachmentList: ["附件：1.问题清单"],
          attachments: [{ label: "附件1", title: "问题清单" }],
        },
        report: [
          "附件说明 第1项：只有一个附件，附件说明里不编序号；实际：1.问题清单；应为：问题清单",
          "附件1 编号：只有一个附件，附件页上只写“附件”；实际：附件1；应为：附件",
        ],
      },
      {
        shows: "附件说明跳号",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表", "3.问题清单"],
          attachments: [
            { label: "附件1", title: "网站抽查情况表" },
            { label: "附件3", title: "问题清单" },
          ],
        },
        report: [
          "附件说明 第2项：附件说明的序号不连续；实际：3.问题清单；应为：2.问题清单",
          "附件3 编号：附件页的序号不连续；实际：附件3；应为：附件2",
        ],
      },
      {
        shows: "有几个附件，没有编号",
        draft: {
          attachmentList: ["附件：网站抽查情况表", "问题清单"],
          attachments: [
            { label: "附件", title: "网站抽查情况表" },
            { label: "附件", title: "问题清单" },
          ],
        },
        report: [
          "附件说明 第1项：附件有两个以上，这一个没有编序号；实际：网站抽查情况表；应为：1.网站抽查情况表",
          "附件说明 第2项：附件有两个以上，这一个没有编序号；实际：问题清单；应为：2.问题清单",
          "附件 编号：附件页上没有印附件的序号；实际：附件；应为：附件1",
          "附件（第2处） 编号：附件页上没有印附件的序号；实际：附件；应为：附件2；处理：有两个以上附件时，每个附件页左上角都要标明序号",
        ],
      },
      {
        shows: "附件页的序号重复",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表", "2.问题清单"],
          attachments: [
            { label: "附件1", title: "网站抽查情况表" },
            { label: "附件1", title: "问题清单" },
          ],
        },
        report: ["附件1（第2处） 编号：附件页的序号不连续；实际：附件1；应为：附件2"],
      },
    ],
    right: [
      { shows: "一个附件不编号", draft: { attachments: [{ title: "问题清单" }] } },
      { shows: "几个附件依次编号", draft: { attachments: [{ title: "情况表" }, { title: "问题清单" }] } },
      {
        shows: "叫附表的也可以",
        draft: {
          attachmentList: ["附表：1.情况表", "2.问题清单"],
          attachments: [
            { label: "附表1", title: "情况表" },
            { label: "附表2", title: "问题清单" },
          ],
        },
      },
    ],
  },
};

function labelNumber(attachment: DraftAttachment): number | undefined {
  return attachment.label.text.trim() === "" ? undefined : printedNumber(attachment);
}

function wrongNumber(
  passage: Passage,
  number: number | undefined,
  expected: number,
): Parameters<Parameters<Rule["check"]>[1]>[0] {
  return {
    at: { passage },
    message: number === undefined ? "附件有两个以上，这一个没有编序号" : "附件说明的序号不连续",
    actual: `${passage.label ?? ""}${passage.text}`,
    expected: `${String(expected)}.${passage.text}`,
  };
}
