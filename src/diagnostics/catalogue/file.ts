import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

interface Unknown {
  readonly name: string;
  readonly known: readonly string[];
  readonly nearest: string | undefined;
}

function orAlias(name: string, aliases: readonly string[]): string {
  return aliases.length === 0 ? name : `${name}（也可以叫${quoteNames(aliases)}）`;
}

/** Messages about files and folders: what is missing, what is in the way, what is too much altogether. */
export const fileMessages = {
  "too-many-problems": entry("error", ({ count, limit }: { count: number; limit: number }) => ({
    message: `问题太多，只列出前${String(limit)}个`,
    actual: `共${String(count)}个`,
    hint: "多半是同一个原因：选错了文件，列标题对错了列，或者整列复制了不该有的内容；请先改正列出来的",
  })),
  "edition-folder-missing": entry("error", ({ nearest }: { nearest: string | undefined }) => ({
    message: "没有这个文件夹",
    expected: "一期通报的文件夹，例如 data/chaozhou-2024q2",
    hint: suggestion(nearest, "请检查文件夹的名称是否写对"),
  })),
  "circular-file-missing": entry("error", ({ file }: { file: string }) => ({
    message: "文件夹里没有 circular.yaml",
    expected: file,
    hint: "每一期通报的文件夹里都要有 circular.yaml；可以从上一期复制过来修改",
  })),
  "circular-file-not-map": entry("error", ({ file }: { file: string }) => ({
    message: `${file} 应当一行写一项“名称: 内容”`,
    actual: "一个列表",
    expected: "例如 发文机关: 示例市人民政府办公室",
    hint: "请删去各行开头的“- ”",
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
    message: "这里应当先写数据表的名称，再在下面逐行列出数据",
    expected: "例如一行“网站:”，下一行缩进后写“- {网站名称: ……, 结果: 合格}”",
    hint: "请在每张表的前面加上“数据表的名称:”；数据在别的文件里时，请用“数据文件”写出文件名",
  })),
  "data-file-not-plain": entry("error", ({ name }: { name: string }) => ({
    message: "数据文件必须与 circular.yaml 放在同一文件夹",
    actual: name,
    expected: "只写文件名，例如 inspection.xlsx",
    hint: "请把文件放进这一期的文件夹，这里只写文件名，不写路径",
  })),
  "data-file-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `找不到数据文件“${name}”`,
    ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
    hint: suggestion(nearest, "请检查文件名和扩展名"),
  })),
  "data-file-kind": entry("error", ({ name }: { name: string }) => ({
    message: "数据文件只能是 .xlsx 或 .yaml",
    actual: name,
    hint: "请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”，再把这里的文件名改过来",
  })),
  "data-file-none": entry("error", ({ folder }: { folder: string }) => ({
    message: "没有检查结果数据",
    expected: `${folder} 里有 .xlsx 或 .yaml 数据文件`,
    hint: "请把填好的工作簿放进这个文件夹",
  })),
  "data-file-ambiguous": entry("error", ({ found }: { found: readonly string[] }) => ({
    message: "文件夹里有几个数据文件，不知道该用哪一个",
    actual: quoteNames(found),
    hint: "请在 circular.yaml 里加一行“数据文件: ……”，写明用哪一个",
  })),
  "dataset-in-two-places": entry("error", ({ name }: { name: string }) => ({
    message: `数据表“${name}”有两份，不知道该用哪一份`,
    expected: "一份",
    hint: "请删去其中一份，或在“数据文件”里只写一个文件",
  })),
  "sheet-missing": entry("error", ({ name, aliases, known, nearest }: Unknown & { aliases: readonly string[] }) => ({
    message: `工作簿里没有工作表“${name}”`,
    actual: known.length === 0 ? "一张工作表也没有" : `有工作表${quoteNames(known)}`,
    expected: orAlias(name, aliases),
    hint:
      nearest === undefined
        ? "请补上这张工作表；如果已有，请把它的名称（窗口下方的标签）改成上面的名称"
        : `工作表“${nearest}”是不是就是它？是的话请把名称（窗口下方的标签）改为“${name}”`,
  })),
  "dataset-missing": entry("error", ({ name, aliases, known, nearest }: Unknown & { aliases: readonly string[] }) => ({
    message: `没有数据表“${name}”`,
    actual: known.length === 0 ? "一张数据表也没有" : `有数据表${quoteNames(known)}`,
    expected: orAlias(name, aliases),
    hint: nearest === undefined ? "请补上这张表" : `“${nearest}”是不是就是它？是的话请把名称改为“${name}”`,
  })),
  "image-missing": entry("error", ({ name, known, nearest }: Unknown) => ({
    message: `找不到图片“${name}”`,
    ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
    hint: suggestion(nearest, "图片要与 circular.yaml 放在同一文件夹，文件名要带扩展名"),
  })),
  "image-name-not-plain": entry("error", ({ name }: { name: string }) => ({
    message: "图片必须与 circular.yaml 放在同一文件夹",
    actual: name,
    expected: "只写文件名，例如 截图.png",
    hint: "请把图片放进这一期的文件夹，这里只写文件名，不写路径",
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
  "image-coarse": entry("warning", ({ name, width, fewest }: { name: string; width: number; fewest: number }) => ({
    message: `图片“${name}”不够清楚，印出来可能看不清`,
    actual: `宽${String(width)}像素`,
    expected: `至少${String(fewest)}像素`,
    hint: "请换一张更大的图，或重新截图；把小图放大不起作用",
  })),
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
  "output-in-the-way": entry("error", ({ file, isFolder }: { file: string; isFolder: boolean }) => ({
    message: isFolder ? `${file} 是一个文件夹，不能写成文件` : `${file} 应当是文件夹，却有一个同名的文件`,
    hint: "请把它移走或改名，或用 --out 换一个文件夹",
  })),
  "output-path-invalid": entry("error", ({ file }: { file: string }) => ({
    message: `这个系统里不能有这样的路径：${excerpt(file)}`,
    hint: "名称可能太长或含有不能用的符号：请改短期文件夹的名称，或用 --out 换一个文件夹",
  })),
  "output-failed": entry("error", ({ file, code }: { file: string; code: string }) => ({
    message: `写不进 ${file}`,
    actual: `系统给出的错误代码是 ${code}`,
    hint: "请用 --out 换一个文件夹再试；仍然不行，请把这个代码告诉维护人员",
  })),
};
