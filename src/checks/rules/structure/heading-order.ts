import { headingLabel } from "../../../facts/numbers/chinese-numerals.js";
import { readHeadingLabel } from "../../../document/heading-label.js";
import type { Passage } from "../../draft.js";
import { headingLabelPassage } from "../../element-passages.js";
import type { Finding, Rule } from "../../rule.js";

/** 一、 三、 and （一） （一）. */
export const headingOrder: Rule = {
  id: "heading-order",
  name: "层次序数不连续",
  severity: "error",
  description: "同一层的序数从一开始依次排列，不重复、不跳号；（一）在每个“一、”下面重新开始，附件里的序数与正文分开。",
  source: "GB/T 9704—2012 7.3.3",
  mistakes: [23],
  check(draft, report) {
    for (const region of regionsOf(draft.passages)) for (const finding of orderFindings(region)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "一级跳号",
        draft: { body: ["一、总体情况", "三、工作要求"] },
        report: ["正文 三、标题：序数不连续；实际：三、工作要求；应为：二、；另见 正文 一、标题：前一个是“一、”"],
      },
      {
        shows: "二级重复",
        draft: {
          body: ["一、存在问题", "（一）更新不及时。有的栏目没有更新。", "（一）回应不及时。有的留言没有答复。"],
        },
        report: [
          "正文 一、（一）标题：序数重复；实际：（一）回应不及时。；应为：（二）；另见 正文 一、（一）标题：前一个是“（一）”",
        ],
      },
      {
        shows: "二级没有重新开始",
        draft: {
          body: [
            "一、总体情况",
            "（一）网站。合格。",
            "（二）账号。合格。",
            "二、问题",
            "（三）网站。有错。",
            "（四）账号。有错。",
          ],
        },
        report: [
          "正文 二、（三）标题：序数接着上一部分往下编，没有重新开始；实际：（三）网站。；应为：（一）；另见 正文 一、（二）标题：前一个是“（二）”",
        ],
      },
      {
        shows: "跳过一级",
        draft: {
          body: ["一、总体情况", "（1）网站。合格。", "（2）账号。合格。", "二、存在问题", "（一）网站。有错。"],
        },
        report: ["正文 一、（1）标题：“一、”下面直接用了“（1）”，跳过了一级；实际：（1）网站。；应为：（一）"],
      },
    ],
    right: [
      {
        shows: "每个一级下面重新开始",
        draft: {
          body: [
            "一、总体情况",
            "（一）网站。合格。",
            "（二）账号。合格。",
            "二、存在问题",
            "（一）网站。有错。",
            "（二）账号。有错。",
          ],
        },
      },
      {
        shows: "只有两级时用“一、”和“1.”",
        draft: { body: ["一、总体情况", "1.网站。合格。", "2.账号。合格。", "二、存在问题", "1.网站。有错。"] },
      },
      {
        shows: "同一个标题下有两段列举",
        draft: {
          body: ["一、工作要求", "各县区要做到：", "1.更新。", "2.回应。", "各部门要做到：", "1.自查。", "2.整改。"],
        },
      },
      {
        shows: "附件里重新编号",
        draft: {
          body: ["一、总体情况", "二、存在问题"],
          attachments: [{ title: "检查说明", text: ["一、检查范围", "二、检查方法"] }],
        },
      },
      { shows: "“二、三季度”不是序数", draft: { body: ["二、三季度检查情况如下。"] } },
    ],
  },
};

/** The body and each attachment count by themselves. */
function regionsOf(passages: readonly Passage[]): Iterable<readonly Passage[]> {
  const regions = new Map<number, Passage[]>();
  for (const passage of passages) {
    if (passage.region !== "body" && passage.region !== "attachment") continue;
    const key = passage.attachment ?? -1;
    const region = regions.get(key);
    if (region === undefined) regions.set(key, [passage]);
    else region.push(passage);
  }
  return regions.values();
}

interface Open {
  readonly level: number;
  readonly ordinal: number;
  /** What it should have been: whatever follows may count on from either. */
  readonly expected: number;
  readonly passage: Passage;
}

