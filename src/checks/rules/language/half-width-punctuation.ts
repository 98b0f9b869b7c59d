import { ownWords } from "../../all-passages.js";
import { changedExcerpt } from "../../changed-excerpt.js";
import { excerpt } from "../../excerpt.js";
import type { Passage } from "../../draft.js";
import { isProtected } from "../../protected-spans.js";
import type { Rule } from "../../rule.js";

const fullWidth: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  ".": "。",
  "(": "（",
  ")": "）",
  "｡": "。",
  "､": "、",
  "<": "《",
  ">": "》",
};

const chinese = /[\u3400-\u9fff，。、；：？！（）《》“”‘’〔〕…—]/u;

/** Half-width punctuation in Chinese text (GB/T 15834 5.2: punctuation takes a full square). */
export const halfWidthPunctuation: Rule = {
  id: "half-width-punctuation",
  name: "中文里用了半角标点",
  severity: "error",
  description:
    "中文句子用全角标点，。；：？！（）。网址、编码、数字里的小数点和分节号、时刻里的冒号、整句的外文不算；账号、网站的名称照原样，不改。表格里的只作提醒。",
  source: "GB/T 15834—2011 5.1",
  mistakes: [41],
  fixable: true,
  check(draft, report) {
    for (const passage of ownWords(draft)) {
      const { text } = passage;
      if (!/[,;:?!.()｡､<>]/u.test(text)) continue;
      let inBrackets: ReadonlySet<number> | undefined;
      for (const match of text.matchAll(/[,;:?!.()｡､<>]/gu)) {
        const { index } = match;
        const mark = match[0];
        if ("()<>".includes(mark)) inBrackets ??= bracketsAroundChinese(text);
        const wrong = inBrackets?.has(index) ?? false;
        if (!wrong && ("()<>".includes(mark) || !standsInChinese(text, index, mark))) continue;
        if (leftToOtherRules(passage, index) || isProtected(draft.protectedIn(passage), index)) continue;
        const replacement = fullWidth[mark] ?? mark;
        report({
          at: { passage, start: index, end: index + 1 },
          message: "<>".includes(mark) ? "书名号写成了半角的小于号、大于号" : `标点“${mark}”是半角的`,
          actual: excerpt(text, index, index + 1),
          expected: changedExcerpt(text, index, index + 1, replacement),
          replacement,
          ...(passage.region === "attachment" ? { severity: "warning" as const } : {}),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "半角冒号、逗号",
        draft: { body: ["现将有关情况通报如下:", "检查网站39家,合格38家。"] },
        report: [
          "正文 第1段：标点“:”是半角的；实际：…有关情况通报如下:；应为：…有关情况通报如下：",
          "正文 第2段：标点“,”是半角的；实际：检查网站39家,合格38家。；应为：检查网站39家，合格38家。",
        ],
      },
      {
        shows: "半角括号里是中文",
        draft: { body: ["有关情况(见附件1)已经下发."] },
        report: [
          "正文 第1段：标点“(”是半角的；实际：有关情况(见附件1)已经下…；应为：有关情况（见附件1)已经下…",
          "正文 第1段：标点“)”是半角的；实际：…关情况(见附件1)已经下发.；应为：…关情况(见附件1）已经下发.",
          "正文 第1段：标点“.”是半角的；实际：…附件1)已经下发.；应为：…附件1)已经下发。",
        ],
      },
      {
        shows: "表格里的只作提醒",
        draft: { attachments: [{ title: "清单", columns: ["存在问题"], rows: [["链接失效,内容过期"]] }] },
        report: ["附件 第1行“存在问题”列：标点“,”是半角的；实际：链接失效,内容过期；应为：链接失效，内容过期"],
      },
    ],
    right: [
      {
        shows: "小数、百分数、分节号、时刻、比值",
        draft: { body: ["得分1.5分，合格率96.7%，共4,935个，截至12:30，比例为3:1。"] },
      },
      {
        shows: "网址、邮箱",
        draft: { body: ["详见https://www.example.gov.cn/index.html?id=1，邮箱为a.b@example.gov.cn。"] },
      },
      {
        shows: "整句的外文",
        draft: { body: ["页面提示“Error: not found.”，没有内容；另一处为Service Unavailable (503)。"] },
      },
      {
        shows: "账号、单位的名称照原样",
        draft: {
          attachments: [{ title: "名单", columns: ["单位名称", "账号名称"], rows: [["甲局(登记中心)", "甲,乙"]] }],
        },
      },
      { shows: "大小比较", draft: { body: ["得分<60的为不合格。"] } },
    ],
  },
};

/** True for a mark that touches Chinese text and is no part of a number or of foreign words. */
function standsInChinese(text: string, index: number, mark: string): boolean {
  const before = nearest(text, index, -1);
  const after = nearest(text, index, 1);
  if (mark === "｡" || mark === "､") return true;
  if (/\d/u.test(before) && /\d/u.test(after)) return false;
  if (mark === ".") {
    // 3. at the end closes a sentence; 3.加强 is an ordinal.
    if (/\d/u.test(before)) return after === "" && index > 3;
    return before === "%" || (chinese.test(before) && (after === "" || /\d/u.test(after) || chinese.test(after)));
  }
  return chinese.test(before) || chinese.test(after);
}

/** The next character that is no blank, within three. */
function nearest(text: string, index: number, step: 1 | -1): string {
  for (let distance = 1; distance <= 3; distance += 1) {
    const character = text.charAt(index + step * distance);
    if (character === "") return "";
    if (!/\s/u.test(character)) return character;
  }
  return "";
}

/** Positions of half-width brackets, and of <> in place of 《》, that belong to Chinese text. */
function bracketsAroundChinese(text: string): ReadonlySet<number> {
  const positions = new Set<number>();
  for (const match of text.matchAll(/[(（](?<inside>[^()（）]*)[)）]/gu)) {
    const close = match.index + match[0].length - 1;
    const inside = match.groups?.["inside"] ?? "";
    const outside = text.charAt(match.index - 1) + text.charAt(close + 1);
    const belongs =
      chinese.test(inside) || (chinese.test(outside) && !/[A-Za-z]\s?$/u.test(text.slice(0, match.index)));
    for (const position of [match.index, close]) {
      if (belongs && "()".includes(text.charAt(position))) positions.add(position);
    }
  }
  for (const match of text.matchAll(/<{1,2}[^<>]{2,80}(?:通知|意见|办法|指引|规定|条例|方案|指标|报告|决定)>{1,2}/gu)) {
    positions.add(match.index);
    positions.add(match.index + match[0].length - 1);
  }
  return positions;
}

/** The colon of 主送 and the marks of a date have rules of their own. */
function leftToOtherRules(passage: Passage, index: number): boolean {
  if (passage.role === "recipients")
    return passage.text.charAt(index) === ":" && index >= passage.text.trimEnd().length - 1;
  return passage.role === "date" || passage.role === "printDate";
}
