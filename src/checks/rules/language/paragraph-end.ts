import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

/** Marks that may close a paragraph; brackets and quotation marks only after one of them, or around the whole of it. */
const closed = /[。！？…：；][”’）》]*$|^（.*）$/u;

const closing = new Set("。！？…：；");

/** A paragraph of the body that does not end with a mark. */
export const paragraphEnd: Rule = {
  id: "paragraph-end",
  name: "段末没有句号",
  severity: "warning",
  description: "正文的一段话要以句号（或者引出下文的冒号、并列分项的分号）结束；没有的，多半是漏了或者句子没有写完。",
  source: "GB/T 15834—2011 4.1",
  mistakes: [44],
  check(draft, report) {
    for (const passage of draft.body) {
      if (passage.role !== "paragraph" && passage.role !== "headingBody") continue;
      const text = passage.text.trimEnd();
      if (text === "" || closing.has(text.slice(-1)) || closed.test(text) || !isSentence(text)) continue;
      const last = text.length - 1;
      const half = /[.:;!?]/u.test(text.charAt(last));
      if (half) continue;
      const unfinished = /[，、]$/u.test(text);
      report({
        at: { passage, start: last, end: last + 1 },
        message: unfinished ? "这一段以逗号或顿号结束，句子没有写完" : "这一段末尾没有句号",
        actual: excerpt(text, last, last + 1),
        ...(unfinished ? { hint: "请写完这句话，或改为句号" } : { expected: `${text.slice(-4)}。` }),
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "漏了句号",
        draft: { body: ["各单位要立即整改，举一反三"] },
        report: ["正文 第1段：这一段末尾没有句号；实际：…立即整改，举一反三；应为：举一反三。"],
      },
      {
        shows: "以逗号结束",
        draft: { body: ["（一）更新不及时。有的栏目超过半年没有更新，"] },
        report: [
          "正文 （一）第1段：这一段以逗号或顿号结束，句子没有写完；实际：…超过半年没有更新，；处理：请写完这句话，或改为句号",
        ],
      },
    ],
    right: [
      { shows: "引出下文的冒号，并列分项的分号", draft: { body: ["具体如下：", "甲县，合格；", "乙县，不合格。"] } },
      { shows: "引号、括号里的句号", draft: { body: ["通报指出：“要立即整改。”", "（具体名单另行下发。）"] } },
      { shows: "联系人一行不是句子", draft: { body: ["联系人：×××，电话：×××"] } },
      { shows: "独占一行的标题", draft: { body: ["一、总体情况", "（一）政府网站"] } },
    ],
  },
};

/** Contact lines and bare names are no sentences. */
function isSentence(text: string): boolean {
  if (/^(?:联系人|联系电话|联系方式|电话|传真|邮箱|电子邮箱|地址|附件|附表|附|注)[：:0-9]/u.test(text)) return false;
  return text.length >= 8;
}