function* orderFindings(passages: readonly Passage[]): Generator<Finding> {
  let open: Open[] = [];
  /** The last heading of each level, wherever it was. */
  const lastOf = new Map<number, Open>();
  let paragraphBefore = false;
  let hasSecondLevel = false;
  for (const passage of passages) {
    if (passage.role !== "heading") {
      if (passage.role === "paragraph") paragraphBefore = true;
      continue;
    }
    const node = passage.heading;
    if (node === undefined) continue;
    const printed = readHeadingLabel(passage.label ?? "");
    const { level, ordinal } = printed ?? node;
    hasSecondLevel ||= level === 2;
    const sibling = open.find((other) => other.level === level);
    const parent = open.filter((other) => other.level < level).at(-1);
    const restarts = ordinal === 1 && level >= 3 && paragraphBefore;
    const expected = (sibling?.ordinal ?? 0) + 1;
    const isNext = ordinal === expected || (sibling !== undefined && ordinal === sibling.expected + 1);
    if (!isNext && isQuarterList(passage)) continue;
    if (!isNext && !restarts) {
      yield orderFinding(passage, { level, ordinal }, expected, sibling, lastOf.get(level));
    } else if (
      parent !== undefined &&
      sibling === undefined &&
      level - parent.level > 1 &&
      !/^[①-⑳]/u.test(passage.label ?? "") &&
      !isShortcut(parent.level, level)
    ) {
      yield {
        at: { passage: headingLabelPassage(passage) },
        message: `“${printedLabel(parent.passage)}”下面直接用了“${printedLabel(passage)}”，跳过了一级`,
        actual: `${passage.label ?? ""}${passage.text}`,
        expected: headingLabel(nextLevel(parent.level), 1),
        severity: "warning",
      };
    } else if (parent?.level === 1 && level === 3 && sibling === undefined && hasSecondLevel && !paragraphBefore) {
      yield {
        at: { passage: headingLabelPassage(passage) },
        message: "别处“一、”下面用“（一）”，这里直接用“1.”，层次不统一",
        actual: `${passage.label ?? ""}${passage.text}`,
        severity: "hint",
      };
    }
    const current = { level, ordinal, expected: restarts || isNext ? ordinal : expected, passage };
    open = [...open.filter((other) => other.level < level), current];
    lastOf.set(level, current);
    paragraphBefore = false;
  }
}

function orderFinding(
  passage: Passage,
  found: { readonly level: 1 | 2 | 3 | 4; readonly ordinal: number },
  expected: number,
  sibling: Open | undefined,
  last: Open | undefined,
): Finding {
  const at = { passage: headingLabelPassage(passage) };
  const actual = `${passage.label ?? ""}${passage.text}`;
  const right = headingLabel(found.level, expected);
  const related = (other: Open): Pick<Finding, "related"> => ({
    related: [{ at: { passage: other.passage }, message: `前一个是“${printedLabel(other.passage)}”` }],
  });
  // In attachments and lists houses count as they like.
  const severity = passage.region === "attachment" || found.level >= 3 ? { severity: "warning" as const } : {};
  if (sibling === undefined) {
    const runsOn = last !== undefined && found.ordinal === last.ordinal + 1;
    return {
      at,
      message: runsOn ? "序数接着上一部分往下编，没有重新开始" : "这一层的第一个序数不是一",
      actual,
      expected: right,
      ...(runsOn ? { ...related(last), severity: "warning" } : severity),
    };
  }
  return {
    at,
    message: found.ordinal === sibling.ordinal ? "序数重复" : "序数不连续",
    actual,
    expected: right,
    ...related(sibling),
    ...severity,
  };
}

/** With only two levels, 一、 and 1. are accepted. */
function isShortcut(parent: number, level: number): boolean {
  return parent === 1 && level === 3;
}

function nextLevel(level: number): 1 | 2 | 3 | 4 {
  return level === 1 ? 2 : level === 2 ? 3 : 4;
}

function printedLabel(passage: Passage): string {
  return (passage.label ?? "").trim();
}

/** 二、三季度…: two quarters, read as a heading because a line begins with them. */
function isQuarterList(passage: Passage): boolean {
  return /^(?:一、二|二、三|三、四)(?:、四)?季度/u.test(`${printedLabel(passage)}${passage.text}`);
}
