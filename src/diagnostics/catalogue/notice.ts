import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

/** Messages about 整改通知: what its author wrote, and what stands in the way of writing them. */
export const noticeMessages = {
  "notice-column-kind": entry("error", ({ name, kind }: { name: string; kind: string }) => ({
    message: `“${name}”不能作为整改通知的单位`,
    actual: `类型为${kind}的列`,
    expected: "类型为文本、列表或选项的列",
  })),
  "notice-body-missing": entry(
    "error",
    ({ name, known, nearest }: { name: string; known: readonly string[]; nearest: string | undefined }) => ({
      message: `没有整改通知的正文模板 ${name}.hbs`,
      ...(known.length === 0 ? {} : { actual: `有${quoteNames(known)}` }),
      hint: suggestion(nearest, "请在 type.yaml 所在的文件夹里新建它，写法与 body.hbs 相同"),
    }),
  ),
  "notice-number-not-printed": entry("warning", () => ({
    message: "整改通知的发文字号不会印出",
    actual: "没有写“格式”，或者写的是普通",
    hint: "发文字号印在版头里：请写“格式: 信函”或“格式: 红头”；不用印的，删去发文字号",
  })),
  "notice-date-expression": entry("error", ({ actual, found }: { actual: string; found: string }) => ({
    message: `“日期”应当算出一个日期，算出来的却是${found}`,
    actual: excerpt(actual),
    expected: "例如一个类型为日期的字段的名称",
  })),
  "notice-none-in-type": entry("error", ({ name }: { name: string }) => ({
    message: `通报类型“${name}”没有写整改通知的样子，不知道怎样写通知`,
    hint: "请在 type.yaml 里加上“整改通知”，并新建正文模板 整改通知.hbs；写法见 docs/整改通知.md",
  })),
  "notice-row-without-unit": entry("warning", ({ column }: { column: string }) => ({
    message: `这个问题没有写“${column}”，没有单位会收到它的整改通知`,
    hint: "请补上单位，再重新生成",
  })),
  "notice-left-over": entry("warning", ({ files }: { files: readonly string[] }) => ({
    message: `文件夹里还有${String(files.length)}份这次没有写的通知，可能是以前生成的`,
    actual: files.length > 10 ? `${files.slice(0, 10).join("、")}……` : files.join("、"),
    hint: "请核对后移走或删去，不要误发；这次写的以“目录.xlsx”为准",
  })),
  "output-notice-exists": entry("error", ({ file }: { file: string }) => ({
    message: `已经有 ${file}，内容与这次要写的不同`,
    hint: "可能有人改过它，或者数据有变化：需要保留的请先另存，再加 --force 覆盖",
  })),
};
