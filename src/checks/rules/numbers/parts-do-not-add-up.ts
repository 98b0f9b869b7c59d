import { countedPassages, isPlainCount, type Count } from "../../counted-passage.js";
import type { Passage } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";

/** A whole and its parts in the same sentence: 共24个，其中微信19个、微博3个、视频号2个. */
export const partsDoNotAddUp: Rule = {
  id: "parts-do-not-add-up",
  name: "各部分相加不等于总数",
  severity: "error",
  description:
    "总数后面用“其中”、“中，”、冒号或者括号列出各部分的，各部分相加应当等于总数。相加超过总数的一定有错；不足总数的，可能只列了一部分，请核对。",
  mistakes: [2],
  check(draft, report) {
    for (const { passage, counts } of countedPassages(draft)) {
      const plain = counts.filter(isPlainCount);
      const wholes = [
        ...plain.flatMap((total, index) => {
          const parts = partsAfter(passage, plain, index);
          return parts === undefined ? [] : [{ total, parts }];
        }),
        ...partsAmong(passage, plain),
      ];
      for (const { total, parts } of wholes) {
        const finding = judge(total, parts);
        if (finding !== undefined) report({ at: { passage, start: total.start, end: total.end }, ...finding });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "三种账号相加少1个",
        draft: { body: ["存在问题的账号共24个，其中微信19个、微博2个、视频号2个。"] },
        report: [
          "正文 第1段：各部分相加不等于总数；实际：总数24个，各部分19＋2＋2＝23；处理：请核对总数和各部分；如果只列了一部分，请写明“其中主要有”",
        ],
      },
      {
        shows: "各等次相加多1个",
        draft: { body: ["26个市、县部门中，优秀14个，良好8个，合格5个，没有不合格。"] },
        report: [
          "正文 第1段：各部分相加不等于总数；实际：总数26个，各部分14＋8＋5＝27；处理：请核对总数和各部分，改正错的一个",
        ],
      },
      {
        shows: "冒号后面列出的各项",
        draft: { body: ["扣分问题共23处：发布解读8处，办事服务5处，互动交流6处，功能设计5处。"] },
        report: [
          "正文 第1段：各部分相加不等于总数；实际：总数23处，各部分8＋5＋6＋5＝24；处理：请核对总数和各部分，改正错的一个",
        ],
      },
      {
        shows: "括号里的各平台",
        draft: { body: ["在运行的政务新媒体共22个（微信18个、微博1个、视频号2个）。"] },
        report: [
          "正文 第1段：各部分相加不等于总数；实际：总数22个，各部分18＋1＋2＝21；处理：请核对总数和各部分；如果只列了一部分，请写明“其中主要有”",
        ],
      },
    ],
    right: [
      { shows: "相加正好", draft: { body: ["发现错误12处，其中政府网站9处、政务新媒体3处。到通报时已改正12处。"] } },
      { shows: "“其中”只说一种情况", draft: { body: ["不合格2家，其中单项否决1家。"] } },
      { shows: "有“等”字，没有列全", draft: { body: ["发现问题20个，其中更新不及时8个、链接失效6个等。"] } },
      {
        shows: "单位不同，不是各部分",
        draft: { body: ["检查3家网站的18项内容，达标17项。其中2家网站全部达标，1家网站存在问题。"] },
      },
      {
        shows: "每段只有第一个数是各部分",
        draft: {
          body: [
            "3家机构共检验96批次：甲机构46批次，检出不合格3批次；乙机构35批次，检出不合格1批次；丙机构15批次，检出不合格1批次。",
          ],
        },
      },
      { shows: "一个账号可以有几种问题", draft: { body: ["不合格账号7个，其中内容不更新5个、互动回应差4个。"] } },
      { shows: "只列了主要的两类", draft: { body: ["发现问题90个，其中栏目类12个、链接类20个。"] } },
    ],
  },
};

interface Parts {
  readonly parts: readonly Count[];
  /** The words say that these are all parts. */
  readonly complete: boolean;
  /** The words say that there are others. */
  readonly selected: boolean;
}

function partsAfter(passage: Passage, counts: readonly Count[], index: number): Parts | undefined {
  const total = counts[index];
  if (total === undefined) return undefined;
  const { text } = passage;
  const rest = text.slice(total.end);
  const bracket = rest.slice(0, 25).includes("（") ? /^[^，。；：（）]{0,12}（/u.exec(rest) : null;
  if (bracket !== null) {
    const close = closingBracket(text, total.end + bracket[0].length - 1);
    const inner = counts.filter(
      (count) => count.start > total.end && count.end <= close && count.depth === total.depth + 1,
    );
    const bare = text.slice(total.end + bracket[0].length, close);
    if (inner.length >= 2 && inner.every(({ measure }) => measure === total.measure) && !/[。；]/u.test(bare)) {
      return { parts: inner, complete: false, selected: /等$|主要|包括/u.test(bare) };
    }
  }
  if (!rest.includes("：") && !rest.includes("中，")) return undefined;
  const opening = /^[^，。；：（）\d]{0,20}(?:（[^（）]*）)?(?<mark>：|中[，：])/u.exec(rest);
  if (opening === null) return undefined;
  const mark = opening.groups?.["mark"] ?? "";
  const from = total.end + opening[0].length;
  const inside = /中[，：]$/u.test(mark);
  const colon = mark.startsWith("：");
  const sentenceEnd = endOf(text, from, "。");
  const groupEnd = endOf(text, from, "。；");
  const after = (end: number): Count[] =>
    counts.filter((count) => count.start >= from && count.end <= end && count.depth === total.depth);
  const segments = colon
    ? text
        .slice(from, sentenceEnd)
        .split("；")
        .filter((part) => part !== "")
    : [];
  if (segments.length > 1) {
    let position = from;
    const firsts = segments.map((segment) => {
      const start = position;
      position += segment.length + 1;
      return after(start + segment.length).find((count) => count.start >= start && count.measure === total.measure);
    });
    const parts = firsts.filter((part) => part !== undefined);
    return parts.length === segments.length
      ? {
          parts,
          complete: /共|合计|总计/u.test(total.before),
          selected: /等|主要/u.test(text.slice(from, sentenceEnd)),
        }
      : undefined;
  }
  const parts = runOf(after(groupEnd), total.measure, text);
  if (parts.length < 2) return undefined;
  const last = parts.at(-1);
  const words = text.slice(from, Math.min(groupEnd, (last?.end ?? from) + 12));
  return {
    parts,
    complete: inside
      ? parts.length >= 2 && parts.every(({ before }) => /优秀|良好|合格|达标|正常|存在问题/u.test(before))
      : false,
    selected: notAll.test(words),
  };
}

