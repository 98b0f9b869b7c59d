import { entry } from "../diagnostic.js";
import { quoteNames, suggestion } from "./wording.js";

interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
  readonly nearest: string | undefined;
}

/** Messages about files and folders: what is missing, what is in the way. */
export const fileMessages = {
  "edition-folder-missing": entry("error", ({ file }: { file: string }) => ({
    message: "没有这个文件夹",
    expected: `文件夹里有 ${file}`,
    hint: "请检查路径是否写对，例如 data/chaozhou-2024q2",
  })),
  "circular-file-missing": entry("error", ({ file }: { file: string }) => ({
    message: "文件夹里没有 circular.yaml",
    expected: file,
    hint: "每一期通报的文件夹里都要有 circular.yaml；可以从上一期复制过来修改",
  })),
  "circular-file-not-map": entry("error", ({ file }: { file: string }) => ({
    message: `${file} 应当是一行一个“键: 值”`,
    expected: "例如 发文机关: 示例市人民政府办公室",
    hint: "请检查冒号是否为半角、后面是否有一个空格",
  })),
  "type-name-not-plain": entry("error", ({ name }: { name: string }) => ({
    message: "“通报类型”只能是 templates 里的文件夹名",
    actual: name,
    hint: "请只写文件夹名，不要写路径",
  })),
  "type-folder-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `没有通报类型“${name}”`,
    ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
    hint: suggestion(nearest, "通报类型是 templates 里的文件夹名"),
  })),
  "datasets-not-map": entry("error", () => ({
    message: "数据表应当写成“数据表名:”，下面逐行列出",
    expected: "例如 网站: 换行后写 - {网站名称: …, 结果: 合格}",
  })),
  "data-file-not-plain": entry("error", ({ name }: { name: string }) => ({
    message: "数据文件必须与 circular.yaml 放在同一文件夹，只写文件名",
    actual: name,
  })),
  "data-file-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `找不到数据文件“${name}”`,
    ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
    hint: suggestion(nearest, "请检查文件名和扩展名"),
  })),
  "data-file-kind": entry("error", ({ name }: { name: string }) => ({
    message: "数据文件只能是 .xlsx 或 .yaml",
    actual: name,
    hint: "WPS 的 .et 和旧版 .xls 请另存为 .xlsx",
  })),
  "data-file-none": entry("error", ({ folder }: { folder: string }) => ({
    message: "没有检查结果数据",
    expected: `${folder} 里有 .xlsx 或 .yaml 数据文件`,
    hint: "请把填好的工作簿放进这个文件夹，或在 circular.yaml 里写“数据表”",
  })),
  "data-file-ambiguous": entry("error", ({ found }: { found: readonly string[] }) => ({
    message: "文件夹里有几个数据文件，不知道该用哪一个",
    actual: quoteNames(found),
    hint: "请在 circular.yaml 里写明“数据文件”",
  })),
  "dataset-in-two-places": entry("error", ({ name }: { name: string }) => ({
    message: `数据表“${name}”有两份，不知道该用哪一份`,
    hint: "请删去其中一份，或在“数据文件”里只写一个文件",
  })),
  "sheet-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `工作簿里没有工作表“${name}”`,
    actual: quoteNames(known),
    expected: name,
    hint: suggestion(nearest, "请检查工作表的名称（窗口下方的标签）"),
  })),
  "dataset-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `没有数据表“${name}”`,
    ...(known.length === 0 ? {} : { actual: quoteNames(known) }),
    expected: name,
    hint: suggestion(nearest, "请补上这张表"),
  })),
  "image-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `找不到图片“${name}”`,
    ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
    hint: suggestion(nearest, "图片要与 circular.yaml 放在同一文件夹，文件名要带扩展名"),
  })),
  "image-name-not-plain": entry("error", ({ name }: { name: string }) => ({
    message: "图片必须与 circular.yaml 放在同一文件夹，只写文件名",
    actual: name,
  })),
  "image-format": entry("error", ({ name }: { name: string }) => ({
    message: `“${name}”不是 PNG 或 JPEG 图片`,
    hint: "请用画图等程序打开，另存为 PNG 或 JPEG（只改扩展名不起作用）",
  })),
  "image-damaged": entry("error", ({ name }: { name: string }) => ({
    message: `图片“${name}”已损坏或不完整`,
    hint: "请重新截图或重新传输",
  })),
  "image-too-large": entry("error", ({ name, megabytes }: { name: string; megabytes: number }) => ({
    message: `图片“${name}”太大`,
    expected: `不超过${String(megabytes)} MB`,
    hint: "请缩小尺寸或换成 JPEG",
  })),
  "image-coarse": entry(
    "warning",
    ({ name, width, fewest }: { name: string; width: number; fewest: number }) => ({
      message: `图片“${name}”不够清楚，印出来可能看不清`,
      actual: `宽${String(width)}像素`,
      expected: `至少${String(fewest)}像素`,
    }),
  ),
  "output-locked": entry("error", ({ file }: { file: string }) => ({
    message: `${file} 正在被别的程序使用，写不进去`,
    hint: "如果它在 Word 或 WPS 里打开着，请关闭后重试；原来的文件没有改动",
  })),
  "output-not-permitted": entry("error", ({ file }: { file: string }) => ({
    message: `没有权限写入 ${file}`,
    hint: "请检查文件夹是否只读，或用 --out 换一个文件夹",
  })),
  "output-disk-full": entry("error", ({ file }: { file: string }) => ({
    message: `磁盘已满，写不下 ${file}`,
    hint: "请清理磁盘后重试；原来的文件没有改动",
  })),
  "output-failed": entry("error", ({ file, reason }: { file: string; reason: string }) => ({
    message: `写入 ${file} 失败`,
    actual: reason,
  })),
};
