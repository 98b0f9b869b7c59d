import type { Block } from "../../../document/tree.js";
import type { Draft, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";

const closing = new Set("。？！：");

/** A heading on its own line takes no 。, a run-in one needs it. */
export const headingFullStop: Rule = {
  id: "heading-full-stop",
  name: "标题末尾的标点不对",
  severity: "warning",
  description: "单独成行的层次标题末尾不加标点；后面接着写正文的，标题句要用句号断开。",
  source: "GB/T 9704—2012 7.3.3",
  mistakes: [26],
  check(draft, report) {
    const lengths = runInLengths(draft);
    for (const passage of draft.headings) {
      const { heading, text } = passage;
      if (heading === undefined || /^[①-⑳]/u.test(heading.label)) continue;
      if (heading.body === undefined) {
        const mark = /[。；，、：:;,.]\s*$/u.exec(text);
        if (mark === null || !standsAlone(draft, passage)) continue;
        report({
          at: { passage, start: mark.index, end: text.length },
          message: "单独成行的标题末尾不加标点",
          actual: `${heading.label}${text}`,
          expected: `${heading.label}${text.slice(0, mark.index)}`,
        });
      } else if (!closing.has(text.trimEnd().slice(-1))) {
        report({
          at: { passage, start: Math.max(0, text.length - 1), end: text.length },
          message: "标题后面接着写正文，标题句末尾缺少句号",
          actual: `${heading.label}${text}`,
          expected: `${heading.label}${text.replace(/[；，、：:;,.]\s*$/u, "")}。`,
        });
      } else if (isTooLong(passage, lengths)) {
        report({
          at: { passage },
          message: "标题句比其他标题长得多，标题后面可能漏了句号",
          actual: `${heading.label}${text}`,
          hint: "请看标题到哪里为止，在那里加句号",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "单独成行的标题有句号",
        draft: { body: ["一、总体情况", "二、主要问题。", "有的栏目没有更新。"] },
        report: ["正文 二、标题：单独成行的标题末尾不加标点；实际：二、主要问题。；应为：二、主要问题"],
      },
      {
        shows: "漏了标题后的句号",
        draft: {
          body: [
            "（一）更新不及时。有的栏目没有更新。",
            "（二）回应不及时。有的留言没有答复。",
            "（三）建设不规范甲县人民政府网站有两个栏目没有公开联系方式，乙区人民政府网站存在无法访问的链接，市统计局网站没有标明网站标识码。请尽快整改。",
          ],
        },
        report: [
          "正文 （三）标题：标题句比其他标题长得多，标题后面可能漏了句号；实际：（三）建设不规范甲县人民政府网站有两个栏目没有公开联系方式，乙区人民政府网站存在无法访问的链接，市统计局网站没有标明网站标识码。；处理：请看标题到哪里为止，在那里加句号",
        ],
      },
    ],
    right: [
      {
        shows: "接排的标题有句号，单独成行的没有",
        draft: { body: ["一、总体情况", "（一）网站。合格。", "（二）账号。合格。", "二、存在问题"] },
      },
      { shows: "逐条列举的句子", draft: { body: ["一、工作要求", "（一）及时更新。", "（二）及时回应。"] } },
    ],
  },
};

/**
 * A level-1 heading always stands alone. Below it, sentences listed one after another look like headings; a real one has something
 * of its own under it.
 */
function standsAlone(draft: Draft, passage: Passage): boolean {
  const level = passage.heading?.level ?? 1;
  if (level === 1) return true;
  const next = blockAfter(draft, passage);
  return next !== undefined && (next.type === "paragraph" || (next.type === "heading" && next.level > level));
}

function blockAfter(
  draft: Draft,
  { path }: Passage,
): Block | Extract<Block, { type: "attachment" }>["children"][number] | undefined {
  const [, index, , inner] = path;
  const block = draft.document.children[Number(index)];
  if (block?.type === "attachment") return block.children[Number(inner) + 1];
  const next = draft.document.children[Number(index) + 1];
  // What follows the last heading may belong to the whole circular.
  return next;
}

/** How long run-in headings are, by level, longest first. */
function runInLengths(draft: Draft): ReadonlyMap<number, readonly number[]> {
  const lengths = new Map<number, number[]>();
  for (const { heading, text } of draft.headings) {
    if (heading?.body === undefined) continue;
    const known = lengths.get(heading.level);
    if (known === undefined) lengths.set(heading.level, [text.length]);
    else known.push(text.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return lengths;
}

/** Longer than a line and a half, and twice as long as every other of its level. */
function isTooLong({ text, heading }: Passage, lengths: ReadonlyMap<number, readonly number[]>): boolean {
  const [longest, next = 0, third] = lengths.get(heading?.level ?? 0) ?? [];
  return text.length > 42 && longest === text.length && third !== undefined && next * 2 < text.length;
}