const notAll = /等(?:[，。；）]|$|问题|情况)|主要|重点|包括/u;

/** What follows 其中, with the last count of the same kind before it, if need be in the sentence before. */
function* partsAmong(passage: Passage, counts: readonly Count[]): Generator<{ total: Count; parts: Parts }> {
  const { text } = passage;
  if (!text.includes("其中")) return;
  for (const match of text.matchAll(/(?<opening>^|[。；，：（])其中/gu)) {
    const position = match.index + match[0].length;
    const first = counts.find(({ start }) => start >= position);
    if (first === undefined) continue;
    const sentenceStart = text.lastIndexOf("。", match.index - 1) + 1;
    const bracketed = match.groups?.["opening"] === "（";
    const total = counts.findLast(
      (count) =>
        count.end <= match.index &&
        count.start >= sentenceStart &&
        count.measure === first.measure &&
        count.depth === first.depth - (bracketed ? 1 : 0),
    );
    if (total === undefined) continue;
    const end = bracketed ? closingBracket(text, match.index) : endOf(text, position, "。；");
    const parts = runOf(
      counts.filter((count) => count.start >= position && count.end <= end && count.depth === first.depth),
      first.measure,
      text,
    );
    if (parts.length === 0) continue;
    const last = parts.at(-1) ?? first;
    yield {
      total,
      parts: { parts, complete: false, selected: notAll.test(text.slice(position, Math.min(end, last.end + 12))) },
    };
  }
}

/** The leading counts with the same measure word; a mention of something else in between ends them. */
function runOf(counts: readonly Count[], measure: string, text: string): Count[] {
  const run: Count[] = [];
  for (const count of counts) {
    if (count.measure !== measure) break;
    const previous = run.at(-1);
    if (previous !== undefined) {
      const between = text.slice(previous.end, count.start);
      if (/其中|另有|比上|较上|此外|同时|共/u.test(between)) break;
      if ((between.match(/[，、；]/gu) ?? []).length > 2) break;
    }
    run.push(count);
  }
  return run;
}

const pairs = [
  [/网站/u, /新媒体|账号/u],
  [/市直|市本级|省直|县直/u, /县|区|市州|镇|街/u],
  [/微信/u, /微博/u],
  [/(?:^|[^不])(?:合格|达标)/u, /不合格|不达标/u],
] as const;

function judge(total: Count, { parts, complete, selected }: Parts): Omit<Finding, "at"> | undefined {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === total.value) return undefined;
  const words = parts.map(({ before, after }) => `${before} ${after}`);
  const overlapping =
    parts.length > 1 && words.some((word) => /不更新|回应差|失效|空白|不规范|没有|未|缺少|泄露|严重/u.test(word));
  const [first, second] = words;
  const exhaustive =
    complete ||
    parts.length >= 3 ||
    (parts.length === 2 &&
      first !== undefined &&
      second !== undefined &&
      pairs.some(([one, other]) => (one.test(first) && other.test(second)) || (one.test(second) && other.test(first))));
  if (sum < total.value && (selected || parts.length < 2 || !exhaustive || overlapping)) return undefined;
  if (sum > total.value && overlapping && parts.every(({ value }) => value <= total.value)) return undefined;
  const certain = complete || sum > total.value;
  const added = parts.map(({ value }) => String(value)).join("＋");
  return {
    ...(certain ? {} : { severity: "warning" as const }),
    message: parts.length === 1 ? "“其中”的数比总数还大" : "各部分相加不等于总数",
    actual: `总数${total.number}${total.measure}，各部分${parts.length === 1 ? added : `${added}＝${String(sum)}`}`,
    hint: certain ? "请核对总数和各部分，改正错的一个" : "请核对总数和各部分；如果只列了一部分，请写明“其中主要有”",
  };
}

function endOf(text: string, from: number, marks: string): number {
  for (let index = from; index < text.length; index += 1) if (marks.includes(text.charAt(index))) return index;
  return text.length;
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text.charAt(index) === "（") depth += 1;
    else if (text.charAt(index) === "）") {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return text.length;
}
