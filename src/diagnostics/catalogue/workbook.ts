import { entry } from "../diagnostic.js";

/** Messages about an .xlsx file itself, before anyone looks at what its sheets mean. */
export const workbookMessages = {
  "workbook-empty-file": entry("error", () => ({
    message: "文件是空的（0 字节）",
    hint: "文件可能没有保存或传输完整，请用 Excel 或 WPS 重新保存后再试",
  })),
};
