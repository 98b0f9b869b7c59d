import type { Draft, DraftTable, Passage } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";
import { isOneEditApart } from "../../unit-index.js";
import { holdsAny } from "../../holds-any.js";

/** Accounts and websites named in the body against the names in the tables. */
export const accountNameDiffers: Rule = {
  id: "account-name-differs",
  name: "名称、类型与附件不一致",
  severity: "warning",
  description: "正文点名的账号、网站，名称、账号类型和所属单位应当与附件表格里的一致；只差一两个字的，多半是写错了。",
  mistakes: [50],
  check(draft, report) {
    const known = knownNames(draft);
    if (known.size === 0) return;
    let quoted: ReadonlySet<string> | undefined;
    const isQuoted = (name: string): boolean => (quoted ??= quotedInTables(draft)).has(name);
    for (const passage of draft.body) {
      for (const mention of mentionsIn(passage)) {
        const finding = judge(mention, known, isQuoted);
        if (finding !== undefined) report({ at: { passage, start: mention.start, end: mention.end }, ...finding });
      }
    }
    for (const finding of nearSites(draft, known)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "名称差一个字",
        draft: {
          body: ["市统计局“潮洲统计”微信公众号2周内没有更新。"],
          attachments: [
            {
              title: "抽查表",
              columns: ["单位名称", "账号类型", "账号名称"],
              rows: [["潮州市统计局", "微信订阅号", "潮州统计"]],
            },
          ],
        },
        report: [
          "正文 第1段：附件里没有“潮洲统计”，只有“潮州统计”；实际：潮洲统计；应为：潮州统计；处理：请核对名称；另见 附件 第1行“账号名称”列：附件里写作“潮州统计”",
        ],
      },
      {
        shows: "类型不同",
        draft: {
          body: ["如佛山市“佛山统计”（微信服务号）。"],
          attachments: [{ title: "名单", columns: ["新媒体名称", "账号类型"], rows: [["佛山统计", "新浪微博"]] }],
        },
        report: [
          "正文 第1段：“佛山统计”的类型与附件不同；实际：微信服务号；应为：新浪微博；处理：请核对账号类型；另见 附件 第1行“新媒体名称”列：附件里是“新浪微博”",
        ],
      },
      {
        shows: "网站名称差一个字",
        draft: {
          body: ["揭栋区政府门户网站出现严重表述错误。"],
          attachments: [
            { title: "名单", columns: ["网站名称"], rows: [["揭东区政府门户网站"], ["英德市政府门户网站"]] },
          ],
        },
        report: [
          "正文 第1段：附件里没有“揭栋区政府门户网站”，只有“揭东区政府门户网站”；实际：揭栋区政府门户网站；应为：揭东区政府门户网站；处理：请核对名称；另见 附件 第1行“网站名称”列：附件里写作“揭东区政府门户网站”",
        ],
      },
    ],
    right: [
      {
        shows: "名称相同，类型用了另一种叫法",
        draft: {
          body: ["市统计局“潮州统计”微信公众号2周内没有更新，“示例教育”（微信）转载有误。"],
          attachments: [
            {
              title: "抽查表",
              columns: ["单位名称", "账号类型", "账号名称"],
              rows: [
                ["潮州市统计局", "微信订阅号", "潮州统计"],
                ["市教育局", "微信服务号", "示例教育"],
              ],
            },
          ],
        },
      },
      {
        shows: "同名账号在几个平台上",
        draft: {
          body: ["“示例发布”（微信）、“示例发布”（微博）。"],
          attachments: [
            {
              title: "表",
              columns: ["账号名称", "平台"],
              rows: [
                ["示例发布", "微信"],
                ["示例发布", "微博"],
              ],
            },
          ],
        },
      },
      {
        shows: "两个单位名称只差一个字，都在附件里",
        draft: {
          body: ["“甲县发布”（微博）、“乙县发布”（微博）。"],
          attachments: [
            {
              title: "表",
              columns: ["账号名称", "平台"],
              rows: [
                ["甲县发布", "微博"],
                ["乙县发布", "微博"],
              ],
            },
          ],
        },
      },
      {
        shows: "引号里不是账号",
        draft: {
          body: ["按照“安全问题”“内容更新”指标检查，“网警微博”栏目无法访问。"],
          attachments: [{ title: "表", columns: ["账号名称"], rows: [["安全问答"]] }],
        },
      },
    ],
  },
};

