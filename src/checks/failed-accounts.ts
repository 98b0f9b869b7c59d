import type { Draft, DraftTable } from "./draft.js";
import type { Finding } from "./rule.js";
import { plainRecords } from "./table-figures.js";

/** Rows with 不合格 that the body does not name although it names others, and does not only give examples. */
export function* unnamedFailures(table: DraftTable, body: string): Generator<Finding> {
  if (!hasNames(table)) return;
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
export function* blamedButPassing(draft: Draft, table: DraftTable): Generator<Finding> {
  if (!hasNames(table)) return;
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

/** A quick look at the headings: 账号名称, 新媒体名称, 网站名称. */
function hasNames(table: DraftTable): boolean {
  return table.columns.some((name) => name.includes("名称"));
}
