import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Place } from "../../document/place.js";
import { identifyForeignFile } from "../../openxml/foreign-file.js";

/** Says what a file is that is no zip archive, and so no .xlsx workbook whatever its name says. */
export function diagnoseForeignFile(bytes: Uint8Array, place: Place): Diagnostic {
  const found = identifyForeignFile(bytes);
  switch (found.type) {
    case "empty":
      return diagnose("workbook-empty-file", place, {});
    case "zeros":
      return diagnose("workbook-damaged-archive", place, { detail: "文件里全是空字节" });
    case "encrypted":
      return diagnose("workbook-password-protected", place, {});
    case "oldWorkbook":
      return diagnose("workbook-old-format", place, {});
    case "oldDocument":
      return diagnose("workbook-is-other-document", place, { kind: "旧版 Word 文档（.doc、.wps）" });
    case "oldSlides":
      return diagnose("workbook-is-other-document", place, { kind: "旧版演示文稿（.ppt、.dps）" });
    case "archive":
      return diagnose("workbook-is-archive", place, {});
    case "xmlWorkbook":
      return diagnose("workbook-is-other-spreadsheet", place, { kind: "“XML 表格 2003”格式" });
    case "xmlDocument":
      return diagnose("workbook-is-other-document", place, { kind: "“Word 2003 XML 文档”" });
    case "webPage":
      return diagnose("workbook-is-text", place, { kind: "网页（HTML）" });
    case "plainText":
      return diagnose("workbook-is-text", place, { kind: "纯文本（例如 CSV）" });
    case "other":
      return diagnose("workbook-is-other-document", place, { kind: found.kind });
    case "unrecognised":
      return diagnose("workbook-unrecognized", place, {});
  }
}
