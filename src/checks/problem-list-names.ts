import type { Draft, DraftTable, Passage } from "./draft.js";
import { splitOutside } from "./listed-names.js";
import type { Finding } from "./rule.js";
import { plainRecords } from "./table-figures.js";
import { holdsAny } from "./holds-any.js";

/** What tells that a quotation before it is the name of an account. */
const afterNames = ["微信", "微博", "抖音", "公众号", "账号", "（微", "（新浪", "（抖"].flatMap((word) => [
  `”${word}`,
  `”、${word}`,
  `”和${word}`,
]);

/** Accounts named under the problems against a list of problems that names accounts too. */
export function* accountsNotListed(draft: Draft, table: DraftTable): Generator<Finding> {
  if (!draft.mayHold(afterNames)) return;
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

const responsible = ["责任单位", "涉及单位", "整改单位"];

/** 责任单位 of a list of problems against the units that the body names before it points to the list. */
export function* responsibleUnits(draft: Draft, table: DraftTable, body: string): Generator<Finding> {
  const column = table.columns.findIndex((name) => holdsAny(name, responsible));
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
