import { plainText, type Attachment, type CircularDocument, type Heading, type Table, type TableRow } from "./tree.js";

/** The keys from the document down to a node, a field or a table cell, as in `Spot.path`. */
type Path = readonly (string | number)[];

/**
 * Says in a reviewer's words where something stands in a document: `标题`, `正文 二、（三）第1段`, `附件3 第5行“合格率”列`.
 *
 * - Paragraphs are counted from 1 under their heading; the text that follows a run-in heading is the first of them.
 * - Rows are counted as printed records, from 1; 合计, 备注 and header rows have names of their own.
 * - An element that should be there once but stands in a foreign document several times is numbered: `标题（第2处）`.
 *
 * @param document is walked once; answers then cost no more than the length of the path
 * @returns a function from a path (see `Spot.path`; the path of a whole block or row is answered too) to words; a path that leads
 *   nowhere is answered with the words of the longest part of it that leads somewhere
 */
export function placeInWords(document: CircularDocument): (path: Path) => string {
  const places = blockPlaces(document);
  const attachments = new Map<Attachment, AttachmentPlaces>();
  return (path) => {
    const [root, index] = path;
    if (root === "properties") return propertyWords(path[1]);
    if (root === "appearance") return "版式";
    if (root !== "children" || typeof index !== "number") return "全文";
    const block = document.children[index];
    const place = places[index];
    if (block === undefined || place === undefined) return "全文";
    const rest = path.slice(2);
    const [key, position] = rest;
    switch (block.type) {
      case "letterhead":
        return letterheadWords(key, position, block.mark.length) + place.times;
      case "attachmentList":
        return key === "items" && typeof position === "number"
          ? `附件说明 第${position + 1}项${place.times}`
          : `附件说明${place.times}`;
      case "signature":
        if (key === "date") return `成文日期${place.times}`;
        return key === "issuers" && typeof position === "number" && block.issuers.length > 1
          ? `署名 第${position + 1}行${place.times}`
          : `署名${place.times}`;
      case "imprint":
        return imprintWords(key) + place.times;
      case "attachment": {
        let known = attachments.get(block);
        if (known === undefined) {
          known = attachmentPlaces(block);
          attachments.set(block, known);
        }
        const within = attachmentWords(block, known, rest);
        const words = `附件${block.number ?? ""}${place.times}`;
        return within === "" ? words : `${words} ${within}`;
      }
      case "heading":
        return `正文 ${headingWords(place.words, key)}`;
      case "paragraph":
        return `正文 ${place.words}`;
      case "title":
        return key === "lines" && typeof position === "number" && block.lines.length > 1
          ? `标题 第${position + 1}行${place.times}`
          : `标题${place.times}`;
      case "recipients":
      case "disclosure":
      case "note":
        return place.words + place.times;
    }
  };
}

interface BlockPlace {
  readonly words: string;
  /** `（第2处）` for the second element of a kind that usually stands once. */
  readonly times: string;
}

const elementWords = { recipients: "主送机关", disclosure: "公开方式", note: "附注" } as const;

function blockPlaces(document: CircularDocument): BlockPlace[] {
  const seen = new Map<string, number>();
  const section = new Section();
  return document.children.map((block) => {
    if (block.type === "heading") return { words: section.heading(block), times: "" };
    if (block.type === "paragraph") return { words: section.paragraph(), times: "" };
    const identity = block.type === "attachment" ? `attachment ${block.number ?? ""}` : block.type;
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const words =
      block.type === "recipients" || block.type === "disclosure" || block.type === "note"
        ? elementWords[block.type]
        : "";
    return { words, times: count === 1 ? "" : `（第${count}处）` };
  });
}

/** Counts paragraphs under the headings they follow. */
class Section {
  private labels: { readonly level: number; readonly label: string }[] = [];
  private paragraphs = 0;

  /** @returns the labels down to this heading: `二、（三）` */
  heading(heading: Heading): string {
    this.labels = [
      ...this.labels.filter(({ level }) => level < heading.level),
      { level: heading.level, label: headingName(heading) },
    ];
    this.paragraphs = heading.body === undefined ? 0 : 1;
    return this.prefix();
  }

  /** @returns the place of the next paragraph: `二、（三）第1段` */
  paragraph(): string {
    this.paragraphs += 1;
    return `${this.prefix()}第${this.paragraphs}段`;
  }

  private prefix(): string {
    return this.labels.map(({ label }) => label).join("");
  }
}

/** The printed number, or the beginning of the heading if it has none. */
function headingName(heading: Heading): string {
  const label = heading.label.trim();
  return label === "" ? `“${[...plainText(heading.children)].slice(0, 8).join("")}”` : label;
}

function headingWords(words: string, key: string | number | undefined): string {
  if (key === "body") return `${words}第1段`;
  return key === undefined ? words : `${words}标题`;
}

