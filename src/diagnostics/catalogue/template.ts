import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

interface Named {
  readonly name: string;
}
interface Nearest {
  readonly nearest: string | undefined;
}

function partHint(whole: string, known: readonly string[]): string {
  return known.length === 0 ? `“${whole}”是单个的值，请直接写 {{${whole}}}` : "请检查点号后面的名称";
}

/** Messages about templates: body.hbs and the expressions in type.yaml. */
export const templateMessages = {
  "template-syntax": entry("error", ({ line }: { line: string }) => ({
    message: "模板的这一处写法不对",
    actual: excerpt(line),
    hint: "请检查双花括号里的引号、括号是否成对，名称里有没有空格或标点",
  })),
  "template-braces-not-closed": entry("error", ({ actual }: { actual: string }) => ({
    message: "这里开始的双花括号没有写完",
    actual: excerpt(actual),
    expected: "以 }} 结束",
    hint: "请在名称后面补上 }}",
  })),
  "template-quote-not-closed": entry("error", ({ actual }: { actual: string }) => ({
    message: "这里的引号不成对",
    actual: excerpt(actual),
    hint: '请补上缺少的引号 "',
  })),
  "template-brackets-unbalanced": entry("error", ({ actual }: { actual: string }) => ({
    message: "这里的圆括号不成对",
    actual: excerpt(actual),
    hint: "请补上缺少的一半，或删去多余的一半",
  })),
  "template-block-not-closed": entry("error", ({ name }: Named) => ({
    message: `这里开始的 {{#${name} ……}} 没有结束`,
    expected: `后面有 {{/${name}}}`,
    hint: `请在它管的内容后面补上 {{/${name}}}`,
  })),
  "template-block-not-opened": entry("error", ({ name }: Named) => ({
    message: `{{/${name}}} 没有对应的开头`,
    expected: `前面有 {{#${name} ……}}`,
    hint: "请补上开头，或删去这一处",
  })),
  "template-block-mismatch": entry("error", ({ opened, closed }: { opened: string; closed: string }) => ({
    message: "块的结束与开头不一致",
    actual: `{{/${closed}}}`,
    expected: `{{/${opened}}}`,
    hint: `请改成 {{/${opened}}}；如果中间少了一个结束，请补上`,
  })),
  "template-too-long": entry("error", ({ limit }: { limit: number }) => ({
    message: "模板太长，读不了",
    expected: `不超过${String(limit)}个字符`,
    hint: "请检查是不是粘贴了别的内容；确实很长的，请分成几个模板文件",
  })),
  "template-tag-too-long": entry("error", ({ limit }: { limit: number }) => ({
    message: "从这里的双花括号起内容太长，读不了",
    expected: `一对双花括号里不超过${String(limit)}个字符`,
    hint: "请检查这里是不是少了结束的 }}，注释是不是少了结束的 --}}",
  })),
  "template-too-deep": entry("error", ({ limit }: { limit: number }) => ({
    message: "模板里块或圆括号嵌套的层数太多，读不了",
    expected: `不超过${String(limit)}层`,
    hint: "请检查这里是不是反复粘贴了同样的内容；确实要这样的，请拆成几个事实",
  })),
  "template-too-many-steps": entry("error", ({ limit }: { limit: number }) => ({
    message: "模板展开以后太大，没有算完",
    expected: `全部循环和包含加起来不超过${String(limit)}步`,
    hint: "请检查循环里是不是又套了同样的循环，模板文件是不是反复互相包含",
  })),
  "template-expression-only": entry("error", ({ actual }: { actual: string }) => ({
    message: "这里只能写一个表达式",
    actual: excerpt(actual),
    expected: '例如 行数 网站 结果="合格"',
    hint: "请删去花括号和其他文字",
  })),
  "template-not-utf8": entry("error", () => ({
    message: "文件的编码不是 UTF-8，很可能是旧版记事本保存的 ANSI（GBK）编码",
    hint: "请用记事本打开这个文件，选“另存为”，在“编码”处选 UTF-8 后保存",
  })),
  "template-comment-braces": entry("error", ({ actual }: { actual: string }) => ({
    message: "注释里有花括号，注释会在第一个 }} 处结束，后面的字会印出来",
    actual: excerpt(actual),
    expected: "{{!-- 注释 --}}",
    hint: "请把注释里的花括号去掉，或者写成 {{!-- …… --}}",
  })),
  "template-control-character": entry("error", ({ codePoint }: { codePoint: string }) => ({
    message: "这里有一个看不见、也印不出来的字符",
    actual: `编码 U+${codePoint}`,
    hint: "多半是从别的软件复制时带进来的，请把这几个字删掉重新输入",
  })),
  "template-not-printable": entry("error", ({ actual, kind }: { actual: string; kind: string }) => ({
    message: `{{${actual}}} 是${kind}，不能直接印出来`,
    hint: "要数目用“行数”，要名单用“列举”，要逐项写用“逐项”，要里面的某一项就写到那一项，例如 {{整改.截止}}",
  })),
  "template-unsupported": entry("error", ({ actual }: { actual: string }) => ({
    message: "模板里有不支持的写法",
    actual: excerpt(actual),
    hint: "请只用 {{名称}}、{{助手 …}}、{{#块 …}}…{{/块}} 和 {{> 片段}}，见 docs/助手.md",
  })),
  "template-unknown-block": entry(
    "error",
    ({ name, isValue, nearest, known }: Named & Nearest & { isValue: boolean; known: readonly string[] }) => ({
      message: isValue ? `“${name}”是数据，不能直接写成 {{#${name}}}` : `没有 {{#${name}}} 这种块`,
      expected: isValue ? `{{#如果 ${name}}} 或 {{#逐项 ${name}}}` : quoteNames(known),
      hint: isValue ? "请写明要对它做什么" : suggestion(nearest, "请检查名称"),
    }),
  ),
  "template-unknown-partial": entry(
    "error",
    ({ name, known, nearest }: Named & Nearest & { known: readonly string[] }) => ({
      message: `没有名为“${name}”的模板片段`,
      ...(known.length === 0 ? {} : { expected: quoteNames(known) }),
      hint: suggestion(nearest, `片段应当是同一文件夹里的 ${name}.hbs`),
    }),
  ),
  "template-partial-depth": entry("error", ({ name, limit }: Named & { limit: number }) => ({
    message: `模板片段“${name}”套进了自己，或者一层套一层，超过${String(limit)}层`,
    hint: "请删去这里的引用，直接写内容",
  })),
  "template-unknown-helper": entry("error", ({ name, isBlock, nearest }: Named & Nearest & { isBlock: boolean }) => ({
    message: `没有名为“${name}”的助手`,
    hint: isBlock
      ? `“${name}”是块，应当写成 {{#${name} …}}…{{/${name}}}`
      : suggestion(nearest, "助手的名称见 docs/助手.md"),
  })),
  "template-wide-mark": entry("error", ({ actual }: { actual: string }) => ({
    message: "模板里的引号、括号和等号不能用全角的",
    actual: excerpt(actual),
    expected: '半角（英文）的 " " ( ) =',
    hint: "请切换到英文输入法，把这几个符号重新输入",
  })),
  "template-unknown-name": entry(
    "error",
    ({ name, whole, known, nearest }: Named & Nearest & { whole: string | undefined; known: readonly string[] }) => ({
      message: whole === undefined ? `模板里用到的“${name}”不存在` : `“${whole}”里没有“${name}”`,
      ...(known.length === 0 || nearest !== undefined ? {} : { expected: quoteNames(known) }),
      hint: suggestion(
        nearest,
        whole === undefined
          ? "能用的是 type.yaml 里的字段、数据表、事实，和每份通报都有的要素"
          : partHint(whole, known),
      ),
    }),
  ),
  "template-unknown-column": entry(
    "error",
    ({ name, dataset, columns, nearest }: Named & Nearest & { dataset: string; columns: readonly string[] }) => ({
      message: `数据表“${dataset}”里没有列“${name}”`,
      expected: quoteNames(columns),
      hint: suggestion(nearest, "请检查列名"),
    }),
  ),
  "template-unknown-attachment": entry(
    "error",
    ({ key, known, nearest }: Nearest & { key: string; known: readonly string[] }) => ({
      message: `没有键或名称为“${key}”的附件`,
      expected: quoteNames(known),
      hint: suggestion(nearest, "请检查附件的键"),
    }),
  ),
  "template-too-far-up": entry("error", ({ actual }: { actual: string }) => ({
    message: "../ 写得太多，已经超出最外层",
    actual,
    hint: "请删去多余的 ../",
  })),
  "template-value-absent": entry("error", ({ name }: Named) => ({
    message: `通报里要用到“${name}”，但它没有填`,
    actual: "空白",
    hint: "请补填；如果可以不填，请在模板里用 {{#如果 …}} 包住用到它的那句话",
  })),
  "helper-too-many-parameters": entry("error", ({ helper, most }: { helper: string; most: number }) => ({
    message: `“${helper}”的参数太多`,
    expected: `最多${String(most)}个`,
    hint: "如果想写条件或选项，应当是 名称=值 的样子",
  })),
  "helper-missing-parameter": entry("error", ({ helper, missing }: { helper: string; missing: readonly string[] }) => ({
    message: `“${helper}”后面少写了${quoteNames(missing)}`,
    expected: `${helper} ……（各项之间用空格隔开）`,
    hint: "用法和例子见 docs/助手.md",
  })),
  "helper-unknown-condition": entry(
    "error",
    ({
      helper,
      key,
      dataset,
      options,
      columns,
      nearest,
    }: Nearest & {
      helper: string;
      key: string;
      dataset: string;
      options: readonly string[];
      columns: readonly string[];
    }) => ({
      message: `“${key}”既不是“${helper}”的选项，也不是数据表“${dataset}”的列`,
      expected: quoteNames([...columns, ...options]),
      hint: suggestion(nearest, "请检查名称"),
    }),
  ),
  "helper-unknown-option": entry(
    "error",
    ({ helper, key, known, nearest }: Nearest & { helper: string; key: string; known: readonly string[] }) => ({
      message: `“${helper}”没有选项“${key}”`,
      expected: known.length === 0 ? "它没有选项" : quoteNames(known),
      hint: suggestion(nearest, "请检查名称"),
    }),
  ),
  "helper-option-choice": entry(
    "error",
    ({
      helper,
      option,
      actual,
      choices,
      nearest,
    }: Nearest & { helper: string; option: string; actual: string; choices: readonly string[] }) => ({
      message: `“${helper}”的选项“${option}”不能是“${actual}”`,
      actual,
      expected: choices.join("、"),
      hint: suggestion(nearest, "用法和例子见 docs/助手.md"),
    }),
  ),
  "helper-impossible-condition": entry(
    "error",
    ({
      column,
      actual,
      choices,
      nearest,
    }: Nearest & { column: string; actual: string; choices: readonly string[] }) => ({
      message: `“${column}”永远不会是“${actual}”，这个条件什么也选不到`,
      actual,
      expected: choices.join("、"),
      hint: suggestion(nearest, "请改成允许的值"),
    }),
  ),
  "helper-wrong-kind": entry(
    "error",
    ({
      helper,
      parameter,
      actual,
      found,
      expected,
    }: {
      helper: string;
      parameter: string;
      actual: string;
      found: string;
      expected: string;
    }) => ({
      message: `“${helper}”的“${parameter}”不能是${found}`,
      actual: excerpt(actual),
      expected,
      hint: "用法和例子见 docs/助手.md",
    }),
  ),
  "helper-no-numbers": entry("error", ({ helper, column }: { helper: string; column: string }) => ({
    message: `“${helper}”在“${column}”一列里一个数也没有找到`,
    hint: "请检查数据是否填完，或用 {{#如果 …}} 包住用到它的那句话",
  })),
  "helper-filter-column": entry("error", () => ({
    message: "“筛选”写了条件，却没有写针对哪一列",
    expected: "例如 筛选 网站 列=得分 大于=60",
    hint: "请加上 列=……",
  })),
  "helper-not-one-row": entry(
    "error",
    ({
      expression,
      count,
      rows,
      dataset,
    }: {
      expression: string;
      count: number;
      rows: readonly number[];
      dataset: string;
    }) => ({
      message: `通报里要用到数据表“${dataset}”中的一行（${expression}），应当正好有一行`,
      actual:
        count === 0 ? "一行也没有" : `有${String(count)}行：第${rows.join("、")}行${count > rows.length ? "等" : ""}`,
      expected: "一行",
      hint: count === 0 ? "请检查数据是否漏填，条件里的名称是否一致" : "请检查数据是否重复，或有一行填错了",
    }),
  ),
  "helper-list-needs-column": entry("error", () => ({
    message: "“列举”一张数据表时，要写列举哪一列",
    expected: "例如 列举 网站 网站名称",
    hint: "请在数据表后面加上列名",
  })),
  "helper-list-empty": entry("error", ({ expression }: { expression: string }) => ({
    message: `“${expression}”一项也没有，句子会缺一块`,
    actual: "一项也没有",
    hint: '请用 {{#如果 …}} 包住这句话，或加上选项 空="无"；如果本该有，请检查数据是否漏填',
  })),
  "helper-span-needs-two": entry("error", ({ expression }: { expression: string }) => ({
    message: `“${expression}”需要起、止两个日期`,
    hint: "请写两个日期，或写一个类型为起止日期的字段",
  })),
  "helper-chinese-numeral-range": entry("error", ({ actual }: { actual: number }) => ({
    message: "“中文数字”写不了这个数",
    actual: String(actual),
    expected: "0 到 99999 的整数",
  })),
  "rate-impossible": entry(
    "error",
    ({ expression, numerator, denominator }: { expression: string; numerator: number; denominator: number }) => ({
      message: `“${expression}”算不出来`,
      actual: `${String(numerator)} ÷ ${String(denominator)}`,
      expected: "分母大于 0，分子不小于 0",
      hint: "请检查这几列数据是否漏填",
    }),
  ),
  "rate-rounded-to-full": entry(
    "error",
    ({ numerator, denominator, decimals }: { numerator: number; denominator: number; decimals: number }) => ({
      message: "没有全部合格，但四舍五入以后会写成 100%",
      actual: `${String(numerator)} ÷ ${String(denominator)}，保留${String(decimals)}位小数`,
      hint: "请在 circular.yaml 的“数字格式”里把“比率小数位”调大，全文一起变",
    }),
  ),
  "rate-rounded-to-zero": entry(
    "error",
    ({ numerator, denominator, decimals }: { numerator: number; denominator: number; decimals: number }) => ({
      message: "并不是一个也没有，但四舍五入以后会写成 0%",
      actual: `${String(numerator)} ÷ ${String(denominator)}，保留${String(decimals)}位小数`,
      hint: "请在 circular.yaml 的“数字格式”里把“比率小数位”调大，全文一起变",
    }),
  ),
  "helper-number-range": entry(
    "error",
    ({
      helper,
      name,
      actual,
      minimum,
      maximum,
    }: {
      helper: string;
      name: string;
      actual: string;
      minimum: number;
      maximum: number;
    }) => ({
      message: `“${helper}”的“${name}”写得不对`,
      actual,
      expected: `${String(minimum)} 至 ${String(maximum)} 的整数`,
    }),
  ),
  "attachment-not-included": entry("error", ({ key }: { key: string }) => ({
    message: `正文提到附件“${key}”，但这一期没有这个附件`,
    hint: "请检查附件的“当”条件，或用 {{#如果 …}} 包住这句话",
  })),
  "title-line-break": entry("error", ({ line }: { line: string }) => ({
    message: "标题的一行里有换行",
    actual: excerpt(line),
    hint: "请检查标题用到的字段，去掉其中的换行；标题分行请在“标题”里逐行写",
  })),
  "markup-level-too-deep": entry("error", ({ level }: { level: number }) => ({
    message: "标题最多四级",
    actual: `${String(level)}个 #`,
    expected: "一至四个 #，依次为 一、（一）1.（1）",
    hint: "请减少 #，或把这一行改成正文",
  })),
  "markup-level-skipped": entry("error", ({ level, previous }: { level: number; previous: number | undefined }) => ({
    message: "标题跳了级",
    actual:
      previous === undefined ? `第一个标题就是${String(level)}级` : `${String(previous)}级之后直接是${String(level)}级`,
    expected: previous === undefined ? "从一级标题（一个 #）开始" : `最多${String(previous + 1)}个 #`,
    hint: "请改变 # 的个数，或补上中间的标题",
  })),
  "markup-empty-heading": entry("error", () => ({
    message: "标题里没有字",
    hint: "请写上标题，或删去这一行",
  })),
};
