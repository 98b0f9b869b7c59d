import { bareAgency, contradicts } from "../../agencies.js";
import type { Draft, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";

/** 标志, title, signature and 印发机关 name the same agency. */
export const issuersDiffer: Rule = {
  id: "issuers-differ",
  name: "发文机关前后不一致",
  severity: "error",
  description: "发文机关标志、标题、署名应当是同一个机关；代章和联合行文除外，印发机关可以是发文机关的办公部门。",
  source: "GB/T 9704—2012 7.2.4、7.3.1、7.3.5",
  mistakes: [37],
  check(draft, report) {
    const signatures = draft.withRole("issuer").filter(({ text }) => text.trim() !== "");
    const [signature] = signatures;
    if (signature === undefined || /代章|代签/u.test(signature.text)) return;
    const signed = signatures.map(({ text }) => bareAgency(text));
    for (const { name, printed, passage, what } of statedIssuers(draft)) {
      const agrees = signed.some((agency) => agency === name || agency.endsWith(name) || name.endsWith(agency));
      if (agrees) continue;
      const isContradiction = signed.every((agency) => contradicts(agency, name));
      // A joint document names several agencies in one line.
      const isJoint = signed.some((agency) => name.includes(agency)) && !isContradiction;
      if (isJoint) continue;
      report({
        at: { passage: signature },
        message: `署名与${what}不一致`,
        actual: signature.text,
        expected: printed,
        related: [{ at: { passage }, message: `${what}是“${passage.text.trim()}”` }],
        ...(isContradiction ? {} : { severity: "warning" as const }),
      });
    }
    const [printer] = draft.withRole("printer");
    if (printer === undefined || printer.text.trim() === "") return;
    const name = bareAgency(printer.text);
    if (signed.some((agency) => sharesPlace(agency, name))) return;
    report({
      at: { passage: printer },
      message: "印发机关与署名不是一个地方的机关",
      actual: printer.text,
      hint: "印发机关是发文机关的办公厅（室）或文秘部门",
      related: [{ at: { passage: signature }, message: `署名是${signature.text}` }],
      severity: "warning",
    });
  },
  examples: {
    wrong: [
      {
        shows: "标志是办公室，署名是政府",
        draft: { mark: "示例市人民政府办公室文件", issuer: "示例市人民政府" },
        report: [
          "署名：署名与发文机关标志不一致；实际：示例市人民政府；应为：示例市人民政府办公室；另见 发文机关标志：发文机关标志是“示例市人民政府办公室文件”",
          "署名：署名与标题里的发文机关不一致；实际：示例市人民政府；应为：示例市人民政府办公室；另见 标题 第1行：标题里的发文机关是“示例市人民政府办公室关于2024年第二季度”",
        ],
      },
      {
        shows: "署名是别的机关",
        draft: { issuer: "示例市市场监督管理局" },
        report: [
          "署名：署名与标题里的发文机关不一致；实际：示例市市场监督管理局；应为：示例市人民政府办公室；另见 标题 第1行：标题里的发文机关是“示例市人民政府办公室关于2024年第二季度”",
        ],
      },
      {
        shows: "印发机关是别处的",
        draft: { printer: "样本市人民政府办公室" },
        report: [
          "印发机关：印发机关与署名不是一个地方的机关；实际：样本市人民政府办公室；处理：印发机关是发文机关的办公厅（室）或文秘部门；另见 署名：署名是示例市人民政府办公室",
        ],
      },
    ],
    right: [
      {
        shows: "一致；印发机关是办公部门",
        draft: { mark: "示例市人民政府办公室文件", printer: "示例市人民政府办公室秘书科" },
      },
      { shows: "代章", draft: { issuer: "示例市人民政府办公室（代章）" } },
      { shows: "简称", draft: { title: ["市政府办公室关于检查情况的通报"], issuer: "示例市人民政府办公室" } },
      {
        shows: "联合行文",
        draft: {
          title: ["示例市教育局 示例市公安局关于检查情况的通报"],
          issuer: "示例市教育局",
          mark: "示例市教育局文件",
        },
      },
      { shows: "标题里没有机关", draft: { title: ["关于2024年第二季度检查情况的通报"] } },
    ],
  },
};

interface StatedIssuer {
  /** By `bareAgency`. */
  readonly name: string;
  /** As it should be printed in the signature. */
  readonly printed: string;
  readonly passage: Passage;
  readonly what: string;
}

function statedIssuers(draft: Draft): StatedIssuer[] {
  const stated: StatedIssuer[] = [];
  const marks = draft.withRole("mark");
  const [mark] = marks;
  if (mark !== undefined && marks.length === 1) {
    const name = bareAgency(mark.text);
    if (name !== "")
      stated.push({ name, printed: mark.text.trim().replace(/文件$/u, ""), passage: mark, what: "发文机关标志" });
  }
  const [title] = draft.title;
  const about = draft.titleText.indexOf("关于");
  if (title !== undefined && about > 0) {
    const printed = draft.titleText.slice(0, about).trim();
    stated.push({ name: bareAgency(printed), printed, passage: title, what: "标题里的发文机关" });
  }
  return stated.filter(({ name }) => name.length >= 3);
}

/** 印发机关 may be an office of the issuer, in full or short: one beginning or one name inside the other is enough. */
function sharesPlace(issuer: string, printer: string): boolean {
  return (
    issuer.includes(printer) ||
    printer.includes(issuer) ||
    issuer.slice(0, 2) === printer.slice(0, 2) ||
    printer.length <= 6
  );
}
