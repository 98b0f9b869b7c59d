import { attachmentFacts, type AttachmentFact } from "../../attachment-facts.js";
import { countedPassages, isPlainCount, type Count } from "../../counted-passage.js";
import type { CountRole } from "../../count-roles.js";
import type { Draft, Passage } from "../../draft.js";
import { isRateOf, writeRate } from "../../rates.js";
import type { Finding, Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";

/** Numbers of the body against the rows and sums of the attachments. */
export const countDiffersFromAttachment: Rule = {
  id: "count-differs-from-attachment",
  name: "正文的数与附件不符",
  severity: "error",
  description:
    "正文里检查了多少、合格和不合格多少，应当与附件表格的行数、合计数一致；改了附件要同时改正文。总体合格率也用附件的数核算。",
  mistakes: [1],
  check(draft, report) {
    const facts = attachmentFacts(draft);
    if (facts.length === 0) return;
    for (const { passage, counts } of countedPassages(draft)) {
      for (const count of counts) {
        const finding =
          count.kind === "percent"
            ? rateAgainstFacts(passage, counts, count, facts)
            : countAgainstFacts(draft, passage, count, facts);
        if (finding !== undefined) report({ at: { passage, start: count.start, end: count.end }, ...finding });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "正文说5个，附件有2行",
        draft: {
          body: ["经检查，不合格账号5个（见附件）。"],
          attachments: [
            {
              title: "不合格政务新媒体名单",
              columns: ["序号", "账号名称"],
              rows: [
                ["1", "甲县发布"],
                ["2", "乙县发布"],
              ],
            },
          ],
        },
        report: [
          "正文 第1段：正文的数与附件不符；实际：5个；应为：2个；处理：请核对正文和附件，以核实后的数为准；另见 附件 编号：附件列了2行",
        ],
      },
      {
        shows: "正文说8家，附件3行",
        draft: {
          body: ["本季度全市在运行的政府网站共8家，已全部纳入检查。"],
          attachments: [
            {
              title: "政府网站抽查情况统计表",
              columns: ["序号", "网站名称"],
              rows: [
                ["1", "甲"],
                ["2", "乙"],
                ["3", "丙"],
              ],
            },
          ],
        },
        report: [
          "正文 第1段：正文的数与附件不符；实际：8家；应为：3家；处理：请核对正文和附件，以核实后的数为准；另见 附件 编号：附件列了3行",
        ],
      },
      {
        shows: "总体合格率与附件的合计数不符",
        draft: {
          body: ["全省在运行的政府网站共104家，全部纳入检查，总体合格率为98.1%。"],
          attachments: [
            {
              title: "各地政府网站检查情况",
              columns: ["地区", "检查网站数", "不合格网站数"],
              rows: [
                ["甲市", "54", "0"],
                ["乙市", "50", "1"],
                ["合计", "104", "1"],
              ],
            },
          ],
        },
        report: [
          "正文 第1段：总体合格率与附件的数算出来的不符；实际：98.1%；应为：99.0%（104家中不合格1家）；处理：请核对正文和附件，以核实后的数为准；另见 附件 编号：附件“不合格网站数”一列合计1",
        ],
      },
    ],
    right: [
      {
        shows: "行数一致",
        draft: {
          body: ["经检查，不合格账号2个（见附件）。"],
          attachments: [
            {
              title: "不合格政务新媒体名单",
              columns: ["序号", "账号名称"],
              rows: [
                ["1", "甲县发布"],
                ["2", "乙县发布"],
              ],
            },
          ],
        },
      },
      {
        shows: "其中一部分、某一地区的数不与附件比",
        draft: {
          body: ["发现2家网站的页脚有误。甲县抽查账号13个。微信抽查36个。不合格账号2个，其中微信1个。"],
          attachments: [
            {
              title: "不合格政务新媒体名单",
              columns: ["序号", "账号名称"],
              rows: [
                ["1", "甲县发布"],
                ["2", "乙县发布"],
              ],
            },
          ],
        },
      },
      {
        shows: "单位数不是账号数",
        draft: {
          body: ["对26个部门开设的43个政务新媒体进行了考评。"],
          attachments: [
            {
              title: "政务新媒体考评情况表",
              columns: ["排名", "单位名称"],
              rows: [
                ["1", "甲"],
                ["2", "乙"],
              ],
            },
          ],
        },
      },
    ],
  },
};

/** What tells that only some are counted. */
const partly = [
  ..."微信 微博 抖音 头条 视频号 市直 县直 省直 级".split(" "),
  ...Array.from("甲乙丙丁戊", (letter) => [`${letter}县`, `${letter}区`]).flat(),
];

/** The count is of the whole: not of one area or platform, nor of some of those named before. */
function isOverall(draft: Draft, passage: Passage, count: Count): boolean {
  if (!isPlainCount(count) || count.subject === undefined || count.depth > 0) return false;
  const sentence = passage.text.slice(passage.text.lastIndexOf("。", count.start) + 1, count.start);
  if (holdsAny(sentence, ["其中", "上季度", "上年", "去年", "上月", "同期"])) return false;
  const named = draft.tables.some(
    (table) =>
      table.records.length <= 200 &&
      table.records.some((row) => {
        const name = table.textAt(row, 0);
        return name.length >= 2 && !/^\d+$/u.test(name) && count.before.includes(name);
      }),
  );
  return !named && !holdsAny(count.before, partly);
}

function countAgainstFacts(
  draft: Draft,
  passage: Passage,
  count: Count,
  facts: readonly AttachmentFact[],
): Omit<Finding, "at"> | undefined {
  const wanted = rolesFor(passage, count);
  if (wanted.length === 0 || !isOverall(draft, passage, count)) return undefined;
  const matching = facts.filter(({ subject, role }) => subject === count.subject && wanted.includes(role));
  const [first] = matching;
  if (first === undefined) return undefined;
  if (matching.some(({ value, otherValues }) => value === count.value || otherValues.includes(count.value)))
    return undefined;
  const mentioned = matching.find(({ attachment }) => mentions(draft, passage, count, attachment));
  const fact = mentioned ?? first;
  // 检查了多少 may be told of a sample that the attachment shows only in part, or of sites beyond it: certain only for a whole list.
  const certain =
    fact.certain &&
    (mentioned !== undefined ||
      (matching.length === 1 && (count.role !== "checked" || /纳入|共|全部/u.test(passage.text))));
  return {
    ...(certain ? {} : { severity: "warning" as const }),
    message: "正文的数与附件不符",
    actual: `${count.number}${count.measure}`,
    expected: `${String(fact.value)}${count.measure}`,
    hint: "请核对正文和附件，以核实后的数为准",
    related: [{ at: { passage: fact.place }, message: fact.said }],
  };
}

/** In which of a table's numbers the count must be found. */
function rolesFor(passage: Passage, count: Count): readonly CountRole[] {
  if (count.role === "failed") return ["failed"];
  if (count.role === "passed") return count.before.includes("问题") ? [] : ["passed"];
  if (count.role === "existing") return isWholeChecked(passage.text, count) ? ["existing", "checked"] : ["existing"];
  if (count.role === "checked") return ["checked"];
  const following = passage.text.slice(count.end, count.end + 40);
  // 对4个县区政府门户网站和26个部门……进行了考评
  if (
    count.before.endsWith("对") &&
    count.subject === "site" &&
    /^[^。；]*(?:进行|开展)[^。；]*(?:考评|检查|抽查|监测|评分)/u.test(following)
  )
    return ["checked"];
  if (/^(?:县区|市级|县级)?(?:政府)?(?:门户)?网站中，/u.test(following)) return ["checked"];
  return [];
}

function isWholeChecked(text: string, count: Count): boolean {
  const rest = text.slice(count.end).split(/[。；]/u)[0] ?? "";
  return /全部(?:纳入|检查|进行)|逐一检查|纳入检查|检查$|指标(?:逐一)?检查/u.test(rest) || !/抽查|检查/u.test(rest);
}

function mentions(draft: Draft, passage: Passage, count: Count, attachment: number): boolean {
  const label = draft.attachments[attachment]?.label.text ?? "";
  const rest = passage.text.slice(count.start).split("。")[0] ?? "";
  return new RegExp(`${label}(?!\\d)`, "u").test(rest);
}

function rateAgainstFacts(
  passage: Passage,
  counts: readonly Count[],
  rate: Count,
  facts: readonly AttachmentFact[],
): Omit<Finding, "at"> | undefined {
  if (
    rate.approximate ||
    !/(?:总体|总)?合格率[为达是]?$/u.test(rate.before) ||
    /不合格率|上季度|[市县区]合格率/u.test(rate.before)
  )
    return undefined;
  const start = passage.text.lastIndexOf("。", rate.start) + 1;
  if (/其中[^。]*$/u.test(passage.text.slice(start, rate.start))) return undefined;
  const whole = counts.findLast(
    (count) =>
      isPlainCount(count) &&
      count.start >= start &&
      count.start < rate.start &&
      ["checked", "existing"].includes(count.role) &&
      count.subject !== undefined,
  );
  if (
    whole === undefined ||
    counts.some(({ start: at, measure }) => at > whole.start && at < rate.start && measure === whole.measure)
  )
    return undefined;
  const own = facts.filter(({ subject }) => subject === whole.subject);
  const bases = own.filter(({ role, value }) => (role === "checked" || role === "existing") && value === whole.value);
  const failures = own.filter(({ role }) => role === "failed");
  if (bases.length === 0 || failures.length === 0) return undefined;
  if (failures.some(({ value }) => value <= whole.value && isRateOf(rate, whole.value - value, whole.value)))
    return undefined;
  const [failure] = failures;
  if (failure === undefined || failure.value > whole.value) return undefined;
  return {
    ...(failure.certain ? {} : { severity: "warning" as const }),
    message: "总体合格率与附件的数算出来的不符",
    actual: `${rate.number}%`,
    expected: `${writeRate(whole.value - failure.value, whole.value, rate.decimals)}（${whole.number}${whole.measure}中不合格${String(failure.value)}${whole.measure}）`,
    hint: "请核对正文和附件，以核实后的数为准",
    related: [{ at: { passage: failure.place }, message: failure.said }],
  };
}
