import { expect, test } from "vitest";
import { catalogueEntry, diagnosticCodes, type DiagnosticCode } from "../../src/diagnostics/catalogue.js";

test("no two messages have the same code", () => {
  const codes = diagnosticCodes();
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.length).toBeGreaterThan(200);
});

test("each code leads to its message", () => {
  for (const code of diagnosticCodes()) {
    const entry = catalogueEntry(code as DiagnosticCode);
    expect(["error", "warning", "hint"], code).toContain(entry.severity);
    expect(typeof entry.word, code).toBe("function");
  }
});
