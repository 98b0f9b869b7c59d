import { test } from "vitest";
import { buildSheet } from "/work/main/test/input/xlsx/build-workbook.js";
import { annotateWorkbook } from "/work/main/src/workbook/annotate/annotate-workbook.js";
import { readWorkbook } from "/work/main/src/input/xlsx/read-workbook.js";
test("perf", () => {
  const data = Array.from({ length: 100000 }, (_, r) => `<row r="${r + 1}">${[..."ABCDEFGH"].map((c) => `<c r="${c}${r + 1}"><v>${r}</v></c>`).join("")}</row>`).join("");
  const bytes = buildSheet(data);
  const problems = Array.from({ length: 20000 }, (_, i) => ({ code: "x", severity: "error" as const, place: { file: "a.xlsx", sheet: "网站", cell: `C${i * 5 + 1}` }, message: "不对", actual: "1", hint: "改" }));
  let t = Date.now(); readWorkbook(bytes, "a.xlsx"); console.log("read", Date.now() - t);
  t = Date.now(); const r = annotateWorkbook(bytes, "a.xlsx", problems); console.log("annotate", Date.now() - t, "bytes" in r, process.memoryUsage().rss / 1e6);
});
