import { ownMatches, ownWords } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import type { Finding, Rule } from "../../rule.js";
import { Search } from "../../search.js";

interface Pattern {
  readonly search: Search;
  readonly message: string;
  readonly severity: NonNullable<Finding["severity"]>;
}

const patterns: readonly Pattern[] = [
  {
    search: new Search(
      /[，。；：、][，。；：、！？]|[！？][，。；：、]/u,
      () => /[，。；：、！？]*([，。；：、])[，。；：、！？]+|[！？]+[，。；：、]+/gu,
    ),
    message: "标点重复",
    severity: "error",
  },
  {
    search: new Search(/[（《〈〔“‘][，。；：、]/u, () => /[（《〈〔“‘](?=[，。；：、])[，。；：、]/gu),
    message: "前括号、前引号后面紧跟标点",
    severity: "warning",
  },
  {
    search: new Search(/[，；：、][）》〉〕]/u, () => /[，；：、](?=[）》〉〕])/gu),
    message: "后括号前面多了标点",
    severity: "warning",
  },
  {
    search: new Search(/(?:^|\n)[，。；：、！？）》〉〕]/u, () => /^[，。；：、！？）》〉〕]/gu),
    message: "一段开头就是标点",
    severity: "error",
  },
  {
    search: new Search(["、等"], () => /、(?=等(?![待候级次于同值效闲额保离位压号到你我他着]))/gu),
    message: "“等”前面不用顿号",
    severity: "warning",
  },
  {
    search: new Search(["、和", "、以及"], () => /、(?=和(?![谐平解睦美气合煦善])|以及)/gu),
    message: "“和”“以及”前面不用顿号",
    severity: "hint",
  },
  {
    search: new Search(["--"], () => /(?<=[\u4e00-\u9fff])--+(?=[\u4e00-\u9fff])/gu),
    message: "破折号应当写成“——”",
    severity: "warning",
  },
  {
    search: new Search(["...", "…"], () => /\.{3,}|…(?<!……)(?!…)/gu),
    message: "省略号应当写成“……”",
    severity: "warning",
  },
  { search: new Search(["等……", "……等"], () => /等……|……等/gu), message: "“等”和省略号重复", severity: "warning" },
];

const aroundQuotationMark = new Search(["”。", "”，", "”；", "’。", "’，", "’；"], () => /[。！？][”’][。，；]/gu);

/** Marks that stand twice, or where none can stand. */
export const punctuationDoubled: Rule = {
  id: "punctuation-doubled",
  name: "标点重复或多余",
  severity: "error",
  description: "改稿以后常留下重复或多余的标点：。。、，，、；。、（，、，）、“、等”。",
  source: "GB/T 15834—2011 4、5",
  mistakes: [44],
  check(draft, report) {
    const possible = patterns.filter(({ search }) => draft.mayHold(search.needs));
    const hasQuoted = draft.mayHold(aroundQuotationMark.needs);
    if (possible.length === 0 && !hasQuoted) return;
    for (const passage of ownWords(draft)) {
      const { text } = passage;
      if (!/[，。；：、！？\-.…]/u.test(text)) continue;
      for (const { search, message, severity } of possible) {
        for (const match of ownMatches(draft, passage, search.pattern)) {
          // A wave of marks is a row of dots or an empty line to fill in: placeholders have a rule of their own.
          if (match[0].length > 6) continue;
          report({
            at: { passage, start: match.index, end: match.index + match[0].length },
            message,
            actual: excerpt(text, match.index, match.index + match[0].length),
            hint: "请只留一个标点，或删去多余的",
            severity: passage.region === "attachment" && severity === "error" ? "warning" : severity,
          });
        }
      }
      if (!hasQuoted) continue;
      for (const match of text.matchAll(aroundQuotationMark.pattern)) {
        report({
          at: { passage, start: match.index, end: match.index + 3 },
          message: "引号内外都有标点",
          actual: excerpt(text, match.index, match.index + 3),
          hint: "引用的话独立成句时句号在引号里，作为句子的一部分时句号在引号外，只留一个",
          severity: "warning",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "句号重复",
        draft: { body: ["检查已经结束。。", "共3家，；其余合格。"] },
        report: [
          "正文 第1段：标点重复；实际：检查已经结束。。；处理：请只留一个标点，或删去多余的",
          "正文 第2段：标点重复；实际：共3家，；其余合格。；处理：请只留一个标点，或删去多余的",
        ],
      },
      {
        shows: "删去一项以后留下的顿号",
        draft: { body: ["甲县、乙县、等3个县按时报送（含丙县、）。"] },
        report: [
          "正文 第1段：后括号前面多了标点；实际：…按时报送（含丙县、）。；处理：请只留一个标点，或删去多余的",
          "正文 第1段：“等”前面不用顿号；实际：甲县、乙县、等3个县按时报送…；处理：请只留一个标点，或删去多余的",
        ],
      },
    ],
    right: [
      { shows: "省略号、破折号、括号后的句号", draft: { body: ["栏目——动态要闻……没有更新（甲县）。"] } },
      { shows: "引号后的标点", draft: { body: ["严格执行“三审三校”，做到“先审后发”。"] } },
      { shows: "顿号后面是别的词", draft: { body: ["群众排队、等候时间较长，要公开、和谐。"] } },
      { shows: "提示语在引号里", draft: { body: ["页面显示“网页不存在。。”的提示。"] } },
    ],
  },
};
