import { subjectsIn, type CountSubject } from "./count-subjects.js";
import type { Draft, DraftTable } from "./draft.js";
import { countColumns, meaningOf, plainRecords } from "./table-figures.js";
import { holdsAny } from "./holds-any.js";

/** What the records of a table are, and which of its columns say so. */
export interface TableSubject {
  /** One record is one website, one account, one unit or one problem. */
  readonly subject: CountSubject;
  /** The column that names it, if there is one. */
  readonly nameColumn: number | undefined;
  /** The table lists only what failed (不合格…名单) or only problems. */
  readonly failing: boolean;
  /** How many things it lists: records, counted once where merged cells spread one over several rows. */
  readonly size: number;
  /** Another way of counting that readers may take: rows, or running numbers. */
  readonly otherSizes: readonly number[];
}

/** What a heading holds that names things of a kind, and the heading that is nothing else. */
const names: readonly (readonly [CountSubject, parts: readonly string[], whole: string])[] = [
  ["account", ["账号名", "帐号名", "新媒体名", "公众号名"], "账号"],
  ["site", ["网站名", "频道名"], "网站"],
];

/** See {@link TableSubject}; `undefined` for tables that sum up (rows of areas or platforms with counts). */
export function tableSubject(draft: Draft, table: DraftTable): TableSubject | undefined {
  const title = draft.attachments[table.attachment]?.titleText ?? "";
  const failing =
    /不合格|存在(?:突出)?问题|不达标|单项否决|问题(?:清单|名单|汇总)/u.test(title) && !/情况(?:统计)?表/u.test(title);
  const headings = table.columns.map((name) => name.replace(/\s/gu, ""));
  const named = names.flatMap(([subject, parts, whole]) => {
    const nameColumn = headings.findIndex((heading) => heading === whole || holdsAny(heading, parts));
    return nameColumn < 0 ? [] : [{ subject, nameColumn }];
  })[0];
  const sizes = sizesOf(table);
  const hasProblem = table.columns.some((name) => name.includes("问题") && !name.endsWith("数"));
  if (/问题(?:清单|汇总|明细|情况)|错误明细/u.test(title) && hasProblem) {
    return { subject: "issue", nameColumn: named?.nameColumn, failing: true, ...sizes };
  }
  if (named !== undefined) return { ...named, failing, ...sizes };
  const sumsUp = countColumns(table).some((column) =>
    ["existing", "checked"].includes(meaningOf(table.columns[column] ?? "")),
  );
  if (sumsUp) return undefined;
  const unitColumn = table.columns.findIndex((name) => holdsAny(name, ["单位", "部门", "主办"]));
  if (unitColumn < 0) return undefined;
  const [only, second] = [
    ...new Set(subjectsIn(title).filter((subject) => subject === "site" || subject === "account")),
  ];
  // One row per unit with the unit's website: as many websites as rows. Accounts are several to a unit.
  if (only === "site" && second === undefined) return { subject: "site", nameColumn: unitColumn, failing, ...sizes };
  return { subject: "unit", nameColumn: unitColumn, failing, ...sizes };
}

function sizesOf(table: DraftTable): { readonly size: number; readonly otherSizes: readonly number[] } {
  const records = plainRecords(table);
  const ordinal = table.columns.findIndex((name) => /^序\s*号$/u.test(name));
  const numbered =
    ordinal < 0 ? records.length : records.filter((row) => table.node.rows[row]?.cells[ordinal] !== null).length;
  return { size: records.length, otherSizes: numbered === records.length ? [] : [numbered] };
}
