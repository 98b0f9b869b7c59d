import { strToU8, zipSync, type Zippable } from "fflate";

/**
 * Workbooks written by hand, part by part, so that a test can have in them exactly what some program once wrote. Nothing here knows how
 * the reader works.
 */
export interface SheetSource {
  readonly name?: string;
  /** Attributes of `<sheet>` beside name and id, such as `state="hidden"`. */
  readonly attributes?: string;
  /** What stands in `<sheetData>`. */
  readonly data?: string;
  /** What stands after it, such as `<mergeCells>`. */
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string | Uint8Array;
}

export interface WorkbookSource {
  readonly sheets?: readonly SheetSource[];
  /** The `<si>` elements. */
  readonly sharedStrings?: string;
  /** Format codes for the cell styles 1, 2, 3 …; a number is a built-in format. Style 0 is the general one. */
  readonly formats?: readonly (string | number)[];
  /** Attributes of `<workbookPr>`. */
  readonly properties?: string;
  /** Parts to add or replace; `undefined` leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

export const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a workbook; with `{ sheets: [{ data: "<row>…</row>" }] }` it has one sheet called 网站. */
export function buildWorkbook(source: WorkbookSource): Uint8Array {
  return zipParts(workbookParts(source));
}

/** One sheet whose `<sheetData>` is given. */
export function buildSheet(data: string, source: Omit<WorkbookSource, "sheets"> & { after?: string } = {}): Uint8Array {
  const { after, ...rest } = source;
  return buildWorkbook({ ...rest, sheets: [{ data, ...(after === undefined ? {} : { after }) }] });
}

/** The parts by name, to be changed before they are zipped. */
export function workbookParts(source: WorkbookSource): Record<string, Uint8Array> {
  const sheets = source.sheets ?? [{}];
  const parts: Record<string, string | Uint8Array | undefined> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationshipPart([["rId1", `${relationships}/officeDocument`, "xl/workbook.xml"]]),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr ${source.properties ?? ""}/><sheets>${sheets
      .map(
        ({ name = "网站", attributes = "" }, index) =>
          `<sheet name="${name}" sheetId="${String(index + 1)}" ${attributes} r:id="rId${String(index + 1)}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationshipPart([
      ...sheets.map((_, index): [string, string, string] => [
        `rId${String(index + 1)}`,
        `${relationships}/worksheet`,
        `worksheets/sheet${String(index + 1)}.xml`,
      ]),
      ["rId100", `${relationships}/sharedStrings`, "sharedStrings.xml"],
      ["rId101", `${relationships}/styles`, "styles.xml"],
    ]),
    "xl/sharedStrings.xml": `${declaration}<sst xmlns="${main}">${source.sharedStrings ?? ""}</sst>`,
    "xl/styles.xml": stylesPart(source.formats ?? []),
  };
  sheets.forEach(({ data = "", after = "", xml }, index) => {
    parts[`xl/worksheets/sheet${String(index + 1)}.xml`] =
      xml ?? `${declaration}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`;
  });
  Object.assign(parts, source.parts);
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, content]) =>
      content === undefined ? [] : [[name, typeof content === "string" ? strToU8(content) : content]],
    ),
  );
}

/** Zips with a fixed time. */
export function zipParts(parts: Zippable): Uint8Array {
  return zipSync(parts, { mtime: "2024-01-01T00:00:00" });
}

export function relationshipPart(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="${packageRelationships}">${items.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/sharedStrings.xml", "sharedStrings"],
    ["/xl/styles.xml", "styles"],
    ...Array.from({ length: sheets }, (_, index) => [`/xl/worksheets/sheet${String(index + 1)}.xml`, "worksheet"]),
  ];
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    parts.map(([name, type]) => `<Override PartName="${name!}" ContentType="${spreadsheet}.${type!}+xml"/>`).join("") +
    "</Types>"
  );
}

function stylesPart(formats: readonly (string | number)[]): string {
  const own = formats.flatMap((format, index) =>
    typeof format === "string" ? [`<numFmt numFmtId="${String(200 + index)}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const styles = formats.map(
    (format, index) => `<xf numFmtId="${String(typeof format === "number" ? format : 200 + index)}"/>`,
  );
  return (
    `${declaration}<styleSheet xmlns="${main}"><numFmts>${own.join("")}</numFmts>` +
    // Of these only cellXfs counts for cells.
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    `<cellXfs><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`
  );
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
