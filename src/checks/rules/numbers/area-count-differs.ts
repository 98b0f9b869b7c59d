import { countedPassages } from "../../counted-passage.js";
import { subjectsIn } from "../../count-subjects.js";
import type { Draft, DraftTable } from "../../draft.js";
import { listBefore } from "../../listed-names.js";
import type { Finding, Rule } from "../../rule.js";
import { cellNumber, isNumeric, meaningOf, plainRecords } from "../../table-figures.js";

/** A table of areas with numbers of failures against the list of those failures. */
export const areaCountDiffers: Rule = {
  id: "area-count-differs",
  name: "分地区的数与名单不符",
  severity: "error",
  description:
    "一张附件按地区（单位、平台）列出不合格数，另一张附件列出不合格名单的，每个地区的数应当等于名单里该地区的行数。正文说合格率100%的地区，在附件里的不合格数应当是0。",
  mistakes: [1, 12],
  check(draft, report) {
    const summaries = draft.tables.flatMap((table) => summariesOf(draft, table));
    for (const summary of summaries) {
      for (const list of draft.tables) {
        if (list === summary.table || summaries.some(({ table }) => table === list)) continue;
        for (const finding of compare(draft, summary, list)) report(finding);
      }
    }
    for (const finding of flawlessAreas(draft, summaries)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "名单少了一行",
        draft: {
          attachments: [
            {
              title: "各地政府网站检查情况",
              columns: ["序号", "地区", "检查网站数", "不合格网站数"],
              rows: [
                ["1", "甲市", "5", "1"],
                ["2", "乙市", "6", "2"],
                ["3", "丙市", "7", "0"],
                ["4", "丁市", "7", "1"],
              ],
            },
            {
              title: "不合格政府网站名单",
              columns: ["序号", "地区", "网站名称"],
              rows: [
                ["1", "甲市", "一网站"],
                ["2", "乙市", "二网站"],
                ["3", "丁市", "三网站"],
              ],
            },
          ],
        },
        report: [
          "附件1 第2行“不合格网站数”列：乙市的数与名单不符；实际：2；应为：1；处理：请核对两张附件，以核实后的为准；另见 附件2 编号：附件2里乙市有1行",
        ],
      },
      {
        shows: "说是100%的地区其实有不合格",
        draft: {
          body: ["全市政府网站合格率为96.0%，其中丙市、乙市等2个市合格率为100%。"],
          attachments: [
            {
              title: "各地政府网站检查情况",
              columns: ["序号", "地区", "检查网站数", "不合格网站数"],
              rows: [
                ["1", "甲市", "5", "0"],
                ["2", "乙市", "6", "1"],
                ["3", "丙市", "14", "0"],
              ],
            },
          ],
        },
        report: [
          "正文 第1段：乙市在附件里有不合格的，合格率不是100%；实际：乙市；处理：请核对正文和附件；另见 附件 第2行“不合格网站数”列：乙市的不合格网站数是1",
        ],
      },
    ],
    right: [
      {
        shows: "每个地区都对得上",
        draft: {
          body: ["全市政府网站合格率为94.4%，其中丙市、甲市等2个市合格率为100%。"],
          attachments: [
            {
              title: "各地政府网站检查情况",
              columns: ["序号", "地区", "检查网站数", "不合格网站数"],
              rows: [
                ["1", "甲市", "5", "0"],
                ["2", "乙市", "6", "1"],
                ["3", "丙市", "7", "0"],
              ],
            },
            { title: "不合格政府网站名单", columns: ["序号", "地区", "网站名称"], rows: [["1", "乙市", "一网站"]] },
          ],
        },
      },
      {
        shows: "网站的数不与新媒体名单比",
        draft: {
          attachments: [
            {
              title: "各地政府网站检查情况",
              columns: ["地区", "检查网站数", "不合格网站数"],
              rows: [
                ["甲市", "5", "0"],
                ["乙市", "6", "1"],
              ],
            },
            {
              title: "不合格政务新媒体名单",
              columns: ["地区", "账号名称"],
              rows: [
                ["甲市", "一号"],
                ["甲市", "二号"],
                ["乙市", "三号"],
              ],
            },
          ],
        },
      },
    ],
  },
};

