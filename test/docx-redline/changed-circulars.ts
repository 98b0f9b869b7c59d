import {
  type Attachment,
  type AttachmentList,
  type Block,
  type Cell,
  type CircularDocument,
  type Imprint,
  type Letterhead,
  type Paragraph,
  type Signature,
  type Table,
  type Text,
} from "../../src/document/tree.js";
import {
  landscapeCircular,
  letterCircular,
  pictureCircular,
  plainCircular,
  redHeadCircular,
  tenAttachmentsCircular,
} from "../docx/sample-documents.js";
import type { Drafts } from "./redline-folders.js";

type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T;

function text(value: string): Mutable<Text> {
  return { type: "text", value };
}

/** Pairs of drafts, named by what changed between them. */
export const CHANGED: Readonly<Record<string, Drafts>> = {
  "nothing changed": [plainCircular, structuredClone(plainCircular)],
  "words of a paragraph": pair(plainCircular, (document) => {
    const paragraph = first<Paragraph>(document, "paragraph");
    paragraph.children = [text("为掌握全市政府网站的运行情况，市政府办公室完成了2024年第三季度的检查。现通报如下：")];
  }),
  "a paragraph removed and another one added": pair(plainCircular, (document) => {
    document.children.splice(5, 1);
    document.children.splice(9, 0, { type: "paragraph", children: [text("新增的一段文字。")] });
  }),
  "a paragraph moved": pair(plainCircular, (document) => {
    const [moved] = document.children.splice(4, 1);
    if (moved !== undefined) document.children.splice(8, 0, moved);
  }),
  "a heading on its own line that runs in": pair(plainCircular, (document) => {
    const heading = document.children.find((block) => block.type === "heading" && block.body === undefined);
    if (heading?.type === "heading") heading.body = [text("接排的正文。")];
  }),
  "title and 主送": pair(plainCircular, (document) => {
    document.children[0] = { type: "title", lines: [[text("潮州市人民政府办公室关于检查情况的通报")]] };
    document.children[1] = { type: "recipients", children: [text("各县、区人民政府：")] };
  }),
  "署名 and 成文日期, both altogether": pair(plainCircular, (document) => {
    const signature = first<Signature>(document, "signature");
    signature.issuers = [[text("省发展改革委")]];
    signature.date = [text("二〇二五年元旦")];
  }),
  "two issuers instead of one": pair(plainCircular, (document) => {
    first<Signature>(document, "signature").issuers.push([text("中共潮州市委网络安全和信息化委员会办公室")]);
  }),
  "公开方式 gone and 附注 added": pair(plainCircular, (document) => {
    const index = document.children.findIndex(({ type }) => type === "disclosure");
    document.children.splice(index, 1, { type: "note", children: [text("（此件公开发布）")] });
  }),
  "an attachment gone and the others renumbered": pair(plainCircular, (document) => {
    document.children.splice(document.children.indexOf(attachments(document)[1]!), 1);
    first<AttachmentList>(document, "attachmentList").items.splice(1, 1);
    renumber(document);
  }),
  "an item of a long 附件说明 gone": pair(tenAttachmentsCircular, (document) => {
    first<AttachmentList>(document, "attachmentList").items.splice(3, 1);
  }),
  "a landscape attachment in the middle gone": pair(landscapeCircular, (document) => {
    document.children = document.children.filter(
      (block) => block.type !== "attachment" || block.orientation === "portrait",
    );
    renumber(document);
  }),
  "an attachment turned to landscape": pair(plainCircular, (document) => {
    attachments(document)[1]!.orientation = "landscape";
  }),
  "a landscape attachment added at the end": pair(plainCircular, (document) => {
    const turned = landscapeCircular.children.find(
      (block) => block.type === "attachment" && block.orientation === "landscape",
    );
    document.children.push(structuredClone(turned) as Mutable<Attachment>);
    renumber(document);
  }),
  "all attachments gone": pair(landscapeCircular, (document) => {
    document.children = document.children.filter(({ type }) => type !== "attachment" && type !== "attachmentList");
  }),
  "a picture replaced": pair(pictureCircular, (document) => {
    for (const { children } of attachments(document)) {
      for (const block of children) if (block.type === "picture") block.alternativeText += "（更正）";
    }
  }),
  "抄送, 印发机关 and 印发日期": pair(redHeadCircular, (document) => {
    const imprint = first<Imprint>(document, "imprint");
    imprint.copyTo = [text("市委办，市人大常委会办公室，市纪委监委机关，各民主党派，中央、省驻潮单位。")];
    imprint.printer = [text("潮州市政府办公室")];
    imprint.printDate = [text("2024年7月12日")];
  }),
  "抄送 gone": pair(redHeadCircular, (document) => {
    delete first<Imprint>(document, "imprint").copyTo;
  }),
  "版记 gone": pair(redHeadCircular, (document) => {
    document.children = document.children.filter(({ type }) => type !== "imprint");
  }),
  "版头 with another mark and number and without 紧急程度": pair(redHeadCircular, (document) => {
    const letterhead = first<Letterhead>(document, "letterhead");
    letterhead.mark = ["潮州市人民政府"];
    letterhead.documentNumber = "潮府办〔2024〕15号";
    delete letterhead.urgency;
  }),
  "版头 gone": pair(redHeadCircular, (document) => {
    document.children = document.children.filter(({ type }) => type !== "letterhead");
    document.appearance.form = "plain";
  }),
  "版头 of a letter with another mark and 紧急程度": pair(letterCircular, (document) => {
    const letterhead = first<Letterhead>(document, "letterhead");
    letterhead.mark = ["汕头市人民政府"];
    letterhead.urgency = "加急";
  }),
  "版头 of a letter gone": pair(letterCircular, (document) => {
    document.children = document.children.filter(({ type }) => type !== "letterhead");
    document.appearance.form = "plain";
  }),
  "a letter that became a 文件": pair(letterCircular, (document) => {
    document.appearance.form = "redHead";
  }),
  "a row gone, one added and one changed": pair(plainCircular, (document) => {
    const { rows } = tableOf(document, 2);
    rows.splice(1, 1);
    rows.splice(3, 0, { role: "record", cells: ["9", "网站首页栏目空白", "潮安区政府"] });
    rows[5]!.cells[2] = "市公安局、市民政局";
    count(rows);
  }),
  "two rows swapped": pair(plainCircular, (document) => {
    const { rows } = tableOf(document, 2);
    rows.splice(0, 2, rows[1]!, rows[0]!);
    count(rows);
  }),
  "the first row of a merged group gone": groupPair((rows) => rows.slice(1)),
  "the middle row of a merged group gone": groupPair((rows) => [...rows.slice(0, 1), ...rows.slice(2)]),
  "a row added at the beginning of a merged group": groupPair((rows) => [["市民政局", "新账号"], ...rows]),
  "a row added at the end of a merged group": groupPair((rows) => [
    ...rows.slice(0, 3),
    ["市民政局", "新账号"],
    ...rows.slice(3),
  ]),
  "a merged group split in the middle": groupPair((rows) =>
    rows.map(([unit, name], index) => [index === 1 ? "市体育局" : unit!, name!]),
  ),
  "two merged groups become one": groupPair((rows) => rows.map(([, name]) => ["市民政局", name!])),
  "a whole merged group gone": groupPair((rows) => rows.filter(([unit]) => unit !== "市民政局")),
  "a column added": pair(plainCircular, (document) => {
    const table = tableOf(document, 2);
    table.columns.push({ name: "整改情况", width: 3, align: "left", kind: "text" });
    for (const row of table.headerRows) row.cells.push("整改情况");
    for (const row of table.rows) row.cells.push("已整改");
  }),
  "注 gone and another one added after another table": pair(plainCircular, (document) => {
    const [one, two] = attachments(document);
    one!.children = one!.children.filter(({ type }) => type !== "remark");
    two!.children.push({ type: "remark", label: "注：", children: [text("新加的注。")] });
  }),
};

