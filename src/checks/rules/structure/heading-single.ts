import { readHeadingLabel } from "../../../document/heading-label.js";
import type { Passage } from "../../draft.js";
import { headingLabelPassage } from "../../element-passages.js";
import type { Rule } from "../../rule.js";

/** （一） without （二）. */
export const headingSingle: Rule = {
  id: "heading-single",
  name: "只有一个分项",
  severity: "warning",
  description: "分了层次就应当有两项以上；只有“（一）”没有“（二）”，多半是删改后剩下的，不必编序数。",
  mistakes: [25],
  check(draft, report) {
    const closed: { readonly passage: Passage; readonly count: number }[] = [];
    let open: { level: number; passage: Passage; count: number }[] = [];
    const close = (level: number): void => {
      closed.push(...open.filter((other) => other.level >= level));
      open = open.filter((other) => other.level < level);
    };
    for (const passage of draft.body) {
      if (passage.role !== "heading" || passage.heading === undefined) continue;
      const { level } = readHeadingLabel(passage.label ?? "") ?? passage.heading;
      close(level + 1);
      const group = open.find((other) => other.level === level);
      if (group === undefined) open.push({ level, passage, count: 1 });
      else group.count += 1;
    }
    close(1);
    for (const { passage, count } of closed) {
      // ① may begin a sentence with its own ②.
      if (count !== 1 || /^[①-⑳]/u.test(passage.label ?? "")) continue;
      const label = (passage.label ?? "").trim();
      report({
        at: { passage: headingLabelPassage(passage) },
        message: `这一层只有“${label}”一项`,
        actual: `${label}${passage.text}`,
        hint: "请补上其他各项，或者不用序数",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "只有（一）",
        draft: {
          body: ["一、总体情况", "二、存在问题", "（一）更新不及时。有的栏目没有更新。", "三、工作要求"],
        },
        report: [
          "正文 二、（一）标题：这一层只有“（一）”一项；实际：（一）更新不及时。；处理：请补上其他各项，或者不用序数",
        ],
      },
    ],
    right: [
      {
        shows: "每层两项以上",
        draft: { body: ["一、总体情况", "二、存在问题", "（一）网站。有错。", "（二）账号。有错。"] },
      },
      { shows: "没有分层", draft: { body: ["请抓紧整改。"] } },
    ],
  },
};
