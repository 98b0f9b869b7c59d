import { allPassages, isNameCell } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import type { Rule } from "../../rule.js";

/** Typewriter quotation marks around Chinese words (GB/T 15834 4.8: “”, inside them ‘’). */
export const straightQuotes: Rule = {
  id: "straight-quotes",
  name: "引号写成了直引号",
  severity: "error",
  description: "中文用弯引号“”，里面再用引号时用‘’；直引号\"、'和直角引号「」不用于公文。",
  source: "GB/T 15834—2011 4.8",
  mistakes: [44],
  fixable: true,
  check(draft, report) {
    if (!draft.mayHold(`"'＂＇「『`)) return;
    for (const passage of allPassages(draft)) {
      const { text } = passage;
      if (isNameCell(passage) || !/["'＂＇「『]/u.test(text)) continue;
      for (const match of text.matchAll(
        /(?<quote>["＂])(?<quoted>[^"＂]*)["＂]|(?<single>['＇])(?<inside>[^'＇]*)['＇]|[「『](?<corner>[^「」『』]*)[」』]/gu,
      )) {
        const { quote, quoted, single, inside, corner } = match.groups ?? {};
        const content = quoted ?? inside ?? corner ?? "";
        const around = text.slice(Math.max(0, match.index - 1), match.index + match[0].length + 1);
        if (!/[\u4e00-\u9fff，。、；：（）]/u.test(around)) continue;
        const expected = single === undefined ? `“${content}”` : `‘${content}’`;
        report({
          at: { passage, start: match.index, end: match.index + match[0].length },
          message: quote === undefined && single === undefined ? "公文不用直角引号" : "中文里的引号应当用弯引号",
          actual: match[0],
          expected,
          replacement: expected,
          ...(passage.region === "attachment" || single !== undefined || corner !== undefined
            ? { severity: "warning" as const }
            : {}),
        });
      }
      const straight = [...text.matchAll(/["＂]/gu)];
      const last = straight.at(-1);
      if (last === undefined || straight.length % 2 === 0 || /\d$/u.test(text.slice(0, last.index))) continue;
      report({
        at: { passage, start: last.index, end: last.index + 1 },
        message: "直引号没有成对",
        actual: excerpt(text, last.index, last.index + 1),
        hint: "请补上另一半，并改用弯引号“”",
        ...(passage.region === "attachment" ? { severity: "warning" as const } : {}),
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "账号名称用了直引号",
        draft: { body: ['"甲县发布"超过2周没有更新。'] },
        report: ['正文 第1段：中文里的引号应当用弯引号；实际："甲县发布"；应为：“甲县发布”'],
      },
      {
        shows: "只有一半",
        draft: { body: ['"甲县发布超过2周没有更新。'] },
        report: ['正文 第1段：直引号没有成对；实际："甲县发布超过2周…；处理：请补上另一半，并改用弯引号“”'],
      },
    ],
    right: [
      { shows: "弯引号", draft: { body: ["“甲县发布”超过2周没有更新。"] } },
      { shows: "英文里的撇号", draft: { body: ["页面显示 Can't connect 的提示。"] } },
      {
        shows: "账号名称列里是别人的写法",
        draft: { attachments: [{ title: "名单", columns: ["账号名称"], rows: [['"甲县"发布']] }] },
      },
    ],
  },
};
