import { citedDocuments } from "../../knowledge/cited-documents.js";
import type { Draft, Passage } from "../../draft.js";
import type { Rule } from "../../rule.js";
import { shortNameDefinitions, type ShortNameDefinition } from "../../short-names.js";

/** No circular defines more; a limit keeps the time linear. */
const most = 100;

/** 《指标》 without （以下简称《指标》） before it. */
export const shortNameUndefined: Rule = {
  id: "short-name-undefined",
  name: "简称没有定义或用在定义之前",
  severity: "warning",
  description: "文件的简称第一次出现时要写全称并注明“以下简称《…》”，以后才能用；定义之前和没有定义都不能用。",
  mistakes: [14],
  check(draft, report) {
    const definitions = shortNameDefinitions(draft).slice(0, most);
    const defined = new Map<string, ShortNameDefinition>();
    for (const definition of definitions) {
      if (!defined.has(definition.usedAs)) defined.set(definition.usedAs, definition);
    }
    const endings = endingsOfTitles(draft);
    draft.passages.forEach((passage, order) => {
      for (const { name, start, end } of titlesIn(draft, passage)) {
        const definition = defined.get(`《${name}》`);
        if (definition !== undefined) {
          if (isBefore(order, start, definition)) report(tooEarly(passage, start, end, definition));
          continue;
        }
        if (!isShort(name) || endings.has(name)) continue;
        if (/^[（(][^（）()]*号/u.test(passage.text.slice(end))) continue;
        const similar = definitions.find((other) => other.usedAs.startsWith("《") && isSimilar(other.name, name));
        report({
          at: { passage, start, end },
          message: `简称《${name}》没有定义`,
          actual: `《${name}》`,
          ...(similar === undefined ? {} : { expected: similar.usedAs }),
          hint: "请在第一次出现处写全称并注明“以下简称”，或改用已定义的简称",
          ...(similar === undefined
            ? {}
            : {
                related: [
                  {
                    at: { passage: similar.passage, start: similar.start, end: similar.end },
                    message: `这里定义的是${similar.usedAs}`,
                  },
                ],
              }),
        });
      }
      for (const definition of definitions) {
        if (definition.usedAs.startsWith("《") || definition.name.length < 3 || order > definition.order) continue;
        const start = passage.text.indexOf(definition.name);
        if (start < 0 || !isBefore(order, start, definition)) continue;
        // The end of the full name reads the same: 示例市教育局（以下简称市教育局）.
        if (definition.before.includes(definition.name) || isPartOfLonger(passage.text, start)) continue;
        report(tooEarly(passage, start, start + definition.name.length, definition));
      }
    });
  },
  examples: {
    wrong: [
      {
        shows: "没有定义",
        draft: { body: ["请各单位对照《指引》逐项整改。"] },
        report: [
          "正文 第1段：简称《指引》没有定义；实际：《指引》；处理：请在第一次出现处写全称并注明“以下简称”，或改用已定义的简称",
        ],
      },
      {
        shows: "与定义的简称不同",
        draft: {
          body: [
            "根据《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号，以下简称《指引》）检查。",
            "请对照《发展指引》整改，并落实《指引》。",
          ],
        },
        report: [
          "正文 第2段：简称《发展指引》没有定义；实际：《发展指引》；应为：《指引》；处理：请在第一次出现处写全称并注明“以下简称”，或改用已定义的简称；另见 正文 第1段：这里定义的是《指引》",
        ],
      },
      {
        shows: "用在定义之前",
        draft: {
          body: [
            "市政务数据局组织了检查。",
            "请对照《指引》，按照《国务院办公厅关于印发政府网站发展指引的通知》（以下简称《指引》）整改。",
          ],
        },
        report: [
          "正文 第2段：简称《指引》用在定义之前；实际：《指引》；处理：请在第一次出现处写全称并注明“以下简称”；另见 正文 第2段：定义在这里",
        ],
      },
    ],
    right: [
      {
        shows: "先定义后使用",
        draft: {
          body: [
            "根据《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕47号，以下简称《指引》）检查。",
            "请对照《指引》整改。",
          ],
        },
      },
      {
        shows: "法律法规的通称和全称",
        draft: {
          body: ["依照《网络安全法》和《政府信息公开条例》，对照《政府网站发展指引》《市政府网站管理办法》检查。"],
        },
      },
      { shows: "引文里的不算", draft: { body: ["把“《指引》”误写为“《指印》”。"] } },
      {
        shows: "全称的后半截与简称相同",
        draft: { body: ["市政府会同示例市教育局（以下简称市教育局）检查，市教育局负责汇总。"] },
      },
    ],
  },
};

const known = new Set(citedDocuments.flatMap(({ title, alsoCalled }) => [title, ...alsoCalled]));

/**
 * Short enough that nobody could know which document is meant: the bare kind of document with at most a few words before it. Laws and
 * regulations go by such names officially, and so does whatever names a place.
 */
function isShort(name: string): boolean {
  if (known.has(name)) return false;
  if (/^(?:指引|指标|通知|意见|办法|方案|条例|规定|细则|标准|通报|函|决定|清单|规范)$/u.test(name)) return true;
  return (
    name.length <= 8 &&
    /(?:指引|指标|通知|意见|方案|办法)$/u.test(name) &&
    !/[省市县区州国]|中共|中央|全国|自治/u.test(name)
  );
}

/** Titles in 《》 that are not part of a definition, nor in a quotation. */
function titlesIn(draft: Draft, passage: Passage): { name: string; start: number; end: number }[] {
  if (!passage.text.includes("《") || passage.role === "attachmentListItem" || passage.role === "attachmentTitle")
    return [];
  return draft
    .protectedIn(passage)
    .flatMap(({ start, end, kind }) =>
      kind === "title" && !/称为?：?$/u.test(passage.text.slice(0, start))
        ? [{ name: passage.text.slice(start + 1, end - 1), start, end }]
        : [],
    );
}

/** The last words of every full title: 《政府网站发展指引》 may be cited once 《…关于印发政府网站发展指引…》 has been. */
function endingsOfTitles(draft: Draft): ReadonlySet<string> {
  const endings = new Set<string>();
  for (const passage of draft.passages) {
    for (const { name } of titlesIn(draft, passage)) {
      for (let length = 6; length < Math.min(9, name.length); length += 1) endings.add(name.slice(-length));
    }
  }
  return endings;
}

function isSimilar(left: string, right: string): boolean {
  return left.includes(right) || right.includes(left) || left.slice(-2) === right.slice(-2);
}

function isBefore(order: number, start: number, definition: ShortNameDefinition): boolean {
  return order < definition.order || (order === definition.order && start < definition.start);
}

/** Part of the full name, which has its beginning before it. */
function isPartOfLonger(text: string, start: number): boolean {
  return (
    /[\u4e00-\u9fff]/u.test(text.charAt(start - 1)) &&
    !/[由会同和及与向在对经报按请把将是]/u.test(text.charAt(start - 1))
  );
}

function tooEarly(
  passage: Passage,
  start: number,
  end: number,
  definition: ShortNameDefinition,
): Parameters<Parameters<Rule["check"]>[1]>[0] {
  return {
    at: { passage, start, end },
    message: `简称${definition.usedAs}用在定义之前`,
    actual: passage.text.slice(start, end),
    hint: "请在第一次出现处写全称并注明“以下简称”",
    related: [
      { at: { passage: definition.passage, start: definition.start, end: definition.end }, message: "定义在这里" },
    ],
  };
}
