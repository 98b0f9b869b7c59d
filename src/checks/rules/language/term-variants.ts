import { ownMatches } from "../../all-passages.js";
import type { Passage } from "../../draft.js";
import { excerpt } from "../../excerpt.js";
import { termVariants as known } from "../../knowledge/term-variants.js";
import type { Rule } from "../../rule.js";

interface Use {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** One thing called by two names in the prose of one document. */
export const termVariants: Rule = {
  id: "term-variants",
  name: "同一事物的叫法前后不一",
  severity: "hint",
  description: "一份通报里同一事物只用一种叫法：微信公众号或政务微信，移动客户端或APP，政府网站“与”或“和”政务新媒体。",
  mistakes: [13],
  check(draft, report) {
    const prose = [...draft.title, ...draft.body, ...draft.withRole("attachmentTitle")];
    for (const { thing, forms } of known) {
      const possible = forms.filter(({ search }) => draft.mayHold(search.needs));
      if (possible.length < 2) continue;
      const uses = new Map<string, Use[]>();
      for (const passage of prose) {
        for (const { form, search } of possible) {
          for (const match of ownMatches(draft, passage, search.pattern)) {
            const use = { passage, start: match.index, end: match.index + match[0].length };
            const earlier = uses.get(form);
            if (earlier === undefined) uses.set(form, [use]);
            else earlier.push(use);
          }
        }
      }
      if (uses.size < 2) continue;
      const [usual, ...others] = [...uses].sort((a, b) => b[1].length - a[1].length);
      const place = usual?.[1][0];
      if (usual === undefined || place === undefined) continue;
      for (const [form, places] of others) {
        const first = places[0];
        if (first === undefined) continue;
        report({
          at: first,
          message: `${thing}在这里叫“${form}”，别处叫“${usual[0]}”`,
          actual: excerpt(first.passage.text, first.start, first.end),
          hint: `如果是同一事物，全文用一种叫法（“${usual[0]}”${String(usual[1].length)}处，“${form}”${String(places.length)}处）`,
          related: [{ at: place, message: `这里写的是“${usual[0]}”` }],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "微信公众号和政务微信",
        draft: { body: ["甲县微信公众号没有更新，乙县政务微信没有更新。", "丙县微信公众号正常。"] },
        report: [
          "正文 第1段：微信上的账号在这里叫“政务微信”，别处叫“微信公众号”；实际：…号没有更新，乙县政务微信没有更新。；处理：如果是同一事物，全文用一种叫法（“微信公众号”2处，“政务微信”1处）；另见 正文 第1段：这里写的是“微信公众号”",
        ],
      },
    ],
    right: [
      { shows: "一种叫法", draft: { body: ["甲县微信公众号没有更新，乙县微信公众号正常，政务新媒体共3个。"] } },
      { shows: "引用的名称", draft: { body: ["甲县微信公众号没有更新，“政务微信”栏目正常。"] } },
    ],
  },
};
