import type { Rule } from "../../rule.js";
import { shortNameDefinitions, type ShortNameDefinition } from "../../short-names.js";

/** Two definitions of one short name. */
export const shortNameRepeated: Rule = {
  id: "short-name-repeated",
  name: "简称重复定义",
  severity: "warning",
  description: "一个简称只定义一次；两份文件用同一个简称，读的人不知道指哪一份。",
  mistakes: [15],
  check(draft, report) {
    const first = new Map<string, ShortNameDefinition>();
    for (const definition of shortNameDefinitions(draft)) {
      const { usedAs, passage, start, end, before } = definition;
      const other = first.get(usedAs);
      if (other === undefined) {
        first.set(usedAs, definition);
        continue;
      }
      const isSame = before.slice(-12) === other.before.slice(-12);
      report({
        at: { passage, start, end },
        message: isSame ? `简称${usedAs}定义了两次` : `两处定义了同一个简称${usedAs}`,
        hint: isSame ? "第一次出现处定义即可，这里直接用简称" : "如果是两份文件，请用不同的简称",
        related: [{ at: { passage: other.passage, start: other.start, end: other.end }, message: "第一次定义在这里" }],
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "两份文件用同一个简称",
        draft: {
          body: [
            "根据《关于印发发展指引的通知》（以下简称《通知》）和《关于做好年度报表的通知》（以下简称《通知》），组织了检查。",
          ],
        },
        report: [
          "正文 第1段：两处定义了同一个简称《通知》；处理：如果是两份文件，请用不同的简称；另见 正文 第1段：第一次定义在这里",
        ],
      },
    ],
    right: [
      {
        shows: "两份文件两个简称",
        draft: {
          body: ["根据《发展指引的通知》（以下简称《指引》）和《检查指标的通知》（以下简称《指标》），组织了检查。"],
        },
      },
    ],
  },
};
