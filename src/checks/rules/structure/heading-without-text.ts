import { headingLabelPassage } from "../../element-passages.js";
import type { Rule } from "../../rule.js";

const closing = new Set("。！？");

/** A heading with nothing under it. */
export const headingWithoutText: Rule = {
  id: "heading-without-text",
  name: "标题下面没有内容",
  severity: "warning",
  description: "标题要有文字，一级标题下面要有正文；空着的多半是删改后剩下的。",
  mistakes: [62],
  check(draft, report) {
    const { body } = draft;
    body.forEach((passage, index) => {
      const { heading } = passage;
      if (passage.role !== "heading" || heading === undefined) return;
      if (passage.text.trim() === "") {
        report({
          at: { passage: headingLabelPassage(passage) },
          message: "只有序数，没有标题文字",
          actual: heading.label,
        });
        return;
      }
      if (heading.level !== 1 || heading.body !== undefined || closing.has(passage.text.trimEnd().slice(-1))) return;
      const next = body[index + 1];
      if (next !== undefined && (next.role !== "heading" || (next.heading?.level ?? 1) > 1)) return;
      // Long enough to say something by itself.
      if (passage.text.length > 30) return;
      report({
        at: { passage },
        message: "标题下面没有内容",
        actual: `${heading.label}${passage.text}`,
        hint: "请补上内容，或删去这个标题",
      });
    });
  },
  examples: {
    wrong: [
      {
        shows: "二级以下都删掉了",
        draft: { body: ["一、总体情况", "合格率为100%。", "二、存在问题", "三、工作要求", "请及时整改。"] },
        report: ["正文 二、标题：标题下面没有内容；实际：二、存在问题；处理：请补上内容，或删去这个标题"],
      },
      {
        shows: "没有标题文字",
        draft: { body: ["一、", "合格率为100%。"] },
        report: ["正文 一、标题：只有序数，没有标题文字；实际：一、"],
      },
    ],
    right: [
      {
        shows: "标题下面有段落或下一级标题",
        draft: { body: ["一、总体情况", "合格率为100%。", "二、存在问题", "（一）网站。有错。"] },
      },
    ],
  },
};
