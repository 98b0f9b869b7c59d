import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import ExcelJS from "exceljs";
import { describe, expect, onTestFinished, test } from "vitest";
import { replaceCellTexts } from "../../src/workbook/replace-cell-texts.js";
import { requirePythonModule, systemPython } from "../outside.js";
import { bytesOf, planAfter, workbook, type Planned } from "./changed-sample.js";

type Cells = Record<string, unknown>;

/** Every cell as openpyxl sees it. */
function readCells(bytes: Uint8Array): Cells {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-fixes-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, "工作簿.xlsx");
  writeFileSync(file, bytes);
  const script = fileURLToPath(new URL("read_cells.py", import.meta.url));
  return JSON.parse(execFileSync(systemPython, [script, file], { encoding: "utf8" })) as Cells;
}

function differences(before: Cells, after: Cells): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

async function changedWorkbook(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const bytes = bytesOf(workbook);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  change(book.getWorksheet("问题清单")!);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function outputOf({ outputs }: Planned): Uint8Array {
  expect(outputs.map(({ path }) => path)).toEqual([workbook]);
  return outputs[0]!.bytes;
}

describe("a workbook with slips", () => {
  test("gets other texts in those cells, and nothing else of it changes", async (context) => {
    requirePythonModule("openpyxl", context);
    const wrong = await changedWorkbook((sheet) => {
      sheet.getCell("C4").value = "网站栏目设置不规范,未公开留言;受理反馈情况统计数据";
      sheet.getCell("G6").value = "各有1份政策文件与解读材料没有相互关联,应当关联";
    });
    const plan = await planAfter([], { files: { [workbook]: wrong } });
    const fixed = outputOf(plan);
    const after = readCells(fixed);
    expect(differences(readCells(wrong), after)).toEqual(["问题清单!C4", "问题清单!G6"]);
    expect((after["问题清单!C4"] as string[])[0]).toBe("网站栏目设置不规范，未公开留言；受理反馈情况统计数据");
    expect((after["问题清单!G6"] as string[])[0]).toBe("各有1份政策文件与解读材料没有相互关联，应当关联");
    expect(plan.fixes.map(({ place, rules }) => `${place.cell ?? ""} ${rules.join()}`)).toEqual([
      "C4 half-width-punctuation",
      "G6 half-width-punctuation",
    ]);
    const parts = unzipSync(fixed);
    const changedParts = Object.entries(unzipSync(wrong)).filter(
      ([name, bytes]) => !Buffer.from(bytes).equals(Buffer.from(parts[name]!)),
    );
    expect(changedParts.map(([name]) => name)).toEqual(["xl/worksheets/sheet3.xml"]);
  });

  test("keeps its formulas: what they give is left to people", async () => {
    const wrong = await changedWorkbook((sheet) => {
      sheet.getCell("G6").value = { formula: '"没有关联,"&"应当关联"', result: "没有关联,应当关联" };
    });
    const plan = await planAfter([], { files: { [workbook]: wrong } });
    expect(plan.outputs).toEqual([]);
    expect(plan.unfixed.map(({ reason }) => reason)).toEqual(["formula"]);
  });

  test("keeps the formats of single characters", async (context) => {
    requirePythonModule("openpyxl", context);
    const wrong = await changedWorkbook((sheet) => {
      sheet.getCell("C4").value = {
        richText: [{ text: "栏目设置", font: { bold: true } }, { text: "不规范,未公开数据" }],
      };
    });
    const fixed = outputOf(await planAfter([], { files: { [workbook]: wrong } }));
    const after = readCells(fixed);
    expect(differences(readCells(wrong), after)).toEqual(["问题清单!C4"]);
    expect((after["问题清单!C4"] as unknown[])[0]).toBe("栏目设置不规范，未公开数据");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(fixed.buffer.slice(fixed.byteOffset, fixed.byteOffset + fixed.byteLength) as ArrayBuffer);
    expect(book.getWorksheet("问题清单")!.getCell("C4").value).toEqual({
      richText: [{ text: "栏目设置", font: { bold: true } }, { text: "不规范，未公开数据" }],
    });
  });

  test("is fixed in the first cell of a merged one", async (context) => {
    requirePythonModule("openpyxl", context);
    const wrong = await changedWorkbook((sheet) => {
      sheet.getCell("C5").value = "网站链接不可访问,长期没有修复";
      sheet.mergeCells("C5:C6");
    });
    const fixed = outputOf(await planAfter([], { files: { [workbook]: wrong } }));
    expect(differences(readCells(wrong), readCells(fixed))).toEqual(["问题清单!C5"]);
  });
});

describe("replacing the texts of cells", () => {
  test("leaves cells alone that hold no text, are not there or stand in no sheet", () => {
    const bytes = bytesOf(workbook);
    const changes = [
      { sheet: "网站", cell: "C3", text: "甲" },
      { sheet: "网站", cell: "ZZ900", text: "甲" },
      { sheet: "没有", cell: "A1", text: "甲" },
    ];
    const result = replaceCellTexts(bytes, changes);
    expect(result.bytes).toBe(bytes);
    expect(result.left.map(({ change, reason }) => `${change.sheet}!${change.cell} ${reason}`).sort()).toEqual([
      "没有!A1 noText",
      "网站!C3 noText",
      "网站!ZZ900 noText",
    ]);
  });
});
