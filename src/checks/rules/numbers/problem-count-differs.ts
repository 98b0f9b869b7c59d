import { countedPassages, isPlainCount } from "../../counted-passage.js";
import type { Draft, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { plainRecords } from "../../table-figures.js";

/** 前2周内没有更新的账号有15个: counted again in the column of problems. */
export const problemCountDiffers: Rule = {
  id: "problem-count-differs",
  name: "某类问题的数量与名单不符",
  severity: "warning",
  description: "正文说有某种问题的有几个，而附件名单里恰好逐行写着这种问题的，两处的数量应当一致。",
  mistakes: [1, 9],
  check(draft, report) {
    const kinds = problemKinds(draft);
    if (kinds.length === 0) return;
    let heading: Passage | undefined;
    const counted = new Map(countedPassages(draft).map(({ passage, counts }) => [passage, counts]));
    for (const passage of draft.body) {
      if (passage.role === "heading") heading = passage;
      let first = true;
      for (const count of counted.get(passage) ?? []) {
        if (!isPlainCount(count) || (count.subject !== "account" && count.subject !== "site")) continue;
        const said = plain(count.before);
        const fromHeading =
          first && passage.role === "headingBody" && /^(?:涉及|共|有)/u.test(count.before) && heading !== undefined
            ? plain(heading.text)
            : "";
        first = false;
        const kind = kinds.find(({ words }) => said.includes(words) || fromHeading === words);
        if (kind === undefined || kind.rows === count.value || kind.distinct === count.value) continue;
        report({
          at: { passage, start: count.start, end: count.end },
          message: "这类问题的数量与附件名单不符",
          actual: `${count.number}${count.measure}`,
          expected: `${String(kind.rows)}${count.measure}`,
          hint: "请核对正文和附件，以核实后的数为准",
          related: [{ at: { passage: kind.place }, message: `附件里写着“${kind.text}”的有${String(kind.rows)}行` }],
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "正文少说了一个",
        draft: {
          body: ["监测时间点前2周内没有更新的政务新媒体有1个，如“甲县发布”（微博）。"],
          attachments: [
            {
              title: "存在突出问题的政务新媒体名单",
              columns: ["账号名称", "存在的突出问题"],
              rows: [
                ["甲县发布", "监测时间点前2周内无更新"],
                ["乙县发布", "监测时间点前2周内无更新"],
                ["丙区发布", "泄露个人隐私"],
              ],
            },
          ],
        },
        report: [
          "正文 第1段：这类问题的数量与附件名单不符；实际：1个；应为：2个；处理：请核对正文和附件，以核实后的数为准；另见 附件 第1行“存在的突出问题”列：附件里写着“监测时间点前2周内无更新”的有2行",
        ],
      },
    ],
    right: [
      {
        shows: "数量一致",
        draft: {
          body: ["（一）抽查时点前2周内没有更新。涉及2个账号：“甲县发布”、“乙县发布”。"],
          attachments: [
            {
              title: "不合格政务新媒体名单",
              columns: ["账号名称", "存在问题"],
              rows: [
                ["甲县发布", "抽查时点前2周内没有更新"],
                ["乙县发布", "抽查时点前2周内没有更新"],
              ],
            },
          ],
        },
      },
      {
        shows: "说的是另一类问题",
        draft: {
          body: ["有2个账号没有及时维护报送系统中的数据。"],
          attachments: [{ title: "名单", columns: ["账号名称", "存在问题"], rows: [["甲县发布", "没有更新内容"]] }],
        },
      },
    ],
  },
};

interface ProblemKind {
  readonly text: string;
  readonly words: string;
  readonly rows: number;
  /** Names that have it: one account may stand in several rows. */
  readonly distinct: number;
  readonly place: Passage;
}

function problemKinds(draft: Draft): readonly ProblemKind[] {
  return draft.tables.flatMap((table) => {
    const column = table.columns.findIndex((name) => /问题|原因/u.test(name) && !name.endsWith("数"));
    if (column < 0) return [];
    const nameColumn = table.columns.findIndex((name) => /名称|账号|对象/u.test(name));
    const kinds = new Map<string, { rows: number[]; names: Set<string> }>();
    for (const row of plainRecords(table)) {
      const text = table.textAt(row, column).trim();
      const known = kinds.get(text) ?? { rows: [], names: new Set<string>() };
      known.rows.push(row);
      known.names.add(nameColumn < 0 ? String(row) : table.textAt(row, nameColumn));
      kinds.set(text, known);
    }
    // Thousands of different texts are descriptions, not kinds.
    if (kinds.size > 2000) return [];
    return [...kinds].flatMap(([text, { rows, names }]) => {
      const words = plain(text);
      const [row] = rows;
      return words.length < 5 || row === undefined
        ? []
        : [{ text, words, rows: rows.length, distinct: names.size, place: table.cellAt(row, column) }];
    });
  });
}

/** Without the words in which two ways of saying the same differ. */
function plain(text: string): string {
  return text.replace(/没有|未/gu, "无").replace(/[。，；、\s“”（）]|内容|信息|及时/gu, "");
}
