import type { CircularType } from "../schema/definitions.js";
import { requirement, tableRequirement } from "./requirements.js";
import type { SheetNames } from "./sheet-names.js";
import { shownValue } from "./text-width.js";
import { sheetRows, type DatasetSheet, type GuideSheet } from "./workbook-form.js";

/** 填表说明: the rules for all tables, then the columns of each. */
export function guideSheet(type: CircularType, names: SheetNames, sheets: readonly DatasetSheet[]): GuideSheet {
  return {
    name: names.guide,
    heading: `填表说明——${type.name}`,
    rules: rules(type),
    tables: type.datasets.map((dataset, index) => {
      const sheet = sheets[index];
      const name = sheet?.name ?? dataset.name;
      const first = sheet?.readColumns.first ?? 0;
      return {
        heading: `工作表“${name}”${dataset.description === "" ? "" : `：${dataset.description}`}${tableRequirement(dataset)}`,
        rows: dataset.columns.map((column, position) => [
          column.name,
          column.required ? "必填" : "选填",
          column.description === "" ? column.name : column.description,
          requirement(column),
          shownValue(sheet?.example[first + position]).replace(/^示例：/u, ""),
        ]),
      };
    }),
  };
}

function rules(type: CircularType): string[] {
  const hasCodes = type.datasets.some((dataset) => dataset.columns.some((column) => column.kind === "code"));
  const fillsDown = type.datasets.some((dataset) => dataset.columns.some((column) => column.fillDown));
  return [
    `每张工作表从第${String(sheetRows.firstData)}行起填，一行一条，中间可以有空行。第${String(sheetRows.example)}行是示例，不会读入，可以留着，也可以删去整行。`,
    "表头带 * 的列必须填。一行开始填以后，还空着的必填格显示为黄色，填好就恢复。鼠标停在表头上可以看到这一列的要求。",
    "表头的字不要改，也不要删列；列的先后可以调换，也可以在右边加自己用的列（不会读入）。工作表的名称不要改。",
    "最左边的“序号”如果没有列在下面的表里，填不填都可以：印出来的序号由程序编排。",
    `同一单位占几行时，每行都写单位名称，或者把上下相邻的几格合并成一格，两种都可以。不要左右合并，也不要只写第一行、下面几行空着不合并${fillsDown ? "（要求里写着“空白表示与上一行相同”的列除外）" : ""}。`,
    ...(hasCodes ? ["编码列已设为文本格式，请不要改成数字格式，否则开头的 0 和第15位以后的数字会丢失。"] : []),
    "可以用公式，但要在 Excel 或 WPS 里算出结果并保存；不要留下 #N/A、#REF! 这样的错误值。",
    "不用写合计行，通报里的合计由程序计算。写了合计行、表下写了“注：……”，都不会当作数据读入。",
    "隐藏的行和被筛选掉的行照样读入；不要的行请删去整行。",
    "某张表没有内容（例如没有发现问题）时，留着表头，下面不填。",
    "从别处复制数据时，请用“选择性粘贴—数值”，以免把下拉框和格式盖掉。",
    "请保存为“Excel 工作簿（*.xlsx）”，不要存成 .xls、.et 或 .csv。",
  ];
}
