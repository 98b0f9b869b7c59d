import { allPassages } from "../../all-passages.js";
import type { Rule } from "../../rule.js";
import { shortNameDefinitions } from "../../short-names.js";

/** No circular defines more; a limit keeps the time linear. */
const most = 100;

/** （以下简称《通知》） and never again. */
export const shortNameUnused: Rule = {
  id: "short-name-unused",
  name: "简称定义了没有用",
  severity: "hint",
  description: "只有后面还要用到的才定义简称；定义了没有再用的，可以删去“以下简称”。",
  mistakes: [15],
  check(draft, report) {
    const definitions = shortNameDefinitions(draft).slice(0, most);
    if (definitions.length === 0) return;
    const waiting = new Map(definitions.map((definition) => [definition.usedAs, definition]));
    const bare = definitions.filter(({ usedAs }) => !usedAs.startsWith("《"));
    allPassages(draft).forEach((passage, order) => {
      const use = (usedAs: string, position: number): void => {
        const definition = waiting.get(usedAs);
        // Cells come after all passages, so their order is right as well.
        if (definition === undefined || order < definition.order) return;
        if (order > definition.order || position >= definition.end) waiting.delete(usedAs);
      };
      for (const match of passage.text.matchAll(/《[^《》]{1,30}》/gu)) use(match[0], match.index);
      for (const { usedAs } of bare) {
        const position = waiting.has(usedAs) ? passage.text.lastIndexOf(usedAs) : -1;
        if (position >= 0) use(usedAs, position);
      }
    });
    for (const { usedAs, passage, start, end } of waiting.values()) {
      report({
        at: { passage, start, end },
        message: `定义了简称${usedAs}，后面没有用到`,
        hint: "可以删去“以下简称”，或在后面改用简称",
      });
    }
  },
  examples: {
    wrong: [
      {
        shows: "定义以后没有再用",
        draft: {
          body: [
            "根据《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号，以下简称《指引》），组织了检查。",
          ],
        },
        report: ["正文 第1段：定义了简称《指引》，后面没有用到；处理：可以删去“以下简称”，或在后面改用简称"],
      },
    ],
    right: [
      {
        shows: "后面用到了，用在表格里也算",
        draft: {
          body: ["根据《发展指引的通知》（以下简称《指引》）和省电子政务中心（以下简称省中心）的方案检查。"],
          attachments: [
            { title: "问题清单", columns: ["序号", "问题"], rows: [["1", "不符合《指引》"]], remark: "由省中心汇总。" },
          ],
        },
      },
    ],
  },
};
