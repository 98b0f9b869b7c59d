import type { Draft, PassageRole } from "../../draft.js";
import { anchorOf } from "../../element-passages.js";
import type { Finding, Rule } from "../../rule.js";

/** Title, 主送, text, signature, date. */
export const elementMissing: Rule = {
  id: "element-missing",
  name: "缺少要素",
  severity: "error",
  description: "通报要有标题、主送机关、正文、署名和成文日期；公布在网站上的稿子可以没有主送机关。",
  source: "GB/T 9704—2012 7.3；党政机关公文处理工作条例第九条",
  mistakes: [62, 64],
  check(draft, report) {
    for (const finding of missing(draft)) report(finding);
  },
  examples: {
    wrong: [
      { shows: "没有标题", draft: { title: [""] }, report: ["标题：没有标题"] },
      {
        shows: "没有主送机关和正文",
        draft: { recipients: "", body: [] },
        report: ["主送机关：没有主送机关；处理：只公布、不发给单位的，可以没有", "主送机关：没有正文"],
      },
      {
        shows: "没有署名和日期",
        draft: { issuer: "", date: "" },
        report: ["署名：没有署名", "成文日期：没有成文日期"],
      },
      {
        shows: "附件没有内容",
        draft: { attachments: [{ title: "情况表" }, { title: "问题清单", columns: ["序号", "问题"], rows: [] }] },
        report: [
          "附件1 标题：附件没有内容；处理：请补上表格或文字",
          "附件2 标题：附件没有内容；处理：请补上表格或文字",
        ],
      },
    ],
    right: [{ shows: "要素齐全", draft: { attachments: [{ title: "问题清单", text: ["本季度没有发现问题。"] }] } }],
  },
};

function* missing(draft: Draft): Generator<Finding> {
  const isEmpty = (role: PassageRole): boolean => draft.withRole(role).every(({ text }) => text.trim() === "");
  const at = (...candidates: Parameters<typeof anchorOf>[1][]): Finding["at"] => ({
    passage: anchorOf(draft, ...candidates),
  });
  const lastOfBody = draft.body.at(-1);
  if (draft.titleText.trim() === "") yield { at: at(), message: "没有标题" };
  if (isEmpty("recipients")) {
    yield {
      at: at(draft.withRole("recipients")[0], draft.title.at(-1)),
      message: "没有主送机关",
      hint: "只公布、不发给单位的，可以没有",
      severity: "hint",
    };
  }
  if (draft.body.every(({ text }) => text.trim() === "")) {
    yield { at: at(draft.withRole("recipients")[0], draft.title.at(-1)), message: "没有正文" };
  }
  if (isEmpty("issuer")) {
    yield { at: at(draft.withRole("issuer")[0], lastOfBody), message: "没有署名", severity: "warning" };
  }
  if (isEmpty("date")) {
    yield { at: at(draft.withRole("date")[0], draft.withRole("issuer")[0], lastOfBody), message: "没有成文日期" };
  }
  const { letterhead } = draft;
  if (letterhead !== undefined && (letterhead.documentNumber ?? "").trim() === "") {
    yield {
      at: at(draft.withRole("documentNumber")[0], draft.withRole("mark")[0]),
      message: "有版头，没有发文字号",
      severity: "warning",
    };
  }
  for (const { node, title, label } of draft.attachments) {
    if (node.title.every((line) => line.every(({ value }) => value.trim() === ""))) {
      yield { at: { passage: label }, message: "附件没有标题", severity: "warning" };
    }
    const isBlank = node.children.every((child) => child.type === "table" && child.rows.length === 0);
    if (isBlank) {
      yield { at: at(title[0], label), message: "附件没有内容", hint: "请补上表格或文字", severity: "warning" };
    }
  }
}
