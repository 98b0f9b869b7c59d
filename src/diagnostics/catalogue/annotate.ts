import { entry } from "../diagnostic.js";

/** Messages about copies of workbooks into which the problems are written. */
export const annotateMessages = {
  "annotate-workbook-unreadable": entry("error", () => ({
    message: "工作簿打不开，没有写批注副本",
    hint: "先按上面列出的问题修好工作簿，再重新核对",
  })),
  "annotate-workbook-not-reached": entry("error", () => ({
    message: "还没有读到工作簿，没有写批注副本",
    hint: "先改正上面列出的问题，再重新核对",
  })),
  "annotate-strict-format": entry("error", () => ({
    message: "工作簿是“Strict Open XML 电子表格”格式，不能写批注副本",
    hint: "用 Excel 打开它，选“另存为”，保存类型选“Excel 工作簿（*.xlsx）”，再重新核对；上面列出的问题不受影响",
  })),
  "annotate-own-copy": entry("error", () => ({
    message: "这个工作簿本身就是批注副本，没有再往上加批注",
    hint: "请在没有批注的原工作簿里改正；要改用这个副本，请先删去“问题汇总”工作表、批注和填充的颜色",
  })),
  "annotate-name-taken": entry("error", () => ({
    message: "这个文件不是程序写的批注副本，没有覆盖它",
    hint: "请把它改名或移到别处，再重新核对",
  })),
};
