import { entry } from "../diagnostic.js";

/** Messages about an .xlsx file itself, before anyone looks at what its sheets mean. */
export const workbookMessages = {
  "workbook-empty-file": entry("error", () => ({
    message: "文件是空的（0 字节）",
    hint: "文件可能没有保存或传输完整，请用 Excel 或 WPS 重新保存后再试",
  })),

  // What the file is instead of an .xlsx workbook

  "workbook-old-format": entry("error", () => ({
    message: "文件是旧版 Excel 97-2003 或 WPS 表格格式（.xls、.et），不是 .xlsx 工作簿",
    hint: "用 Excel 或 WPS 打开它，选“另存为”，保存类型选“Excel 工作簿（*.xlsx）”；只改扩展名不起作用",
  })),
  "workbook-password-protected": entry("error", () => ({
    message: "工作簿设了打开密码，无法读取",
    hint: "先取消密码再保存：Excel 在“文件”→“信息”→“保护工作簿”→“用密码进行加密”里把密码清空；WPS 在“文件”→“文档加密”→“密码加密”里把打开密码清空",
  })),
  "workbook-binary-format": entry("error", () => ({
    message: "文件是 Excel 二进制工作簿格式（.xlsb），不是 .xlsx 工作簿",
    hint: "用 Excel 打开它，选“另存为”，保存类型选“Excel 工作簿（*.xlsx）”；只改扩展名不起作用",
  })),
  "workbook-is-text": entry("error", (p: { kind: string }) => ({
    message: `文件内容是${p.kind}，不是 .xlsx 工作簿`,
    hint: "用 Excel 或 WPS 打开它，核对内容后选“另存为”，保存类型选“Excel 工作簿（*.xlsx）”；只改扩展名不起作用",
  })),
  "workbook-is-other-spreadsheet": entry("error", (p: { kind: string }) => ({
    message: `文件是${spaced(p.kind)}，不是 .xlsx 工作簿`,
    hint: "用 Excel 或 WPS 打开它，选“另存为”，保存类型选“Excel 工作簿（*.xlsx）”；只改扩展名不起作用",
  })),
  "workbook-is-other-document": entry("error", (p: { kind: string }) => ({
    message: `文件是${spaced(p.kind)}，不是 .xlsx 工作簿`,
    hint: "请核对是否选错了文件、改错了扩展名",
  })),
  "workbook-is-archive": entry("error", (p: { workbookInside?: string }) => ({
    message: "文件是压缩包，不是 .xlsx 工作簿",
    ...(p.workbookInside === undefined
      ? { hint: "请核对是否选错了文件、改错了扩展名" }
      : { actual: `压缩包里有“${p.workbookInside}”`, hint: "先把压缩包解压，再使用里面的工作簿" }),
  })),
  "workbook-unrecognized": entry("error", () => ({
    message: "文件不是 .xlsx 工作簿，也认不出是什么格式",
    hint: "用 Excel 打开试试：打不开说明文件已损坏或选错了文件；能打开就另存为“Excel 工作簿（*.xlsx）”再试",
  })),

  // Damage

  "workbook-damaged-archive": entry("error", (p: { detail: string }) => ({
    message: "文件已损坏或不完整，无法打开",
    actual: p.detail,
    hint: "多半是下载、拷贝或网盘同步中断造成的，请重新取得这个文件；如果 Excel 打开时提示修复，修复后另存一份再试",
  })),
  "workbook-damaged-part": entry("error", (p: { part: string; detail: string }) => ({
    message: `${p.part}的内容已损坏，无法读取`,
    actual: p.detail,
    hint: "用 Excel 打开文件（提示修复时选“是”），核对内容后另存为新的 .xlsx 文件再试",
  })),
  "workbook-missing-part": entry("error", (p: { part: string }) => ({
    message: `文件里缺少${p.part}`,
    hint: "文件可能已损坏，或由不规范的软件生成：用 Excel 打开文件（提示修复时选“是”），核对内容后另存为新的 .xlsx 文件再试",
  })),
  "workbook-missing-text": entry("error", (p: { count: number }) => ({
    message: `有 ${String(p.count)} 个单元格的文字在文件里找不到`,
    hint: "文件可能已损坏，或由不规范的软件生成：用 Excel 打开文件，核对并补全内容后另存为新的 .xlsx 文件再试",
  })),
  "workbook-declares-entities": entry("error", (p: { part: string }) => ({
    message: `${p.part}里有 DOCTYPE 声明，为安全起见不予读取`,
    hint: "Excel 和 WPS 不会生成这样的文件，请核对文件来源；内容可信的话，用 Excel 打开后另存为新的 .xlsx 文件再试",
  })),

  // Limits

  "workbook-too-many-parts": entry("error", (p: { count: number; limit: number }) => ({
    message: `文件内部有 ${String(p.count)} 个部件，超过部件数上限 ${String(p.limit)}`,
    actual: `${String(p.count)} 个`,
    expected: `不超过 ${String(p.limit)} 个`,
    hint: "多半是图片等嵌入内容太多：把要用的工作表复制到新的工作簿里再试",
  })),
  "workbook-part-too-large": entry("error", (p: { part: string; bytes: number; limit: number }) => ({
    message: `${p.part}展开后有 ${megabytes(p.bytes)}，超过单个部件大小上限 ${megabytes(p.limit)}`,
    actual: megabytes(p.bytes),
    expected: `不超过 ${megabytes(p.limit)}`,
    hint: "只保留要用的行和列，删去多余的空行和格式后另存再试；数据确实有这么多时，请调高这个上限",
  })),
  "workbook-too-large": entry("error", (p: { limit: number }) => ({
    message: `工作簿展开后超过总大小上限 ${megabytes(p.limit)}`,
    expected: `不超过 ${megabytes(p.limit)}`,
    hint: "把不用的工作表移到别的工作簿，删去多余的空行和格式后另存再试；数据确实有这么多时，请调高这个上限",
  })),
  "workbook-size-mismatch": entry("error", (p: { part: string }) => ({
    message: `${p.part}展开后的大小与文件中登记的不符，不予读取`,
    hint: "文件可能已损坏或被改动过，请核对文件来源；用 Excel 打开核对内容后另存为新的 .xlsx 文件再试",
  })),
  "workbook-too-many-rows": entry("error", (p: { limit: number }) => ({
    message: `有内容的行超过行数上限 ${String(p.limit)}`,
    expected: `全部工作表合计不超过 ${String(p.limit)} 行`,
    hint: "把不用的工作表和行移到别的工作簿后再试；数据确实有这么多时，请调高这个上限",
  })),
  "workbook-too-many-cells": entry("error", (p: { limit: number }) => ({
    message: `有内容的单元格超过单元格数上限 ${String(p.limit)}`,
    expected: `全部工作表合计不超过 ${String(p.limit)} 个（合并单元格按它盖住的格数算）`,
    hint: "把不用的工作表、行和列移到别的工作簿，取消过大的合并单元格后再试；数据确实有这么多时，请调高这个上限",
  })),
  "workbook-too-many-merges": entry("error", (p: { limit: number }) => ({
    message: `合并单元格超过合并区域数上限 ${String(p.limit)}`,
    expected: `全部工作表合计不超过 ${String(p.limit)} 处`,
    hint: "取消不需要的合并单元格后再试；数据确实有这么多时，请调高这个上限",
  })),
  "workbook-text-too-long": entry("error", (p: { length: number; limit: number }) => ({
    message: `单元格的文字有 ${String(p.length)} 个字符，超过单元格字数上限 ${String(p.limit)}`,
    actual: `${String(p.length)} 个字符`,
    expected: `不超过 ${String(p.limit)} 个字符`,
    hint: "Excel 的一个单元格最多放 32767 个字符，请把这段文字缩短或分到几个单元格",
  })),
};

/** Rounded up to a tenth, so that a size just over a limit is not printed as the limit itself. */
function megabytes(bytes: number): string {
  return `${String(Math.ceil((bytes / (1024 * 1024)) * 10) / 10)} MB`;
}

/** A name in Latin letters stands a blank apart from the Chinese before it. */
function spaced(name: string): string {
  return /^[A-Za-z]/u.test(name) ? ` ${name}` : name;
}
