/**
 * Writes inspection.xlsx of the sample editions from their inspection.yaml, in the shape in which a clerk would really keep it:
 * `node scripts/write-sample-workbooks.mjs`.
 *
 * On purpose that of chaozhou-2024q2 has what real workbooks have: a title above the headings, headings with line breaks, columns that the circular does not use,
 * units merged down their accounts, numbers stored as text, full-width digits, a 注 at the end and formatted empty rows behind the data.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ExcelJS from "exceljs";
import { parse } from "yaml";

const editionFolder = (edition) => new URL(`../data/${edition}/`, import.meta.url);
const readTables = (edition) => parse(readFileSync(new URL("inspection.yaml", editionFolder(edition)), "utf8"));

const thin = { style: "thin" };
const border = { top: thin, bottom: thin, left: thin, right: thin };

function newWorkbook(creator) {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = creator;
  // A fixed time: the file should only change when its contents do.
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 6, 1));
  return workbook;
}

/** Adds a sheet with a merged title, the headings in row 2 and the rows below them. */
function addSheet(workbook, name, title, columns, rows) {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 2 }] });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell("A1").value = title;
  sheet.getCell("A1").font = { name: "黑体", size: 16 };
  sheet.getCell("A1").alignment = { horizontal: "center" };
  const heading = sheet.getRow(2);
  columns.forEach(({ heading: text }, index) => {
    const cell = heading.getCell(index + 1);
    cell.value = text;
    cell.font = { name: "宋体", bold: true };
    cell.alignment = { wrapText: true, horizontal: "center", vertical: "middle" };
    cell.border = border;
  });
  rows.forEach((row, index) => {
    columns.forEach(({ value }, column) => {
      const cell = sheet.getCell(index + 3, column + 1);
      cell.value = value(row, index);
      cell.border = border;
      cell.alignment = { wrapText: true, vertical: "middle" };
    });
  });
  return sheet;
}

/** Merges equal values that follow each other in a column; `group` keeps apart what belongs to different groups. */
function mergeDown(sheet, column, rows, group) {
  let start = 0;
  for (let index = 1; index <= rows.length; index += 1) {
    if (index < rows.length && group(rows[index]) === group(rows[start])) continue;
    if (index - start > 1) sheet.mergeCells(start + 3, column, index + 2, column);
    start = index;
  }
}

function addNote(sheet, rows, columns, text) {
  const row = rows.length + 3;
  sheet.mergeCells(row, 1, row, columns);
  sheet.getCell(row, 1).value = text;
  sheet.getCell(row, 1).alignment = { wrapText: true };
  // Formatted but empty rows, as they remain when rows have been cleared instead of deleted.
  for (let empty = row + 1; empty <= row + 20; empty += 1) {
    for (let column = 1; column <= columns; column += 1) sheet.getCell(empty, column).border = border;
  }
}

const join = (list) => (list ?? []).join("、");

async function save(workbook, edition) {
  await workbook.xlsx.writeFile(fileURLToPath(new URL("inspection.xlsx", editionFolder(edition))));
}

