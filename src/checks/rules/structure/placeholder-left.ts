import { allPassages } from "../../all-passages.js";
import { holdsNames, type Passage } from "../../draft.js";
import { isProtected } from "../../protected-spans.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

/** ×月×日, XX单位, 【填写】. */
export const placeholderLeft: Rule = {
  id: "placeholder-left",
  name: "占位符没有填",
  severity: "error",
  description: "印发之前，“×月×日”“XX单位”“【…】”“待定”和下划线都要换成真正的内容；附注里隐去的姓名、电话只作提醒。",
  mistakes: [62],
  check(draft, report) {
    const forms = allForms.filter(({ search }) => draft.mayHold(search.needs));
    if (forms.length === 0) return;
    for (const passage of allPassages(draft)) {
      const { text, cell } = passage;
      if (!suspicious.test(text)) continue;
      if (cell !== undefined && holdsNames(cell.table.columns[cell.column] ?? "")) continue;
      const found = placeholders(passage, forms);
      if (found.length === 0) continue;
      const spans = draft.protectedIn(passage).filter(({ kind }) => kind !== "title" && kind !== "documentNumber");
      let end = -1;
      for (const { match, certain } of found) {
        if (match.index < end || isProtected(spans, match.index)) continue;
        end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: "占位符没有换成真正的内容",
          actual: match[0],
          ...(certain ? {} : { severity: "warning" as const, hint: "有意隐去的，可以不管" }),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "日期没有填",
        draft: { body: ["请于×月×日前将整改情况报送XX单位。"] },
        report: [
          "正文 第1段：占位符没有换成真正的内容；实际：×月×日",
          "正文 第1段：占位符没有换成真正的内容；实际：XX",
        ],
      },
      {
        shows: "方头括号和下划线",
        draft: { body: ["请【单位名称】于____前报送。"] },
        report: [
          "正文 第1段：占位符没有换成真正的内容；实际：【单位名称】",
          "正文 第1段：占位符没有换成真正的内容；实际：____",
        ],
      },
      {
        shows: "成文日期空着",
        draft: { date: "2024年 月 日" },
        report: ["成文日期：占位符没有换成真正的内容；实际：2024年 月 日"],
      },
      {
        shows: "附注里的联系人",
        draft: { note: "（联系人：×××，联系电话：【联系电话】）" },
        report: [
          "附注：占位符没有换成真正的内容；实际：×××；处理：有意隐去的，可以不管",
          "附注：占位符没有换成真正的内容；实际：【联系电话】；处理：有意隐去的，可以不管",
        ],
      },
      {
        shows: "发文字号没有编",
        draft: { documentNumber: "示府办函〔2024〕×号" },
        report: ["发文字号：占位符没有换成真正的内容；实际：×"],
      },
    ],
    right: [
      { shows: "乘号和隐去的号码", draft: { body: ["图片为1246×379像素，公开了电话138××××0000。"] } },
      { shows: "引文和编号", draft: { body: ["将“××”误写为“XX”，型号为AXX12。"] } },
      { shows: "“待定”之外的“待”", draft: { body: ["工作有待加强，亟待规范。"] } },
      {
        shows: "账号名称",
        draft: { attachments: [{ title: "名单", columns: ["序号", "账号名称"], rows: [["1", "XX发布"]] }] },
      },
    ],
  },
};

/** Whatever has none of these has no placeholder. */
const suspicious = /[×＊*Ｘ【{＿待某]|__|(?<![A-Za-z\d])[xX]|年\s|月\s|[$%]|TODO|FIXME|此处|这里/u;

interface Form {
  readonly search: Search;
  readonly certain: boolean;
}

interface Found {
  readonly match: RegExpExecArray;
  readonly certain: boolean;
}

/** From the most to the least certain. */
const allForms: readonly Form[] = [
  {
    search: new Search(
      "×xXＸ＊*",
      () =>
        /(?:[×xXＸ＊*某]+年)?[×xXＸ＊*]{1,2}月(?:[×xXＸ＊*]{1,2}日)?|(?<=\d月)[×xXＸ＊*]{1,2}日|[×xXＸ＊*]{2,4}年/gu,
    ),
    certain: true,
  },
  {
    search: new Search(
      "×xXＸ＊*",
      () => /(?<![A-Za-z\d])[×xXＸ＊*]{1,4}(?=单位|局|县|区|市|省|部门|家|个|网站|账号|办公室|人民政府|%|季度|条|号)/gu,
    ),
    certain: true,
  },
  { search: new Search(["__", "_＿", "＿_", "＿＿"], () => /[_＿]{2,}/gu), certain: true },
  { search: new Search(["{{", "${", "<%"], () => /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%[^%]*%>/gu), certain: true },
  {
    search: new Search(
      "【",
      () => /【[^【】]*(?:姓名|电话|单位|日期|时间|名称|填|待|此处|示例|XX|××|数字|金额|地址)[^【】]*】|【\s*】/gu,
    ),
    certain: true,
  },
  {
    search: new Search(
      [
        "（此处",
        "（这里",
        "(此处",
        "(这里",
        "【此处",
        "【这里",
        "TODO",
        "FIXME",
        "待补充",
        "待填写",
        "待核实",
        "待确认",
      ],
      () => /[（(【](?:此处|这里)[^（）()【】]*[）)】]|(?:TODO|FIXME|待补充|待填写|待核实|待确认)(?=[）)】，。；]|$)/gu,
    ),
    certain: true,
  },
  { search: new Search(["待定"], () => /^待定$|(?<=[（(【])待定(?=[）)】])|：待定(?=[，。；]|$)/gu), certain: false },
  { search: new Search(/年\s+月|月\s+日/u, () => /(?:\d{4}|\s)年\s+月\s*日|\d年\s*\d{1,2}月\s+日/gu), certain: true },
  {
    search: new Search(
      ["××", "xx", "xX", "Xx", "XX", "ＸＸ", "**", "*＊", "＊*", "＊＊"],
      () => /(?<![A-Za-z\d×])(?:×{2,}|[xX]{2,}|Ｘ{2,}|[*＊]{2,})(?![A-Za-z\d×])/gu,
    ),
    certain: false,
  },
  { search: new Search("【", () => /【[^【】]{0,30}】/gu), certain: false },
];

/** The same characters may be found twice. */
function placeholders(passage: Passage, forms: readonly Form[]): readonly Found[] {
  const { text, role } = passage;
  const isMild = role === "note" || role === "cell" || role === "disclosure";
  const found: Found[] = [];
  for (const { search, certain } of forms) {
    for (const match of text.matchAll(search.pattern)) found.push({ match, certain: certain && !isMild });
  }
  return found.sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
}
