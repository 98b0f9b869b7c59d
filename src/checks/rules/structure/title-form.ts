import { anchorOf } from "../../element-passages.js";
import type { Rule } from "../../rule.js";

const kinds = "通报 通知 报告 公告 通告 请示 批复 意见 决定 函 纪要 命令 决议 公报 议案".split(" ");

/** 发文机关 + 关于 + 事由 + 的 + 文种, once and without 。 */
export const titleForm: Rule = {
  id: "title-form",
  name: "标题写法不规范",
  severity: "error",
  description: "标题由发文机关、“关于”、事由、“的”、文种组成：文种只有一个，在最后；末尾不加句号。",
  source: "党政机关公文处理工作条例第九条；GB/T 9704—2012 7.3.1",
  mistakes: [36],
  fixable: true,
  check(draft, report) {
    const { titleText, title } = draft;
    const last = title.at(-1);
    if (last === undefined || titleText.trim() === "") return;
    const mark = /[。.，,；;、：:]\s*$/u.exec(last.text);
    if (mark !== null) {
      report({
        at: { passage: last, start: mark.index, end: last.text.length },
        message: "标题末尾不加标点",
        actual: last.text,
        expected: last.text.slice(0, mark.index),
        replacement: "",
      });
    }
    const plain = titleText.replace(/[\s。.，,；;、：:]+$/u, "").replace(/[（(][^（）()]*[）)]$/u, "");
    const anchor = { passage: anchorOf(draft, last) };
    const doubled = twoKinds(plain);
    if (doubled !== undefined && !/转发|批转|印发|发布|公布|废止|同意|学习/u.test(plain)) {
      report({
        at: anchor,
        message: `标题有两个文种：“${doubled}”`,
        actual: titleText,
        hint: "只留一个文种，如“…检查情况的通报”",
      });
    }
    if (!kinds.some((kind) => plain.endsWith(kind))) {
      report({
        at: anchor,
        message: "标题末尾没有文种",
        actual: titleText,
        hint: "如“…检查情况的通报”",
        severity: "warning",
      });
    } else if (doubled === undefined && !kinds.some((kind) => plain.endsWith(`的${kind}`))) {
      report({
        at: anchor,
        message: "文种前面没有“的”",
        actual: titleText,
        hint: "一般写作“关于…的通报”",
        severity: "hint",
      });
    }
    if (!titleText.includes("关于")) {
      report({
        at: anchor,
        message: "标题里没有“关于”",
        actual: titleText,
        hint: "一般写作“某机关关于…的通报”",
        severity: "hint",
      });
    }
    const repeated = ["关于关于", "的的", "通报通报"]
      .filter((word) => titleText.includes(word))
      .sort((a, b) => titleText.indexOf(a) - titleText.indexOf(b))[0];
    if (repeated !== undefined) {
      report({ at: anchor, message: `标题里“${repeated}”重复`, actual: titleText });
    }
  },
  examples: {
    wrong: [
      {
        shows: "两个文种",
        draft: { title: ["示例市人民政府办公室关于2024年第二季度检查情况通报的通知"] },
        report: [
          "标题：标题有两个文种：“通报的通知”；实际：示例市人民政府办公室关于2024年第二季度检查情况通报的通知；处理：只留一个文种，如“…检查情况的通报”",
        ],
      },
      {
        shows: "末尾有句号",
        draft: { title: ["示例市人民政府办公室", "关于检查情况的通报。"] },
        report: ["标题 第2行：标题末尾不加标点；实际：关于检查情况的通报。；应为：关于检查情况的通报"],
      },
      {
        shows: "没有文种",
        draft: { title: ["示例市人民政府办公室关于2024年检查情况"] },
        report: ["标题：标题末尾没有文种；实际：示例市人民政府办公室关于2024年检查情况；处理：如“…检查情况的通报”"],
      },
      {
        shows: "没有“关于”和“的”",
        draft: { title: ["2024年第二季度检查情况通报"] },
        report: [
          "标题：文种前面没有“的”；实际：2024年第二季度检查情况通报；处理：一般写作“关于…的通报”",
          "标题：标题里没有“关于”；实际：2024年第二季度检查情况通报；处理：一般写作“某机关关于…的通报”",
        ],
      },
    ],
    right: [
      { shows: "规范的标题", draft: {} },
      {
        shows: "转发、印发的可以有两个文种",
        draft: { title: ["示例市人民政府办公室关于转发省政府办公厅检查情况通报的通知"] },
      },
      { shows: "期数在后面的括号里", draft: { title: ["示例市人民政府办公室关于检查情况的通报（第三期）"] } },
    ],
  },
};

/** 报告通报, 通知的通报 at the end of a title. */
function twoKinds(title: string): string | undefined {
  const ends = kinds.flatMap((last) =>
    title.endsWith(last)
      ? ["", "的"].flatMap((link) => kinds.map((first) => first + link + last).filter((end) => title.endsWith(end)))
      : [],
  );
  return ends.sort((a, b) => b.length - a.length)[0];
}
