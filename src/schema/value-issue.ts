import { diagnose, type DiagnosticCode } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Place } from "../document/place.js";

/** What is wrong with a value, before it is known where it stands. */
export interface ValueIssue {
  readonly code: DiagnosticCode;
  readonly particulars: Record<string, unknown>;
}

/** Takes an issue as `ValueIssue` describes it. */
export type Report = (code: DiagnosticCode, particulars: Record<string, unknown>) => void;

/** Makes the diagnostic for what `readValue` reports. */
export function valueDiagnostic({ code, particulars }: ValueIssue, place: Place): Diagnostic {
  return diagnose(code, place, particulars as never);
}
