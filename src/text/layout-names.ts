import type { Appearance, Attachment, TableColumn } from "../document/tree.js";

/** How the choices of layout are called in the review text. */
export const formNames: Readonly<Record<Appearance["form"], string>> = {
  plain: "无版头",
  redHead: "文件格式",
  letter: "信函格式",
};

export const pageNumberNames: Readonly<Record<Appearance["pageNumbers"], string>> = {
  outer: "单页居右、双页居左",
  centre: "居中",
};

export const latinFontNames: Readonly<Record<Appearance["latinFont"], string>> = {
  body: "与正文相同",
  timesNewRoman: "Times New Roman",
};

export const orientationNames: Readonly<Record<Attachment["orientation"], string>> = {
  portrait: "纵向",
  landscape: "横向",
};

export const alignmentNames: Readonly<Record<TableColumn["align"], string>> = {
  left: "左",
  centre: "居中",
  right: "右",
};

export const columnKindNames: Readonly<Record<TableColumn["kind"], string>> = {
  text: "文本",
  number: "数值",
  ordinal: "序号",
  code: "编码",
};