interface Summary {
  readonly table: DraftTable;
  readonly keyColumn: number;
  readonly failedColumn: number;
  readonly subject: string | undefined;
  readonly rows: readonly number[];
}

function subjectOfTable(draft: Draft, table: DraftTable, column: number): string | undefined {
  const title = draft.attachments[table.attachment]?.titleText ?? "";
  return [...subjectsIn(table.columns[column] ?? ""), ...subjectsIn(title)].find(
    (each) => each === "site" || each === "account",
  );
}

function summariesOf(draft: Draft, table: DraftTable): Summary[] {
  const failedColumn = table.columns.findIndex(
    (name, column) => meaningOf(name) === "failed" && isNumeric(table, column),
  );
  if (failedColumn < 0 || !table.columns.some((name) => ["checked", "existing"].includes(meaningOf(name)))) return [];
  const keyColumn = table.columns.findIndex((name, column) => meaningOf(name) === "other" && !isNumeric(table, column));
  if (keyColumn < 0) return [];
  return [
    { table, keyColumn, failedColumn, subject: subjectOfTable(draft, table, failedColumn), rows: plainRecords(table) },
  ];
}

function* compare(draft: Draft, summary: Summary, list: DraftTable): Generator<Finding> {
  const { table, keyColumn, failedColumn, rows } = summary;
  const keys = new Set(rows.map((row) => table.textAt(row, keyColumn).trim()));
  const column = list.columns.findIndex((name, position) => {
    if (["ordinal", "code", "rate"].includes(meaningOf(name))) return false;
    const records = list.records.slice(0, 50);
    return records.length > 0 && records.every((row) => keys.has(list.textAt(row, position).trim()));
  });
  if (column < 0) return;
  const subject = subjectOfTable(draft, list, column);
  if (subject !== undefined && summary.subject !== undefined && subject !== summary.subject) return;
  const title = draft.attachments[list.attachment]?.titleText ?? "";
  if (!/不合格|问题|不达标|未通过/u.test(title)) return;
  const ordinal = list.columns.findIndex((name) => meaningOf(name) === "ordinal");
  const byRow = new Map<string, number>();
  const byNumber = new Map<string, number>();
  for (const row of list.records) {
    const key = list.textAt(row, column).trim();
    byRow.set(key, (byRow.get(key) ?? 0) + 1);
    if (ordinal >= 0 && list.node.rows[row]?.cells[ordinal] !== null) byNumber.set(key, (byNumber.get(key) ?? 0) + 1);
  }
  let agreeing = 0;
  const differing: { readonly row: number; readonly key: string; readonly failed: number; readonly listed: number }[] =
    [];
  for (const row of rows) {
    const key = table.textAt(row, keyColumn).trim();
    const failed = cellNumber(table.textAt(row, failedColumn));
    if (failed === undefined) continue;
    const listed = byRow.get(key) ?? 0;
    if (failed === listed || (ordinal >= 0 && failed === (byNumber.get(key) ?? 0))) {
      if (failed > 0) agreeing += 1;
    } else differing.push({ row, key, failed, listed });
  }
  if (differing.length > Math.max(1, agreeing)) return;
  const label = draft.attachments[list.attachment]?.label;
  for (const { row, key, listed } of differing) {
    yield {
      at: { passage: table.cellAt(row, failedColumn) },
      ...(agreeing >= 2 ? {} : { severity: "warning" as const }),
      message: `${key}的数与名单不符`,
      actual: table.textAt(row, failedColumn),
      expected: String(listed),
      hint: "请核对两张附件，以核实后的为准",
      ...(label === undefined
        ? {}
        : { related: [{ at: { passage: label }, message: `${label.text}里${key}有${String(listed)}行` }] }),
    };
  }
}

