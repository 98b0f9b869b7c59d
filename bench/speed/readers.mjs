/** Reading a workbook, by us and by others: from the path to the values of all rows. */
import { readFile } from "node:fs/promises";
import { loadOurs } from "./load-ours.mjs";

/** How many rows there are, and the second cell of the last one: what all must agree on. */
export const readers = {
  tongbao: async (path, work) => {
    const { ours } = loadOurs(work);
    return ours.readWorkbook(await readFile(path));
  },
  "read-excel-file": async (path) => {
    const { default: readXlsxFile } = await import("read-excel-file/node");
    const read = await readXlsxFile(path);
    // Since version 9: the rows of every sheet.
    const rows = Array.isArray(read[0]) ? read : read[0].data;
    return { rows: rows.length, last: rows.at(-1)[1] };
  },
  SheetJS: async (path) => {
    const { default: xlsx } = await import("xlsx");
    const { Sheets, SheetNames } = xlsx.read(await readFile(path), { dense: true });
    const rows = xlsx.utils.sheet_to_json(Sheets[SheetNames[0]], { header: 1 });
    return { rows: rows.length, last: rows.at(-1)[1] };
  },
  exceljs: async (path) => {
    const { default: exceljs } = await import("exceljs");
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const rows = [];
    workbook.worksheets[0].eachRow(({ values }) => {
      rows.push(values);
    });
    return { rows: rows.length, last: rows.at(-1)[2] };
  },
};
