import { allPassages, columnOf, isNameCell } from "../../all-passages.js";
import { isUnitColumn } from "../../agency-names.js";
import { excerpt } from "../../excerpt.js";
import { renamedAgencies } from "../../knowledge/renamed-agencies.js";
import { matchesIn } from "../../matches-in.js";
import { isProtected } from "../../protected-spans.js";
import type { Rule } from "../../rule.js";

const anySign = /[局厅部委队办会室]/u;

/** Agencies called by a name they no longer have at the date of the circular. */
export const oldAgencyNames: Rule = {
  id: "old-agency-names",
  name: "机构名称已经变更",
  severity: "warning",
  description:
    "机构改革以后还在用旧名称，多半是从旧稿抄来的：2019年以后写“国土资源局”。只在成文日期晚于变更时提出；写明“原”的、文件标题和引文里的不算。",
  mistakes: [16],
  check(draft, report) {
    const { date } = draft;
    if (date === undefined) return;
    const outdated = renamedAgencies.filter(({ since, search }) => date.year >= since && draft.mayHold(search.needs));
    if (outdated.length === 0) return;
    for (const passage of allPassages(draft)) {
      const { text } = passage;
      if ((isNameCell(passage) && !isUnitColumn(columnOf(passage) ?? "")) || !anySign.test(text)) continue;
      for (const { search, now, since, varies } of outdated) {
        for (const match of matchesIn(text, search.pattern)) {
          if (isProtected(draft.protectedIn(passage), match.index)) continue;
          if (
            /[原前](?:[\u4e00-\u9fff]{0,7}[省市县区州])?$/u.test(text.slice(Math.max(0, match.index - 9), match.index))
          )
            continue;
          const end = match.index + match[0].length;
          report({
            at: { passage, start: match.index, end },
            message: `“${match[0]}”是${String(since - 1)}年以前的名称`,
            actual: excerpt(text, match.index, end),
            expected: now,
            hint: "请按现在的名称写；说的是当时的机构，请在前面加“原”",
            ...(varies === true ? { severity: "hint" as const } : {}),
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "2024年的通报里的旧名称",
        draft: { body: ["市国土资源局、市卫计局的栏目没有更新。"] },
        report: [
          "正文 第1段：“国土资源局”是2018年以前的名称；实际：市国土资源局、市卫计局的栏目…；应为：自然资源局（厅、部）；处理：请按现在的名称写；说的是当时的机构，请在前面加“原”",
          "正文 第1段：“卫计局”是2018年以前的名称；实际：市国土资源局、市卫计局的栏目没有更新。；应为：卫生健康局（委员会）；处理：请按现在的名称写；说的是当时的机构，请在前面加“原”",
        ],
      },
    ],
    right: [
      { shows: "改革以前的通报", draft: { body: ["市国土资源局的栏目没有更新。"], date: "2017年7月10日" } },
      {
        shows: "写明原名称，现在的名称",
        draft: {
          body: ["原市国土资源局、市文化广电旅游局、市农业农村局、市卫生健康局、国家税务总局示例市税务局的栏目。"],
        },
      },
      { shows: "文件标题、账号名称", draft: { body: ["按照《市工商行政管理局公告》，“示例国税局”账号没有更新。"] } },
    ],
  },
};
