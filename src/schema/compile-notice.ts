import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";
import type {
  AttachmentContent,
  AttachmentDefinition,
  NoticeDefinition,
  TemplateText,
  ValueKind,
} from "./definitions.js";
import type { TypeFile } from "./type-file.js";

/** 整改通知 as its author wrote it. */
export type NoticeFile = NonNullable<TypeFile["整改通知"]>;

/** What compiling needs of the file that is being compiled; paths begin under 整改通知. */
interface NoticeSource {
  readonly template: (source: string, key: string) => TemplateText;
  readonly templates: (sources: readonly string[], key: string) => readonly TemplateText[];
  readonly place: (...path: readonly PropertyKey[]) => Place;
  readonly report: (diagnostic: Diagnostic) => void;
}

const defaultBody = "整改通知";

/** True if a column of this kind can name units. */
export function isUnitKind(kind: ValueKind): boolean {
  return kind === "text" || kind === "list" || kind === "choice";
}

/**
 * Turns 整改通知 into its definition.
 *
 * @param file validated
 * @param attachments of the notice, compiled as those of the circular are
 */
export function compileNotice(
  file: NoticeFile,
  attachments: readonly AttachmentDefinition[],
  { template, templates, place, report }: NoticeSource,
): NoticeDefinition {
  const form = file.格式 ?? "普通";
  if (form === "普通" && file.发文字号 !== undefined) {
    report(diagnose("notice-number-not-printed", place("发文字号"), {}));
  }
  return {
    dataset: file.数据表,
    unitColumn: file.单位,
    ...(file.行 === undefined ? {} : { rows: template(file.行, "行") }),
    title: templates(file.标题, "标题"),
    body: (file.正文 ?? defaultBody).replace(/\.hbs$/u, ""),
    form,
    ...(file.用印 === undefined ? {} : { sealed: file.用印 }),
    ...(file.发文字号 === undefined ? {} : { documentNumber: template(file.发文字号, "发文字号") }),
    ...(file.署名 === undefined ? {} : { signature: template(file.署名, "署名") }),
    ...(file.日期 === undefined ? {} : { date: template(file.日期, "日期") }),
    ...(file.附注 === undefined ? {} : { note: template(file.附注, "附注") }),
    attachments: attachments.map((attachment) => ({
      ...attachment,
      content: attachment.content.map((content) => withRowsOfUnit(content, file.数据表)),
    })),
    place: place(),
  };
}

/** A table of the findings shows those of the unit, unless its author chose otherwise. */
function withRowsOfUnit(content: AttachmentContent, dataset: string): AttachmentContent {
  if (content.kind !== "table" || content.table.dataset !== dataset || content.table.rows !== undefined) return content;
  return { ...content, table: { ...content.table, rows: { source: "行", place: content.table.place } } };
}
