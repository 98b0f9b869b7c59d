/** An .xlsx as Excel writes it, with shared strings: 100,000 × 8 cells made here rather than kept. */
import { floorZip } from "./floor.mjs";

const columns = ["主办单位", "账号名称", "平台", "检查结果", "粉丝数", "得分", "检查日期", "标识码"];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** @param {import("./rows.mjs").Account[]} accounts */
export function accountWorkbook(accounts) {
  const strings = new Map();
  let used = 0;
  const text = (value) => {
    used += 1;
    if (!strings.has(value)) strings.set(value, strings.size);
    return strings.get(value);
  };
  const cell = (letter, row, kind, value) => `<c r="${letter}${String(row)}"${kind}><v>${String(value)}</v></c>`;
  const rows = [
    `<row r="1">${columns.map((name, index) => cell("ABCDEFGH"[index], 1, ' t="s"', text(name))).join("")}</row>`,
  ];
  accounts.forEach(({ agency, name, platform, verdict }, index) => {
    const row = index + 2;
    rows.push(
      `<row r="${String(row)}">` +
        cell("A", row, ' t="s"', text(agency)) +
        cell("B", row, ' t="s"', text(name)) +
        cell("C", row, ' t="s"', text(platform)) +
        cell("D", row, ' t="s"', text(verdict)) +
        cell("E", row, "", (index * 7919) % 100000) +
        cell("F", row, "", ((index * 37) % 1000) / 10) +
        cell("G", row, ' s="1"', 45383 + (index % 91)) +
        cell("H", row, ' t="s"', text(`44${String(index).padStart(8, "0")}`)) +
        "</row>",
    );
  });
  const shared = [...strings.keys()].map((value) => `<si><t>${value}</t></si>`).join("");
  return floorZip([
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="账号" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    [
      "xl/sharedStrings.xml",
      `${declaration}<sst xmlns="${main}" count="${String(used)}" uniqueCount="${String(strings.size)}">${shared}</sst>`,
    ],
    [
      "xl/worksheets/sheet1.xml",
      `${declaration}<worksheet xmlns="${main}"><dimension ref="A1:H${String(accounts.length + 1)}"/><sheetData>${rows.join("")}</sheetData></worksheet>`,
    ],
  ]);
}
