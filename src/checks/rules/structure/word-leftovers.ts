import { allPassages } from "../../all-passages.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

/** What Word leaves behind: broken references, field codes, manual line breaks. */
export const wordLeftovers: Rule = {
  id: "word-leftovers",
  name: "Word残留的内容",
  severity: "error",
  description: "交叉引用失效的提示（错误！未找到引用源）、域代码和段落中间的手动换行不能留在定稿里。",
  mistakes: [63],
  check(draft, report) {
    const hasBroken = draft.mayHold(broken.needs);
    for (const passage of allPassages(draft)) {
      const { text } = passage;
      for (const match of hasBroken && /错误|Error|\{/u.test(text) ? text.matchAll(broken.pattern) : []) {
        report({
          at: { passage, start: match.index, end: match.index + match[0].length },
          message: "交叉引用或域失效了",
          actual: match[0],
          hint: "请在Word里更新域，或改成文字",
        });
      }
      if (passage.role !== "paragraph" && passage.role !== "heading" && passage.role !== "headingBody") continue;
      if (!text.includes("\n") && !text.includes("\v")) continue;
      for (const match of text.matchAll(/[\n\v]/gu)) {
        report({
          at: { passage, start: match.index, end: match.index + 1 },
          message: "段落中间有手动换行",
          actual: `${text.slice(Math.max(0, match.index - 6), match.index)}↵${text.slice(match.index + 1, match.index + 7)}`,
          hint: "请改成另起一段，或删去换行",
          severity: "warning",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "引用失效",
        draft: { body: ["责任单位见错误！未找到引用源。，请整改。"] },
        report: ["正文 第1段：交叉引用或域失效了；实际：错误！未找到引用源。；处理：请在Word里更新域，或改成文字"],
      },
      {
        shows: "手动换行",
        draft: { body: ["总体情况良好。\n但仍有问题。"] },
        report: ["正文 第1段：段落中间有手动换行；实际：体情况良好。↵但仍有问题。；处理：请改成另起一段，或删去换行"],
      },
    ],
    right: [{ shows: "普通文字", draft: { body: ["页面提示错误！请修改。共3页。"] } }],
  },
};

const broken = new Search(
  ["错误！", "错误!", "Error!", "{"],
  () =>
    /错误[！!]\s?(?:未找到引用源|未定义书签|文档中没有指定样式的文字|超链接引用无效|未知的文档属性名称)[。.]?|Error! (?:Reference source not found|Bookmark not defined)\.?|\{\s*(?:PAGE|NUMPAGES|REF|PAGEREF|MERGEFIELD|HYPERLINK|TOC|DATE|TIME|SEQ)\b[^{}]*\}/gu,
);
