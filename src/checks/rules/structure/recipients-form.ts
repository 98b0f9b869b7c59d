import type { Passage } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";

/** 各县区人民政府、市直各单位: ends with a full-width colon. */
export const recipientsForm: Rule = {
  id: "recipients-form",
  name: "主送机关的标点不对",
  severity: "error",
  description: "主送机关后面用全角冒号；同类机关之间用顿号，不同类的用逗号，中间不用分号、句号和空格。",
  source: "GB/T 9704—2012 7.3.2",
  mistakes: [38],
  fixable: true,
  check(draft, report) {
    for (const passage of draft.withRole("recipients")) {
      const { text } = passage;
      if (text.trim() === "") continue;
      for (const finding of endFindings(passage)) report(finding);
      const names = text.replace(/[：:。，,；;、\s]+$/u, "");
      for (const match of names.matchAll(/[；;。：:]|(?<=[\u4e00-\u9fff）])[ \u3000]+(?=[\u4e00-\u9fff])/gu)) {
        report({
          at: { passage, start: match.index, end: match.index + match[0].length },
          message: match[0].trim() === "" ? "主送机关之间用了空格" : `主送机关之间用了“${match[0]}”`,
          actual: names.slice(Math.max(0, match.index - 6), match.index + 7),
          hint: "同类机关之间用顿号，不同类的用逗号",
          severity: "warning",
        });
      }
      const list = splitNames(names);
      const repeated = list.find((name, index) => list.indexOf(name) < index);
      if (repeated !== undefined) {
        const start = names.lastIndexOf(repeated);
        report({
          at: { passage, start, end: start + repeated.length },
          message: "主送机关重复",
          actual: repeated,
          severity: "warning",
        });
      }
      if (list.length >= 3 && !names.includes("、") && list.every((name) => /^市?[\u4e00-\u9fff]+局$/u.test(name))) {
        report({
          at: { passage },
          message: "同类机关之间一般用顿号",
          actual: names,
          expected: names.replace(/[，,]/gu, "、"),
          severity: "hint",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "半角冒号",
        draft: { recipients: "各县（区）人民政府，市直各单位:" },
        report: ["主送机关：主送机关后面的冒号要用全角；实际：…府，市直各单位:；应为：…府，市直各单位："],
      },
      {
        shows: "没有冒号",
        draft: { recipients: "各县（区）人民政府，市直各单位" },
        report: ["主送机关：主送机关后面缺少冒号；实际：…政府，市直各单位；应为：…府，市直各单位："],
      },
      {
        shows: "以句号结尾，中间用分号",
        draft: { recipients: "各县（区）人民政府；市直各单位。" },
        report: [
          "主送机关：主送机关后面应当用冒号；实际：…府；市直各单位。；应为：…府；市直各单位：",
          "主送机关：主送机关之间用了“；”；实际：区）人民政府；市直各单位；处理：同类机关之间用顿号，不同类的用逗号",
        ],
      },
      {
        shows: "重复",
        draft: { recipients: "市教育局、市公安局、市教育局：" },
        report: ["主送机关：主送机关重复；实际：市教育局"],
      },
      {
        shows: "同类机关用了逗号",
        draft: { recipients: "市教育局，市公安局，市民政局：" },
        report: [
          "主送机关：同类机关之间一般用顿号；实际：市教育局，市公安局，市民政局；应为：市教育局、市公安局、市民政局",
        ],
      },
    ],
    right: [
      { shows: "县区和部门", draft: { recipients: "各县、区人民政府、市府直属各单位，市各开发区、潮州新区管委会：" } },
      {
        shows: "三类机关",
        draft: { recipients: "各地级以上市人民政府，各县（市、区）人民政府，省政府各部门、各直属机构：" },
      },
      { shows: "省里的市县和单位", draft: { recipients: "各市、县、自治县人民政府，省政府直属各单位：" } },
      { shows: "乡镇和街道", draft: { recipients: "各乡镇人民政府（街道办事处），区直各委、办、局：" } },
      {
        shows: "办公室",
        draft: { recipients: "各县（市、区）人民政府办公室，市政府有关部门、有关单位办公室（综合科）：" },
      },
    ],
  },
};

function* endFindings(passage: Passage): Generator<Finding> {
  const { text } = passage;
  const tail = /[：:。，,；;、\s]*$/u.exec(text);
  const end = tail?.index ?? text.length;
  const printed = text.slice(end).trim();
  if (printed === "：") return;
  const start = printed === "" ? Math.max(0, end - 1) : end;
  yield {
    at: { passage, start, end: printed === "" ? end : text.trimEnd().length },
    message:
      printed === ""
        ? "主送机关后面缺少冒号"
        : printed === ":"
          ? "主送机关后面的冒号要用全角"
          : "主送机关后面应当用冒号",
    actual: ending(text.trimEnd()),
    expected: ending(`${text.slice(0, end)}：`),
    replacement: printed === "" ? `${text.slice(start, end)}：` : "：",
  };
}

/** The last few characters. */
function ending(text: string): string {
  return text.length > 8 ? `…${text.slice(-8)}` : text;
}

/** The names between 、 and ，, without those in brackets. */
function splitNames(names: string): string[] {
  return names
    .replace(/[（(][^（）()]*[）)]/gu, "")
    .split(/[、，,；;]/u)
    .map((name) => name.trim())
    .filter((name) => name.length > 2);
}
