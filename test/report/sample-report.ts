import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { text, type CircularDocument } from "../../src/document/tree.js";
import {
  proofreadingReport,
  type ProofreadingReport,
  type ReportSource,
} from "../../src/report/proofreading-report.js";

export const document: CircularDocument = {
  type: "document",
  properties: { title: "关于检查情况的通报", issuer: "××市人民政府办公室", date: "2024-07-10" },
  appearance: {
    ...{
      form: "plain",
      sealed: true,
      pageNumbers: "outer",
      latinFont: "body",
      boldHeadings: false,
      mirrorMargins: false,
    },
  },
  children: [
    { type: "title", lines: [[text("关于检查情况的通报")]] },
    { type: "heading", level: 1, ordinal: 1, label: "一、", children: [text("总体情况")] },
    { type: "paragraph", children: [text("本季度共检查政府网站35家，"), text("合格34家。")] },
    {
      type: "attachment",
      label: "附件",
      orientation: "portrait",
      title: [[text("统计表")]],
      children: [
        {
          type: "table",
          columns: [{ name: "网站", width: 1, align: "left", kind: "text" }],
          headerRows: [{ role: "header", cells: ["网站"] }],
          rows: [{ role: "record", cells: ["甲网"] }],
          key: [0],
        },
      ],
    },
  ],
};

export const file = "data/chaozhou-2024q2";

export const wrongCount: Diagnostic = {
  code: "body-count-wrong",
  severity: "error",
  place: { file, part: "正文 一、第1段", spot: { path: ["children", 2, "children"], start: 9, end: 11 } },
  message: "正文的数与附件不符",
  actual: "35家",
  expected: "34家",
  hint: "改正文或者补附件",
  related: [
    { place: { file, part: "附件 合计行" }, message: "这里是34家" },
    { place: { file: `${file}/inspection.xlsx`, sheet: "网站", cell: "C5" }, message: "“35”来自这里" },
  ],
};

export const missing: Diagnostic = {
  code: "value-missing",
  severity: "warning",
  place: { file: `${file}/inspection.xlsx`, sheet: "网站", cell: "C6" },
  message: "“得分”没有填",
};

/** Everything that would be markup somewhere. */
export const hostile: Diagnostic = {
  code: "wrong-words",
  severity: "hint",
  place: { file, part: "附件 第1行“网站”列" },
  message: "名称<script>alert(1)</script>可疑",
  actual: "**a** | `b` [c](http://d) <e> &amp; # _f_\n第二行\u202e反\u0007",
  hint: "1. 不是列表",
};

export function report(diagnostics: readonly Diagnostic[], more: Partial<ReportSource> = {}): ProofreadingReport {
  return proofreadingReport({
    ...{ file, document, diagnostics, checkedData: ["数据表“网站”：35行，类型和必填项正确"] },
    rules: [
      { id: "wrong-words", name: "错别字" },
      { id: "row-sum", name: "行合计不对" },
    ],
    settings: [],
    ...more,
  });
}
