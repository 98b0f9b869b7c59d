import { allPassages, columnOf } from "../../all-passages.js";
import type { Passage } from "../../draft.js";
import { matchesIn } from "../../matches-in.js";
import type { Finding, Rule } from "../../rule.js";

/** What people take for an address: Latin letters around dots, also full-width ones, with blanks that may have crept in. */
const candidate =
  /(?<![A-Za-z0-9])(?:(?:https?|ｈｔｔｐｓ?)\s?[:：]?\s?[/／\\]{0,3}\s?|(?:www|ｗｗｗ)\s?[.．。,，·]\s?)?[A-Za-z0-9Ａ-Ｚａ-ｚ０-９-]{1,63}(?:\s?[.．。,，·]\s?[A-Za-z0-9Ａ-Ｚａ-ｚ０-９-]+)+(?:[:：]\d+)?(?:[/／\\][A-Za-z0-9\-._~%/?#=&+／．]*)?/gu;
const topLevel = /(?:^|[.．。,，·\s])(?:cn|com|net|org|edu|gov)(?:$|[/／:：\\])/iu;

interface Slip {
  readonly pattern: RegExp;
  readonly message: string;
  readonly repair?: (address: string) => string;
}

const slips: readonly Slip[] = [
  {
    pattern: /[．。：／，·Ａ-Ｚａ-ｚ０-９]/u,
    message: "网址里有全角的字符",
    repair: (address) =>
      address
        .replace(/[。，·]/gu, ".")
        .normalize("NFKC")
        .replace(/\s/gu, ""),
  },
  { pattern: /\s/u, message: "网址里有空格", repair: (address) => address.replace(/\s/gu, "") },
  { pattern: /,/u, message: "网址里的点写成了逗号", repair: (address) => address.replace(/,/gu, ".") },
  { pattern: /\\/u, message: "网址里的斜线方向反了", repair: (address) => address.replace(/\\/gu, "/") },
  {
    pattern: /^https?(?:\/\/|:(?!\/\/)\/?|:\/\/\/)/iu,
    message: "网址开头应当是http://或https://",
    repair: (address) => address.replace(/^(https?):?\/*/iu, "$1://"),
  },
  {
    pattern: /\.(?:gov\.(?:com|cm|con|cnn|c|ch|on)|gvo\.cn|goc\.cn|gob\.cn|govcn|gov\.cn\.(?:cn|com))(?=$|[/:])/iu,
    message: "政府网站的域名应当以.gov.cn结尾",
    repair: (address) =>
      address.replace(
        /\.(?:gov\.(?:com|cm|con|cnn|ch|on|c)|gvo\.cn|goc\.cn|gob\.cn|govcn|gov\.cn\.(?:cn|com))(?=$|[/:])/iu,
        ".gov.cn",
      ),
  },
  {
    pattern: /^(?:ww|wwww)\./iu,
    message: "网址开头应当是www.",
    repair: (address) => address.replace(/^w+\./iu, "www."),
  },
];

/** Addresses with a blank, a full-width dot or colon, or a slip in what every government address has. */
export const webAddresses: Rule = {
  id: "web-addresses",
  name: "网址写错",
  severity: "warning",
  description:
    "网址里不能有空格、全角的点和冒号；http://、www.、.gov.cn 这些固定的部分不能写错；同一列的网址，开头写不写http://要一致。",
  mistakes: [51],
  check(draft, report) {
    const columns = new Map<string, { withScheme?: Passage; without?: Passage }>();
    for (const passage of allPassages(draft)) {
      const { text } = passage;
      if (!/[A-Za-zＡ-Ｚａ-ｚ]/u.test(text) || !/[.．。,，·:：/／]/u.test(text)) continue;
      const column = columnOf(passage);
      const ofAddresses = column !== undefined && /网址|域名|链接|地址|URL/iu.test(column);
      for (const match of matchesIn(text, candidate)) {
        const finding = slipIn(match[0], ofAddresses);
        if (finding === undefined) continue;
        report({ at: { passage, start: match.index, end: match.index + match[0].length }, ...finding });
      }
      if (!ofAddresses || passage.cell === undefined || !/^(?:https?:\/\/|www\.)\S+$/iu.test(text)) continue;
      const key = `${passage.cell.table.path.join(".")}/${String(passage.cell.column)}`;
      const known = columns.get(key) ?? {};
      if (/^http/iu.test(text)) known.withScheme ??= passage;
      else known.without ??= passage;
      columns.set(key, known);
    }
    for (const { withScheme, without } of columns.values()) {
      if (withScheme === undefined || without === undefined) continue;
      report({
        at: { passage: without },
        message: "这一列的网址有的写了http://或https://，有的没有写",
        actual: without.text,
        hint: "同一列统一",
        related: [{ at: { passage: withScheme }, message: "这里写了" }],
        severity: "hint",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "全角的点、空格",
        draft: { body: ["网址为www．jx．gov．cn，另一处为www. yx.gov.cn。"] },
        report: [
          "正文 第1段：网址里有全角的字符；实际：www．jx．gov．cn；应为：www.jx.gov.cn",
          "正文 第1段：网址里有空格；实际：www. yx.gov.cn；应为：www.yx.gov.cn",
        ],
      },
      {
        shows: "域名、开头写错",
        draft: {
          attachments: [
            {
              title: "清单",
              columns: ["网站名称", "网址"],
              rows: [
                ["甲县", "http://www.jx.gov.com"],
                ["乙县", "http//www.yx.gov.cn"],
                ["丙县", "www.bx.gov.cn"],
                ["丁县", "https://www.dx.gov.cn"],
              ],
            },
          ],
        },
        report: [
          "附件 第1行“网址”列：政府网站的域名应当以.gov.cn结尾；实际：http://www.jx.gov.com；应为：http://www.jx.gov.cn",
          "附件 第2行“网址”列：网址开头应当是http://或https://；实际：http//www.yx.gov.cn；应为：http://www.yx.gov.cn",
          "附件 第3行“网址”列：这一列的网址有的写了http://或https://，有的没有写；实际：www.bx.gov.cn；处理：同一列统一；另见 附件 第1行“网址”列：这里写了",
        ],
      },
    ],
    right: [
      {
        shows: "正确的网址",
        draft: { body: ["登录www.example.gov.cn查询，或者访问https://www.example.gov.cn/a/b.html?id=1。"] },
      },
      { shows: "两个网址并列", draft: { body: ["网址为www.jx.gov.cn，www.yx.gov.cn。两个都能打开。"] } },
      { shows: "不是网址", draft: { body: ["合格率96.7%，APP 2.0版，H5、WWW服务，文件名为a.docx。"] } },
    ],
  },
};

/** What is wrong with an address, at most one thing: a repaired address shows the rest. */
function slipIn(text: string, certainlyAddress: boolean): Omit<Finding, "at"> | undefined {
  const plain = text
    .replace(/\s/gu, "")
    .replace(/[。，,·]/gu, ".")
    .normalize("NFKC");
  const looksLikeOne =
    certainlyAddress ||
    /^(?:https?[:/\\]|w{2,4}\.)/iu.test(plain) ||
    topLevel.test(plain) ||
    /\.gov\b|govcn/iu.test(plain);
  if (!looksLikeOne || /^[\d.]+$/u.test(plain)) return undefined;
  const parts = text.split(/[，。,\s]+/u).filter((part) => part !== "");
  // Two addresses side by side, each whole: a comma or a blank between them belongs to the sentence.
  if (parts.length > 1 && parts.slice(0, -1).every((part) => /\.(?:cn|com|net|org)(?:[/:]\S*)?$/iu.test(part)))
    return undefined;
  const slip = slips.find(({ pattern }) => pattern.test(text));
  if (slip === undefined) return undefined;
  let repaired = text;
  for (const { pattern, repair } of slips) {
    if (repair !== undefined && pattern.test(repaired)) repaired = repair(repaired);
  }
  return { message: slip.message, actual: text, expected: repaired };
}
