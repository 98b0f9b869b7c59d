import { entry } from "../diagnostic.js";

/** About 核稿 itself; what its rules find is worded in the rules (src/checks/rules). */
export const proofreadingMessages = {
  "proofreading-rule-unknown": entry("error", (p: { rule: string; nearest?: string | undefined }) => ({
    message: "没有这条核稿规则",
    actual: p.rule,
    ...(p.nearest === undefined ? {} : { expected: p.nearest }),
    hint: "规则的编号见 docs/核稿规则.md，也印在每条核稿意见后面的括号里",
  })),
  "fix-would-break": entry("error", (p: { count: number }) => ({
    message: "照着自动改正以后会出现新的错误，所以一处也没有改",
    actual: `新的错误${String(p.count)}个`,
    hint: "请照列出的意见手工改正",
  })),
  "proofreading-text-too-long": entry("warning", (p: { length: number; limit: number }) => ({
    message: "这一段太长，只核对了开头的部分",
    actual: `${String(p.length)}个字符`,
    expected: `不超过${String(p.limit)}个字符`,
    hint: "请检查是不是少了分段；确实这样长的，后面的部分请人工核对",
  })),
  "draft-file-missing": entry("error", () => ({
    message: "没有这个文件，或者打不开",
    hint: "请检查文件名和所在的文件夹；文件名里有空格时，要用引号括起来",
  })),
  "proofreading-rule-repeated": entry("error", (p: { rule: string }) => ({
    message: "同一条核稿规则设置了两次",
    actual: p.rule,
    hint: "请只保留一条设置",
  })),
};
