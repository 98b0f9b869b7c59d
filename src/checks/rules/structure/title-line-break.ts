import type { Passage } from "../../draft.js";
import { unbrokenWords } from "../../knowledge/unbroken-words.js";
import type { Finding, Rule } from "../../rule.js";

/** 新媒/体 and a line that begins with 的. */
export const titleLineBreak: Rule = {
  id: "title-line-break",
  name: "标题断行拆开了词语",
  severity: "warning",
  description: "标题分行要词意完整：不在“政府网站”“新媒体”“人民政府”等词语中间断行，也不在“的”之前断行。",
  source: "GB/T 9704—2012 7.3.1",
  mistakes: [64],
  check(draft, report) {
    for (const finding of brokenWords(draft.title)) report(finding);
    for (const { title } of draft.attachments) {
      for (const finding of brokenWords(title)) report({ ...finding, severity: "hint" });
    }
  },
  examples: {
    wrong: [
      {
        shows: "拆开了“新媒体”",
        draft: { title: ["示例市人民政府办公室关于2024年第二季度政务新媒", "体检查情况的通报"] },
        report: ["标题 第1行：断行拆开了“政务新媒体”；实际：…季度政务新媒／体检查情况的…；处理：请把断行移到词语之外"],
      },
      {
        shows: "“的”在行首",
        draft: { title: ["示例市人民政府办公室关于政务新媒体检查情况", "的通报"] },
        report: ["标题 第1行：“的”不放在行首；实际：…媒体检查情况／的通报…；处理：请把断行往前或往后移"],
      },
    ],
    right: [
      {
        shows: "按词意断行",
        draft: {
          title: ["示例市人民政府办公室", "关于2024年第一季度全市政府网站", "与政府系统政务新媒体检查情况的通报"],
        },
      },
    ],
  },
};

function* brokenWords(lines: readonly Passage[]): Generator<Finding> {
  for (const [index, passage] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined) return;
    const left = passage.text.trimEnd();
    const right = next.text.trimStart();
    const at = { passage, start: Math.max(0, left.length - 1), end: left.length };
    const actual = `…${left.slice(-6)}／${right.slice(0, 6)}…`;
    const word = wordAcross(left, right);
    if (word !== undefined) {
      yield { at, message: `断行拆开了“${word}”`, actual, hint: "请把断行移到词语之外" };
    } else if (right.startsWith("的")) {
      yield { at, message: "“的”不放在行首", actual, hint: "请把断行往前或往后移" };
    }
  }
}

/** The word of which `left` ends with the beginning and `right` begins with the rest. */
function wordAcross(left: string, right: string): string | undefined {
  return unbrokenWords.find((word) => {
    for (let cut = 1; cut < word.length; cut += 1) {
      if (left.endsWith(word.slice(0, cut)) && right.startsWith(word.slice(cut))) return true;
    }
    return false;
  });
}
