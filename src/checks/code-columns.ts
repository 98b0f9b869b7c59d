import type { DraftTable } from "./draft.js";

/** A column of 网站标识码 or 政务新媒体标识码. */
export interface CodeColumn {
  readonly column: number;
  readonly kind: "site" | "account";
}

const shapes = {
  site: /^(?:\d{10}|bm\d{8})$/u,
  account: /^\d{6}M\d{3}[A-Z]{2}\d{4}$/u,
} as const;

/** The shape of a code: ten digits or `bm` and eight digits for a website, `440600M020XL0001` for an account. */
export function isWellFormed(code: string, kind: CodeColumn["kind"]): boolean {
  return shapes[kind].test(code);
}

/** The first column whose heading says 标识码; which kind it is, is told by most of its cells, or else by the heading. */
export function codeColumn(table: DraftTable): CodeColumn | undefined {
  const column = table.columns.findIndex((name) => /标识码|识别码/u.test(name));
  if (column < 0) return undefined;
  let [site, account] = [0, 0];
  for (const row of table.records.slice(0, 200)) {
    const code = table.textAt(row, column).trim();
    if (shapes.site.test(code)) site += 1;
    else if (shapes.account.test(code)) account += 1;
  }
  if (site === 0 && account === 0) {
    const name = table.columns[column] ?? "";
    return name.includes("网站")
      ? { column, kind: "site" }
      : /新媒体|账号/u.test(name)
        ? { column, kind: "account" }
        : undefined;
  }
  return { column, kind: site > account ? "site" : "account" };
}
