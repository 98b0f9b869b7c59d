import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { identifyForeignFile } from "../../openxml/foreign-file.js";
import { OfficePackage, type PackageLimits } from "../../openxml/office-package.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { countZipEntries, partName, readZipDirectory, startsLikeZip } from "../../openxml/zip-archive.js";

/** How much a document may hold before reading stops: several times what attachments of 100,000 rows take. */
export interface DocumentLimits extends PackageLimits {
  /** Files inside the .docx. */
  readonly parts: number;
}

export const defaultDocumentLimits: DocumentLimits = {
  parts: 10_000,
  partBytes: 256 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
};

/**
 * Opens a .docx file as far as to know which part is its content.
 *
 * @throws UnreadablePart if the file is something else, damaged or too large
 */
export function openDocument(
  bytes: Uint8Array,
  limits: DocumentLimits,
): { readonly content: OfficePackage; readonly mainPart: string } {
  if (!startsLikeZip(bytes)) throw new UnreadablePart((place) => diagnoseForeignFile(bytes, place));
  const count = countZipEntries(bytes) ?? 0;
  const limit = limits.parts;
  if (count > limit) throw new UnreadablePart((place) => diagnose("docx-too-many-parts", place, { count, limit }));
  const content = new OfficePackage(bytes, readZipDirectory(bytes), limits);
  const named = content.relationshipsOf("").find(({ type }) => type === "officeDocument")?.target;
  const mainPart = named !== undefined && content.has(named) ? named : "word/document.xml";
  if (content.has(mainPart) && !/^(?:xl|ppt)\//iu.test(mainPart)) return { content, mainPart };
  throw new UnreadablePart((place) => diagnoseForeignArchive(content.names, place));
}

/** Says what a file is that is no zip archive. */
function diagnoseForeignFile(bytes: Uint8Array, place: Place): Diagnostic {
  const found = identifyForeignFile(bytes);
  switch (found.type) {
    case "empty":
      return diagnose("docx-empty-file", place, {});
    case "zeros":
      return diagnose("docx-damaged-archive", place, { detail: "文件里全是空字节" });
    case "encrypted":
      return diagnose("docx-password-protected", place, {});
    case "oldDocument":
      return diagnose("docx-old-format", place, {});
    case "oldWorkbook":
      return diagnose("docx-is-other-document", place, { kind: "旧版 Excel 工作簿（.xls、.et）" });
    case "oldSlides":
      return diagnose("docx-is-other-document", place, { kind: "旧版演示文稿（.ppt、.dps）" });
    case "archive":
      return diagnose("docx-is-archive", place, {});
    case "xmlDocument":
      return diagnose("docx-is-other-text-document", place, { kind: "“Word 2003 XML 文档”" });
    case "xmlWorkbook":
      return diagnose("docx-is-other-document", place, { kind: "“XML 表格 2003”格式" });
    case "webPage":
      return diagnose("docx-is-text", place, { kind: "网页（HTML）" });
    case "plainText":
      return diagnose("docx-is-text", place, { kind: "纯文本" });
    case "other":
      return found.kind.startsWith("RTF")
        ? diagnose("docx-is-other-text-document", place, { kind: found.kind })
        : diagnose("docx-is-other-document", place, { kind: found.kind });
    case "unrecognised":
      return diagnose("docx-unrecognised", place, {});
  }
}

/** Says what a zip archive is that holds no `document.xml`. */
function diagnoseForeignArchive(names: readonly string[], place: Place): Diagnostic {
  const all = names.map((name) => partName(name).toLowerCase());
  const has = (start: string): boolean => all.some((name) => name.startsWith(start));
  if (has("xl/")) return diagnose("docx-is-other-document", place, { kind: "Excel 工作簿（.xlsx）" });
  if (has("ppt/")) return diagnose("docx-is-other-document", place, { kind: "演示文稿（.pptx）" });
  if (has("ofd.xml")) return diagnose("docx-is-other-document", place, { kind: "OFD 文件" });
  if (has("content.xml") && has("meta-inf/manifest.xml")) {
    return diagnose("docx-is-other-text-document", place, { kind: "OpenDocument 格式（.odt 等）" });
  }
  if (has("word/") || has("[content_types].xml")) {
    return diagnose("docx-missing-part", place, { part: "文档的正文部件（document.xml）" });
  }
  const documentInside = names.find((name) => /\.docx$/iu.test(name));
  return diagnose("docx-is-archive", place, documentInside === undefined ? {} : { documentInside });
}
