/**
 * Writes data/chaozhou-2024q2/inspection.xlsx from inspection.yaml, in the shape in which a clerk would really keep it:
 * `node scripts/write-sample-workbook.mjs`.
 *
 * On purpose it has what real workbooks have: a title above the headings, headings with line breaks, columns that the circular does not use,
 * units merged down their accounts, numbers stored as text, full-width digits, a 注 at the end and formatted empty rows behind the data.
 */
import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { parse } from "yaml";

const folder = new URL("../data/chaozhou-2024q2/", import.meta.url);
const data = parse(readFileSync(new URL("inspection.yaml", folder), "utf8"));

const thin = { style: "thin" };
const border = { top: thin, bottom: thin, left: thin, right: thin };

const workbook = new ExcelJS.Workbook();
workbook.creator = "潮州市人民政府办公室";
// A fixed time: the file should only change when its contents do.
workbook.created = workbook.modified = new Date(Date.UTC(2024, 6, 1));

/** Adds a sheet with a merged title, the headings in row 2 and the rows below them. */
function addSheet(name, title, columns, rows) {
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
const note = "注：抽查采样时间截止2024年6月30日。";

const sites = data["网站"];
const siteSheet = addSheet(
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

await workbook.xlsx.writeFile(new URL("inspection.xlsx", folder).pathname);
