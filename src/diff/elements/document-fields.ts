import { plainText, type Appearance, type CircularDocument } from "../../document/tree.js";
import type { Comparison, Draft } from "../draft.js";
import { wholeSpan } from "../draft.js";
import type { Edit } from "../edits.js";
import type { ValueChanges } from "../value-changes.js";
import { compareText } from "./text-fields.js";

/** The choices of the look, and what their values are called. */
const appearances: Readonly<Record<keyof Appearance, { readonly name: string; readonly words: Words }>> = {
  form: { name: "格式", words: { plain: "无版头", redHead: "文件格式", letter: "信函格式" } },
  sealed: { name: "印章", words: { true: "留位置", false: "不留位置" } },
  pageNumbers: { name: "页码", words: { outer: "单右双左", centre: "居中" } },
  latinFont: { name: "字母和数字的字体", words: { body: "与正文相同", timesNewRoman: "Times New Roman" } },
  boldHeadings: { name: "二级标题", words: { true: "加粗", false: "不加粗" } },
  mirrorMargins: { name: "双面装订", words: { true: "订口左右对称", false: "不对称" } },
};

type Words = Readonly<Record<string, string>>;

/** Compares the look, a change for each choice. */
export function compareAppearance(comparison: Comparison): void {
  for (const field of Object.keys(appearances) as (keyof Appearance)[]) compareChoice(comparison, field);
}

function compareChoice(comparison: Comparison, field: keyof Appearance): void {
  const old = comparison.before.appearance[field];
  const fresh = comparison.after.appearance[field];
  if (old === fresh) return;
  const { name, words } = appearances[field];
  const oldWords = words[String(old)] ?? String(old);
  const newWords = words[String(fresh)] ?? String(fresh);
  const path = ["appearance", field];
  comparison.add({
    layer: "layout",
    kind: "changed",
    element: "appearance",
    occurrences: [
      {
        before: comparison.sideBefore(path, oldWords),
        after: comparison.sideAfter(path, newWords),
        spans: [...wholeSpan("removed", oldWords), ...wholeSpan("added", newWords)],
      },
    ],
    remark: `${name}：${oldWords} → ${newWords}`,
    edits: [{ edit: "set", path, value: fresh }],
  });
}

/**
 * Compares 文件属性. A property that repeats an element of the circular on both sides is not a change of its own: it belongs to the
 * change of that element.
 */
export function compareProperties(comparison: Comparison, values: ValueChanges): void {
  const { before, after } = comparison;
  for (const field of ["title", "issuer", "date"] as const) {
    const old = before.properties[field];
    const fresh = after.properties[field];
    if (old === fresh) continue;
    const repeats = repeatedBy(before, field) !== undefined && repeatedBy(after, field) !== undefined;
    const cause = repeats ? changeOf(comparison, repeatedBy(before, field) ?? -1) : undefined;
    const path = ["properties", field];
    const edit: Edit = { edit: "set", path, value: fresh };
    if (cause === undefined) compareText(comparison, values, "properties", { path, text: old }, { path, text: fresh });
    else cause.edits.push(edit);
  }
}

/** The block that says the same as a property. */
function repeatedBy(document: CircularDocument, field: "title" | "issuer" | "date"): number | undefined {
  const { properties, children } = document;
  const index = children.findIndex((block) => {
    if (field === "title") return block.type === "title" && block.lines.map(plainText).join("") === properties.title;
    if (block.type !== "signature") return false;
    return field === "issuer"
      ? block.issuers.some((line) => plainText(line) === properties.issuer)
      : plainText(block.date) === printedDate(properties.date);
  });
  return index < 0 ? undefined : index;
}

function printedDate(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}

/** A change that does something to a block of the older document. */
function changeOf(comparison: Comparison, block: number): Draft | undefined {
  return comparison
    .all()
    .find(({ edits }) => edits.some(({ path }) => path[0] === "children" && path[1] === block && path.length > 2));
}
