import { formatDate, isValidDate, parseDate } from "../../../facts/numbers/civil-date.js";
import type { Passage } from "../../draft.js";
import { isProtected } from "../../protected-spans.js";
import type { Finding, Rule } from "../../rule.js";

/** 2025年07月05日, 二〇二五年, 2025.7.5, 25年. */
export const dateForm: Rule = {
  id: "date-form",
  name: "日期写法不规范",
  severity: "warning",
  description: "正文和落款的日期写作2025年7月5日：阿拉伯数字，年份四位，月、日前不加0，不用小数点和横线代替年月日。",
  source: "GB/T 9704—2012 7.3.5.4；GB/T 15835—2011",
  mistakes: [35],
  fixable: true,
  check(draft, report) {
    const possible = {
      hasZero: draft.mayHold(leadingZero),
      hasChinese: draft.mayHold(chineseYear),
      hasSeparated: draft.mayHold(separated),
    };
    for (const passage of draft.passages) {
      if (!/\d|〇|二[零○]/u.test(passage.text)) continue;
      const spans = draft.protectedIn(passage);
      for (const finding of wrongForms(passage, possible)) {
        if (!isProtected(spans, finding.at.start ?? 0)) report(finding);
      }
    }
    const [passage] = draft.withRole("date");
    if (passage === undefined || draft.date !== undefined) return;
    const text = passage.text.trim();
    // Placeholders, impossible days and Chinese numerals are said elsewhere.
    if (text === "" || /[×xXＸ*_\s〇○零]|\d月\d{1,2}日/u.test(text)) return;
    report({
      at: { passage },
      message: "成文日期看不出是哪一天",
      actual: text,
      hint: "写作“2025年7月5日”，年、月、日都要有",
    });
  },
  examples: {
    wrong: [
      {
        shows: "月、日前有0",
        draft: { date: "2024年07月08日", body: ["请于8月05日前报送。"] },
        report: [
          "正文 第1段：月、日前不加0；实际：8月05日；应为：8月5日",
          "成文日期：月、日前不加0；实际：2024年07月08日；应为：2024年7月8日",
        ],
      },
      {
        shows: "汉字和小数点",
        draft: { body: ["二〇二四年六月三十日采样，2024.7.5复查。"] },
        report: [
          "正文 第1段：日期用阿拉伯数字；实际：二〇二四年六月三十日；处理：写作“2024年7月5日”",
          "正文 第1段：日期要写出年、月、日；实际：2024.7.5；应为：2024年7月5日",
        ],
      },
      {
        shows: "年份两位",
        draft: { body: ["与23年二季度、24年5月相比有提高。"] },
        report: [
          "正文 第1段：年份要写全四位数；实际：23年；应为：2023年",
          "正文 第1段：年份要写全四位数；实际：24年；应为：2024年",
        ],
      },
      {
        shows: "成文日期没有日",
        draft: { date: "2024年7月" },
        report: ["成文日期：成文日期看不出是哪一天；实际：2024年7月；处理：写作“2025年7月5日”，年、月、日都要有"],
      },
    ],
    right: [
      { shows: "规范的日期", draft: { body: ["2024年7月5日复查，5年来有10年以上的账号。"] } },
      {
        shows: "版本号、网址、引文和表格里的日期",
        draft: {
          body: ["系统版本3.2024.1，见www.example.gov.cn/2024-07-05/，“二〇二四年”没有改。"],
          attachments: [{ title: "问题清单", columns: ["序号", "日期"], rows: [["1", "2024-07-05"]] }],
        },
      },
    ],
  },
};

/** What the forms that seldom occur must have. */
const leadingZero = Array.from("0123456789", (digit) => [`0${digit}月`, `0${digit}日`]).flat();
const chineseYear = Array.from("〇○零一二三四五六七八九", (digit) => `${digit}年`);
const separated = Array.from("0123456789", (digit) => [`${digit}.`, `${digit}-`, `${digit}/`]).flat();

function* wrongForms(
  passage: Passage,
  possible: Readonly<Record<"hasZero" | "hasChinese" | "hasSeparated", boolean>>,
): Generator<Finding> {
  const { hasZero, hasChinese, hasSeparated } = possible;
  const { text } = passage;
  const at = (match: RegExpExecArray): Finding["at"] => ({
    passage,
    start: match.index,
    end: match.index + match[0].length,
  });
  for (const match of hasZero
    ? text.matchAll(/(?<!\d)(?:\d{4}年)?(\d{1,2})月(\d{1,2})日|(?<!\d)\d{4}年(0\d)月/gu)
    : []) {
    const [whole] = match;
    const right = whole.replace(/(?<!\d)0(?=\d[月日])/gu, "");
    if (right === whole) continue;
    yield { at: at(match), message: "月、日前不加0", actual: whole, expected: right, replacement: right };
  }
  for (const match of !hasChinese
    ? []
    : text.matchAll(
        /[一二][〇○零一二三四五六七八九]{3}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?/gu,
      )) {
    yield { at: at(match), message: "日期用阿拉伯数字", actual: match[0], hint: "写作“2024年7月5日”" };
  }
  for (const match of !hasSeparated
    ? []
    : text.matchAll(/(?<![\d.\-/])(?:19|20)\d{2}([.\-/])\d{1,2}\1\d{1,2}(?![\d.\-/])/gu)) {
    const date = parseDate(match[0]);
    if (date === undefined || !isValidDate(date)) continue;
    yield { at: at(match), message: "日期要写出年、月、日", actual: match[0], expected: formatDate(date) };
  }
  for (const match of text.matchAll(/(?<![\d.])[012]\d年(?=第?[一二三四]季度|[上下]半年|度|(?:1[0-2]|[1-9])月)/gu)) {
    yield { at: at(match), message: "年份要写全四位数", actual: match[0], expected: `20${match[0]}` };
  }
}
