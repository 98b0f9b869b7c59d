import type { Draft } from "./draft.js";
import type { Finding } from "./rule.js";
import { plainRecords } from "./table-figures.js";
import { holdsAny } from "./holds-any.js";

const praise = "值得肯定 予以表扬 给予表扬 通报表扬 表现突出 表现较好 成效明显 走在前列 做得较好".split(" ");

/** 值得肯定 in the body, 不合格 in a table or in a list of those that failed. */
export function* praisedButFailing(draft: Draft): Generator<Finding> {
  if (!draft.mayHold(praise)) return;
  const praised = draft.body.flatMap((passage) =>
    [...passage.text.matchAll(/[^。]+。?/gu)].flatMap((match) =>
      holdsAny(match[0], praise) ? [{ passage, start: match.index, text: match[0] }] : [],
    ),
  );
  if (praised.length === 0) return;
  for (const table of draft.tables) {
    const title = draft.attachments[table.attachment]?.titleText ?? "";
    const listsFailures = /不合格|存在突出问题|单项否决/u.test(title) && /名单|清单/u.test(title);
    const result = table.columns.findIndex((name) => /^(?:检查|抽查|考评)?结果$/u.test(name));
    if (!listsFailures && result < 0) continue;
    for (const [column, heading] of table.columns.entries()) {
      if (!/(?:账号|新媒体|网站)名称/u.test(heading)) continue;
      for (const row of plainRecords(table)) {
        if (!listsFailures && !table.textAt(row, result).trim().startsWith("不合格")) continue;
        const name = table.textAt(row, column).trim();
        const hit = name.length < 4 ? undefined : praised.find(({ text }) => text.includes(name));
        if (hit === undefined) continue;
        const start = hit.start + hit.text.indexOf(name);
        yield {
          at: { passage: hit.passage, start, end: start + name.length },
          message: `表扬的“${name}”在不合格名单里`,
          actual: name,
          hint: "请核对",
          related: [{ at: { passage: table.cellAt(row, column) }, message: "不合格名单里的这一行" }],
        };
      }
    }
  }
}
