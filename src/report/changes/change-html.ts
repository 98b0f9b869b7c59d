import type { ChangeReport } from "./change-report.js";
export function writeChangeHtml(report: ChangeReport): string {
  return String(report.changes.length);
}
