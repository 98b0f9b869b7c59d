import type { Draft, DraftTable, Passage } from "../../draft.js";
import { splitOutside } from "../../listed-names.js";
import type { Finding, Rule } from "../../rule.js";
import { plainRecords } from "../../table-figures.js";

/** Who failed according to the body, and who according to the attachments. */
export const failingUnitsDiffer: Rule = {
  id: "failing-units-differ",
  name: "正文点名的与附件的问题名单不符",
  severity: "warning",
  description:
    "附件里结果为不合格的，正文逐个点名时不应漏掉；正文在问题部分点名的单位，问题清单里应当有；清单里的责任单位，正文大都点了名的，也不应只漏掉个别。表扬的单位不应出现在不合格名单里。",
  mistakes: [1, 12, 56],
  check(draft, report) {
    const body = draft.body.map(({ text }) => text).join("\n");
    for (const table of draft.tables) {
      for (const finding of unnamedFailures(table, body)) report(finding);
      for (const finding of blamedButPassing(draft, table)) report(finding);
      for (const finding of accountsNotListed(draft, table)) report(finding);
      for (const finding of responsibleUnits(draft, table, body)) report(finding);
    }
    for (const finding of praisedButFailing(draft)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "附件有两个不合格，正文只点了一个",
        draft: {
          body: ["市统计局“示例统计”微信公众号2周内没有更新。"],
          attachments: [
            {
              title: "抽查情况统计表",
              columns: ["单位名称", "账号名称", "结果"],
              rows: [
                ["市统计局", "示例统计", "不合格"],
                ["市水利局", "示例水利", "不合格"],
                ["市教育局", "示例教育", "合格"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“结果”列：附件里不合格，正文没有点名；实际：示例水利；处理：请核对结果；确实不合格的，看正文要不要点名",
        ],
      },
      {
        shows: "正文点名的单位，问题清单里没有",
        draft: {
          body: ["一、主要问题", "市统计局、市民政局的栏目没有更新。市公安局的菜单无法访问。", "责任单位见附件。"],
          attachments: [
            {
              title: "检查发现问题清单",
              columns: ["序号", "存在问题", "责任单位"],
              rows: [
                ["1", "没有更新", "市统计局、市民政局"],
                ["2", "链接失效", "市教育局"],
              ],
            },
          ],
        },
        report: [
          "附件 第2行“责任单位”列：正文没有提到“市教育局”；实际：市教育局；处理：清单里的其他单位正文都点了名，请核对",
          "正文 一、第1段：问题清单里没有“市公安局”；实际：市公安局；处理：请核对清单是不是漏了一行；另见 附件 第1行“责任单位”列：清单的责任单位在这一列里",
        ],
      },
      {
        shows: "表扬的网站在不合格名单里",
        draft: {
          body: ["甲县人民政府网站、乙县人民政府网站等更新及时、内容丰富，值得肯定。"],
          attachments: [
            { title: "不合格政府网站名单", columns: ["序号", "网站名称"], rows: [["1", "乙县人民政府网站"]] },
          ],
        },
        report: [
          "正文 第1段：表扬的“乙县人民政府网站”在不合格名单里；实际：乙县人民政府网站；处理：请核对；另见 附件 第1行“网站名称”列：不合格名单里的这一行",
        ],
      },
    ],
    right: [
      {
        shows: "正文只举例，附件列全",
        draft: {
          body: ["有15个账号没有更新，如“甲县发布”（微博）、“乙县发布”（微博）。"],
          attachments: [
            {
              title: "抽查情况表",
              columns: ["账号名称", "结果"],
              rows: [
                ["甲县发布", "不合格"],
                ["乙县发布", "不合格"],
                ["丙区发布", "不合格"],
              ],
            },
          ],
        },
      },
      {
        shows: "清单里的单位正文都点了名，简称不同",
        draft: {
          body: [
            "一、主要问题",
            "湘桥区人民政府网站、潮安区人民政府网站有链接失效。市统计局的栏目没有更新。",
            "责任单位见附件。",
          ],
          attachments: [
            {
              title: "问题清单",
              columns: ["存在问题", "责任单位"],
              rows: [
                ["链接失效", "湘桥区政府、潮安区政府"],
                ["没有更新", "市统计局"],
              ],
            },
          ],
        },
      },
    ],
  },
};

/** Rows with 不合格 that the body does not name although it names others, and does not only give examples. */
function* unnamedFailures(table: DraftTable, body: string): Generator<Finding> {
  const result = table.columns.findIndex((name) => /^(?:检查|抽查|考评)?结果$|得分情况|^结论$/u.test(name));
  const name = table.columns.findIndex((heading) => /(?:账号|新媒体|网站)名称/u.test(heading));
  if (result < 0 || name < 0) return;
  const failed = plainRecords(table).filter((row) =>
    /^(?:不合格|不达标|未通过|×)/u.test(table.textAt(row, result).trim()),
  );
  const missing = failed.filter((row) => !body.includes(table.textAt(row, name).trim()));
  if (missing.length === 0 || failed.length > 30) return;
  const named = failed.length - missing.length;
  const examplesOnly = /如“|如[\u4e00-\u9fff]{2,10}“|等账号|等\d+/u.test(body);
  if (examplesOnly || (named > 0 && missing.length > named)) return;
  for (const row of missing) {
    yield {
      at: { passage: table.cellAt(row, result) },
      ...(named > 0 ? {} : { severity: "hint" as const }),
      message: "附件里不合格，正文没有点名",
      actual: table.textAt(row, name),
      hint: "请核对结果；确实不合格的，看正文要不要点名",
    };
  }
}

/** 被通报批评 in the body, 合格 in the table. */
function* blamedButPassing(draft: Draft, table: DraftTable): Generator<Finding> {
  const result = table.columns.findIndex((name) => /^(?:检查|抽查|考评)?结果$|^结论$/u.test(name));
  const nameColumn = table.columns.findIndex((heading) => /(?:账号|新媒体|网站)名称/u.test(heading));
  if (result < 0 || nameColumn < 0) return;
  const blamed = draft.body.flatMap((passage) =>
    [...passage.text.matchAll(/“(?<name>[^“”]{2,30})”[^。；“]{0,40}(?:被[^。；“]{0,8}通报|(?:结果|评)为不合格)/gu)].map(
      (match) => ({
        passage,
        name: match.groups?.["name"] ?? "",
        start: match.index + 1,
      }),
    ),
  );
  if (blamed.length === 0) return;
  const rows = new Map<string, { row: number; failed: boolean }>();
  for (const row of plainRecords(table)) {
    const name = table.textAt(row, nameColumn).trim();
    const failed = !/^(?:合格|达标|通过)$/u.test(table.textAt(row, result).trim());
    const known = rows.get(name);
    if (known === undefined) rows.set(name, { row, failed });
    else known.failed ||= failed;
  }
  for (const { passage, name, start } of blamed) {
    const entry = rows.get(name);
    if (entry === undefined || entry.failed) continue;
    yield {
      at: { passage, start, end: start + name.length },
      message: `正文说“${name}”被通报，附件里却是合格`,
      actual: name,
      hint: "请核对附件里的结果",
      related: [
        {
          at: { passage: table.cellAt(entry.row, result) },
          message: `“${name}”的结果是${table.textAt(entry.row, result)}`,
        },
      ],
    };
  }
}

/** Accounts named under the problems against a list of problems that names accounts too. */
function* accountsNotListed(draft: Draft, table: DraftTable): Generator<Finding> {
  const title = draft.attachments[table.attachment]?.titleText ?? "";
  const column = table.columns.findIndex((name) => name.includes("问题") && !name.endsWith("数"));
  if (column < 0 || !title.includes("问题") || table.columns.some((name) => /(?:账号|新媒体)名称|^对象$/u.test(name)))
    return;
  const quoted = new Map<string, Passage>();
  for (const row of plainRecords(table)) {
    const place = table.cellAt(row, column);
    for (const [, name = ""] of place.text.matchAll(/“([^“”]{2,30})”/gu))
      if (!quoted.has(name)) quoted.set(name, place);
  }
  const named = problemPassages(draft).flatMap((passage) =>
    [...passage.text.matchAll(/(?:“[^“”]{2,30}”[、和]?)+(?=微信|微博|抖音|公众号|账号|（微|（新浪|（抖)/gu)].flatMap(
      (match) =>
        [...match[0].matchAll(/“([^“”]{2,30})”/gu)].map((inner) => ({
          passage,
          name: inner[1] ?? "",
          start: match.index + inner.index + 1,
        })),
    ),
  );
  const [place] = quoted.values();
  const found = named.filter(({ name }) => quoted.has(name)).length;
  if (place === undefined || found === 0 || found * 2 < named.length) return;
  for (const { passage, name, start } of named) {
    if (quoted.has(name)) continue;
    yield {
      at: { passage, start, end: start + name.length },
      message: `问题清单里没有“${name}”`,
      actual: name,
      hint: "请核对清单是不是漏了一行，或者名称写得不同",
      related: [{ at: { passage: place }, message: "正文的其他账号在清单里" }],
    };
  }
}

function shortForms(unit: string): readonly string[] {
  const bare = unit.replace(/[（(][^（）()]*[）)]$/u, "").trim();
  const government = bare.replace(/政府$/u, "").replace(/人民$/u, "");
  const forms = [bare, bare.replace(/^[\u4e00-\u9fff]{2,3}市(?=[\u4e00-\u9fff]{3,})/u, "市")];
  if (government !== bare) forms.push(`${government}人民政府`, `${government}政府`);
  return [...new Set(forms)];
}

/** 责任单位 of a list of problems against the units that the body names before it points to the list. */
function* responsibleUnits(draft: Draft, table: DraftTable, body: string): Generator<Finding> {
  const column = table.columns.findIndex((name) => /责任单位|涉及单位|整改单位/u.test(name));
  if (column < 0) return;
  const units = new Map<string, Passage>();
  for (const row of plainRecords(table)) {
    if (units.size > 300) return;
    if (table.node.rows[row]?.cells[column] === null) continue;
    const place = table.cellAt(row, column);
    for (const unit of splitOutside(place.text, "、，；\n")) if (!units.has(unit)) units.set(unit, place);
  }
  const unnamed = [...units].filter(([unit]) => !shortForms(unit).some((form) => body.includes(form)));
  if (units.size < 2 || unnamed.length * 2 > units.size) return;
  if (unnamed.length <= 3) {
    for (const [unit, passage] of unnamed) {
      const start = passage.text.indexOf(unit);
      yield {
        at: { passage, start, end: start + unit.length },
        message: `正文没有提到“${unit}”`,
        actual: unit,
        hint: "清单里的其他单位正文都点了名，请核对",
      };
    }
  }
  const label = draft.attachments[table.attachment]?.label.text ?? "附件";
  if (!new RegExp(`责任单位[^。]{0,6}见${label}(?!\\d)`, "u").test(body)) return;
  const listed = new Set([...units.keys()].flatMap(shortForms));
  const first = [...units.values()][0];
  const told = new Set<string>();
  for (const passage of problemPassages(draft)) {
    for (const match of passage.text.matchAll(
      /(?<=^|[。；，、：])(?:(?:市|县|区|省)[\u4e00-\u9fff]{2,14}?(?:局|委|办|厅|中心)|[\u4e00-\u9fff]{2,4}[县区]人民政府|[\u4e00-\u9fff]{2,6}(?:新区|开发区)管委会)(?=[、“的网]|$)/gu,
    )) {
      const unit = match[0];
      if (
        listed.has(unit) ||
        told.has(unit) ||
        [...listed].some((other) => other.endsWith(unit) || unit.endsWith(other))
      )
        continue;
      told.add(unit);
      yield {
        at: { passage, start: match.index, end: match.index + unit.length },
        message: `问题清单里没有“${unit}”`,
        actual: unit,
        hint: "请核对清单是不是漏了一行",
        ...(first === undefined ? {} : { related: [{ at: { passage: first }, message: "清单的责任单位在这一列里" }] }),
      };
    }
  }
}

/** What stands under a heading of the first level that speaks of problems. */
function problemPassages(draft: Draft): readonly Passage[] {
  let inside = false;
  return draft.body.filter((passage) => {
    if (passage.heading?.level === 1 && passage.role === "heading") inside = passage.text.includes("问题");
    return inside && passage.role !== "heading";
  });
}

const praise = /值得肯定|予以表扬|给予表扬|通报表扬|表现突出|表现较好|成效明显|走在前列|做得较好/u;

function* praisedButFailing(draft: Draft): Generator<Finding> {
  const praised = draft.body.flatMap((passage) =>
    [...passage.text.matchAll(/[^。]+。?/gu)].flatMap((match) =>
      praise.test(match[0]) ? [{ passage, start: match.index, text: match[0] }] : [],
    ),
  );
  if (praised.length === 0) return;
  for (const table of draft.tables) {
    const title = draft.attachments[table.attachment]?.titleText ?? "";
    const listsFailures = /不合格|存在突出问题|单项否决/u.test(title) && /名单|清单/u.test(title);
    const result = table.columns.findIndex((name) => /^(?:检查|抽查|考评)?结果$/u.test(name));
    if (!listsFailures && result < 0) continue;
    for (const [column, heading] of table.columns.entries()) {
      if (!/(?:账号|新媒体|网站)名称/u.test(heading)) continue;
      for (const row of plainRecords(table)) {
        if (!listsFailures && !table.textAt(row, result).trim().startsWith("不合格")) continue;
        const name = table.textAt(row, column).trim();
        const hit = name.length < 4 ? undefined : praised.find(({ text }) => text.includes(name));
        if (hit === undefined) continue;
        const start = hit.start + hit.text.indexOf(name);
        yield {
          at: { passage: hit.passage, start, end: start + name.length },
          message: `表扬的“${name}”在不合格名单里`,
          actual: name,
          hint: "请核对",
          related: [{ at: { passage: table.cellAt(row, column) }, message: "不合格名单里的这一行" }],
        };
      }
    }
  }
}
