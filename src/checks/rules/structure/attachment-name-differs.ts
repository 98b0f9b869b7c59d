import { pairAttachments, printedNumber } from "../../attachment-mentions.js";
import type { Draft, Passage } from "../../draft.js";
import type { Finding, Rule } from "../../rule.js";
import { holdsAny } from "../../holds-any.js";

/** The name in 附件说明, the title on the page and the name in the text are the same. */
export const attachmentNameDiffers: Rule = {
  id: "attachment-name-differs",
  name: "附件名称前后不一致",
  severity: "error",
  description: "附件说明里的名称、附件页上的标题、正文里提到的名称应当一字不差；换行和空格不算。",
  source: "GB/T 9704—2012 7.3.4、7.3.7",
  mistakes: [17],
  check(draft, report) {
    const { pairs } = pairAttachments(draft);
    const byNumber = new Map<number | undefined, { readonly name: string; readonly item: Passage }>();
    for (const { item, attachment } of pairs) {
      byNumber.set(printedNumber(attachment), { name: normalise(item.text), item });
      const [firstLine] = attachment.title;
      if (firstLine === undefined) continue;
      const listed = normalise(item.text);
      const printed = normalise(attachment.titleText);
      if (listed === printed || printed === "" || listed === "") continue;
      report({
        at: { passage: firstLine },
        message: "附件标题与附件说明中的名称不一致",
        actual: attachment.titleText,
        expected: item.text,
        hint: "以哪一个为准，请改成同样的名称",
        related: [{ at: { passage: item }, message: `附件说明中是“${item.text}”` }],
        ...milder(listed, printed),
      });
    }
    for (const finding of mentionedNames(draft, byNumber)) report(finding);
  },
  examples: {
    wrong: [
      {
        shows: "附件说明与附件页不一致",
        draft: {
          attachmentList: ["附件：1.网站抽查情况表", "2.不合格政务新媒体名单"],
          attachments: [{ title: "网站抽查情况表" }, { title: "不合格账号一览表" }],
        },
        report: [
          "附件2 标题：附件标题与附件说明中的名称不一致；实际：不合格账号一览表；应为：不合格政务新媒体名单；处理：以哪一个为准，请改成同样的名称；另见 附件说明 第2项：附件说明中是“不合格政务新媒体名单”",
        ],
      },
      {
        shows: "差一个字",
        draft: { attachmentList: ["附件：检查发现问题清单"], attachments: [{ title: "检查发现的问题清单" }] },
        report: [
          "附件 标题：附件标题与附件说明中的名称不一致；实际：检查发现的问题清单；应为：检查发现问题清单；处理：以哪一个为准，请改成同样的名称；另见 附件说明 第1项：附件说明中是“检查发现问题清单”",
        ],
      },
      {
        shows: "附件页的标题多了时间",
        draft: { attachmentList: ["附件：问题清单"], attachments: [{ title: "2024年第二季度问题清单" }] },
        report: [
          "附件 标题：附件标题与附件说明中的名称不一致；实际：2024年第二季度问题清单；应为：问题清单；处理：以哪一个为准，请改成同样的名称；另见 附件说明 第1项：附件说明中是“问题清单”",
        ],
      },
      {
        shows: "正文里的名称不一致",
        draft: {
          body: ["请对照《整改问题清单》（附件2）整改。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
        report: [
          "正文 第1段：文中提到的附件名称与附件说明不一致；实际：整改问题清单；应为：问题清单；另见 附件说明 第2项：附件说明中是“问题清单”",
        ],
      },
    ],
    right: [
      {
        shows: "三处一致",
        draft: {
          body: ["请对照《问题清单》（见附件2）整改，得分见附件1《网站抽查情况表》。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
      },
      {
        shows: "空格和全角、半角括号不算",
        draft: { attachmentList: ["附件：名单（网站）"], attachments: [{ title: "名 单(网站)" }] },
      },
      {
        shows: "别的文件的附件",
        draft: {
          body: ["对照《检查指标的通知》附件2《考核指标》检查。"],
          attachments: [{ title: "网站抽查情况表" }, { title: "问题清单" }],
        },
      },
    ],
  },
};

function normalise(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\s/gu, "")
    .replace(/^《([^《》]*)》/u, "$1")
    .replace(/[。;,.、]+$/u, "");
}

/** A name that only has something before or after it is the same thing called more precisely. */
function milder(listed: string, printed: string): Pick<Finding, "severity"> {
  const [short, long] = listed.length < printed.length ? [listed, printed] : [printed, listed];
  return long.length - short.length >= 3 && (long.startsWith(short) || long.endsWith(short))
    ? { severity: "warning" }
    : {};
}

/** What stands between a name and its number: 《…》（附件1）, 附件1《…》. */
const besideName = ["》（", "》(", ...Array.from("0123456789", (digit) => `${digit}《`)];

function* mentionedNames(
  draft: Draft,
  listed: ReadonlyMap<number | undefined, { readonly name: string; readonly item: Passage }>,
): Generator<Finding> {
  for (const passage of draft.passages) {
    if (!passage.text.includes("附件") || passage.role.startsWith("attachment")) continue;
    if (!holdsAny(passage.text, besideName)) continue;
    const pattern =
      /《(?<before>[^《》]+)》[（(](?:详?见)?附件(?<number>\d{1,2})?[）)]|(?<!》)附件(?<after>\d{1,2})《(?<name>[^《》]+)》/gu;
    for (const match of passage.text.matchAll(pattern)) {
      const { before, number, after, name } = match.groups ?? {};
      const mentioned = before ?? name ?? "";
      const digits = number ?? after;
      const entry = listed.get(digits === undefined ? undefined : Number(digits));
      if (entry === undefined || normalise(mentioned) === entry.name || entry.name === "") continue;
      const start = match.index + match[0].indexOf("《") + 1;
      yield {
        at: { passage, start, end: start + mentioned.length },
        message: "文中提到的附件名称与附件说明不一致",
        actual: mentioned,
        expected: entry.item.text,
        related: [{ at: { passage: entry.item }, message: `附件说明中是“${entry.item.text}”` }],
        ...milder(entry.name, normalise(mentioned)),
      };
    }
  }
}
