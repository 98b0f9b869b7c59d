import { appendAll } from "../append-all.js";
import type { Attachment, AttachmentList, CircularDocument } from "../tree.js";

/** Attachments are numbered 1–n, a single one has no number (§7.3.4, §7.3.7), and the list names as many as there are. */
export function attachmentProblems(document: CircularDocument): string[] {
  const attachments: { readonly block: Attachment; readonly path: string }[] = [];
  let list: { readonly block: AttachmentList; readonly path: string } | undefined;
  document.children.forEach((block, index) => {
    const path = `children[${String(index)}]`;
    if (block.type === "attachment") attachments.push({ block, path });
    if (block.type === "attachmentList") list = { block, path };
  });
  const problems: string[] = [];
  attachments.forEach(({ block, path }, index) => {
    const expected = expectedNumber(index, attachments.length);
    appendAll(problems, numberProblems(block.number, expected, path));
    // A label may be left out. One that is printed shows the same number: 附件2, 附表2, and none for a single attachment.
    const printed = /[0-9]*$/.exec(block.label)?.[0] ?? "";
    if (block.label !== "" && printed !== (expected === undefined ? "" : String(expected))) {
      problems.push(`${path}.label: ${block.label} does not show the number ${String(expected ?? "none")}`);
    }
    if (block.title.length === 0) problems.push(`${path}.title: no line`);
  });
  if (list === undefined) {
    if (attachments.length > 0) problems.push("children: there are attachments but no list of them");
    return problems;
  }
  const { items } = list.block;
  const { path } = list;
  if (items.length !== attachments.length) {
    problems.push(`${path}.items: ${String(items.length)} names for ${String(attachments.length)} attachments`);
  }
  items.forEach((item, index) => {
    const expected = expectedNumber(index, items.length);
    appendAll(problems, numberProblems(item.number, expected, `${path}.items[${String(index)}]`));
  });
  return problems;
}

function expectedNumber(index: number, count: number): number | undefined {
  return count === 1 ? undefined : index + 1;
}

function numberProblems(number: number | undefined, expected: number | undefined, path: string): string[] {
  if (number === expected) return [];
  return [`${path}.number: ${String(number ?? "none")}, expected ${String(expected ?? "none")}`];
}