interface Known {
  readonly name: string;
  readonly types: string[];
  readonly table: DraftTable;
  readonly row: number;
  readonly column: number;
}

/** Names of accounts and websites in the tables, each with its types. */
function knownNames(draft: Draft): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const table of draft.tables) {
    if (!table.columns.some((name) => holdsAny(name, ["名称", "账号", "网站", "对象"]))) continue;
    const typeColumn = table.columns.findIndex((name) => /账号类型|平台|新媒体类型|^类型$/u.test(name));
    for (const [column, heading] of table.columns.entries()) {
      if (!/(?:账号|帐号|新媒体|公众号|网站|频道|平台)名称|^账号$|^网站$|^对象$/u.test(heading)) continue;
      for (const row of table.records) {
        const name = table.textAt(row, column).trim();
        if (name.length < 2) continue;
        let entry = known.get(name);
        if (entry === undefined) known.set(name, (entry = { name, types: [], table, row, column }));
        const type = typeColumn < 0 ? "" : table.textAt(row, typeColumn).trim();
        if (type !== "" && !entry.types.includes(type)) entry.types.push(type);
      }
    }
  }
  return known;
}

function placeOf({ table, row, column }: Known): Passage {
  return table.cellAt(row, column);
}

interface Mention {
  readonly name: string;
  readonly type: string | undefined;
  readonly start: number;
  readonly end: number;
}

const types =
  "微信公众号|微信订阅号|微信服务号|微信视频号|视频号|政务微信|微信|新浪微博|政务微博|微博|抖音短视频|抖音号|抖音|快手短视频|快手|今日头条|头条号|南方号|百家号|小程序";

/** “潮州统计”微信公众号, “佛山统计”（新浪微博） and “甲”“乙”微信公众号. */
function* mentionsIn({ text }: Passage): Generator<Mention> {
  const pattern = new RegExp(
    `“(?<name>[^“”]{2,30})”(?:（(?<bracketed>${types})）|(?<plain>${types})|(?=(?:、?“[^“”]{2,30}”){1,8}(?:${types}|账号)|账号))`,
    "gu",
  );
  for (const match of text.matchAll(pattern)) {
    const { name = "", bracketed, plain } = match.groups ?? {};
    if (/^栏目|^菜单/u.test(text.slice(match.index + match[0].length))) continue;
    yield { name, type: bracketed ?? plain, start: match.index + 1, end: match.index + 1 + name.length };
  }
}

/** Names that a table quotes in running text: whoever wrote them twice meant them. */
function quotedInTables(draft: Draft): ReadonlySet<string> {
  const quoted = new Set<string>();
  for (const table of draft.tables) {
    for (const column of table.columns.keys()) {
      for (const row of table.records) {
        const text = table.textAt(row, column);
        if (text.includes("“")) for (const [, name = ""] of text.matchAll(/“([^“”]{2,30})”/gu)) quoted.add(name);
      }
    }
  }
  return quoted;
}

function judge(
  { name, type }: Mention,
  known: ReadonlyMap<string, Known>,
  isQuoted: (name: string) => boolean,
): Omit<Finding, "at"> | undefined {
  const entry = known.get(name);
  if (entry === undefined) return isQuoted(name) ? undefined : nearName(name, known);
  if (type === undefined || entry.types.length === 0) return undefined;
  const same = entry.types.some((other) => familyOf(other) === familyOf(type) && !isOtherWechat(other, type));
  if (same) return undefined;
  return {
    message: `“${name}”的类型与附件不同`,
    actual: type,
    expected: entry.types.join("、"),
    hint: "请核对账号类型",
    related: [{ at: { passage: placeOf(entry) }, message: `附件里是“${entry.types.join("、")}”` }],
  };
}

