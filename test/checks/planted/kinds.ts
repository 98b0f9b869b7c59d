import { type Draft, type DraftTable, type Passage } from "../../../src/checks/draft.js";
import { isProtected } from "../../../src/checks/protected-spans.js";
import type { CircularDocument, Heading } from "../../../src/document/tree.js";
import { withReplaced, withText, withValueAt, withoutItemAt } from "./edit-tree.js";

/** One mistake put into a clean draft. */
export interface Planted {
  readonly document: CircularDocument;
  /** What was done and where, to find it again when it is missed. */
  readonly what: string;
}

/** One way in which somebody gets a circular wrong. */
export interface PlantedKind {
  /** Its number in the list of known mistakes. */
  readonly mistake: number;
  readonly name: string;
  /** Every place of the draft where it can be made. */
  readonly plant: (draft: Draft) => readonly Planted[];
}

/** Replaces what a pattern matches in passages of the draft, one match at a time. `written` gets the match; `undefined` skips it. */
function replacing(
  passages: (draft: Draft) => readonly Passage[],
  pattern: RegExp,
  written: (match: RegExpExecArray, draft: Draft, passage: Passage) => string | undefined,
  quoted: "outside" | "anywhere" = "outside",
): (draft: Draft) => readonly Planted[] {
  return (draft) =>
    passages(draft).flatMap((passage) =>
      [...passage.text.matchAll(pattern)].flatMap((match): Planted[] => {
        if (quoted === "outside" && isProtected(draft.protectedIn(passage), match.index)) return [];
        const replacement = written(match, draft, passage);
        if (replacement === undefined || replacement === match[0]) return [];
        const document = withReplaced(draft.document, passage, match.index, match.index + match[0].length, replacement);
        return [{ document, what: `${draft.placeOf(passage.path)}：${match[0]} → ${replacement}` }];
      }),
    );
}

const body = (draft: Draft): readonly Passage[] => draft.body;
const paragraphs = (draft: Draft): readonly Passage[] =>
  draft.body.filter(({ role }) => role === "paragraph" || role === "headingBody");
const all = (draft: Draft): readonly Passage[] => draft.passages;
const roles =
  (...wanted: readonly Passage["role"][]) =>
  (draft: Draft): readonly Passage[] =>
    draft.withRole(...wanted);

function relabelled(draft: Draft, label: (heading: Heading) => string | undefined): Planted[] {
  return draft.headings.flatMap((passage): Planted[] => {
    const { heading } = passage;
    if (heading === undefined) return [];
    const changed = label(heading);
    if (changed === undefined || changed === heading.label) return [];
    const document = withValueAt(draft.document, [...passage.path.slice(0, -1), "label"], changed);
    return [{ document, what: `${draft.placeOf(passage.path)}：${heading.label} → ${changed}` }];
  });
}

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

function cells(
  draft: Draft,
  wanted: (name: string, table: DraftTable) => boolean,
  change: (value: string, row: number, table: DraftTable, column: number) => string | undefined,
): Planted[] {
  return draft.tables.flatMap((table) =>
    table.columns.flatMap((name, column) => {
      if (!wanted(name, table)) return [];
      return table.records.flatMap((row): Planted[] => {
        if (table.node.rows[row]?.cells[column] === null) return [];
        const passage = table.cellAt(row, column);
        const changed = change(passage.text, row, table, column);
        if (changed === undefined || changed === passage.text) return [];
        const what = `${draft.placeOf(passage.path)}：${passage.text} → ${changed}`;
        return [{ document: withText(draft.document, passage, changed), what }];
      });
    }),
  );
}

/** A count that was worked out from the rows of a dataset which is printed in an attachment: a program can count again. */
function countedFromTables(draft: Draft, passage: Passage, index: number): boolean {
  const printed = new Set(draft.tables.map(({ node }) => node.dataset));
  let position = 0;
  for (const inline of passage.inlines) {
    const next = position + inline.value.length;
    if (index >= position && index < next) {
      if (inline.type === "text") return false;
      return inline.provenance.rows.some(({ dataset }) => printed.has(dataset));
    }
    position = next;
  }
  return false;
}

function shifted(digits: string, by: number): string {
  return String(Number(digits) + by);
}