function propertyWords(key: string | number | undefined): string {
  const names: Readonly<Record<string, string>> = { title: "标题", issuer: "发文机关", date: "日期" };
  const name = names[String(key)];
  return name === undefined ? "文件属性" : `文件属性 ${name}`;
}

function letterheadWords(key: string | number | undefined, line: string | number | undefined, lines: number): string {
  const names: Readonly<Record<string, string>> = {
    copyNumber: "份号",
    classification: "密级和保密期限",
    urgency: "紧急程度",
    mark: "发文机关标志",
    documentNumber: "发文字号",
  };
  const name = names[String(key)] ?? "版头";
  return key === "mark" && typeof line === "number" && lines > 1 ? `${name} 第${line + 1}行` : name;
}

function imprintWords(key: string | number | undefined): string {
  const names: Readonly<Record<string, string>> = { copyTo: "抄送", printer: "印发机关", printDate: "印发日期" };
  return names[String(key)] ?? "版记";
}

interface AttachmentPlaces {
  /** The words of each child, without those of the attachment. */
  readonly children: readonly string[];
  /** For each table the number of each row among the rows of its role. */
  readonly rows: Map<Table, RowNumbers>;
}

interface RowNumbers {
  readonly numbers: readonly number[];
  readonly counts: Readonly<Record<TableRow["role"], number>>;
}

function attachmentPlaces(attachment: Attachment): AttachmentPlaces {
  const section = new Section();
  const { children } = attachment;
  const totals = new Map<string, number>();
  for (const { type } of children) totals.set(type, (totals.get(type) ?? 0) + 1);
  const seen = new Map<string, number>();
  const numbered = (type: string, word: string): string => {
    const count = (seen.get(type) ?? 0) + 1;
    seen.set(type, count);
    return (totals.get(type) ?? 0) > 1 ? `${word}${count}` : word;
  };
  const words = children.map((block) => {
    switch (block.type) {
      case "heading":
        return section.heading(block);
      case "paragraph":
        return section.paragraph();
      case "table":
        return (totals.get("table") ?? 0) > 1 ? numbered("table", "表") : "";
      case "caption":
        return numbered("caption", "表名");
      case "remark":
        return numbered("remark", "注");
      case "picture":
        return numbered("picture", "图");
    }
  });
  return { children: words, rows: new Map() };
}

function attachmentWords(attachment: Attachment, places: AttachmentPlaces, path: Path): string {
  const [field, index] = path;
  if (field === "title") {
    return typeof index === "number" && attachment.title.length > 1 ? `标题 第${index + 1}行` : "标题";
  }
  if (field === "subtitle") return "副标题";
  if (field === "label" || field === "number") return "编号";
  if (field === "orientation") return "纸张方向";
  if (field !== "children" || typeof index !== "number") return "";
  const block = attachment.children[index];
  const words = places.children[index] ?? "";
  if (block === undefined) return "";
  if (block.type === "heading") return headingWords(words, path[2]);
  if (block.type !== "table") return words;
  const within = tableWords(block, places, path.slice(2));
  if (within === "") return words === "" ? "表格" : words;
  return words === "" ? within : `${words} ${within}`;
}

function tableWords(table: Table, places: AttachmentPlaces, path: Path): string {
  const [field, index, cells, column] = path;
  if (field === "columns") {
    if (typeof index !== "number") return "";
    return path[2] === "width" ? `${columnWords(table, index)}宽度` : columnWords(table, index);
  }
  const inColumn = cells === "cells" && typeof column === "number" ? columnWords(table, column) : "";
  if (field === "headerRows") return `表头${inColumn}`;
  if (field !== "rows" || typeof index !== "number") return "";
  let rows = places.rows.get(table);
  if (rows === undefined) {
    rows = numberRows(table.rows);
    places.rows.set(table, rows);
  }
  const role = table.rows[index]?.role;
  if (role === undefined) return "";
  const number = rows.numbers[index] ?? 0;
  if (role === "record") return `第${number}行${inColumn}`;
  const name = roleWords[role];
  return rows.counts[role] > 1 ? `第${number}个${name}${inColumn}` : name + inColumn;
}

const roleWords = { total: "合计行", remark: "备注行", header: "表头行" } as const;

function numberRows(rows: readonly TableRow[]): RowNumbers {
  const counts = { header: 0, record: 0, total: 0, remark: 0 };
  const numbers = rows.map(({ role }) => {
    counts[role] += 1;
    return counts[role];
  });
  return { numbers, counts };
}

/** A column by its name; by its number if it has none or shares it. */
function columnWords(table: Table, index: number): string {
  const name = (table.columns[index]?.name ?? "").trim();
  const isUnique = table.columns.every((column, other) => other === index || column.name.trim() !== name);
  return name === "" || !isUnique ? `第${index + 1}列` : `“${name}”列`;
}
