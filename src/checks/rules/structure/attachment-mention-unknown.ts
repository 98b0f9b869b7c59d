import { allPassages } from "../../all-passages.js";
import { attachmentMentions, printedNumber, type AttachmentMention } from "../../attachment-mentions.js";
import type { Draft, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";

/** 见附件3 where there are only two. */
export const attachmentMentionUnknown: Rule = {
  id: "attachment-mention-unknown",
  name: "提到的附件不存在",
  severity: "error",
  description:
    "正文、表格里说“见附件3”，附件说明和附件页里就应当有附件3。别的文件的附件（《…》附件2）、份数和金额（附件3份）不算。",
  source: "GB/T 9704—2012 7.3.4",
  mistakes: [18],
  check(draft, report) {
    const known = knownNumbers(draft);
    for (const passage of allPassages(draft)) {
      if (!mentioning.has(passage.role)) continue;
      for (const mention of attachmentMentions(draft, passage)) {
        const finding = judge(mention, known);
        if (finding === undefined) continue;
        report({
          at: { passage, start: mention.start, end: mention.end },
          actual: passage.text.slice(mention.start, mention.end),
          ...finding,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "只有两个附件，文中写附件3",
        draft: {
          body: ["责任单位见附件3。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
        report: ["正文 第1段：没有附件3；实际：附件3；应为：附件1、2中的一个；处理：请改正序号，或补上附件和附件说明"],
      },
      {
        shows: "连着写的几个附件里有一个不存在",
        draft: {
          body: ["得分和排名见附件1、4。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
        report: ["正文 第1段：没有附件4；实际：4；应为：附件1、2中的一个；处理：请改正序号，或补上附件和附件说明"],
      },
      {
        shows: "没有附件",
        draft: { body: ["具体名单见附件。"] },
        report: [
          "正文 第1段：提到附件，但本文没有附件说明，也没有附件；实际：附件；处理：请补上附件和附件说明，或改掉这句话",
        ],
      },
      {
        shows: "只有一个附件却写了序号",
        draft: { body: ["具体名单见附件1。"], attachments: [{ title: "不合格网站名单" }] },
        report: ["正文 第1段：只有一个附件时不编序号；实际：附件1；应为：附件"],
      },
    ],
    right: [
      {
        shows: "写到的附件都有",
        draft: {
          body: ["得分见附件1、附件2，排名见附件1至3，问题（附件3）已反馈。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "账号抽查情况表" }, { title: "问题清单" }],
        },
      },
      { shows: "金额和份数不是序号", draft: { body: ["附件10万元以上的项目除外，报送附件3份。"] } },
      {
        shows: "别的文件的附件",
        draft: {
          body: [
            "对照《国务院办公厅秘书局关于印发检查指标的通知》（国办秘函〔2019〕19号）附件2和国办发〔2017〕47号文附件1检查。",
          ],
        },
      },
      {
        shows: "一个附件，不写序号",
        draft: { body: ["对照名单（见附件）整改。"], attachments: [{ title: "不合格名单" }] },
      },
      { shows: "附件一并报送", draft: { body: ["请将整改报告及附件一并报送。"] } },
    ],
  },
};

const mentioning: ReadonlySet<Passage["role"]> = new Set([
  "heading",
  "headingBody",
  "paragraph",
  "remark",
  "caption",
  "cell",
]);

interface Known {
  readonly attachments: ReadonlySet<number>;
  readonly attachmentCount: number;
  /** Numbers of 附表, whether attachments are called so or tables inside them. */
  readonly tables: ReadonlySet<number>;
  readonly hasUnnumberedOnly: boolean;
}

function knownNumbers(draft: Draft): Known {
  const attachments = new Set<number>();
  for (const { number } of draft.attachmentList?.items ?? []) if (number !== undefined) attachments.add(number);
  for (const attachment of draft.attachments) {
    const number = printedNumber(attachment);
    if (number !== undefined) attachments.add(number);
  }
  const tables = new Set<number>();
  for (const { region, text } of draft.passages) {
    if (region !== "attachment" || !text.startsWith("附表")) continue;
    const number = /^附表\s?(\d{1,2})/u.exec(text)?.[1];
    if (number !== undefined) tables.add(Number(number));
  }
  if (draft.attachmentList?.label === "附表") for (const number of attachments) tables.add(number);
  const attachmentCount = Math.max(draft.attachmentItems.length, draft.attachments.length);
  return { attachments, attachmentCount, tables, hasUnnumberedOnly: attachments.size === 0 && attachmentCount === 1 };
}

function judge(
  { word, number }: AttachmentMention,
  known: Known,
): { message: string; expected?: string; hint?: string; severity?: "warning" | "hint" } | undefined {
  if (word === "附表") {
    if (number === undefined || known.tables.has(number)) return undefined;
    return known.tables.size === 0
      ? { message: `提到附表${String(number)}，但没有找到编了号的附表`, severity: "warning" }
      : { message: `没有附表${String(number)}`, expected: `附表${list(known.tables)}中的一个` };
  }
  if (known.attachmentCount === 0 && known.tables.size === 0) {
    return { message: "提到附件，但本文没有附件说明，也没有附件", hint: "请补上附件和附件说明，或改掉这句话" };
  }
  if (known.attachmentCount === 0) return undefined;
  if (number === undefined) {
    return known.attachmentCount === 1
      ? undefined
      : {
          message: `本文有${String(known.attachmentCount)}个附件，“见附件”没有写明是哪一个`,
          hint: "如果不是指全部附件，请写明序号",
          severity: "hint",
        };
  }
  if (known.attachments.has(number)) return undefined;
  if (known.hasUnnumberedOnly) {
    return number === 1
      ? { message: "只有一个附件时不编序号", expected: "附件", severity: "warning" }
      : { message: `没有附件${String(number)}，本文只有一个附件`, expected: "附件" };
  }
  if (known.attachments.size === 0) return undefined;
  return {
    message: `没有附件${String(number)}`,
    expected: `附件${list(known.attachments)}中的一个`,
    hint: "请改正序号，或补上附件和附件说明",
  };
}

function list(numbers: ReadonlySet<number>): string {
  return [...numbers].sort((a, b) => a - b).join("、");
}
