import type { Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";

/** Headings of one level under one parent that are not made alike. */
export const headingsAlike: Rule = {
  id: "headings-alike",
  name: "并列标题的样式不统一",
  severity: "hint",
  description: "同一标题下并列的小标题，要么都独占一行，要么都在标题后接着写正文；写法各异的，读起来层次不清。",
  source: "党政机关公文处理工作条例",
  mistakes: [26],
  check(draft, report) {
    for (const group of siblings(draft.headings)) {
      const runIn = group.filter(({ heading }) => heading?.body !== undefined);
      const ownLine = group.filter(({ heading }) => heading?.body === undefined);
      const [rare, usual] = runIn.length < ownLine.length ? [runIn, ownLine] : [ownLine, runIn];
      const [first] = rare;
      const [other] = usual;
      if (first === undefined || other === undefined || group.length < 2) continue;
      const styleOf = (passage: Passage): string =>
        passage.heading?.body === undefined ? "独占一行" : "后面接着写正文";
      report({
        at: { passage: first },
        message: `并列的标题，这里${styleOf(first)}，别处${styleOf(other)}`,
        actual: `${first.label ?? ""}${first.text}`,
        hint: "并列的标题统一样式",
        related: [{ at: { passage: other }, message: `这里${styleOf(other)}` }],
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "一个接排、两个独占一行",
        draft: {
          body: [
            "一、主要问题",
            "（一）政府网站",
            "有的栏目没有更新。",
            "（二）政务新媒体。有的账号没有更新。",
            "（三）留言",
            "没有答复。",
          ],
        },
        report: [
          "正文 一、（二）标题：并列的标题，这里后面接着写正文，别处独占一行；实际：（二）政务新媒体。；处理：并列的标题统一样式；另见 正文 一、（一）标题：这里独占一行",
        ],
      },
    ],
    right: [
      {
        shows: "不同标题下的样式可以不同",
        draft: {
          body: [
            "一、总体情况",
            "（一）政府网站",
            "合格。",
            "（二）政务新媒体",
            "合格。",
            "二、要求",
            "（一）压实责任。要整改。",
            "（二）加强管理。要自查。",
          ],
        },
      },
    ],
  },
};

/** Headings of the same level without one of a higher level between them. */
function siblings(headings: readonly Passage[]): readonly (readonly Passage[])[] {
  const groups: Passage[][] = [];
  const open = new Map<number, Passage[]>();
  for (const passage of headings) {
    const { heading } = passage;
    if (heading === undefined) continue;
    for (const level of open.keys()) if (level > heading.level) open.delete(level);
    if (passage.region === "attachment") continue;
    const group = open.get(heading.level);
    if (group !== undefined) {
      group.push(passage);
      continue;
    }
    const fresh = [passage];
    open.set(heading.level, fresh);
    groups.push(fresh);
  }
  return groups;
}
