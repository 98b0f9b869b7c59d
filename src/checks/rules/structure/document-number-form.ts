import { allPassages } from "../../all-passages.js";
import { documentNumbersIn, writeNumber, type FoundNumber } from "../../document-numbers.js";
import type { Finding, Rule } from "../../rule.js";
import { isProtected } from "../../protected-spans.js";

/** 国办发[2017]47号, 示府办〔25〕03号, 〔2025〕第3号. */
export const documentNumberForm: Rule = {
  id: "document-number-form",
  name: "发文字号写法不对",
  severity: "error",
  description:
    "发文字号写作“机关代字〔年份〕序号号”：年份写全四位，用六角括号〔〕；序号不编虚位（不写03），前面不加“第”。文中引用的文号也一样。",
  source: "GB/T 9704—2012 7.2.5；GB/T 15834—2011 4.9",
  mistakes: [27],
  fixable: true,
  check(draft, report) {
    for (const passage of allPassages(draft)) {
      const numbers = documentNumbersIn(passage.text);
      for (const number of numbers) {
        const wrong = wrongIn(number);
        if (wrong === undefined) continue;
        const quoted = draft.protectedIn(passage).filter(({ kind }) => kind === "quotation" || kind === "title");
        if (isProtected(quoted, number.start)) continue;
        report({
          at: { passage, start: number.bracket, end: number.end },
          actual: passage.text.slice(number.start, number.end),
          ...wrong,
        });
      }
      if (passage.role !== "documentNumber") continue;
      const text = passage.text.trim();
      const isBlank = text === "" || /[×xXＸ*＊_\s]/u.test(text);
      if (numbers.length === 0 && !isBlank) {
        report({
          at: { passage },
          message: "看不出这是发文字号",
          actual: text,
          hint: "写作“机关代字〔年份〕序号号”，如“示府办函〔2024〕12号”",
        });
      }
      const year = numbers[0]?.year;
      if (year?.length === 4 && draft.date !== undefined && Number(year) !== draft.date.year) {
        report({
          at: { passage },
          message: "发文字号的年份与成文日期不同",
          actual: text,
          expected: `〔${String(draft.date.year)}〕`,
          hint: "年底编号、次年印发的，请再核对一次",
          related: draft.withRole("date").map((date) => ({ at: { passage: date }, message: `成文日期是${date.text}` })),
          severity: "warning",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "方括号",
        draft: { body: ["根据国办发[2017]47号文件精神检查。"] },
        report: ["正文 第1段：发文字号写法不对：年份用六角括号〔〕；实际：国办发[2017]47号；应为：国办发〔2017〕47号"],
      },
      {
        shows: "年份不全，序号前有0和“第”",
        draft: { body: ["见示府办〔25〕3号、示府办〔2025〕03号、示府办〔2025〕第3号。"] },
        report: [
          "正文 第1段：发文字号写法不对：年份写全四位数；实际：示府办〔25〕3号",
          "正文 第1段：发文字号写法不对：序号前不加0；实际：示府办〔2025〕03号；应为：示府办〔2025〕3号",
          "正文 第1段：发文字号写法不对：序号前不加“第”；实际：示府办〔2025〕第3号；应为：示府办〔2025〕3号",
        ],
      },
      {
        shows: "发文字号用圆括号",
        draft: { documentNumber: "示府办函（2024）12号" },
        report: [
          "发文字号：发文字号写法不对：年份用六角括号〔〕；实际：示府办函（2024）12号；应为：示府办函〔2024〕12号",
        ],
      },
      {
        shows: "缺“号”",
        draft: { body: ["根据国办发〔2017〕47的要求检查。"] },
        report: ["正文 第1段：发文字号写法不对：序号后要有“号”；实际：国办发〔2017〕47；应为：国办发〔2017〕47号"],
      },
      {
        shows: "年份与成文日期不同",
        draft: { documentNumber: "示府办函〔2023〕12号" },
        report: [
          "发文字号：发文字号的年份与成文日期不同；实际：示府办函〔2023〕12号；应为：〔2024〕；处理：年底编号、次年印发的，请再核对一次；另见 成文日期：成文日期是2024年7月10日",
        ],
      },
    ],
    right: [
      {
        shows: "规范的文号",
        draft: {
          documentNumber: "示府办函〔2024〕12号",
          body: ["根据国办发〔2017〕47号、川府公开办函〔2023〕15号和国办秘函〔2019〕19号检查。"],
        },
      },
      {
        shows: "括号里的年份和注号不是文号",
        draft: { body: ["近三年（2022）（2023）情况见文献[2026]，花园路(2024)3号楼，网站（39）家。"] },
      },
      { shows: "引文里的不改", draft: { body: ["将文号误写为“国办发[2017]47号”。"] } },
      { shows: "还没有编号", draft: { documentNumber: "示府办函〔2024〕×号" } },
    ],
  },
};

function wrongIn(number: FoundNumber): Omit<Finding, "at"> | undefined {
  const { brackets, year, serial, hasOrdinalWord, hasClosingWord } = number;
  const problems: string[] = [];
  const wrongBrackets = brackets[0] !== "〔" || brackets[1] !== "〕";
  if (wrongBrackets) problems.push("年份用六角括号〔〕");
  if (year.length !== 4) problems.push("年份写全四位数");
  if (hasOrdinalWord) problems.push("序号前不加“第”");
  if (serial.startsWith("0")) problems.push("序号前不加0");
  if (!hasClosingWord) problems.push("序号后要有“号”");
  if (problems.length === 0) return undefined;
  const right = year.length === 4 ? writeNumber(number) : undefined;
  return {
    message: `发文字号写法不对：${problems.join("，")}`,
    ...(right === undefined ? {} : { expected: right }),
    // Only the brackets: whoever wrote 第 or 03 may have meant another number.
    ...(wrongBrackets && problems.length === 1 ? { replacement: `〔${year}〕${serial}号` } : {}),
  };
}
