import { entry } from "../diagnostic.js";
import { excerpt, quoteNames } from "./wording.js";

/** Messages about a .docx file that is read, before anyone looks at whether its words are right. */
export const docxReadingMessages = {
  "docx-empty-file": entry("error", () => ({
    message: "文件是空的（0 字节）",
    hint: "文件可能没有保存或传输完整，请用 Word 或 WPS 重新保存后再试",
  })),

  // What the file is instead of a .docx document

  "docx-old-format": entry("error", () => ({
    message: "文件是旧版 Word 97-2003 或 WPS 文字格式（.doc、.wps），不是 .docx 文档",
    hint: "用 Word 或 WPS 打开它，选“另存为”，保存类型选“Word 文档（*.docx）”；只改扩展名不起作用",
  })),
  "docx-password-protected": entry("error", () => ({
    message: "文档设了打开密码，无法读取",
    hint: "先取消密码再保存：Word 在“文件”→“信息”→“保护文档”→“用密码进行加密”里把密码清空；WPS 在“文件”→“文档加密”→“密码加密”里把打开密码清空",
  })),
  "docx-is-text": entry("error", (p: { kind: string }) => ({
    message: `文件内容是${p.kind}，不是 .docx 文档`,
    hint: "用 Word 或 WPS 打开它，核对内容后选“另存为”，保存类型选“Word 文档（*.docx）”；只改扩展名不起作用",
  })),
  "docx-is-other-text-document": entry("error", (p: { kind: string }) => ({
    message: `文件是${spaced(p.kind)}，不是 .docx 文档`,
    hint: "用 Word 或 WPS 打开它，选“另存为”，保存类型选“Word 文档（*.docx）”；只改扩展名不起作用",
  })),
  "docx-is-other-document": entry("error", (p: { kind: string }) => ({
    message: `文件是${spaced(p.kind)}，不是 .docx 文档`,
    hint: "请核对是否选错了文件、改错了扩展名",
  })),
  "docx-is-archive": entry("error", (p: { documentInside?: string }) => ({
    message: "文件是压缩包，不是 .docx 文档",
    ...(p.documentInside === undefined
      ? { hint: "请核对是否选错了文件、改错了扩展名" }
      : { actual: `压缩包里有“${p.documentInside}”`, hint: "先把压缩包解压，再使用里面的文档" }),
  })),
  "docx-unrecognised": entry("error", () => ({
    message: "文件不是 .docx 文档，也认不出是什么格式",
    hint: "用 Word 打开试试：打不开说明文件已损坏或选错了文件；能打开就另存为“Word 文档（*.docx）”再试",
  })),

  // Damage and limits

  "docx-damaged-archive": entry("error", (p: { detail: string }) => ({
    message: "文件已损坏或不完整，无法打开",
    actual: p.detail,
    hint: "多半是下载、拷贝或网盘同步中断造成的，请重新取得这个文件；如果 Word 打开时提示修复，修复后另存一份再试",
  })),
  "docx-damaged-part": entry("error", (p: { part: string; detail: string }) => ({
    message: `${p.part}的内容已损坏，无法读取`,
    actual: p.detail,
    hint: "用 Word 打开文件（提示修复时选“是”），核对内容后另存为新的 .docx 文件再试",
  })),
  "docx-missing-part": entry("error", (p: { part: string }) => ({
    message: `文件里缺少${p.part}`,
    hint: "文件可能已损坏，或由不规范的软件生成：用 Word 打开文件（提示修复时选“是”），核对内容后另存为新的 .docx 文件再试",
  })),
  "docx-declares-entities": entry("error", (p: { part: string }) => ({
    message: `${p.part}里有 DOCTYPE 声明，为安全起见不予读取`,
    hint: "Word 和 WPS 不会生成这样的文件，请核对文件来源；内容可信的话，用 Word 打开后另存为新的 .docx 文件再试",
  })),
  "docx-too-many-parts": entry("error", (p: { count: number; limit: number }) => ({
    message: `文件内部有 ${String(p.count)} 个部件，超过部件数上限 ${String(p.limit)}`,
    actual: `${String(p.count)} 个`,
    expected: `不超过 ${String(p.limit)} 个`,
    hint: "多半是图片等嵌入内容太多：把要用的内容复制到新的文档里再试",
  })),
  "docx-part-too-large": entry("error", (p: { part: string; bytes: number; limit: number }) => ({
    message: `${p.part}展开后有 ${megabytes(p.bytes)}，超过单个部件大小上限 ${megabytes(p.limit)}`,
    actual: megabytes(p.bytes),
    expected: `不超过 ${megabytes(p.limit)}`,
    hint: "把特别长的附件分到别的文件，或者压缩图片后另存再试",
  })),
  "docx-too-large": entry("error", (p: { limit: number }) => ({
    message: `文档展开后超过总大小上限 ${megabytes(p.limit)}`,
    expected: `不超过 ${megabytes(p.limit)}`,
    hint: "把特别长的附件分到别的文件，或者压缩图片后另存再试",
  })),
  "docx-size-mismatch": entry("error", (p: { part: string }) => ({
    message: `${p.part}展开后的大小与文件中登记的不符，不予读取`,
    hint: "文件可能已损坏或被改动过，请核对文件来源；用 Word 打开核对内容后另存为新的 .docx 文件再试",
  })),

  // What was read in a way that somebody should know of

  "docx-tracked-changes": entry("warning", (p: { count: number }) => ({
    message: `文档里有 ${String(p.count)} 处修订还没有接受或拒绝，这里按全部接受读取`,
    hint: "定稿前请在“审阅”里逐处接受或拒绝修订",
  })),
  "docx-comments": entry("warning", (p: { count: number }) => ({
    message: `文档里有 ${String(p.count)} 条批注`,
    hint: "批注不算正文；定稿前请处理完并删去",
  })),
  "docx-hidden-text": entry("warning", (p: { text: string }) => ({
    message: "文档里有隐藏文字，印不出来，这里不算正文",
    actual: excerpt(p.text),
    hint: "要印出来的，请选中后在“字体”里取消“隐藏”；不要的请删去",
  })),
  "docx-unread-content": entry("warning", (p: { kinds: readonly string[] }) => ({
    message: `文档里有读不了的内容：${p.kinds.join("、")}`,
    hint: "这些内容没有核对，也没有比对，请自己查看",
  })),
  "docx-body-table": entry("warning", (p: { text: string }) => ({
    message: "正文里有表格，表格的每一行按一段文字读取",
    actual: excerpt(p.text),
    hint: "表格一般放在附件里，另起一页，左上角写“附件”",
  })),
  "docx-nested-table": entry("warning", (p: { text: string }) => ({
    message: "表格的单元格里还有表格，里面的内容按文字读取",
    actual: excerpt(p.text),
  })),
  "docx-misplaced-picture": entry("warning", (p: { names: readonly string[] }) => ({
    message: "图片不单独占一段，没有当作附件内容读取",
    actual: quoteNames(p.names),
    hint: "图片没有比对，请自己查看",
  })),
  "docx-no-title": entry("warning", () => ({
    message: "没有认出标题",
    hint: "标题应当在正文前面居中，字号比正文大",
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