async function writeChaozhouQuarter() {
  const note = "注：抽查采样时间截止2024年6月30日。";
  const workbook = newWorkbook("潮州市人民政府办公室");
  const data = readTables("chaozhou-2024q2");

  const sites = data["网站"];
  const siteSheet = addSheet(
    workbook,
    "网站",
    "2024年第二季度政府网站抽查情况",
    [
      { heading: "序号", width: 6, value: (_, index) => index + 1 },
      { heading: "网站名称", width: 28, value: (row) => row["网站名称"] },
      // Some were typed with a Chinese input method.
      {
        heading: "单项否决类\n严重问题",
        width: 12,
        value: (row, index) => (index % 3 === 1 ? "０" : row["单项否决类严重问题"]),
      },
      { heading: "其他问题", width: 30, value: (row) => row["其他问题"] },
      { heading: "得分情况", width: 10, value: (row) => row["得分情况"] },
      { heading: "检查人员备注", width: 16, value: () => null },
    ],
    sites,
  );
  mergeDown(siteSheet, 4, sites, (row) => row["其他问题"]);
  addNote(siteSheet, sites, 6, note);

  const accounts = data["新媒体"];
  const accountSheet = addSheet(
    workbook,
    "新媒体",
    "2024年第二季度政务新媒体抽查情况",
    [
      // Stored as text, as it comes out of other systems.
      { heading: "序号", width: 6, value: (row) => String(row["序号"]) },
      { heading: "单位名称", width: 32, value: (row) => row["单位名称"] },
      { heading: "账号类型", width: 16, value: (row) => row["账号类型"] },
      { heading: "账号名称", width: 24, value: (row) => row["账号名称"] },
      { heading: "结果", width: 8, value: (row) => row["结果"] },
    ],
    accounts,
  );
  mergeDown(accountSheet, 1, accounts, (row) => row["序号"]);
  mergeDown(accountSheet, 2, accounts, (row) => `${row["序号"]} ${row["单位名称"]}`);
  addNote(accountSheet, accounts, 5, note);

  const findings = data["问题清单"];
  const findingSheet = addSheet(
    workbook,
    "问题清单",
    "2024年第二季度检查发现问题",
    [
      { heading: "序号", width: 6, value: (_, index) => index + 1 },
      { heading: "类别", width: 10, value: (row) => row["类别"] },
      { heading: "存在问题", width: 40, value: (row) => row["存在问题"] },
      { heading: "责任单位", width: 30, value: (row) => join(row["责任单位"]) },
      { heading: "涉及网站", width: 28, value: (row) => join(row["涉及网站"]) },
      { heading: "涉及账号", width: 20, value: (row) => join(row["涉及账号"]) },
      { heading: "情况", width: 40, value: (row) => row["情况"] },
      { heading: "部门情况", width: 30, value: (row) => row["部门情况"] ?? null },
    ],
    findings,
  );
  addNote(findingSheet, findings, 8, "注：检查采样时间为2024年4月1日至6月30日。");

  await save(workbook, "chaozhou-2024q2");
}

/** A sheet for every table, with its columns in the order in which they first appear; `merged` are merged down. */
async function writePlain(edition, creator, titles, merged = []) {
  const workbook = newWorkbook(creator);
  for (const [name, rows] of Object.entries(readTables(edition))) {
    const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const columns = headings.map((heading) => ({
      heading,
      width: Math.min(40, Math.max(8, ...rows.map((row) => 2 * String(row[heading] ?? "").length + 2))),
      value: (row) => (Array.isArray(row[heading]) ? join(row[heading]) : (row[heading] ?? null)),
    }));
    const numbered = [{ heading: "序号", width: 6, value: (_, index) => index + 1 }, ...columns];
    const sheet = addSheet(workbook, name, titles[name] ?? name, numbered, rows);
    headings.forEach((heading, index) => {
      if (merged.includes(heading)) mergeDown(sheet, index + 2, rows, (row) => row[heading]);
    });
  }
  await save(workbook, edition);
}

await writeChaozhouQuarter();
await writePlain(
  "guangdong-2022q2",
  "广东省人民政府办公厅",
  {
    网站汇总: "2022年第二季度各地、各部门政府网站检查情况",
    问题网站: "2022年第二季度存在突出问题的政府网站",
    新媒体汇总: "2022年第二季度各地、各部门政务新媒体检查情况",
    问题新媒体: "2022年第二季度存在突出问题的政务新媒体",
  },
  ["地区"],
);
await writePlain("chaozhou-2019", "潮州市人民政府办公室", {
  网站考评: "2019年政府网站考评得分",
  新媒体考评: "2019年政务新媒体考评得分",
});
await writePlain("nanchong-2024q1", "南充市人民政府办公室", { 问题名单: "2024年第一季度存在突出问题的名单" });
