import { readHeadingLabel } from "../document/heading-label.js";
import { PLAIN_APPEARANCE } from "../document/plain-appearance.js";
import {
  text,
  type Attachment,
  type AttachmentBlock,
  type AttachmentList,
  type Block,
  type CircularDocument,
  type TableRow,
} from "../document/tree.js";

/**
 * A small draft in the fewest words, for the examples of the rules. What is left out is as it should be: a circular of 示例市 for the
 * second quarter of 2024, with an 附件说明 that fits its attachments.
 */
export interface ExampleDraft {
  /** One text per line. */
  readonly title?: readonly string[];
  readonly mark?: string;
  readonly documentNumber?: string;
  /** With its colon. */
  readonly recipients?: string;
  /** One text per paragraph, numbers of headings as printed: `一、总体情况`, `（一）更新不及时。有的栏目……`. */
  readonly body?: readonly string[];
  /** 附件说明, one text per line as printed: `附件：1.网站抽查情况表`, `2.问题清单`; `[]` for none. */
  readonly attachmentList?: readonly string[];
  readonly attachments?: readonly ExampleAttachment[];
  readonly issuer?: string;
  readonly date?: string;
  readonly disclosure?: string;
  /** With its brackets. */
  readonly note?: string;
  /** 抄送, without its label. */
  readonly copyTo?: string;
  readonly printer?: string;
  readonly printDate?: string;
}

export interface ExampleAttachment {
  /** As printed; by position if absent. */
  readonly label?: string;
  readonly title: string;
  readonly subtitle?: string;
  /** Paragraphs before the table. */
  readonly text?: readonly string[];
  readonly columns?: readonly string[];
  /** `""` under a merged cell does not exist: write the text again. A row whose first cell is 合计 or 备注 is a total or a remark. */
  readonly rows?: readonly (readonly string[])[];
  /** Without its label 注：. */
  readonly remark?: string;
}

/** Builds the tree of an example, as if it had been read from a .docx. */
export function buildExample(example: ExampleDraft): CircularDocument {
  const {
    title = ["示例市人民政府办公室关于2024年第二季度", "全市政府网站与政务新媒体检查情况的通报"],
    issuer = "示例市人民政府办公室",
    date = "2024年7月10日",
    attachments = [],
  } = example;
  const list = attachmentList(example.attachmentList ?? listFor(attachments));
  const blocks: Block[] = [];
  if (example.mark !== undefined || example.documentNumber !== undefined) {
    blocks.push({
      type: "letterhead",
      mark: [example.mark ?? "示例市人民政府办公室文件"],
      ...(example.documentNumber === undefined ? {} : { documentNumber: example.documentNumber }),
    });
  }
  blocks.push(
    { type: "title", lines: title.map((line) => [text(line)]) },
    {
      type: "recipients",
      children: [text(example.recipients ?? "各县（区）人民政府，市直各单位：")],
    },
    ...(example.body ?? ["现将有关情况通报如下："]).map(bodyBlock),
    ...(list === undefined ? [] : [list]),
    { type: "signature", issuers: [[text(issuer)]], date: [text(date)] },
  );
  if (example.disclosure !== undefined) blocks.push({ type: "disclosure", children: [text(example.disclosure)] });
  if (example.note !== undefined) blocks.push({ type: "note", children: [text(example.note)] });
  attachments.forEach((attachment, index) => blocks.push(attachmentBlock(attachment, index, attachments.length)));
  const { copyTo, printer, printDate } = example;
  if (copyTo !== undefined || printer !== undefined || printDate !== undefined) {
    blocks.push({
      type: "imprint",
      ...(copyTo === undefined ? {} : { copyTo: [text(copyTo)] }),
      ...(printer === undefined ? {} : { printer: [text(printer)] }),
      ...(printDate === undefined ? {} : { printDate: [text(printDate)] }),
    });
  }
  return {
    type: "document",
    properties: { title: title.join(""), issuer, date: "2024-07-10" },
    appearance: PLAIN_APPEARANCE,
    children: blocks,
  };
}

function bodyBlock(line: string): Extract<Block, { readonly type: "heading" | "paragraph" }> {
  const found = readHeadingLabel(line);
  if (found === undefined) return { type: "paragraph", children: [text(line)] };
  const rest = line.slice(found.label.length);
  const end = found.level === 1 ? -1 : rest.indexOf("。");
  const runsIn = end >= 0 && end < rest.length - 1;
  return {
    type: "heading",
    level: found.level,
    ordinal: found.ordinal,
    label: found.label,
    children: [text(runsIn ? rest.slice(0, end + 1) : rest)],
    ...(runsIn ? { body: [text(rest.slice(end + 1))] } : {}),
  };
}

function listFor(attachments: readonly ExampleAttachment[]): string[] {
  if (attachments.length === 1) return attachments.map(({ title }) => `附件：${title}`);
  return attachments.map(({ title }, index) => `${index === 0 ? "附件：" : ""}${String(index + 1)}.${title}`);
}

function attachmentList(lines: readonly string[]): AttachmentList | undefined {
  const first = /^(附件|附表)([：:]?)/u.exec(lines[0] ?? "");
  if (first === null) return undefined;
  const [whole, label = "", separator = ""] = first;
  return {
    type: "attachmentList",
    label,
    ...(separator === "：" ? {} : { separator }),
    items: lines.map((line, index) => {
      const item = index === 0 ? line.slice(whole.length) : line;
      const mark = /^[（(]?(\d{1,2})[）)]?[.．、,，]?/u.exec(item);
      if (mark?.[1] === undefined) return { name: [text(item)] };
      const standard = mark[0] === `${mark[1]}.`;
      return {
        number: Number(mark[1]),
        ...(standard ? {} : { mark: mark[0] }),
        name: [text(item.slice(mark[0].length))],
      };
    }),
  };
}

function attachmentBlock(attachment: ExampleAttachment, index: number, count: number): Attachment {
  const { columns, rows = [] } = attachment;
  const label = attachment.label ?? (count === 1 ? "附件" : `附件${String(index + 1)}`);
  const number = /\d+/u.exec(label)?.[0];
  const children: AttachmentBlock[] = (attachment.text ?? []).map(bodyBlock);
  if (columns !== undefined) {
    children.push({
      type: "table",
      columns: columns.map((name) => ({ name, width: 1, align: "centre", kind: name === "序号" ? "ordinal" : "text" })),
      headerRows: [{ role: "header", cells: columns }],
      rows: rows.map((cells): TableRow => ({ role: roleOf(cells), cells })),
      key: [],
    });
  }
  if (attachment.remark !== undefined) {
    children.push({ type: "remark", label: "注：", children: [text(attachment.remark)] });
  }
  return {
    type: "attachment",
    ...(number === undefined ? {} : { number: Number(number) }),
    label,
    orientation: "portrait",
    title: [[text(attachment.title)]],
    ...(attachment.subtitle === undefined ? {} : { subtitle: [text(attachment.subtitle)] }),
    children,
  };
}

function roleOf(cells: readonly string[]): TableRow["role"] {
  if (/^(?:合计|总计|小计)/u.test(cells[0] ?? "")) return "total";
  return cells[0] === "备注" ? "remark" : "record";
}
