import { allPassages, isNameCell } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import { matchesIn } from "../../matches-in.js";
import type { Rule } from "../../rule.js";

const marks =
  /(?:绝密|机密|秘密)(?=★|☆|级(?!别))|(?<=^|[（(【[])(?:绝密|机密|秘密)(?=$|[）)】\]])|(?:绝密|机密)(?=文件|材料|资料|信息|事项|件)|内部(?:资料|文件|材料|使用)|不得外传|注意保[密存]|请勿(?:外传|转发|公开)/gu;

const words = ["密", "内部", "外传", "注意保存", "请勿"];

/** Marks of secrecy in a circular, which is published. */
export const secretMarks: Rule = {
  id: "secret-marks",
  name: "公开的通报里有密级或内部标记",
  severity: "warning",
  description:
    "通报一般主动公开；文中出现密级、“内部资料”“不得外传”等字样，要确认内容能不能公开。泄密、保密、国家秘密等说法不算。",
  source: "中华人民共和国保守国家秘密法",
  mistakes: [61],
  check(draft, report) {
    for (const passage of draft.mayHold(words) ? allPassages(draft) : []) {
      if (isNameCell(passage) || !/密|内部|外传|注意保存|请勿/u.test(passage.text)) continue;
      for (const match of matchesIn(passage.text, marks)) {
        const end = match.index + match[0].length;
        report({
          at: { passage, start: match.index, end },
          message: `这里有“${match[0]}”字样，请确认可以公开`,
          actual: excerpt(passage.text, match.index, end),
          hint: "涉密和内部内容不能写进公开的通报",
        });
      }
    }
    const [disclosure] = draft.withRole("disclosure");
    const classification = draft.letterhead?.classification;
    if (disclosure !== undefined && classification !== undefined && disclosure.text.includes("主动公开")) {
      report({
        at: { passage: disclosure },
        message: `标有密级“${classification}”的文件不能主动公开`,
        actual: disclosure.text,
        hint: "请核实密级和公开方式",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "带着密级的材料",
        draft: { body: ["有关情况见附表（机密）。"] },
        report: [
          "正文 第1段：这里有“机密”字样，请确认可以公开；实际：有关情况见附表（机密）。；处理：涉密和内部内容不能写进公开的通报",
        ],
      },
      {
        shows: "内部资料",
        draft: { body: ["本材料为内部资料，不得外传。"] },
        report: [
          "正文 第1段：这里有“内部资料”字样，请确认可以公开；实际：本材料为内部资料，不得外传。；处理：涉密和内部内容不能写进公开的通报",
          "正文 第1段：这里有“不得外传”字样，请确认可以公开；实际：…材料为内部资料，不得外传。；处理：涉密和内部内容不能写进公开的通报",
        ],
      },
    ],
    right: [
      {
        shows: "指标和要求里说的保密",
        draft: { body: ["“安全、泄密事故等严重问题”，防止泄露国家秘密、商业秘密和个人隐私，做好保密审查。"] },
      },
      { shows: "账号名称", draft: { attachments: [{ title: "表", columns: ["账号名称"], rows: [["内部资料"]] }] } },
    ],
  },
};
