import { allPassages } from "../../all-passages.js";
import { matchesIn } from "../../matches-in.js";
import type { Rule } from "../../rule.js";

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  /** How many characters to show at the beginning and at the end: the report must not spread what it warns of. */
  readonly shown: readonly [number, number];
}

const kinds: readonly Kind[] = [
  { name: "手机号码", pattern: /(?<![\dA-Za-z])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\dA-Za-z])/gu, shown: [3, 2] },
  {
    name: "身份证号码",
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/gu,
    shown: [3, 1],
  },
  { name: "银行卡号", pattern: /(?<![\dA-Za-z])62\d{14}(?:\d{3})?(?![\dA-Za-z])/gu, shown: [4, 2] },
  {
    name: "个人邮箱",
    pattern:
      /(?<![\w.+-])[\w.+-]{1,64}@(?:qq|163|126|139|189|sina|sohu|gmail|outlook|hotmail|foxmail|yeah|icloud|yahoo|live)\.[a-z.]{2,8}/giu,
    shown: [2, 8],
  },
];

const anyNumber = /\d{3}[ -]?\d{4}|@/u;

/** Mobile numbers, identity cards and the like in a document that is to be published. */
export const personalData: Rule = {
  id: "personal-data",
  name: "个人信息",
  severity: "warning",
  description:
    "通报主动公开，正文、表格里的手机号码、身份证号码、银行卡号、个人邮箱要先确认可以公开；引用群众留言、网页截图文字时尤其要注意。办公电话不算。",
  source: "中华人民共和国个人信息保护法",
  mistakes: [61],
  check(draft, report) {
    if (!draft.mayHold(anyNumber)) return;
    for (const passage of allPassages(draft)) {
      if (!anyNumber.test(passage.text)) continue;
      for (const { name, pattern, shown } of kinds) {
        for (const match of matchesIn(passage.text, pattern)) {
          const found = match[0];
          report({
            at: { passage, start: match.index, end: match.index + found.length },
            message: `这里有${name}，请确认可以公开`,
            actual: hidden(found, shown),
            hint: passage.role === "note" ? "联系电话建议改用办公电话" : "不能公开的，请删去或用*号遮住",
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "邮箱很短",
        draft: { body: ["联系邮箱：a@qq.com。"] },
        report: ["正文 第1段：这里有个人邮箱，请确认可以公开；实际：*@qq.com；处理：不能公开的，请删去或用*号遮住"],
      },
      {
        shows: "群众的手机号码",
        draft: { body: ["留言人电话为13800000000，未作遮挡。"] },
        report: ["正文 第1段：这里有手机号码，请确认可以公开；实际：138******00；处理：不能公开的，请删去或用*号遮住"],
      },
      {
        shows: "表格里的身份证号码",
        draft: { attachments: [{ title: "清单", columns: ["存在问题"], rows: [["公开了11010119900101000X"]] }] },
        report: [
          "附件 第1行“存在问题”列：这里有身份证号码，请确认可以公开；实际：110**************X；处理：不能公开的，请删去或用*号遮住",
        ],
      },
    ],
    right: [
      { shows: "办公电话", draft: { note: "（联系人：×××，联系电话：0000-1234567）" } },
      { shows: "已经遮住", draft: { body: ["留言人电话为138****0000。"] } },
      {
        shows: "网站标识码、热线、单位邮箱",
        draft: { body: ["标识码4404030001，拨打12345，邮箱xxgk@example.gov.cn。"] },
      },
    ],
  },
};

/** The middle as asterisks; of a text that is too short for what is to be shown (a@qq.com), the first character. */
function hidden(found: string, [first, last]: Kind["shown"]): string {
  const stars = found.length - first - last;
  return stars < 0 ? `*${found.slice(1)}` : found.slice(0, first) + "*".repeat(stars) + found.slice(-last);
}
