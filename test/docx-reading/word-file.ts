import { strToU8, zipSync } from "fflate";

/** The parts of a .docx file made by hand: only what a test is about. */
export interface WordParts {
  /** The content of `w:body`, without its section properties. */
  readonly body: string;
  readonly sectionProperties?: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Further parts by path and the type of the relationship that leads to them from document.xml. */
  readonly more?: readonly { readonly path: string; readonly type: string; readonly content: string | Uint8Array }[];
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const namespaces =
  `xmlns:w="${word}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

/** Packs a .docx file. */
export function wordFile({ body, sectionProperties = "", styles, numbering, more = [] }: WordParts): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  const relationships: string[] = [];
  const add = (path: string, type: string, content: string | Uint8Array): void => {
    parts[`word/${path}`] = typeof content === "string" ? strToU8(content) : content;
    relationships.push(
      `<Relationship Id="rId${String(relationships.length + 1)}" Type="${office}/${type}" Target="${path}"/>`,
    );
  };
  for (const { path, type, content } of more) add(path, type, content);
  if (styles !== undefined) add("styles.xml", "styles", part("styles", styles));
  if (numbering !== undefined) add("numbering.xml", "numbering", part("numbering", numbering));
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    "_rels/.rels": strToU8(
      `<Relationships ${relations}><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/_rels/document.xml.rels": strToU8(`<Relationships ${relations}>${relationships.join("")}</Relationships>`),
    "word/document.xml": strToU8(part("document", `<w:body>${body}<w:sectPr>${sectionProperties}</w:sectPr></w:body>`)),
    ...parts,
  });
}

/** A part with this root element. */
export function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${namespaces}>${content}</w:${root}>`;
}

/** A paragraph of one run. */
export function p(text: string, properties = "", runProperties = ""): string {
  const content = escape(text);
  return `<w:p>${wrap("pPr", properties)}<w:r>${wrap("rPr", runProperties)}<w:t xml:space="preserve">${content}</w:t></w:r></w:p>`;
}

/** A table; each cell is its content or its text. */
export function tbl(rows: readonly (readonly string[])[], rowProperties: readonly string[] = []): string {
  const body = rows.map(
    (cells, index) =>
      `<w:tr>${wrap("trPr", rowProperties[index] ?? "")}${cells.map((cell) => tc(cell)).join("")}</w:tr>`,
  );
  const columns = (rows[0] ?? []).map(() => '<w:gridCol w:w="1000"/>').join("");
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${body.join("")}</w:tbl>`;
}

export function tc(content: string, properties = ""): string {
  return `<w:tc>${wrap("tcPr", properties)}${content.startsWith("<w:") ? content : p(content)}</w:tc>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function wrap(name: string, content: string): string {
  return content === "" ? "" : `<w:${name}>${content}</w:${name}>`;
}

export const centred = '<w:jc w:val="center"/>';
export const atRight = '<w:jc w:val="right"/>';

/** 22 pt: the size of a title. */
export const titleSize = '<w:sz w:val="44"/>';

/** A circular around the paragraphs of a body. */
export function circularBody(...body: readonly string[]): string {
  return [
    p("示例市人民政府办公室关于检查情况的通报", centred, titleSize),
    p("各县、区人民政府："),
    ...body,
    p("示例市人民政府办公室", atRight),
    p("2024年7月10日", atRight),
  ].join("");
}
