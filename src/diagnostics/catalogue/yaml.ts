import { entry } from "../diagnostic.js";
import { excerpt } from "./wording.js";

const saveAsUtf8 = "请用记事本打开这个文件，选“另存为”，在“编码”处选 UTF-8 后保存";
const quoteIt = "如果它是文字内容，请把整段内容用双引号括起来";

function severalLines({ firstLine, lastLine }: { firstLine: number; lastLine: number }): { actual?: string } {
  if (firstLine === lastLine) return {};
  return { actual: `第 ${String(firstLine)} 至 ${String(lastLine)} 行都是这样` };
}

/** Messages about a YAML file as text, before anyone looks at what its fields mean. */
export const yamlMessages = {
  "yaml-empty": entry("error", () => ({
    message: "文件里没有内容",
    hint: "文件可能没有保存，请重新保存后再试",
  })),
  "yaml-too-large": entry("error", (p: { bytes: number; limit: number }) => ({
    message: "文件太大，读不了",
    actual: `${String(p.bytes)} 字节`,
    expected: `不超过 ${String(p.limit)} 字节`,
    hint: "行数很多的数据请放在 Excel 工作簿里",
  })),
  "yaml-not-text": entry("error", () => ({
    message: "这不是文本文件",
    hint: "它可能是 Excel、Word 或压缩文件改了扩展名，请改回原来的扩展名，或换成正确的文件",
  })),
  "yaml-not-utf8": entry("error", () => ({
    message: "文件的编码不是 UTF-8，很可能是旧版记事本保存的 ANSI（GBK）编码",
    hint: saveAsUtf8,
  })),
  "yaml-control-character": entry("error", (p: { character: string }) => ({
    message: `这里有一个看不见的控制字符（${p.character}）`,
    hint: "多半是从别的软件复制时带进来的，请把这几个字删掉重新输入",
  })),
  "yaml-tab": entry("error", (p: { firstLine: number; lastLine: number }) => ({
    message: "行首的缩进用了 Tab 键（制表符）",
    ...severalLines(p),
    expected: "用空格缩进",
    hint: "请删去行首的 Tab，改按空格键，使这一行与同一层的其他行左边对齐",
  })),
  "yaml-wide-blank": entry("error", (p: { firstLine: number; lastLine: number }) => ({
    message: "行首的缩进用了全角空格或不间断空格",
    ...severalLines(p),
    expected: "用半角空格缩进",
    hint: "请切换到英文输入法，删去行首的空格，重新按空格键",
  })),
  "yaml-indentation": entry("error", () => ({
    message: "这一行的缩进和上下行对不齐",
    hint: "同一层的各行左边要对齐，下一层比上一层多缩进两个空格；列表的每一项以“- ”开头，项内其余各行与“- ”后面的第一个字对齐",
  })),
  "yaml-colon": entry("error", (p: { name: string; colon: string }) => ({
    message:
      p.colon === "："
        ? `“${p.name}”后面用了全角冒号，这一行读不出名称和内容`
        : `“${p.name}”后面的冒号之后少一个空格，这一行读不出名称和内容`,
    actual: `${p.name}${p.colon}`,
    expected: `${p.name}: `,
    hint: "请用半角冒号加一个半角空格",
  })),
  "yaml-missing-colon": entry("error", (p: { text: string }) => ({
    message: "这一行没有写成“名称: 内容”",
    actual: excerpt(p.text),
    expected: "名称: 内容",
    hint: "如果这一行是上一行没有写完的内容，请让它比上一行多缩进；否则请补上名称、半角冒号和一个空格",
  })),
  "yaml-colon-in-value": entry("error", () => ({
    message: "一行里出现了两个“半角冒号加空格”，分不清哪里是内容",
    hint: "请把内容里的冒号改为全角冒号“：”，或把整段内容用双引号括起来",
  })),
  "yaml-list-on-key-line": entry("error", () => ({
    message: "列表的“- ”和名称写在了同一行",
    hint: "请让“- ”另起一行并缩进；如果它是文字内容，请用双引号括起来",
  })),
  "yaml-continued-line": entry("warning", (p: { name: string; colon: string }) => ({
    message: `这一行看起来是一个新的名称“${p.name}”，却被当成了上一行内容的一部分`,
    actual: `${p.name}${p.colon}`,
    expected: `${p.name}: `,
    hint: "如果是新的名称，请用半角冒号加空格，并与同一层的名称对齐；如果确是上一行的内容，请把整段内容用双引号括起来",
  })),
  "yaml-unclosed-quote": entry("error", (p: { quote: string }) => ({
    message: `这里开始的引号没有配对的另一半（${p.quote}）`,
    hint: "请在内容末尾补上同样的引号；内容里面要用引号时，请用中文引号“”",
  })),
  "yaml-unclosed-bracket": entry("error", (p: { bracket: string }) => ({
    message: `这里开始的括号“${p.bracket}”没有写完，或者括号里换行后没有缩进`,
    expected: `以“${p.bracket === "{" ? "}" : "]"}”结束`,
    hint: "请补上配对的括号；括号里的内容最好写在一行。" + quoteIt,
  })),
  "yaml-in-bracket": entry("error", () => ({
    message: "方括号或花括号里的写法有误",
    hint: "各项之间用半角逗号加空格隔开，花括号里每一项写成“名称: 内容”；括号里不能用“- ”列表。" + quoteIt,
  })),
  "yaml-text-after-value": entry("error", (p: { text: string }) => ({
    message: "引号或括号结束之后，同一行又有别的文字",
    actual: excerpt(p.text),
    hint: "请把整段内容用一对双引号括起来；内容里面要用引号时，请用中文引号“”",
  })),
  "yaml-special-start": entry("error", (p: { text: string }) => ({
    message: "内容不能以这个符号开头，它在 YAML 里有专门的用途",
    actual: excerpt(p.text),
    hint: "请把整段内容用双引号括起来",
  })),
  "yaml-backslash": entry("error", (p: { text: string }) => ({
    message: "双引号里的反斜杠“\\”有特殊含义，这里的写法不成立",
    actual: excerpt(p.text),
    hint: "请把双引号换成单引号，或把每个“\\”写成“\\\\”",
  })),
  "yaml-block-text": entry("error", () => ({
    message: "行末“|”或“>”的后面不能再有文字",
    hint: "多行内容请从下一行开始写并缩进；如果“|”“>”是内容的第一个字，请把整段内容用双引号括起来",
  })),
  "yaml-comment": entry("error", () => ({
    message: "“#”的前面少一个空格",
    hint: "“#”表示后面是注释，前面要有空格；如果它是内容的一部分，请把整段内容用双引号括起来",
  })),
  "yaml-comment-cut": entry("warning", (p: { text: string }) => ({
    message: "“#”和它后面的文字被当成注释，没有读入",
    actual: excerpt(p.text),
    hint: "如果它是内容的一部分，请把整段内容用双引号括起来；如果确是注释，请在“#”后面加一个空格",
  })),
  "yaml-wide-comma": entry("warning", (p: { text: string }) => ({
    message: "方括号里的全角逗号不会把内容隔开，这里读成了一项",
    actual: excerpt(p.text),
    hint: "如果是几项，请改用半角逗号加空格；如果确是一项，请用双引号括起来",
  })),
  "yaml-tag": entry("error", (p: { text: string }) => ({
    message: "以“!”开头的内容是 YAML 的类型标记，这里不支持",
    actual: excerpt(p.text),
    hint: "请删去标记；" + quoteIt,
  })),
  "yaml-duplicate-key": entry("error", (p: { key: string }) => ({
    message: `“${excerpt(p.key)}”在同一层里写了两次`,
    hint: "请保留正确的一处，删去另一处；如果是列表的两项，请让每一项以“- ”开头",
  })),
  "yaml-empty-key": entry("error", () => ({
    message: "冒号前面没有名称",
    expected: "名称: 内容",
  })),
  "yaml-key-not-text": entry("error", () => ({
    message: "冒号前面的名称应当是文字，不能是列表、括号或引用",
    hint: "如果名称里确有括号等符号，请把名称用双引号括起来",
  })),
  "yaml-key-too-long": entry("error", () => ({
    message: "冒号前面的文字太长，不像是名称",
    hint: "如果这是一段正文，请在前面写上名称，并把整段内容用双引号括起来",
  })),
  "yaml-no-structure": entry("error", (p: { text: string }) => ({
    message: "文件里没有“名称: 内容”这样的行",
    actual: excerpt(p.text),
    expected: "名称: 内容",
    hint: "名称后面用半角冒号加一个空格",
  })),
  "yaml-several-documents": entry("error", () => ({
    message: "文件里用“---”分成了几份，只能有一份",
    hint: "请删去这一行“---”；如果是两期的数据，请分别放在各自的文件里",
  })),
  "yaml-alias-unknown": entry("error", (p: { name: string }) => ({
    message: `以“*”开头的内容是 YAML 的引用，但前面没有定义“&${p.name}”`,
    actual: `*${p.name}`,
    hint: quoteIt,
  })),
  "yaml-alias-recursive": entry("error", (p: { name: string }) => ({
    message: `引用“*${p.name}”指向了它自己所在的内容，没有尽头`,
    hint: "请把这里的引用换成实际内容",
  })),
  "yaml-alias-expansion": entry("error", (p: { limit: number }) => ({
    message: "引用（“&”和“*”）层层展开后内容太多，读不了",
    expected: `展开后不超过 ${String(p.limit)} 项`,
    hint: "请把引用换成实际内容",
  })),
  "yaml-too-many-nodes": entry("error", (p: { limit: number }) => ({
    message: "文件里的内容项太多，读不了",
    expected: `不超过 ${String(p.limit)} 项`,
    hint: "行数很多的数据请放在 Excel 工作簿里",
  })),
  "yaml-too-deep": entry("error", () => ({
    message: "内容嵌套的层数太多，读不了",
    hint: "请检查这里是不是缩进越来越深，或者括号连着写了很多个",
  })),
  "yaml-syntax": entry("error", (p: { text: string }) => ({
    message: "这一行的写法有误，读不下去",
    actual: excerpt(p.text),
    hint: "请对照样例检查这一行和上一行的缩进、冒号、引号和括号",
  })),
  "yaml-more-mistakes": entry("error", (p: { count: number }) => ({
    message: `此后还有 ${String(p.count)} 行写法有误，没有一一列出`,
    hint: "请先改正前面列出的错误再试；如果几乎每行都有错，请检查是不是选错了文件",
  })),
};
