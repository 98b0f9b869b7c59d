import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { partName } from "../../openxml/zip-archive.js";

/**
 * Says what a zip archive is that holds no `workbook.xml`.
 *
 * @param names the parts in it
 * @param mainPart what the file itself names as its content, if anything
 */
export function diagnoseForeignArchive(
  names: readonly string[],
  mainPart: string | undefined,
  place: Place,
): Diagnostic {
  const all = names.map((name) => partName(name).toLowerCase());
  const has = (start: string): boolean => all.some((name) => name.startsWith(start));
  if (mainPart?.toLowerCase().endsWith(".bin") === true || has("xl/workbook.bin")) {
    return diagnose("workbook-binary-format", place, {});
  }
  if (has("word/")) return diagnose("workbook-is-other-document", place, { kind: "Word 文档（.docx）" });
  if (has("ppt/")) return diagnose("workbook-is-other-document", place, { kind: "演示文稿（.pptx）" });
  if (has("ofd.xml")) return diagnose("workbook-is-other-document", place, { kind: "OFD 文件" });
  if (has("content.xml") && has("meta-inf/manifest.xml")) {
    return diagnose("workbook-is-other-spreadsheet", place, { kind: "OpenDocument 格式（.ods 等）" });
  }
  if (has("xl/") || has("[content_types].xml")) {
    return diagnose("workbook-missing-part", place, { part: "工作簿的结构部件（workbook.xml）" });
  }
  const workbookInside = names.find((name) => /\.xlsx$/iu.test(name));
  return diagnose("workbook-is-archive", place, workbookInside === undefined ? {} : { workbookInside });
}
