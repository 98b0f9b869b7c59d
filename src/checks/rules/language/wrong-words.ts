import { ownMatches, ownWords } from "../../all-passages.js";
import { changedExcerpt } from "../../changed-excerpt.js";
import { excerpt } from "../../excerpt.js";
import { wordsInContext } from "../../knowledge/words-in-context.js";
import { wrongWords as known } from "../../knowledge/wrong-words.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

const byWord = new Map(known.map((entry) => [entry.wrong, entry]));
/** The look ahead saves trying all words at every character. */
const anyWord = new Search([...byWord.keys()], () => {
  const firstCharacters = [...new Set([...byWord.keys()].map((word) => word.charAt(0)))].join("");
  return new RegExp(`(?=[${firstCharacters}])(?:${[...byWord.keys()].join("|")})`, "gu");
});

/** One character at least of every word in context. */
const anyInContext = /登陆|截止|反应|检察|行驶|份内|它|帐|报导|急待/u;
const chinese = /[\u4e00-\u9fff]{2}/u;

/** Words with a wrong character. */
export const wrongWords: Rule = {
  id: "wrong-words",
  name: "错别字",
  severity: "warning",
  description:
    "常见的错别字，如“布署”“既使”“登陆网站”“截止6月30日”。引号、书名号里照录的错字和账号名称不算；拿不准的异形词（其它、帐号）只作提示。",
  mistakes: [65],
  check(draft, report) {
    const hasWords = draft.mayHold(anyWord.needs);
    const inContext = wordsInContext.filter(({ search }) => draft.mayHold(search.needs));
    if (!hasWords && inContext.length === 0) return;
    for (const passage of ownWords(draft)) {
      const { text } = passage;
      if (!chinese.test(text)) continue;
      for (const match of hasWords ? ownMatches(draft, passage, anyWord.pattern) : []) {
        const wrong = match[0];
        const entry = byWord.get(wrong);
        const end = match.index + wrong.length;
        if (entry === undefined) continue;
        if (match.index > 0 && entry.notAfter?.includes(text.charAt(match.index - 1)) === true) continue;
        if (end < text.length && entry.notBefore?.includes(text.charAt(end)) === true) continue;
        report({
          at: { passage, start: match.index, end },
          message: `“${wrong}”应为“${entry.right}”`,
          actual: excerpt(text, match.index, end),
          expected: changedExcerpt(text, match.index, end, entry.right),
        });
      }
      if (inContext.length === 0 || !anyInContext.test(text)) continue;
      for (const { search, right, reason, taste } of inContext) {
        for (const match of ownMatches(draft, passage, search.pattern)) {
          const end = match.index + match[0].length;
          report({
            at: { passage, start: match.index, end },
            message: `“${match[0]}”应为“${right}”`,
            actual: excerpt(text, match.index, end),
            expected: changedExcerpt(text, match.index, end, right),
            hint: reason,
            ...(taste === true ? { severity: "hint" as const } : {}),
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "别字",
        draft: { body: ["各单位要认真布署，既使没有问题也要自查。"] },
        report: [
          "正文 第1段：“布署”应为“部署”；实际：各单位要认真布署，既使没有问题也…；应为：各单位要认真部署，既使没有问题也…",
          "正文 第1段：“既使”应为“即使”；实际：…单位要认真布署，既使没有问题也要自查…；应为：…单位要认真布署，即使没有问题也要自查…",
        ],
      },
      {
        shows: "要看上下文的词",
        draft: { body: ["登陆网站后，截止6月30日仍未更新，群众反应的问题没有答复。"] },
        report: [
          "正文 第1段：“登陆”应为“登录”；实际：登陆网站后，截止6月…；应为：登录网站后，截止6月…；处理：进入网站、系统是“登录”，上岸才是“登陆”",
          "正文 第1段：“截止”应为“截至”；实际：登陆网站后，截止6月30日仍未更…；应为：登陆网站后，截至6月30日仍未更…；处理：后面带时间的用“截至”（或“截止到”）；“截止”后面不带时间：报名6月30日截止",
          "正文 第1段：“反应”应为“反映”；实际：…日仍未更新，群众反应的问题没有答复。；应为：…日仍未更新，群众反映的问题没有答复。；处理：把情况告诉别人是“反映”，受到刺激而变化是“反应”",
        ],
      },
      {
        shows: "异形词只作提示",
        draft: { body: ["其它账号正常，2个帐号停用。"] },
        report: [
          "正文 第1段：“其它”应为“其他”；实际：其它账号正常，2个帐…；应为：其他账号正常，2个帐…；处理：公文一般用“其他”",
          "正文 第1段：“帐”应为“账”；实际：…它账号正常，2个帐号停用。；应为：…它账号正常，2个账号停用。；处理：与钱财、登记有关的用“账”：账号、账户、台账",
        ],
      },
    ],
    right: [
      { shows: "正确的写法", draft: { body: ["各单位要认真部署，即使没有问题也要自查。"] } },
      {
        shows: "字面相同、不是一个词",
        draft: {
          body: [
            "发布署名文章，既使用新媒体又使用网站；自己经营的账号，6月份内容，可以经平台转发，以经济信息为主。",
            "台风登陆后，报名6月30日截止，截止日期、截止时间不变，群众反应强烈，开发部门、按排名公布，交通迅速恢复。",
            "从高到低排列，恢复盖章，进一部分单位，干部份额，在次日更新，立即整改到位。",
          ],
        },
      },
      { shows: "照录的错字", draft: { body: ["标题中“部署”误写为“布署”。"] } },
      { shows: "账号名称", draft: { attachments: [{ title: "表", columns: ["账号名称"], rows: [["其它帐号"]] }] } },
    ],
  },
};
