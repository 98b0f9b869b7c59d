import { allPassages, isNameCell } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import { matchesIn } from "../../matches-in.js";
import type { Span } from "../../protected-spans.js";
import type { Finding, Rule } from "../../rule.js";

interface LookAlike {
  readonly pattern: RegExp;
  readonly message: string;
  readonly right: (wrong: string) => string | undefined;
  readonly severity?: NonNullable<Finding["severity"]>;
}

const letters: Readonly<Record<string, string>> = {
  А: "A", В: "B", Е: "E", К: "K", М: "M", Н: "H", О: "O", Р: "P", С: "C", Т: "T", Х: "X", а: "a", е: "e", о: "o",
  р: "p", с: "c", х: "x", у: "y", і: "i", Α: "A", Β: "B", Ε: "E", Ζ: "Z", Η: "H", Ι: "I", Κ: "K", Μ: "M", Ν: "N",
  Ο: "O", Ρ: "P", Τ: "T", Υ: "Y", Χ: "X", ο: "o",
}; // prettier-ignore

const lookAlikes: readonly LookAlike[] = [
  {
    pattern: /(?<=\d{1,2}月\d{1,2})曰/gu,
    message: "“日”写成了“曰”",
    right: () => "日",
  },
  {
    // 子曰, 名曰 are words; nothing else of a circular has the character.
    pattern: /(?<![子名诗书又经或\d])曰(?![：“、])/gu,
    message: "“日”写成了“曰”",
    right: () => "日",
    severity: "warning",
  },
  {
    pattern:
      /(?<=[一二三四五六七八九〇○Ｏ零])[○◯OＯ0](?=[一二三四五六七八九〇○Ｏ零年])|(?<=二)[○◯OＯ](?=[○◯OＯ〇零])/gu,
    message: "汉字“〇”写成了圆圈、字母或数字",
    right: () => "〇",
    severity: "warning",
  },
  {
    pattern: /(?<=(?<![A-Za-z\d])\d{1,8})[OoＯ]+(?=\d{0,8}[个家条项年月日件份%])/gu,
    message: "数字0写成了字母",
    right: (wrong) => "0".repeat(wrong.length),
  },
  {
    pattern:
      /(?<=(?<![A-Za-z\d])\d{1,8})[lI|](?=\d{0,8}[个家条项年月日件份%])|(?<![A-Za-z\d])[lI](?=\d[个家条项年月日件份%])/gu,
    message: "数字1写成了字母或竖线",
    right: () => "1",
  },
  {
    // Only letters that cannot be told apart: μ, Ω and β are units and formulas.
    pattern: new RegExp(
      `[${Object.keys(letters).join("")}]+(?=[A-Za-z])|(?<=[A-Za-z])[${Object.keys(letters).join("")}]+`,
      "gu",
    ),
    message: "外文单词里混进了样子相同的其他字母",
    right: (wrong) => [...wrong].map((letter) => letters[letter] ?? letter).join(""),
  },
  {
    pattern: /(?<=[\u4e00-\u9fff”》）\d])[丶∶﹐﹑﹒﹔﹕﹖﹗︰﹙﹚｟｠〝〞](?=.|$)/gu,
    message: "标点写成了样子相近的其他字符",
    right: (wrong) => (wrong === "丶" || wrong === "﹑" ? "、" : wrong === "∶" || wrong === "﹕" ? "：" : undefined),
    severity: "warning",
  },
  {
    pattern: /[\u2f00-\u2fd5\u2e80-\u2ef3]/gu,
    message: "汉字写成了样子相同的部首字符，多半是从PDF复制来的，搜索不到",
    right: (wrong) => (wrong.normalize("NFKC") === wrong ? undefined : wrong.normalize("NFKC")),
  },
];

/** A quick look: hardly a cell has any of these. Letters for digits only matter before a measure word. */
const suspicious =
  /[曰○◯ＯА-Яа-яіΑ-Ωα-ω丶∶﹐﹑﹒﹔﹕﹖﹗︰﹙﹚｟｠〝〞\u2f00-\u2fd5\u2e80-\u2ef3]|[OolI|]\d{0,8}[个家条项年月日件份%]|[一二三四五六七八九〇零][O0]/u;

/** Characters that look right and are others: they cannot be found, counted or read aloud. */
export const charactersLookAlike: Rule = {
  id: "characters-look-alike",
  name: "样子相近的错误字符",
  severity: "error",
  description: "看起来一样、其实是另一个字符：曰与日、○与〇、字母O与数字0、俄文字母与英文字母、部首字符与汉字。",
  mistakes: [65],
  check(draft, report) {
    if (!draft.mayHold(suspicious)) return;
    for (const passage of allPassages(draft)) {
      if (!suspicious.test(passage.text)) continue;
      for (const { pattern, message, right, severity } of lookAlikes) {
        for (const match of matchesIn(passage.text, pattern)) {
          if (quotedAt(draft.protectedIn(passage), match.index)) continue;
          const end = match.index + match[0].length;
          const expected = right(match[0]);
          const milder = isNameCell(passage) ? "warning" : severity;
          report({
            at: { passage, start: match.index, end },
            message,
            actual: excerpt(passage.text, match.index, end),
            ...(expected === undefined ? {} : { expected }),
            ...(milder === undefined ? {} : { severity: milder }),
          });
        }
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "日写成曰，0写成字母",
        draft: { body: ["请于7月20曰前报送。", "2O24年共检查39家。"] },
        report: [
          "正文 第1段：“日”写成了“曰”；实际：请于7月20曰前报送。；应为：日",
          "正文 第2段：数字0写成了字母；实际：2O24年共检查39…；应为：0",
        ],
      },
      {
        shows: "俄文字母、部首字符",
        draft: { body: ["手机АPP已经下架。", "各县⼈民政府要整改。"] },
        report: [
          "正文 第1段：外文单词里混进了样子相同的其他字母；实际：手机АPP已经下架。；应为：A",
          "正文 第2段：汉字写成了样子相同的部首字符，多半是从PDF复制来的，搜索不到；实际：各县⼈民政府要整改。；应为：人",
        ],
      },
    ],
    right: [
      { shows: "本来的字", draft: { body: ["二〇二四年7月20日，10个APP，O2O平台，H5页面，I级响应。"] } },
      { shows: "单独的希腊字母", draft: { body: ["误差为±2μ，α系数为0.5。"] } },
      { shows: "标识码里的字母", draft: { body: ["标识码为440600M020XL0001。"] } },
    ],
  },
};

/** A slip like 2O24年 has the shape of a code: only what is quoted or an address is left alone. */
function quotedAt(spans: readonly Span[], position: number): boolean {
  return spans.some(({ start, end, kind }) => kind !== "code" && position >= start && position < end);
}
