import { allPassages, isNameCell } from "../../all-passages.js";
import { changedExcerpt } from "../../changed-excerpt.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

/** 顿号 between quoted or titled items that stand side by side (GB/T 15834 4.5.3.5). */
export const marksBetweenQuoted: Rule = {
  id: "marks-between-quoted",
  name: "并列的引号、书名号之间用了顿号",
  severity: "warning",
  description: "标有引号或书名号的并列成分之间通常不用顿号；中间夹着括号说明的，要用顿号。表格里的只作提示。",
  source: "GB/T 15834—2011 4.5.3.5",
  mistakes: [42],
  check(draft, report) {
    if (!draft.mayHold(["”、“", "”、《", "》、“", "》、《"])) return;
    for (const passage of allPassages(draft)) {
      if (isNameCell(passage)) continue;
      const { text } = passage;
      for (const match of text.matchAll(/([”》])、([“《])/gu)) {
        const start = match.index + 1;
        report({
          at: { passage, start, end: start + 1 },
          message: "并列的引号、书名号之间通常不用顿号",
          actual: excerpt(text, match.index, match.index + 3),
          expected: changedExcerpt(text, start, start + 1, ""),
          ...(passage.region === "attachment" ? { severity: "hint" as const } : {}),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "并列的账号名称",
        draft: { body: ["“甲县发布”、“乙县在线”超过2周没有更新。"] },
        report: [
          "正文 第1段：并列的引号、书名号之间通常不用顿号；实际：“甲县发布”、“乙县在线”超过2…；应为：“甲县发布”“乙县在线”超过…",
        ],
      },
    ],
    right: [
      { shows: "不用顿号", draft: { body: ["“甲县发布”“乙县在线”超过2周没有更新。"] } },
      { shows: "中间有括号说明", draft: { body: ["按照《甲办法》（示府〔2024〕1号）、《乙办法》执行。"] } },
      { shows: "隔着别的字", draft: { body: ["增强“四个意识”、坚定“四个自信”。"] } },
    ],
  },
};