/** Also the other way round: what was added is then removed. */
export const CHANGED_BOTH_WAYS: readonly (readonly [string, Drafts])[] = Object.entries(CHANGED).flatMap(
  ([name, [before, after]]) => [
    [name, [before, after]],
    [`${name}, the other way round`, [after, before]],
  ],
);

function pair(before: CircularDocument, change: (document: Mutable<CircularDocument>) => void): Drafts {
  const after = structuredClone(before) as Mutable<CircularDocument>;
  change(after);
  return [before, after];
}

/** A table whose first column is merged where neighbours are equal. */
function groupPair(change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]): Drafts {
  const rows = [
    ["市民政局", "潮州民政"],
    ["市民政局", "潮州福彩"],
    ["市民政局", "潮州救助"],
    ["市公安局", "潮州公安"],
    ["市公安局", "潮州网警"],
    ["市统计局", "潮州统计"],
  ];
  return [groupCircular(rows), groupCircular(change(rows))];
}

function groupCircular(rows: readonly (readonly string[])[]): CircularDocument {
  const cells = rows.map(([unit, name], index): (string | Cell | null)[] => {
    const rest = rows.slice(index);
    const end = rest.findIndex(([other]) => other !== unit);
    const rowSpan = end < 0 ? rest.length : end;
    const isCovered = rows[index - 1]?.[0] === unit;
    const cell = rowSpan === 1 ? unit! : { children: [text(unit!)], rowSpan };
    return [String(index + 1), isCovered ? null : cell, name!];
  });
  const table: Table = {
    type: "table",
    columns: [
      { name: "序号", width: 1, align: "centre", kind: "ordinal" },
      { name: "单位", width: 3, align: "centre", kind: "text" },
      { name: "账号", width: 3, align: "left", kind: "text" },
    ],
    headerRows: [{ role: "header", cells: ["序号", "单位", "账号"] }],
    rows: cells.map((row) => ({ role: "record", cells: row })),
    key: [2],
  };
  return { ...plainCircular, children: [...plainCircular.children.slice(0, 4), attachmentOf(table)] };
}

export function attachmentOf(table: Table): Attachment {
  return { type: "attachment", label: "附件", orientation: "portrait", title: [[text("账号清单")]], children: [table] };
}

function first<Type extends Block>(document: Mutable<CircularDocument>, type: Type["type"]): Mutable<Type> {
  return document.children.find((block) => block.type === type) as Mutable<Type>;
}

function attachments(document: Mutable<CircularDocument>): Mutable<Attachment>[] {
  return document.children.filter((block) => block.type === "attachment");
}

function tableOf(document: Mutable<CircularDocument>, attachment: number): Mutable<Table> {
  return attachments(document)[attachment]!.children.find((block) => block.type === "table")!;
}

function renumber(document: Mutable<CircularDocument>): void {
  attachments(document).forEach((attachment, index) => {
    attachment.number = index + 1;
    attachment.label = `附件${String(index + 1)}`;
  });
  const list = first<AttachmentList>(document, "attachmentList");
  list.items = attachments(document).map(({ title }, index) => ({ number: index + 1, name: title.flat() }));
}

function count(rows: Mutable<Table>["rows"]): void {
  rows.forEach((row, index) => {
    row.cells[0] = String(index + 1);
  });
}
