import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";

/**
 * Thrown inside the reader to leave a parser half-way through a part, and always caught by `readWorkbook`: it never reaches a caller.
 * Who throws knows what is wrong; who catches knows which part it is and how to call it in words.
 */
export class UnreadablePart extends Error {
  constructor(
    /** Makes the diagnostic. `part` is the part in words, for instance `工作表“网站”`. */
    readonly diagnoseAt: (place: Place, part: string) => Diagnostic,
    /** True if going on with other parts would only repeat the problem, as with a limit on the whole workbook. */
    readonly final = false,
  ) {
    super("unreadable part");
  }
}
