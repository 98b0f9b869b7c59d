import type { Rule } from "../../rule.js";

/** Figures that prose speaks of and that are not there. */
export const figureReferences: Rule = {
  id: "figure-references",
  name: "提到的图不存在",
  severity: "warning",
  description: "正文写“见图3”，就要有图3；图的编号从1起，不跳号、不重号。图里的内容程序看不到，要人工对照。",
  mistakes: [60],
  check(draft, report) {
    const numbers = new Map<number, true>();
    const captions = draft.withRole("caption", "paragraph", "remark").flatMap((passage) => {
      if (passage.region !== "attachment" || !passage.text.startsWith("图")) return [];
      const match = /^图\s*(?<number>\d{1,2})(?=[\s:：.．、\u3000]|[^\d，。和、至年月日片文标像示形书])/u.exec(
        passage.text,
      );
      return match === null ? [] : [{ passage, number: Number(match.groups?.["number"]), end: match[0].length }];
    });
    let previous: number | undefined;
    for (const { passage, number, end } of captions) {
      const expected = (previous ?? 0) + 1;
      if (number !== expected && number !== 1) {
        report({
          at: { passage, start: 0, end },
          message: numbers.has(number) ? `图${String(number)}的编号重复了` : "图的编号跳号",
          actual: `图${String(number)}`,
          expected: `图${String(expected)}`,
        });
      }
      numbers.set(number, true);
      previous = number;
    }
    if (captions.length === 0) return;
    for (const passage of draft.passages) {
      for (const match of passage.text.matchAll(/(?<=[见如（(])(?:附)?图\s*(?<number>\d{1,2})/gu)) {
        const number = Number(match.groups?.["number"]);
        if (numbers.has(number)) continue;
        report({
          at: { passage, start: match.index, end: match.index + match[0].length },
          message: `没有图${String(number)}`,
          actual: match[0],
          hint: `文中有图${[...numbers.keys()].join("、")}`,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "提到图3，只有两幅图",
        draft: {
          body: ["链接失效（见图3）。"],
          attachments: [{ title: "截图", text: ["图1 甲县网站首页", "图2 乙县网站首页"] }],
        },
        report: ["正文 第1段：没有图3；实际：图3；处理：文中有图1、2"],
      },
    ],
    right: [
      {
        shows: "提到的图都在",
        draft: {
          body: ["链接失效（见图2）。"],
          attachments: [{ title: "截图", text: ["图1 甲县网站首页", "图2 乙县网站首页"] }],
        },
      },
      { shows: "没有编号的图", draft: { body: ["链接失效（见截图）。"] } },
    ],
  },
};
