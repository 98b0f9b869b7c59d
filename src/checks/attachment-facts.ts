import type { CountRole } from "./count-roles.js";
import { subjectsIn, type CountSubject } from "./count-subjects.js";
import type { Draft, DraftTable, Passage } from "./draft.js";
import { tableSubject } from "./table-subjects.js";
import { countColumns, meaningOf, plainRecords, sumOf } from "./table-figures.js";

/** A number that an attachment stands for, to hold against the body. */
export interface AttachmentFact {
  readonly subject: CountSubject;
  /** `checked` also stands for how many exist: a circular names both from the same table. */
  readonly role: CountRole;
  readonly value: number;
  /** Other values that the same table can be read as. */
  readonly otherValues: readonly number[];
  readonly attachment: number;
  /** 附件2共有6行 */
  readonly said: string;
  readonly place: Passage;
  /** False for sums that may count something a little different from the sentence (rows of 问题). */
  readonly certain: boolean;
}

/** What the tables of the attachments add up to: numbers of records, of results, and sums of columns. Linear in the tables. */
export function attachmentFacts(draft: Draft): readonly AttachmentFact[] {
  return draft.tables.flatMap((table) => [...factsOf(draft, table)]);
}

function* factsOf(draft: Draft, table: DraftTable): Generator<AttachmentFact> {
  const attachment = draft.attachments[table.attachment];
  if (attachment === undefined || attachment.tables.length === 0) return;
  const label = attachment.label.text;
  const records = plainRecords(table);
  if (records.length === 0) return;
  const place = attachment.label;
  const base = { attachment: table.attachment, place };
  const listed = tableSubject(draft, table);
  if (listed !== undefined && attachment.tables.length === 1) {
    const result = listed.failing
      ? -1
      : table.columns.findIndex((name) =>
          /^(?:检查|抽查|考评|评定|监测|复查)?(?:结果|结论|等次|是否合格)$/u.test(name.replace(/\s/gu, "")),
        );
    const role: CountRole = listed.failing ? "failed" : "checked";
    const said = `${label}列了${String(listed.size)}行`;
    yield {
      ...base,
      subject: listed.subject,
      role,
      value: listed.size,
      otherValues: listed.otherSizes,
      said,
      certain: listed.subject !== "issue",
    };
    if (result >= 0) {
      let [failed, passed] = [0, 0];
      for (const row of records) {
        const text = table.textAt(row, result).trim();
        if (/^(?:不合格|不达标|×|未通过|未整改)/u.test(text)) failed += 1;
        else if (/^(?:合格|达标|√|通过|已整改)/u.test(text)) passed += 1;
      }
      if (failed + passed > 0) {
        const more = { ...base, subject: listed.subject, otherValues: [], certain: true };
        yield { ...more, role: "failed", value: failed, said: `${label}里不合格的有${String(failed)}行` };
        yield { ...more, role: "passed", value: passed, said: `${label}里合格的有${String(passed)}行` };
      }
    }
    return;
  }
  if (listed?.nameColumn !== undefined && ["site", "account"].includes(listed.subject)) return;
  for (const column of countColumns(table)) {
    const name = table.columns[column] ?? "";
    const meaning = meaningOf(name);
    const role: CountRole | undefined =
      meaning === "existing" || meaning === "checked" || meaning === "failed" || meaning === "passed"
        ? meaning
        : undefined;
    const [subject] = [...subjectsIn(name), ...subjectsIn(attachment.titleText)].filter(
      (each) => each === "site" || each === "account",
    );
    if (role === undefined || subject === undefined) continue;
    const value = sumOf(table, records, column);
    yield {
      ...base,
      subject,
      role,
      value,
      otherValues: [],
      said: `${label}“${name}”一列合计${String(value)}`,
      certain: meaning !== "failed" || name.includes("不合格"),
    };
  }
}
