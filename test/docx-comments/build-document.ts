import { strToU8, zipSync, type Zippable } from "fflate";

/** Documents written by hand, part by part, so that a test can have in them exactly what some program once wrote. */
export interface DocumentSource {
  /** What stands in `<w:body>`. */
  readonly body?: string;
  /** The whole of document.xml instead. */
  readonly document?: string;
  /** What stands in `<w:styles>`. */
  readonly styles?: string;
  /** What stands in `<w:comments>`. */
  readonly comments?: string;
  /** Parts to add or replace. */
  readonly parts?: Readonly<Record<string, string>>;
}

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const offices = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces = [
  `xmlns:w="${word}"`,
  `xmlns:r="${offices}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(" ");

function documentParts(source: DocumentSource): Record<string, string> {
  const { body = "", styles = "", comments } = source;
  const related: [string, string][] = [
    ["styles", "styles.xml"],
    ...(comments === undefined ? [] : [["comments", "comments.xml"] as [string, string]]),
  ];
  const types = [
    ["document.main", "document"],
    ["styles", "styles"],
    ...(comments === undefined ? [] : [["comments", "comments"]]),
  ];
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types
      .map(
        ([type, name]) =>
          `<Override PartName="/word/${name!}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type!}+xml"/>`,
      )
      .join("")}</Types>`,
    "_rels/.rels": relationshipPart([["officeDocument", "word/document.xml"]]),
    "word/_rels/document.xml.rels": relationshipPart(related),
    "word/document.xml":
      source.document ?? `${declaration}<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/styles.xml": `${declaration}<w:styles xmlns:w="${word}">${styles}</w:styles>`,
    ...(comments === undefined
      ? {}
      : { "word/comments.xml": `${declaration}<w:comments xmlns:w="${word}">${comments}</w:comments>` }),
    ...source.parts,
  };
}

export function buildDocument(source: DocumentSource): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(documentParts(source))) files[name] = strToU8(text);
  return zipSync(files, { mtime: new Date(2024, 0, 1) });
}

function relationshipPart(related: readonly (readonly [string, string])[]): string {
  const items = related.map(
    ([type, target], index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${offices}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${items.join("")}</Relationships>`;
}
