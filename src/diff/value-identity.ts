import type { RowSet, Value } from "../document/tree.js";

/**
 * What two printings of one number have in common, as text: the same values, counted from the same rows in the same way.
 *
 * A rate is often printed in the body by one formula and in the 合计 row by another (`比率 (合计 网站 达标项) …`, `比率 (合计 行 达标项) …`).
 * `行` is the rows of the table, so the formulas are compared with the dataset's name in its place. Rates are further taken for one if
 * only the values and the rows agree: formulas may go by names of their own (`网站合格率`), and two different rates of the same rows that
 * change from and to the same digits are not worth a second entry. Sums and counts are not: small numbers agree by chance.
 */
export function valueIdentity(before: Value, after: Value): string {
  const rows = [rowsIdentity(before), rowsIdentity(after)];
  if (isRate(before) && isRate(after) && rows.every((one) => one !== "")) {
    return JSON.stringify(["rate", before.value, after.value, ...rows]);
  }
  // The same expression within a list or a grouped table is evaluated on other rows each time, and may read other places.
  return JSON.stringify([
    formulaOf(after),
    ...[before.value, after.value, ...rows],
    ...(rows.every((one) => one !== "") ? [] : [before.provenance.places, after.provenance.places]),
  ]);
}

function isRate({ value, provenance }: Value): boolean {
  return /^\d+(?:\.\d+)?[%％]$/u.test(value) && /^\(*比率\s/u.test(provenance.expression);
}

/** How a value was worked out, with the dataset's name for 行. */
export function formulaOf({ provenance }: Value): string {
  const { expression, rows } = provenance;
  const [only] = rows;
  return only === undefined || rows.length > 1
    ? expression
    : expression.replace(/(?<=[\s(])行(?=[\s)]|$)/gu, () => only.dataset);
}

/** Each row once, whatever the order in which the parts of a formula read them. */
function rowsIdentity({ provenance }: Value): string {
  if (provenance.rows.length === 0) return "";
  const datasets = new Map<string, { readonly set: RowSet; readonly rows: Set<number> }>();
  for (const set of provenance.rows) {
    const name = JSON.stringify([set.file, set.sheet ?? "", set.dataset]);
    const known = datasets.get(name);
    if (known === undefined) datasets.set(name, { set, rows: new Set(set.rows) });
    else for (const row of set.rows) known.rows.add(row);
  }
  return JSON.stringify(
    [...datasets].map(([name, { rows }]) => [name, [...rows].sort((one, other) => one - other)]).sort(byName),
  );
}

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}
