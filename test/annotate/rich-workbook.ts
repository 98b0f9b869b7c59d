import { strFromU8, strToU8, unzipSync } from "fflate";
import ExcelJS from "exceljs";
import { zipParts } from "../input/xlsx/build-workbook.js";

/** A picture of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Validations as Excel 2010 and later write them when they refer to another sheet. */
export const newerValidations =
  '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
  '<x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1">' +
  "<x14:formula1><xm:f>单位!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>E3:E40</xm:sqref></x14:dataValidation></x14:dataValidations></ext>";

/** A workbook with much in it that must survive, as exceljs writes it, and newer validations, which exceljs does not know. */
export async function richWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2024, 0, 1));
  const sheet = workbook.addWorksheet("网站", {
    views: [{ state: "frozen", xSplit: 1, ySplit: 2 }],
    pageSetup: { orientation: "landscape", printTitlesRow: "1:2", fitToPage: true, fitToHeight: 0 },
    headerFooter: { oddFooter: "第 &P 页" },
  });
  sheet.addRow(["检查结果"]);
  sheet.mergeCells("A1:F1");
  sheet.addRow(["网站名称", "得分", "日期", "结果", "单位", "合计"]);
  for (let row = 3; row <= 8; row += 1) {
    sheet.addRow([`网站${String(row)}`, row / 2, new Date(Date.UTC(2024, 5, row)), "合格", "甲局"]);
    sheet.getCell(row, 2).numFmt = "0.00";
    sheet.getCell(row, 3).numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell(row, 4).dataValidation = { type: "list", allowBlank: true, formulae: ['"合格,不合格"'] };
    sheet.getCell(row, 6).value = { formula: `B${String(row)}*2`, result: row };
  }
  sheet.getRow(2).eachCell((cell) => {
    cell.font = { bold: true, color: { argb: "FFFFFFFF" }, name: "黑体", size: 12 };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF1F4E78" } };
    cell.border = { bottom: { style: "thin" } };
    cell.alignment = { horizontal: "center", vertical: "middle" };
  });
  sheet.addConditionalFormatting({
    ref: "B3:B8",
    rules: [
      {
        type: "dataBar",
        priority: 1,
        cfvo: [{ type: "min" }, { type: "max" }],
        gradient: true,
      },
      { type: "cellIs", operator: "lessThan", formulae: [2], priority: 2, style: { font: { bold: true } } },
    ],
  });
  sheet.getCell("A4").note = { texts: [{ text: "老李：", font: { bold: true } }, { text: "待核实" }] };
  sheet.getCell("B5").note = "一条旧批注";
  sheet.mergeCells("E6:E8");
  sheet.getColumn(1).width = 33;
  sheet.getColumn(6).hidden = true;
  sheet.getRow(5).height = 30;
  sheet.getRow(7).hidden = true;
  sheet.addImage(workbook.addImage({ buffer: pixel as unknown as ExcelJS.Buffer, extension: "png" }), "H2:I4");
  sheet.getCell("A9").value = { text: "链接", hyperlink: "https://example.com/" };
  const units = workbook.addWorksheet("单位");
  for (const name of ["甲局", "乙局", "丙局"]) units.addRow([name]);
  units.autoFilter = "A1:A3";
  workbook.addWorksheet("藏", { state: "hidden" }).addRow(["藏着"]);
  workbook.definedNames.add("网站!$B$3:$B$8", "得分");
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const name = "xl/worksheets/sheet1.xml";
  const xml = strFromU8(parts[name]!);
  const withNewer = xml.includes("</extLst>")
    ? xml.replace("</extLst>", `${newerValidations}</extLst>`)
    : xml.replace("</worksheet>", `<extLst>${newerValidations}</extLst></worksheet>`);
  return zipParts({ ...parts, [name]: strToU8(withNewer) });
}