/** 订阅号 and 服务号 are both 微信公众号, but not one another. */
function isOtherWechat(left: string, right: string): boolean {
  return (left.includes("订阅号") && right.includes("服务号")) || (left.includes("服务号") && right.includes("订阅号"));
}

function familyOf(type: string): string {
  if (type.includes("视频号")) return "视频号";
  if (type.includes("小程序")) return "小程序";
  return (
    ["微信", "微博", "抖音", "快手", "头条", "南方", "百家"].find((word) => type.includes(word)) ??
    (/公众号|订阅号|服务号/u.test(type) ? "微信" : type)
  );
}

function nearName(name: string, known: ReadonlyMap<string, Known>): Omit<Finding, "at"> | undefined {
  if (name.length < 3 || known.size > 3000) return undefined;
  const near = [...known.values()].filter((entry) => isOneEditApart(name, entry.name));
  const [entry] = near;
  if (entry === undefined || near.length > 1) return undefined;
  return {
    message: `附件里没有“${name}”，只有“${entry.name}”`,
    actual: name,
    expected: entry.name,
    hint: "请核对名称",
    related: [{ at: { passage: placeOf(entry) }, message: `附件里写作“${entry.name}”` }],
  };
}

/** Websites are named without quotation marks: what reads like a website's name but for one character. */
function* nearSites(draft: Draft, known: ReadonlyMap<string, Known>): Generator<Finding> {
  const sites = [...known.values()]
    .filter(({ name }) => /(?:网站|频道|平台)$/u.test(name) && name.length >= 6)
    .slice(0, 3000);
  if (sites.length === 0) return;
  // Two texts that differ in one character share their first or their second half.
  const halves = new Map<string, Known[]>();
  for (const site of sites) {
    const middle = Math.floor(site.name.length / 2);
    for (const half of [
      `${String(site.name.length)}<${site.name.slice(0, middle)}`,
      `${String(site.name.length)}>${site.name.slice(middle)}`,
    ]) {
      halves.set(half, [...(halves.get(half) ?? []), site]);
    }
  }
  const lengths = [...new Set(sites.map(({ name }) => name.length))];
  for (const passage of draft.body) {
    for (const end of passage.text.matchAll(/网站|频道|平台/gu)) {
      for (const length of lengths) {
        const start = end.index + 2 - length;
        const name = start < 0 ? "" : passage.text.slice(start, end.index + 2);
        if (name === "" || known.has(name) || /[，。；：、（）“”]/u.test(name)) continue;
        const middle = Math.floor(length / 2);
        const near = [
          ...(halves.get(`${String(length)}<${name.slice(0, middle)}`) ?? []),
          ...(halves.get(`${String(length)}>${name.slice(middle)}`) ?? []),
        ].find((site) => isOneEditApart(site.name, name));
        if (near === undefined || differsInPlace(name, near.name)) continue;
        yield {
          at: { passage, start, end: start + length },
          message: `附件里没有“${name}”，只有“${near.name}”`,
          actual: name,
          expected: near.name,
          hint: "请核对名称",
          related: [{ at: { passage: placeOf(near) }, message: `附件里写作“${near.name}”` }],
        };
      }
    }
  }
}

/** 甲县人民政府网站 and 乙县人民政府网站 are two websites; what differs is the first character of a name of two, or a numeral. */
function differsInPlace(left: string, right: string): boolean {
  const index = Array.from(left).findIndex((character, position) => character !== right.charAt(position));
  const characters = left.charAt(index) + right.charAt(index);
  return (
    (index <= 1 && /^.{0,1}[县区市镇乡]/u.test(left.slice(index + 1)) && index === 0) ||
    /[甲乙丙丁戊己庚东西南北上下新一二三四五六七八九]{2}/u.test(characters) ||
    /[县区市]{2}/u.test(characters)
  );
}
