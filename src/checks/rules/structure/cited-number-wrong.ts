import { citationsIn, documentNumbersIn, type Citation } from "../../document-numbers.js";
import { citedDocuments, type CitedDocument } from "../../knowledge/cited-documents.js";
import type { Finding, Rule } from "../../rule.js";

/** A title with the number of another document. */
export const citedNumberWrong: Rule = {
  id: "cited-number-wrong",
  name: "引用的文号与标题不符",
  severity: "error",
  description:
    "引用文件的标题和文号要配得上：与收录的国务院办公厅文件核对，并核对同一标题、同一文号在文中各处是否一致。",
  source: "国务院办公厅公布的文件",
  mistakes: [28],
  check(draft, report) {
    const byTitle = new Map<string, Citation>();
    const byNumber = new Map<string, Citation>();
    for (const citation of citationsIn(draft)) {
      const known = documentTitled(citation.title);
      if (known !== undefined && known.number !== citation.written) {
        report({
          at: numberOf(citation),
          message: "文号与文件标题不符",
          actual: citation.written,
          expected: known.number,
          hint: `《${known.title}》的文号是${known.number}`,
        });
      } else {
        const disagreement = disagreementWith(citation, byTitle, byNumber);
        if (disagreement !== undefined) report(disagreement);
      }
      const title = bare(citation.title);
      if (!byTitle.has(title)) byTitle.set(title, citation);
      if (!byNumber.has(citation.written)) byNumber.set(citation.written, citation);
    }
    const latest = draft.date?.year;
    if (latest === undefined) return;
    for (const passage of draft.passages) {
      if (passage.role === "documentNumber") continue;
      for (const number of documentNumbersIn(passage.text)) {
        if (number.year.length !== 4 || Number(number.year) <= latest) continue;
        report({
          at: { passage, start: number.start, end: number.end },
          message: "引用的文号年份晚于本文的成文日期",
          actual: passage.text.slice(number.start, number.end),
          hint: "请核对文号的年份",
          related: draft.withRole("date").map((date) => ({ at: { passage: date }, message: `成文日期是${date.text}` })),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "发展指引的文号写错",
        draft: { body: ["根据《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕17号）检查。"] },
        report: [
          "正文 第1段：文号与文件标题不符；实际：国办发〔2017〕17号；应为：国办发〔2017〕47号；处理：《国务院办公厅关于印发政府网站发展指引的通知》的文号是国办发〔2017〕47号",
        ],
      },
      {
        shows: "同一标题两个文号",
        draft: {
          body: [
            "根据《省政府网站管理办法》（示府办〔2020〕3号）检查。",
            "请对照《省政府网站管理办法》（示府办〔2020〕8号）整改。",
          ],
        },
        report: [
          "正文 第2段：同一份文件前后写了两个文号；实际：示府办〔2020〕8号；处理：请查原文，改成同一个；另见 正文 第1段：前面写的是示府办〔2020〕3号",
        ],
      },
      {
        shows: "同一文号两个标题",
        draft: {
          body: [
            "根据《省政府网站管理办法》（示府办〔2020〕3号）检查。",
            "请对照《省政务新媒体考评方案》（示府办〔2020〕3号）整改。",
          ],
        },
        report: [
          "正文 第2段：两份文件写了同一个文号示府办〔2020〕3号；实际：《省政务新媒体考评方案》；处理：请查原文，改正标题或文号；另见 正文 第1段：前面是《省政府网站管理办法》",
        ],
      },
      {
        shows: "年份晚于成文日期",
        draft: { body: ["根据国办发〔2071〕47号检查。"] },
        report: [
          "正文 第1段：引用的文号年份晚于本文的成文日期；实际：国办发〔2071〕47号；处理：请核对文号的年份；另见 成文日期：成文日期是2024年7月10日",
        ],
      },
    ],
    right: [
      {
        shows: "标题与文号相符",
        draft: {
          body: [
            "根据《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号，以下简称《指引》）、《国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知》（国办秘函〔2019〕19号）和国务院办公厅《关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号）检查。",
          ],
        },
      },
      {
        shows: "同一文件前后用全称和不带机关的标题",
        draft: {
          body: [
            "根据《示例省人民政府办公厅关于印发管理办法的通知》（示府办〔2020〕3号）检查。",
            "请对照示例省人民政府办公厅《关于印发管理办法的通知》（示府办〔2020〕3号）整改。",
          ],
        },
      },
    ],
  },
};

function numberOf({ passage, number }: Citation): Finding["at"] {
  return { passage, start: number.start, end: number.end };
}

/** Without blanks, inner marks and issuer: what stays the same however a title is cited. */
function bare(title: string): string {
  const plain = title.replace(/[\s〈〉《》“”]/gu, "");
  const about = plain.indexOf("关于");
  return about > 0 ? plain.slice(about) : plain;
}

function documentTitled(title: string): CitedDocument | undefined {
  const wanted = bare(title);
  return citedDocuments.find((document) =>
    [document.title, ...document.alsoCalled].some((name) => bare(name) === wanted),
  );
}

function disagreementWith(
  citation: Citation,
  byTitle: ReadonlyMap<string, Citation>,
  byNumber: ReadonlyMap<string, Citation>,
): Finding | undefined {
  const sameTitle = byTitle.get(bare(citation.title));
  if (sameTitle !== undefined && sameTitle.written !== citation.written) {
    return {
      at: numberOf(citation),
      message: "同一份文件前后写了两个文号",
      actual: citation.written,
      hint: "请查原文，改成同一个",
      related: [{ at: numberOf(sameTitle), message: `前面写的是${sameTitle.written}` }],
    };
  }
  const sameNumber = byNumber.get(citation.written);
  if (sameNumber === undefined) return undefined;
  const [title, other] = [bare(citation.title), bare(sameNumber.title)];
  // One name inside the other is the same document, called by what it issues or by its short name.
  if (title.includes(other) || other.includes(title) || title.length <= 4 || other.length <= 4) return undefined;
  return {
    at: { passage: citation.passage, start: citation.titleStart, end: citation.titleEnd },
    message: `两份文件写了同一个文号${citation.written}`,
    actual: `《${citation.title}》`,
    hint: "请查原文，改正标题或文号",
    related: [{ at: numberOf(sameNumber), message: `前面是《${sameNumber.title}》` }],
    severity: "warning",
  };
}
