import { entry } from "../diagnostic.js";
import { excerpt, quoteNames } from "./wording.js";

/** Messages about what the program writes for a clerk to fill in: empty workbooks and new editions. */
export const workbookWritingMessages = {
  "workbook-without-tables": entry("error", ({ name }: { name: string }) => ({
    message: `通报类型“${name}”没有数据表，不用工作簿`,
    hint: "要填的内容都写在 circular.yaml 里",
  })),
  "workbook-sheet-name": entry("error", ({ names, longest }: { names: readonly string[]; longest: number }) => ({
    message: "数据表的名称不能用作工作表的名称",
    actual: quoteNames(names),
    expected: `不超过${String(longest)}个字，不含 : \\ / ? * [ ]，与别的工作表不同名`,
    hint: "请在 type.yaml 里给这张数据表写一个合适的“工作表”名称",
  })),
  "type-carries-no-column": entry("warning", ({ name }: { name: string }) => ({
    message: `数据表“${name}”在新一期里沿用，却没有一列沿用，新一期的表会是空的`,
    hint: "请在要沿用的列上写“沿用: 是”，或在数据表上写“沿用: 否”",
  })),
  "output-exists": entry("error", ({ file }: { file: string }) => ({
    message: `${file} 已经存在，没有改动它`,
    hint: "请用 --out 换一个文件名；确实要覆盖就加上 --force，原来的内容会丢失",
  })),
  "output-edition-exists": entry("error", ({ folder }: { folder: string }) => ({
    message: `${folder} 已经存在，没有改动它`,
    hint: "请换一个名称；如果它是没有用的旧文件夹，请先自己移走或删去",
  })),
  "new-circular-references": entry("error", ({ actual }: { actual: string }) => ({
    message: "circular.yaml 里用了引用（& 或 *），不能自动改成新一期",
    actual: excerpt(actual),
    hint: "请把引用的内容直接写出来，再新建",
  })),
  "new-circular-not-rewritten": entry("error", () => ({
    message: "circular.yaml 的写法太特别，不能自动改成新一期",
    hint: "请把上一期的文件夹复制一份，自己修改期间、日期和数据",
  })),
  "new-date-out-of-range": entry("error", ({ name, actual }: { name: string; actual: string }) => ({
    message: `“${name}”顺延以后超出了范围`,
    actual,
    hint: "请检查上一期的日期和期间",
  })),
  "new-period-of-other-kind": entry("warning", ({ last, next }: { last: string; next: string }) => ({
    message: "新一期的期间与上一期不是同一种（季度、月、半年或全年），请核对",
    actual: `上一期：${last}；新一期：${next}`,
  })),
  "new-period-not-later": entry("warning", ({ last, next }: { last: string; next: string }) => ({
    message: "新一期的期间不比上一期晚，请核对",
    actual: `上一期：${last}；新一期：${next}`,
  })),
  "new-comment-names-file": entry("warning", ({ names, text }: { names: readonly string[]; text: string }) => ({
    message: `注释里提到${quoteNames(names)}，新一期的文件夹里没有`,
    actual: excerpt(text),
    hint: "注释不影响生成；已经不对的请改掉或删去",
  })),
  "new-text-of-last-period": entry("warning", ({ found, text }: { found: readonly string[]; text: string }) => ({
    message: `文字里还有上一期的${quoteNames(found)}，请核对`,
    actual: excerpt(text),
  })),
};
