import { allPassages } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import { matchesIn } from "../../matches-in.js";
import type { Rule } from "../../rule.js";

const oneInvisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufffc\ufffd\ufffe\uffff\ue000-\uf8ff]/u;
const invisible = new RegExp(`${oneInvisible.source}+`, "gu");

/** Characters that cannot be seen, or have no meaning outside one computer. */
export const charactersInvisible: Rule = {
  id: "characters-invisible",
  name: "看不见或者无法显示的字符",
  severity: "error",
  description:
    "从网页、PDF复制来的文字常带着看不见的字符：它们会让名称对不上、搜索不到。控制字符、替换符号（�）和自造字在别的电脑上显示不出来。",
  mistakes: [65],
  fixable: true,
  check(draft, report) {
    if (!draft.mayHold(oneInvisible)) return;
    for (const passage of allPassages(draft)) {
      for (const match of matchesIn(passage.text, invisible)) {
        const end = match.index + match[0].length;
        const broken = /[\u0000-\u001f\u007f-\u009f\ufffc-\uffff\ue000-\uf8ff]/u.test(match[0]);
        report({
          at: { passage, start: match.index, end },
          message: broken ? "这里有无法显示的字符" : "这里有看不见的字符",
          actual: excerpt(
            passage.text.replace(invisible, (found) => [...found].map(name).join("")),
            match.index,
          ),
          hint: broken ? "请对照原文补上正确的字" : "请删去后重新输入这几个字",
          ...(broken ? {} : { severity: "warning" as const, replacement: "" }),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "零宽空格",
        draft: { body: ["甲县\u200b发布没有更新。"] },
        report: ["正文 第1段：这里有看不见的字符；实际：甲县［U+200B］…；处理：请删去后重新输入这几个字"],
      },
      {
        shows: "替换符号",
        draft: { body: ["乙县\ufffd网站没有更新。"] },
        report: ["正文 第1段：这里有无法显示的字符；实际：乙县［U+FFFD］…；处理：请对照原文补上正确的字"],
      },
    ],
    right: [
      { shows: "生僻字", draft: { body: ["𬭚州市、高埗镇的网站正常运行。"] } },
      {
        shows: "表格里的换行",
        draft: { attachments: [{ title: "表", columns: ["问题"], rows: [["第一行\n第二行"]] }] },
      },
    ],
  },
};

function name(character: string): string {
  return `［U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}］`;
}