/** 其中甲市、乙市等15个市合格率为100%: names and number against the rows without failures. */
function* flawlessAreas(draft: Draft, summaries: readonly Summary[]): Generator<Finding> {
  for (const { passage, counts } of countedPassages(draft)) {
    for (const [index, count] of counts.entries()) {
      const rate = counts[index + 1];
      if (count.kind !== "count" || rate?.kind !== "percent" || rate.approximate) continue;
      if (!/合格率[为达是]?$/u.test(rate.before)) continue;
      const lead = /等(?:共)?$/u.exec(passage.text.slice(0, count.start));
      const list = lead === null ? undefined : listBefore(passage.text, lead.index);
      if (list === undefined) continue;
      const subject = subjectsIn(passage.text.slice(0, list.start)).findLast(
        (each) => each === "site" || each === "account",
      );
      const summary = summaries.find(
        (each) => subject === undefined || each.subject === undefined || each.subject === subject,
      );
      if (summary === undefined) continue;
      const { table, keyColumn, failedColumn, rows } = summary;
      const rowOf = new Map(rows.map((row) => [table.textAt(row, keyColumn).trim(), row]));
      const names = list.names.map((name) => name.replace(/^其中/u, ""));
      const found = names.map((name) => ({ name, row: rowOf.get(name) ?? rowOf.get(name.replace(/[市州]$/u, "")) }));
      const clean = found.flatMap(({ row }) =>
        row === undefined ? [] : [cellNumber(table.textAt(row, failedColumn)) ?? 0],
      );
      if (rate.value !== 100) {
        if (clean.length < 2 || clean.some((failed) => failed > 0)) continue;
        yield {
          at: { passage, start: rate.start, end: rate.end },
          severity: "warning",
          message: "这些地区在附件里都没有不合格的",
          actual: `${rate.number}%`,
          expected: "100%",
          hint: "请核对正文和附件",
          related: [{ at: { passage: table.cellAt(rows[0] ?? 0, failedColumn) }, message: "不合格数在这一列里" }],
        };
        continue;
      }
      for (const { name, row } of found) {
        if (row === undefined) continue;
        const failed = cellNumber(table.textAt(row, failedColumn)) ?? 0;
        if (failed === 0) continue;
        const start = passage.text.indexOf(name, list.start);
        yield {
          at: { passage, start, end: start + name.length },
          message: `${name}在附件里有不合格的，合格率不是100%`,
          actual: name,
          hint: "请核对正文和附件",
          related: [
            {
              at: { passage: table.cellAt(row, failedColumn) },
              message: `${name}的${table.columns[failedColumn] ?? ""}是${String(failed)}`,
            },
          ],
        };
      }
      if (found.filter(({ row }) => row !== undefined).length < 2) continue;
      const flawless = rows.filter((row) => cellNumber(table.textAt(row, failedColumn)) === 0);
      const areas = flawless.filter((row) => !/省直|市直|县直|区直|本级|部门|直属/u.test(table.textAt(row, keyColumn)));
      const ofAreas = /^[^，。]{0,6}[市县区州]/u.test(count.after);
      if (count.value === areas.length || (!ofAreas && count.value === flawless.length)) continue;
      yield {
        at: { passage, start: count.start, end: count.end },
        severity: "warning",
        message: "合格率100%的地区数与附件不符",
        actual: `${count.number}${count.measure}`,
        expected: `${String(areas.length)}${count.measure}`,
        hint: "请数一数附件里没有不合格的地区，再改正正文或附件",
        related: [
          {
            at: { passage: table.cellAt(areas[0] ?? rows[0] ?? 0, failedColumn) },
            message: `这一列是0的有${String(areas.length)}个地区`,
          },
        ],
      };
    }
  }
}
