import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";

/** Whose messages speak of the file: a workbook (.xlsx) or a Word document (.docx). The codes of messages begin with it. */
export type OfficeFileKind = "workbook" | "docx";

/**
 * Thrown inside a reader to leave a parser half-way through a part, and always caught by `readWorkbook` or `readDocx`: it never
 * reaches a caller. Who throws knows what is wrong; who catches knows which file and part it is and how to call them in words.
 */
export class UnreadablePart extends Error {
  constructor(
    /** Makes the diagnostic. `part` is the part in words, for instance `工作表“网站”`. */
    readonly diagnoseAt: (place: Place, part: string, file: OfficeFileKind) => Diagnostic,
    /** True if going on with other parts would only repeat the problem, as with a limit on the whole file. */
    readonly final = false,
  ) {
    super("unreadable part");
  }
}
