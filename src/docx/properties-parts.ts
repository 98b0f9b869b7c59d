import type { DocumentProperties } from "../document/tree.js";
import { element, escapeXml, XML_DECLARATION } from "./xml.js";

/**
 * docProps/core.xml. The only date is 成文日期: the time of generation would make equal input give different files.
 */
export function corePropertiesPart(properties: DocumentProperties): string {
  const date = isCivilDate(properties.date) ? `${properties.date}T00:00:00Z` : undefined;
  const dateElement = (name: string): string =>
    date === undefined ? "" : element(name, { "xsi:type": "dcterms:W3CDTF" }, date);
  return (
    XML_DECLARATION +
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      element("dc:title", {}, escapeXml(properties.title)) +
        element("dc:creator", {}, escapeXml(properties.issuer)) +
        element("cp:lastModifiedBy", {}, escapeXml(properties.issuer)) +
        element("cp:revision", {}, "1") +
        dateElement("dcterms:created") +
        dateElement("dcterms:modified") +
        element("dc:language", {}, "zh-CN"),
    )
  );
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`; Word refuses a file with a date that is not. */
function isCivilDate(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}

/** docProps/app.xml: which program wrote the file, and for whom. */
export function applicationPropertiesPart(properties: DocumentProperties): string {
  return (
    XML_DECLARATION +
    element(
      "Properties",
      { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
      element("Application", {}, "tongbao") + element("Company", {}, escapeXml(properties.issuer)),
    )
  );
}
