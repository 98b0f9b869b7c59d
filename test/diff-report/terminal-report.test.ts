import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeTerminalReport } from "../../src/report/changes/terminal-report.js";
import { displayWidth, padEnd, padStart } from "../../src/report/changes/display-width.js";
import { shortenedSpans, visibleText } from "../../src/report/changes/shown-spans.js";
import { compareDocuments } from "../../src/diff/compare-documents.js";
import { changeReport } from "../../src/report/changes/change-report.js";
import { attachment, circular, numberedTable, paragraph } from "../diff/draft-pairs.js";
import { reportOfCase } from "./draft-pair.js";

describe("the report for a terminal", () => {
  it("says for a changed number every place and the row that caused it", async () => {
    const written = writeTerminalReport(await reportOfCase("row-inserted-in-middle"));
    const number = written.slice(written.indexOf("36 → 48"), written.indexOf("32 → 42"));
    expect(number).toContain("位置 正文 一、第1段");
    expect(number).toContain("位置 附件1 合计行“检查项”列");
    expect(number).toContain("原因 第1处：附件1新增一行“丙区人民政府门户网站”");
  });

  it("tells removed from added words by brackets without colours, and by colours with them", async () => {
    const report = await reportOfCase("punctuation-changed");
    expect(writeTerminalReport(report)).toContain("没有更新[-，-]{+；+}有的账号");
    const coloured = writeTerminalReport(report, {
      heading: (text) => text,
      faint: (text) => text,
      removed: (text) => `<del>${text}</del>`,
      added: (text) => `<ins>${text}</ins>`,
      enabled: true,
    });
    expect(coloured).toContain("没有更新<del>，</del><ins>；</ins>有的账号");
    expect(coloured).not.toContain("[-");
  });

  it("names all four layers, also those without changes, and what was not compared", async () => {
    const written = writeTerminalReport(await reportOfCase("docx-number-changed-by-hand"));
    const headings = written.split("\n").filter((line) => /^[一二三四]、|^未比较/u.test(line));
    expect(headings).toEqual([
      "一、数据行（没有改动）",
      "二、因数据而变的数（没有改动）",
      "三、文字改动（1处）",
      "四、要素与版式（没有改动）",
      "未比较",
    ]);
  });

  it("looks as docs/比稿.md shows it", async () => {
    const page = readFileSync(new URL("../../docs/比稿.md", import.meta.url), "utf8");
    const shown = /```text\n(?<report>.*?)```/su.exec(page)?.groups?.["report"] ?? "";
    const lines = shown.split("\n").filter((line) => line !== "" && line.trim() !== "……" && !/^[旧新]稿/u.test(line));
    expect(lines.length).toBeGreaterThan(8);
    expect(writeTerminalReport(await reportOfCase("total-changed")).split("\n")).toEqual(expect.arrayContaining(lines));
  });

  it("says nothing of layers if nothing changed", async () => {
    expect(writeTerminalReport(await reportOfCase("yaml-keys-reordered"))).toBe(
      "旧稿  旧稿\n新稿  新稿\n\n两稿相同，没有改动\n",
    );
  });

  it("obeys no control characters of a draft", () => {
    const before = circular(paragraph("一切正常。"));
    const after = circular(paragraph("一切\u001b[2J正常\u202e。\r"));
    const comparison = compareDocuments(before, after);
    const written = writeTerminalReport(
      changeReport({
        before: { name: "a\u001b[31m", document: before },
        after: { name: "b", document: after },
        comparison,
      }),
    );

    expect(written.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/u);
    expect(written).toContain("⟨U+001B⟩");
  });

  it("lists some causes of a number with very many and says where the others are", () => {
    const rows = (count: number): string[][] =>
      Array.from({ length: count }, (_, index) => [`单位${String(index)}`, "1"]);
    const table = (count: number) => numberedTable(["单位", "数"], [], rows(count));
    const total = (count: number) => {
      const made = table(count);
      return { ...made, rows: [...made.rows, { role: "total" as const, cells: ["合计", "", String(count)] }] };
    };
    const before = circular(attachment(1, "表", total(2)));
    const after = circular(attachment(1, "表", total(30)));
    const comparison = compareDocuments(before, after);
    const written = writeTerminalReport(
      changeReport({ before: { name: "a", document: before }, after: { name: "b", document: after }, comparison }),
    );
    expect(written).toContain("……共28处，其余见第9至28处");
  });
});

describe("widths in a terminal", () => {
  it("counts two columns for full-width characters", () => {
    expect(displayWidth("附件2，A（一）")).toBe(13 + 1);
    expect(displayWidth("𠮷")).toBe(2);
    expect(displayWidth("e\u0301\u200b")).toBe(1);
    expect(padEnd("列名", 6)).toBe("列名  ");
    expect(padStart("9", 3)).toBe("  9");
  });
});

describe("shortened texts", () => {
  it("keep everything that changed and some of what stands beside it", () => {
    const long = "甲".repeat(100);
    const spans = [
      { kind: "equal", text: long },
      { kind: "removed", text: long },
      { kind: "equal", text: "乙" },
      { kind: "added", text: "𠮷" },
      { kind: "equal", text: long },
    ] as const;
    expect(shortenedSpans(spans).map(({ text }) => [...text].length)).toEqual([19, 100, 1, 1, 19]);
  });

  it("never end in half a character", () => {
    const [span] = shortenedSpans([
      { kind: "equal", text: "𠮷".repeat(100) },
      { kind: "added", text: "x" },
    ]);
    const shown = span?.text ?? "";
    expect(Buffer.from(shown).toString()).toBe(shown);
  });

  it("show what nobody sees", () => {
    expect(visibleText("甲\n乙\u00ad\u200b\ud800")).toBe("甲↵乙⟨U+00AD⟩⟨U+200B⟩⟨U+D800⟩");
  });
});
