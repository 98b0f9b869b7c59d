import { countedPassages, isPlainCount, type Count } from "../../counted-passage.js";
import type { Draft, Passage } from "../../draft.js";
import { listBefore, possibleCounts, splitOutside } from "../../listed-names.js";
import { quantitiesIn } from "../../quantities.js";
import type { Finding, Rule } from "../../rule.js";

/** A number and the names that are listed with it. */
export const listedNamesCount: Rule = {
  id: "listed-names-count",
  name: "列出的名称与数量不符",
  severity: "error",
  description:
    "写了几个又逐一列出的，名称的个数应当与数量一致；“甲、乙、丙等3个”可以，“等2个”却列出3个名称的不对。标题括号里的数量与下面列出的名称也照此核对。",
  mistakes: [9, 10],
  check(draft, report) {
    for (const { passage, counts } of countedPassages(draft)) {
      for (const count of counts) {
        if (!isPlainCount(count)) continue;
        const finding = andSoOn(passage, count) ?? closedList(passage, count) ?? afterColon(passage, count);
        if (finding !== undefined) report({ at: { passage, start: count.start, end: count.end }, ...finding });
      }
    }
    for (const { heading, count, names } of headingLists(draft)) {
      if (count.value !== names) {
        report({
          at: { passage: heading, start: count.start, end: count.end },
          ...counted(count, names),
          message: "标题里的数量与下面列出的名称不符",
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "等2个，却列了3个",
        draft: { body: ["其中甲市、乙市、丙市等2个市合格率为100%。"] },
        report: ["正文 第1段：列出的名称比数量多；实际：写2个，列出3个；处理：请核对名称和数量，改正错的一处"],
      },
      {
        shows: "引号里列了四项，却说三项",
        draft: { body: ["按照“安全问题”“内容更新”“互动回应”“服务实用”三项单项否决指标检查。"] },
        report: ["正文 第1段：列出的名称与数量不符；实际：写3项，列出4项；处理：请核对名称和数量，改正错的一处"],
      },
      {
        shows: "冒号后面少列一个",
        draft: { body: ["涉及3个账号：甲县水利局“甲县水利”（微信）、市体育局“示例体育”（微博）。"] },
        report: ["正文 第1段：列出的名称与数量不符；实际：写3个，列出2个；处理：请核对名称和数量，改正错的一处"],
      },
      {
        shows: "标题里的数量",
        draft: { body: ["二、结果", "（一）更新不及时（3个）", "甲县发布、乙县发布、丙区发布、丁区发布。"] },
        report: [
          "正文 二、（一）标题：标题里的数量与下面列出的名称不符；实际：写3个，列出4个；处理：请核对名称和数量，改正错的一处",
        ],
      },
      {
        shows: "等16个，只列了15个",
        draft: {
          body: [
            "其中一市、二市、三市、四市、五市、六市、七市、八市、九市、甲市、乙市、丙市、丁市、戊市、己市等16个市合格率为100%。",
          ],
        },
        report: [
          "正文 第1段：“等”前面列了15个，只差1个没有列出；实际：写16个，列出15个；处理：请核对是漏了名称，还是数量有误",
        ],
      },
    ],
    right: [
      { shows: "“等”前面已经列全", draft: { body: ["其中甲市、乙市、丙市等3个市合格率为100%。"] } },
      { shows: "“等”前面只举例", draft: { body: ["其中甲市、乙市、丙市等15个市合格率为100%。"] } },
      { shows: "四个等次", draft: { body: ["结果分为优秀、良好、合格、不合格四个等次。"] } },
      {
        shows: "两类对象各有数量，不是名单",
        draft: { body: ["检查政府网站18家、政务新媒体131个，覆盖县（市、区）、镇和村3个层级。"] },
      },
      {
        shows: "有并列名次的名单",
        draft: {
          body: ["得分排在前三名的有5个单位：市发改委、市教育局并列第一，市统计局第二，市水利局、市商务局并列第三。"],
        },
      },
      {
        shows: "分号隔开，每段说一件事",
        draft: { body: ["存在问题的2个：县水利局“甲县水利”没有更新；县文旅局“游甲县”转载的1条信息没有注明来源。"] },
      },
      {
        shows: "标题和下面两行名单",
        draft: { body: ["二、结果", "（一）门户网站（4个）", "优秀：甲县、乙县。", "良好：丙区、丁区。"] },
      },
      {
        shows: "两个对象后面的问题数",
        draft: { body: ["甲县网站、乙县网站各有1份文件没有关联。甲局、乙局的3个栏目没有更新。"] },
      },
    ],
  },
};

type Found = Omit<Finding, "at"> | undefined;

function counted(count: Count, names: number): Pick<Finding, "actual" | "hint"> {
  return {
    actual: `写${String(count.value)}${count.measure}，列出${String(names)}${count.measure}`,
    hint: "请核对名称和数量，改正错的一处",
  };
}

/** 甲、乙、丙等3个 */
function andSoOn({ text }: Passage, count: Count): Found {
  const lead = /等(?:共)?$/u.exec(text.slice(0, count.start));
  if (lead === null) return undefined;
  const list = listBefore(text, lead.index);
  if (list === undefined || list.names.slice(0, -1).some((name) => /\d/u.test(name))) return undefined;
  const listed = list.names.length;
  if (listed > count.value) {
    return {
      ...(listed >= 3 ? {} : { severity: "warning" as const }),
      message: "列出的名称比数量多",
      ...counted(count, listed),
    };
  }
  if (listed >= 6 && count.value > listed && count.value - listed <= 2) {
    return {
      severity: "warning",
      message: `“等”前面列了${String(listed)}个，只差${String(count.value - listed)}个没有列出`,
      actual: counted(count, listed).actual ?? "",
      hint: "请核对是漏了名称，还是数量有误",
    };
  }
  return undefined;
}

/** “甲”“乙”“丙”三项, 优秀、良好、合格、不合格四个等次 */
function closedList({ text }: Passage, count: Count): Found {
  if (text.charAt(count.start - 1) === "等") return undefined;
  const list = listBefore(text, count.start);
  if (list === undefined || count.value < 2) return undefined;
  const quoted = list.names.filter((name) => /^[^“《]{0,8}[“《].*[”》]$/u.test(name)).length === list.names.length;
  if (quoted && list.names.length !== count.value) {
    return { message: "列出的名称与数量不符", ...counted(count, list.names.length) };
  }
  if (
    quoted ||
    !/^(?:等次|层级|方面|环节|类|地级|平台|部分|阶段|指标)/u.test(text.slice(count.end)) ||
    list.names.some((name) => /\d/u.test(name))
  ) {
    return undefined;
  }
  // The last name may hold two: 甲、乙和丙3个方面.
  const joined = /和|及|与/u.test(list.names.at(-1) ?? "") ? 1 : 0;
  if (count.value >= list.names.length && count.value <= list.names.length + joined) return undefined;
  return { severity: "warning", message: "列出的名称与数量不符", ...counted(count, list.names.length) };
}

/** 涉及3个账号：甲、乙、丙。 */
function afterColon({ text }: Passage, count: Count): Found {
  if (!text.includes("：", count.end)) return undefined;
  const lead = /^(?:[^，。；：（）\d]{0,16})：/u.exec(text.slice(count.end));
  if (lead === null || count.value > 60) return undefined;
  const from = count.end + lead[0].length;
  const end = text.indexOf("。", from);
  const list = text.slice(from, end < 0 ? text.length : end);
  if (/等$|等[，；]|[？！]/u.test(list) || list.trim() === "") return undefined;
  if (quantitiesIn(list).some(({ measure }) => measure === count.measure)) return undefined;
  const counts = possibleCounts(list);
  if (counts.has(count.value)) return undefined;
  const plain = splitOutside(list, "、");
  // Only a plain list of names can be counted for certain; prose after a colon is none.
  const isPlain =
    !/[，；]/u.test(list.replace(/（[^）]*）/gu, "")) && plain.length >= 2 && plain.every((name) => name.length <= 40);
  const quoted = (list.match(/“[^”]*”/gu) ?? []).length;
  if (!isPlain || (/[个家]/u.test(count.measure) ? false : quoted === 0)) return undefined;
  return {
    ...(plain.every(isName) ? {} : { severity: "warning" as const }),
    message: "列出的名称与数量不符",
    ...counted(count, plain.length),
  };
}

function isName(name: string): boolean {
  return (
    name.length <= 30 &&
    !/没有|不(?!动产)|无法|未|超过|存在|要求|应当/u.test(name.replace(/“[^”]*”/gu, "").replace(/（[^）]*）/gu, ""))
  );
}

/** Headings with a number, followed by nothing but lists of names up to the next heading. */
function* headingLists(
  draft: Draft,
): Generator<{ readonly heading: Passage; readonly count: Count; readonly names: number }> {
  const all = countedPassages(draft);
  const byPassage = new Map(all.map((counted) => [counted.passage, counted.counts]));
  for (const [index, heading] of draft.body.entries()) {
    if (heading.role !== "heading") continue;
    const count = byPassage.get(heading)?.at(-1);
    if (count === undefined || !isPlainCount(count)) continue;
    if (!/^[）)]?。?$/u.test(heading.text.slice(count.end)) || !/^[个家条项处件]$/u.test(count.measure)) continue;
    let names = 0;
    let lists = true;
    for (const passage of draft.body.slice(index + 1, index + 60)) {
      if (passage.role === "heading") break;
      const found = isPointer(passage.text) ? undefined : namesIn(passage.text);
      if (found === undefined) lists = names > 0 && isPointer(passage.text);
      else names += found;
      if (!lists) break;
    }
    if (lists && names > 0) yield { heading, count, names };
  }
}

/** 得分和排名见附件1、附件2。 ends a list without being part of it. */
function isPointer(text: string): boolean {
  return /见附[件表]/u.test(text) && text.length <= 40;
}

/** How many names a paragraph lists if it is nothing but a list: 优秀：甲、乙。 */
function namesIn(text: string): number | undefined {
  const body = /^(?:[^：，。、]{1,10}：)?(?<list>[^：，；]+?)。?$/u.exec(text)?.groups?.["list"];
  if (body === undefined || body.includes("。")) return undefined;
  const names = splitOutside(body, "、");
  if (names.length === 1 && !/^(?:[^：]{1,10}：)/u.test(text)) return undefined;
  return names.every((name) => isName(name) && name.length >= 2 && !/\d+[个家]/u.test(name)) ? names.length : undefined;
}
