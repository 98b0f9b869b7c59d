import { it, expect } from "vitest";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { applyChanges } from "../../src/diff/apply-changes.js";
import { printedForm } from "../document/printed-form.js";
import { summary } from "./summary.js";
import type { CircularDocument, TableRow } from "../../src/document/tree.js";
import { sampleDocument } from "../document/sample-document.js";

function big(n: number, keyed: boolean, rows: (rows: string[][]) => string[][]): CircularDocument {
  const data = rows(Array.from({ length: n }, (_, i) => [`单位${i % 300}`, `账号${i}`, i % 7 === 0 ? "不合格" : "合格", String(i % 13)]));
  const trows: TableRow[] = data.map((r, i) => ({ role: "record", cells: [String(i + 1), ...r], source: i + 2 }));
  const s = sampleDocument();
  return { ...s, children: [...s.children.filter((b) => b.type !== "attachment" && b.type !== "imprint"), { type: "attachment", label: "附件", orientation: "portrait", title: [[{ type: "text", value: "表" }]], children: [{ type: "table", columns: ["序号", "单位", "账号", "结果", "分"].map((name, i) => ({ name, width: 1, align: "left", kind: i === 0 ? "ordinal" : "text" })), headerRows: [{ role: "header", cells: ["序号", "单位", "账号", "结果", "分"] }], rows: trows, key: keyed ? [1, 2] : [], dataset: "d" }] }] };
}
it("scratch", () => {
  for (const n of [3354, 20000, 100000]) for (const keyed of [true, false]) {
    const a = big(n, keyed, (r) => r);
    const b = big(n, keyed, (r) => { const c = [...r]; c.splice(n / 2, 0, ["新单位", "新账号", "合格", "3"]); c[5] = [...c[5]!.slice(0, 3), "99"]; const x = c[10]!; c[10] = c[20]!; c[20] = x; return c; });
    const t = performance.now();
    const r = compareDocuments(a, b);
    const t2 = performance.now();
    console.log(n, keyed, Math.round(t2 - t), r.changes.length, n < 5000 ? summary(r) : "");
    expect(printedForm(applyChanges(a, r))).toEqual(printedForm(b));
    // nothing alike
    const c = big(n, keyed, (r) => r.map((x) => x.map((y) => `${y}改`)));
    const t3 = performance.now();
    const r2 = compareDocuments(a, c);
    console.log("all different", n, keyed, Math.round(performance.now() - t3), r2.changes.length);
    const d = big(n, keyed, (r) => [...r].reverse());
    const t4 = performance.now();
    const r3 = compareDocuments(a, d);
    console.log("reversed", n, keyed, Math.round(performance.now() - t4), r3.changes.length);
  }
}, 200000);