export const plantedKinds: readonly PlantedKind[] = [
  {
    mistake: 1,
    name: "正文里从附件数出来的个数改掉",
    plant: replacing(paragraphs, /\d+(?=[家个条项])/gu, (match, draft, passage) =>
      countedFromTables(draft, passage, match.index) ? shifted(match[0], 1) : undefined,
    ),
  },
  {
    mistake: 1,
    name: "附件的表里漏掉一行",
    plant: (draft) =>
      draft.tables.flatMap((table) =>
        table.records.flatMap((row): Planted[] => {
          const { rows } = table.node;
          // Taking out a row that begins a merged cell is not something that happens by a slip.
          if (rows[row]?.cells.some((cell) => cell === null || (typeof cell !== "string" && (cell.rowSpan ?? 1) > 1))) {
            return [];
          }
          const document = withoutItemAt(draft.document, [...table.path, "rows", row]);
          return [{ document, what: `${draft.placeOf(table.cellAt(row, 0).path)} 删去` }];
        }),
      ),
  },
  {
    mistake: 4,
    name: "比率改掉一位",
    plant: replacing(paragraphs, /(\d+)\.(\d+)%/gu, (match) => {
      const whole = match[1] ?? "";
      const digits = match[2] ?? "";
      const last = (Number(digits.at(-1)) + 3) % 10;
      return `${whole}.${digits.slice(0, -1)}${String(last)}%`;
    }),
  },
  {
    mistake: 5,
    name: "有的比率多写一位小数",
    plant: (draft) => {
      const rates = paragraphs(draft).flatMap(({ text }) => [...text.matchAll(/\d+\.\d+%/gu)]).length;
      return rates < 2 ? [] : replacing(paragraphs, /(\d+\.\d+)%/gu, (match) => `${match[1] ?? ""}0%`)(draft);
    },
  },
  {
    mistake: 14,
    name: "简称的定义删掉",
    plant: replacing(paragraphs, /(?:，以下简称[^）]*(?=）))|（以下简称[^）]*）/gu, () => ""),
  },
  {
    mistake: 17,
    name: "附件页的标题改掉一个字",
    plant: (draft) =>
      draft.attachments.flatMap(({ title }) =>
        title.slice(-1).map((passage) => {
          const changed = passage.text.replace(/(.)(.)$/u, "$2$1");
          return {
            document: withText(draft.document, passage, changed),
            what: `${draft.placeOf(passage.path)}：${passage.text} → ${changed}`,
          };
        }),
      ),
  },
  {
    mistake: 18,
    name: "提到的附件不存在",
    plant: replacing(body, /附件(\d)/gu, (match) => `附件${shifted(match[1] ?? "", 5)}`),
  },
  {
    mistake: 18,
    name: "附件说明里漏掉一个附件",
    plant: (draft) =>
      draft.attachmentItems.map((passage) => ({
        document: withoutItemAt(draft.document, passage.path.slice(0, -1)),
        what: `附件说明 删去 ${passage.text}`,
      })),
  },
  {
    mistake: 20,
    name: "附件名称加书名号",
    plant: replacing(roles("attachmentListItem"), /^.+$/gu, ([name]) => `《${name}》`, "anywhere"),
  },
  {
    mistake: 20,
    name: "附件名称后加分号",
    plant: replacing(roles("attachmentListItem"), /$/gu, () => "；", "anywhere"),
  },
  {
    mistake: 21,
    name: "附件标记后加冒号",
    plant: replacing(roles("attachmentLabel"), /$/gu, () => "："),
  },
  {
    mistake: 22,
    name: "序号改重",
    plant: (draft) =>
      cells(
        draft,
        (name) => name === "序号",
        (value) => (/^\d+$/u.test(value) && Number(value) > 1 ? shifted(value, -1) : undefined),
      ),
  },
  {
    mistake: 23,
    name: "一级标题跳号",
    plant: (draft) =>
      relabelled(draft, ({ level, ordinal }) =>
        level === 1 && ordinal > 1 ? `${numerals[ordinal] ?? "十"}、` : undefined,
      ),
  },
  {
    mistake: 23,
    name: "二级标题重号",
    plant: (draft) =>
      relabelled(draft, ({ level, ordinal }) =>
        level === 2 && ordinal > 1 ? `（${numerals[ordinal - 2] ?? "一"}）` : undefined,
      ),
  },
  {
    mistake: 24,
    name: "二级序数后加顿号",
    plant: (draft) => relabelled(draft, ({ level, label }) => (level === 2 ? `${label}、` : undefined)),
  },
  {
    mistake: 24,
    name: "一级序数后用点",
    plant: (draft) => relabelled(draft, ({ level, label }) => (level === 1 ? label.replace("、", ".") : undefined)),
  },
  {
    mistake: 26,
    name: "独立成行的标题加句号",
    plant: (draft) =>
      draft.headings.flatMap((passage): Planted[] => {
        if (passage.heading?.body !== undefined || passage.region !== "body") return [];
        const document = withText(draft.document, passage, `${passage.text}。`);
        return [{ document, what: `${draft.placeOf(passage.path)} 加。` }];
      }),
  },
  {
    mistake: 27,
    name: "文号用方括号",
    plant: replacing(body, /〔(\d{4})〕/gu, (match) => `[${match[1] ?? ""}]`, "anywhere"),
  },
  {
    mistake: 27,
    name: "文号加第字",
    plant: replacing(body, /〕(\d+)号/gu, (match) => `〕第${match[1] ?? ""}号`, "anywhere"),
  },
  {
    mistake: 28,
    name: "引用的文号写错",
    plant: replacing(
      body,
      /(国办[发函]|国办秘函)〔(\d{4})〕(\d+)号/gu,
      (match) => `${match[1] ?? ""}〔${match[2] ?? ""}〕${shifted(match[3] ?? "", 3)}号`,
      "anywhere",
    ),
  },
  {
    mistake: 30,
    name: "截止日期早于成文日期",
    plant: replacing(paragraphs, /于(\d{4}年)?\d{1,2}月\d{1,2}日(?:前|之前)/gu, (_, draft) =>
      draft.date === undefined ? undefined : `于${String(draft.date.year)}年1月5日前`,
    ),
  },
  {
    mistake: 33,
    name: "正文里的季度没有改",
    plant: replacing(body, /(?<![上下])(?:第)?([一二三四])季度/gu, (match) =>
      match[0].replace(match[1] ?? "", match[1] === "一" ? "二" : "一"),
    ),
  },
  {
    mistake: 33,
    name: "标题里的季度没有改",
    plant: replacing(roles("title"), /第([一二三四])季度/gu, (match) =>
      match[0].replace(match[1] ?? "", match[1] === "一" ? "二" : "一"),
    ),
  },
  {
    mistake: 35,
    name: "成文日期补零",
    plant: replacing(roles("date"), /年(\d)月/gu, (match) => `年0${match[1] ?? ""}月`, "anywhere"),
  },
  {
    mistake: 35,
    name: "成文日期用汉字",
    plant: replacing(roles("date"), /^(\d{4})年/gu, () => "二〇二四年", "anywhere"),
  },
  {
    mistake: 35,
    name: "日期不存在",
    plant: replacing(paragraphs, /(\d{1,2})月(\d{1,2})日/gu, () => "6月31日"),
  },
  { mistake: 36, name: "标题末尾加句号", plant: replacing(roles("title"), /的通报$/gu, () => "的通报。") },
  { mistake: 36, name: "标题里文种重复", plant: replacing(roles("title"), /的通报$/gu, () => "的通报的通知") },
  {
    mistake: 37,
    name: "署名与标题的机关不符",
    plant: replacing(roles("issuer"), /^.+$/gu, () => "示例市人民政府办公室", "anywhere"),
  },
  {
    mistake: 38,
    name: "主送的冒号用半角",
    plant: replacing(roles("recipients"), /：$/gu, () => ":"),
  },
  { mistake: 38, name: "主送没有冒号", plant: replacing(roles("recipients"), /：$/gu, () => "") },
  { mistake: 41, name: "逗号用半角", plant: replacing(paragraphs, /，/gu, () => ",") },
  { mistake: 41, name: "句号用半角", plant: replacing(paragraphs, /。/gu, () => ".") },
  { mistake: 41, name: "冒号用半角", plant: replacing(paragraphs, /：/gu, () => ":") },
  {
    mistake: 41,
    name: "括号用半角",
    plant: replacing(paragraphs, /（([^（）]*)）/gu, (match) => `(${match[1] ?? ""})`),
  },
  {
    mistake: 42,
    name: "引号之间加顿号",
    plant: replacing(paragraphs, /”“/gu, () => "”、“", "anywhere"),
  },
  {
    mistake: 43,
    name: "书名号里再用书名号",
    plant: replacing(
      paragraphs,
      /《([^《》]+)的通知》/gu,
      (match) => `《关于印发《${match[1] ?? ""}》的通知》`,
      "anywhere",
    ),
  },
  {
    mistake: 44,
    name: "引号写成直引号",
    plant: replacing(paragraphs, /“([^“”]*)”/gu, (match) => `"${match[1] ?? ""}"`, "anywhere"),
  },
  { mistake: 44, name: "丢了后引号", plant: replacing(paragraphs, /”/gu, () => "", "anywhere") },
  { mistake: 44, name: "丢了前括号", plant: replacing(paragraphs, /（/gu, () => "", "anywhere") },
  {
    mistake: 45,
    name: "个数改用汉字",
    plant: replacing(paragraphs, /(?<![\d.])([2-9])(?=[家个])/gu, (match, draft) => {
      const others = paragraphs(draft).flatMap(({ text }) => [...text.matchAll(/\d+[家个]/gu)]).length;
      return others < 2 ? undefined : numerals[Number(match[1]) - 1]?.replace("二", "两");
    }),
  },
  { mistake: 46, name: "约数重复", plant: replacing(paragraphs, /\d+[家个]/gu, (match) => `超过${match[0]}以上`) },
  {
    mistake: 49,
    name: "标识码少一位",
    plant: (draft) =>
      cells(
        draft,
        (name) => /标识码|编码/u.test(name),
        (value) => (/^\w{10,}$/u.test(value) ? value.slice(0, -1) : undefined),
      ),
  },
  {
    mistake: 50,
    name: "正文里的账号名称写错一个字",
    plant: replacing(
      paragraphs,
      /“([^“”]{3,12})”(?=[^，。；]{0,4}(?:公众号|订阅号|微博|账号|抖音|头条))/gu,
      (match) => {
        const name = match[1] ?? "";
        return `“${name.slice(0, -1)}${name.endsWith("布") ? "步" : "布"}”`;
      },
      "anywhere",
    ),
  },
  {
    mistake: 55,
    name: "名次写错",
    plant: (draft) =>
      cells(
        draft,
        (name, table) =>
          /^(?:排名|名次)$/u.test(name) && table.columns.some((column) => /得分|总分|总计/u.test(column)),
        (value) => (/^\d+$/u.test(value) ? shifted(value, 2) : undefined),
      ),
  },
  { mistake: 62, name: "日期没有填", plant: replacing(paragraphs, /\d{1,2}月\d{1,2}日/gu, () => "×月×日") },
  { mistake: 62, name: "个数没有填", plant: replacing(paragraphs, /\d+(?=[家个])/gu, () => "XX") },
  { mistake: 62, name: "留着方括号占位", plant: replacing(paragraphs, /\d+(?=[家个])/gu, () => "【】") },
  {
    mistake: 2,
    name: "表里的合计写错",
    plant: (draft) =>
      draft.tables.flatMap((table) =>
        table.node.rows.flatMap((row, index) =>
          row.role !== "total"
            ? []
            : row.cells.flatMap((_, column): Planted[] => {
                const passage = table.cellAt(index, column);
                if (!/^\d+$/u.test(passage.text)) return [];
                const changed = shifted(passage.text, 1);
                return [
                  {
                    document: withText(draft.document, passage, changed),
                    what: `${draft.placeOf(passage.path)}：${passage.text} → ${changed}`,
                  },
                ];
              }),
        ),
      ),
  },
  { mistake: 41, name: "句号重复", plant: replacing(paragraphs, /。/gu, () => "。。") },
  { mistake: 65, name: "字重复", plant: replacing(all, /(?:检查|整改|问题)的(?!的)/gu, (match) => `${match[0]}的`) },
  {
    mistake: 13,
    name: "部门名称写错一个字",
    plant: replacing(
      paragraphs,
      /(?<=市)(统计|民政|交通运输|公安|教育)局/gu,
      (match) => `${(match[1] ?? "").slice(0, -1)}记局`,
    ),
  },
  {
    mistake: 65,
    name: "常见别字",
    plant: replacing(
      all,
      /部署|登录|即使|截至|通讯|座谈会|账号/gu,
      (match) => ({ 部署: "布署", 登录: "登陆网站", 即使: "既使", 通讯: "通迅", 座谈会: "坐谈会" })[match[0]],
    ),
  },
  {
    mistake: 61,
    name: "留下手机号码",
    plant: replacing(paragraphs, /。$/gu, () => "，联系电话13900000000。"),
  },
];

/** Up to so many of a list, spread evenly over it. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]).filter(
    (item): item is T => item !== undefined,
  );
}
