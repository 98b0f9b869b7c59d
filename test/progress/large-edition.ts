import { strToU8, zipSync } from "fflate";
import type { FileTree } from "../broken/broken-edition.js";

/** A circular of nothing but one long table. */
const type = `名称: 长表
标题: ["关于{{期间}}检查情况的通报"]
数据表:
  账号:
    列:
      主办单位: { 必填: 是 }
      账号名称: { 必填: 是 }
      得分: { 类型: 数值, 必填: 是 }
附件:
  - 名称: 检查情况表
    内容:
      - 表:
          数据表: 账号
          列:
            - { 标题: 序号, 序号: { 按: 主办单位 }, 宽: 3 }
            - { 标题: 主办单位, 合并: 是, 宽: 8 }
            - { 标题: 账号名称, 宽: 8 }
            - { 标题: 得分, 宽: 4 }
`;

const body = "# 检查情况\n\n共检查账号{{行数 账号}}个。\n";

const circular = `通报类型: 长表
期间: { 年: 2024, 季度: 2 }
发文机关: 某某市人民政府办公室
主送: 各区人民政府
成文日期: 2024-07-10
`;

/**
 * Editions with long tables, and their type.
 *
 * @param rows of each table
 * @param names of the editions, in `data/`
 */
export function largeEditions(rows: number, names: readonly string[]): FileTree {
  const encoder = new TextEncoder();
  const workbook = longWorkbook(rows);
  return new Map([
    ["templates/长表/type.yaml", encoder.encode(type)],
    ["templates/长表/body.hbs", encoder.encode(body)],
    ...names.flatMap((name): [string, Uint8Array][] => [
      [`data/${name}/circular.yaml`, encoder.encode(circular)],
      [`data/${name}/inspection.xlsx`, workbook],
    ]),
  ]);
}

/**
 * A workbook of one sheet, with the rows of the table under one of headings.
 *
 * @param size that the sheet says it has
 */
export function longWorkbook(rows: number, size = `A1:C${String(rows + 1)}`): Uint8Array {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const data = Array.from({ length: rows }, (_, index) => {
    const agency = text(`第${String(Math.floor(index / 3))}办公室`);
    return `<row>${agency}${text(`发布${String(index)}`)}<c><v>${String(index % 100)}</v></c></row>`;
  });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relationships = (id: string, kind: string, target: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/></Relationships>`,
    );
  return zipSync({
    "_rels/.rels": relationships("rId1", "officeDocument", "xl/workbook.xml"),
    "xl/_rels/workbook.xml.rels": relationships("rId1", "worksheet", "worksheets/sheet1.xml"),
    "xl/workbook.xml": strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="账号" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="${main}"><dimension ref="${size}"/><sheetData><row>${["主办单位", "账号名称", "得分"].map(text).join("")}</row>${data.join("")}</sheetData></worksheet>`,
    ),
  });
}
