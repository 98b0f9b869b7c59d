import { isProtected } from "../../protected-spans.js";
import type { Finding, Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";

/** A 通报 that ends with 特此通知. */
export const documentKind: Rule = {
  id: "document-kind",
  name: "文种前后不一致",
  severity: "error",
  description: "标题是通报，正文就写“现将…通报如下”，结尾不写“特此通知”；通报一般不用“特此通报”结尾。",
  mistakes: [36],
  check(draft, report) {
    const kind = /(通报|通知|报告|公告|函)$/u.exec(draft.titleText.replace(/[\s。（(][^）)]*[）)]?$/u, ""))?.[1];
    if (kind === undefined) return;
    if (!draft.mayHold(["特此", "如下"])) return;
    for (const passage of draft.body) {
      const { text } = passage;
      if (!holdsAny(text, ["特此", "如下"])) continue;
      const spans = draft.protectedIn(passage);
      for (const match of text.matchAll(
        /特此(通报|通知|报告|公告|函告|函复)|(?:现将|将|现)[^。；]{0,40}?(通报|通知|报告|公告|函告)如下/gu,
      )) {
        if (isProtected(spans, match.index)) continue;
        const written = match[1] ?? match[2] ?? "";
        const word = match[1] === undefined ? `${written}如下` : match[0];
        const start = match.index + match[0].length - word.length;
        const at: Finding["at"] = { passage, start, end: start + word.length };
        if (written.startsWith(kind)) {
          if (kind === "通报" && match[1] !== undefined) {
            report({ at, message: "通报一般不用“特此通报”结尾", actual: word, hint: "可以删去", severity: "hint" });
          }
          continue;
        }
        report({
          at,
          message: `标题的文种是${kind}，这里写成了${written}`,
          actual: word,
          expected: word.replace(written, kind),
          related: draft.title.slice(-1).map((line) => ({ at: { passage: line }, message: `标题的文种是${kind}` })),
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "通报以“特此通知”结尾",
        draft: { body: ["请抓紧整改。", "特此通知。"] },
        report: [
          "正文 第2段：标题的文种是通报，这里写成了通知；实际：特此通知；应为：特此通报；另见 标题 第2行：标题的文种是通报",
        ],
      },
      {
        shows: "引语写成通知",
        draft: { body: ["现将有关情况通知如下："] },
        report: [
          "正文 第1段：标题的文种是通报，这里写成了通知；实际：通知如下；应为：通报如下；另见 标题 第2行：标题的文种是通报",
        ],
      },
      {
        shows: "特此通报",
        draft: { body: ["特此通报。"] },
        report: ["正文 第1段：通报一般不用“特此通报”结尾；实际：特此通报；处理：可以删去"],
      },
    ],
    right: [
      { shows: "通报如下", draft: { body: ["经市政府同意，现将有关情况通报如下。", "请按照通知要求整改。"] } },
      {
        shows: "函",
        draft: { title: ["示例市人民政府办公室关于检查情况的函"], body: ["现将有关情况函告如下：", "特此函告。"] },
      },
    ],
  },
};
