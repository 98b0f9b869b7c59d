import { ownMatches, ownWords } from "../../all-passages.js";
import { excerpt } from "../../excerpt.js";
import { isProtected } from "../../protected-spans.js";
import type { Rule } from "../../rule.js";
import { Search } from "../../search.js";

/**
 * Small words typed twice. Each is let off after and before the characters with which the two are parts of different words:
 * 目的的, 进行了了解, 以及及时, 存在在线.
 */
const smallWords: readonly Search[] = [
  new Search(["的的"], () => /(?<![目标])的的(?!确)/gu),
  new Search(["了了"], () => /了了(?!解|结|却|然|望)/gu),
  new Search(["是是"], () => /(?<![但只还就于可或若总凡都要正国])是是(?!非|否)/gu),
  new Search(
    ["在在"],
    () => /(?<![存现正所内外实潜旨好自重贵健])在在(?![线岗职编册建校押场乎籍野位世先逃途此意内外于行])/gu,
  ),
  new Search(["和和"], () => /(?<![共温缓调总柔平饱谐附祥])和和(?![平谐气美睦解善蔼煦])/gu),
  new Search(["对对"], () => /(?<![核面针应反一校绝相比配派敌作不])对对(?![象手方策接话口外内应比称付待照联])/gu),
  new Search(["与与"], () => /(?<![参给授赋付予])与与(?![会时否众])/gu),
  new Search(["及及"], () => /(?<![以涉普触波顾提危惠埃累论])及及(?![时早格物])/gu),
  new Search(["为为"], () => /(?<![作认成行因以称变视定人改更较极颇最名所大])为为(?![了民何])/gu),
  new Search(["将将"], () => /(?<![即必])将将(?![军近来领士帅])/gu),
  new Search(["从从"], () => /(?<![服自跟听随遵依无顺盲侍])从从(?![容严快重事业而前来此众头中宽简优速轻])/gu),
  new Search(["并并"], () => /并并(?![且非不联列重存购入行轨用发网])(?<![合归吞兼一]并并)/gu),
  new Search(
    ["于于"],
    () => /(?<![终等由关对属至位处基低高大小多少利便敢善勇忠过归鉴急用限趋源在优适有介居陷不富易难生])于于(?!是)/gu,
  ),
  new Search(
    ["被被", "把把", "而而", "也也", "很很", "且且", "之之", "所所", "由由", "向向"],
    () => /被被|把把(?!手|握)|而而|也也|很很|且且|之之|所所(?!有|在|长)|由由(?!于)|向向(?!上|前|导)/gu,
  ),
];

/** Words whose last character is typed twice; the last group lists what may rightly follow the second one. */
const lastCharacters = new Search(
  [
    "政府府",
    "网站站",
    "新媒体体",
    "检查查",
    "情况况",
    "通报报",
    "问题题",
    "单位位",
    "账号号",
    "整改改",
    "更新新",
    "公开开",
    "管理理",
    "工作作",
    "人民民",
    "办公室室",
    "委员会会",
    "信息息",
    "责任任",
    "平台台",
    "部门门",
    "栏目目",
    "要求求",
  ],
  () =>
    /政府府(?!内|上|邸|级)|网站站(?![点群长内外名址在上到得立])|新媒体体(?![系制现验量会育检])|检查查(?![出明看找实询处阅])|情况况(?!且)|通报报(?![送告道名废价刊纸请社])|问题题(?![目材为库名])|单位位(?![于置列次居])|账号号(?![召码称])|整改改(?![进革变善造正])|更新新(?![闻增媒的建设型])|公开开(?![展发放通始设辟])|管理理(?![念论顺由应解])|工作作(?![为用风出品])|人民民(?![主政生警族众法间])|办公室室(?![内外])|委员会会(?![议同员])|信息息(?![屏])|责任任(?![务何命期])|平台台(?![账州湾风阶])|部门门(?![户槛类店])|栏目目(?![前标的录])|要求求(?![助真])/gu,
);

/** Reduplication that is meant: 一步一步, 许多许多. */
const reduplicated =
  /^(?:一.{1,2}|许多|非常|很多|十分|讨论|研究|商量|考虑|沟通|比如|点滴|多多|步步|层层|代代|天天|人人|哈哈|谢谢)$/u;

/** The same word twice in a row, which editing leaves behind. */
export const wordsDoubled: Rule = {
  id: "words-doubled",
  name: "字词重复",
  severity: "warning",
  description: "改稿、复制时常把字词打了两遍：的的、进行进行、政府府。“目的的”“以及及时”这样分属两个词的不算。",
  mistakes: [65],
  check(draft, report) {
    const doubled = [...smallWords, lastCharacters].filter(({ needs }) => draft.mayHold(needs));
    const mayRepeat = draft.mayHold(repeated);
    if (doubled.length === 0 && !mayRepeat) return;
    for (const passage of ownWords(draft)) {
      const { text } = passage;
      if (text.length < 3 || !/[\u4e00-\u9fff]/u.test(text)) continue;
      const seen = new Set<number>();
      if (doubled.length > 0 && /([\u4e00-\u9fff])\1/u.test(text)) {
        for (const search of doubled) {
          for (const match of ownMatches(draft, passage, search.pattern)) {
            const end = match.index + match[0].length;
            seen.add(match.index);
            report({
              at: { passage, start: match.index, end },
              message: "字重复了",
              actual: excerpt(text, match.index, end),
              expected: match[0].slice(0, -1),
            });
          }
        }
      }
      if (!mayRepeat || (passage.role === "cell" && text.length < 8)) continue;
      for (const { start, length } of repetitions(text)) {
        const word = text.slice(start, start + length);
        const end = start + 2 * length;
        if (reduplicated.test(word) || seen.has(start) || /^(.)\1+$/u.test(word)) continue;
        if (isProtected(draft.protectedIn(passage), start)) continue;
        report({
          at: { passage, start, end },
          message: "词语重复了",
          actual: excerpt(text, start, end),
          expected: word,
        });
      }
    }
  },
  examples: {
    wrong: [
      {
        shows: "虚词、词尾、整个词",
        draft: { body: ["各地的的网站进行进行了检查，市政府府办公室在在月底通报。"] },
        report: [
          "正文 第1段：字重复了；实际：各地的的网站进行进行了检…；应为：的",
          "正文 第1段：字重复了；实际：…，市政府府办公室在在月底通报。；应为：在",
          "正文 第1段：字重复了；实际：…行进行了检查，市政府府办公室在在月底通…；应为：政府",
          "正文 第1段：词语重复了；实际：各地的的网站进行进行了检查，市政府府…；应为：进行",
        ],
      },
    ],
    right: [
      {
        shows: "分属两个词",
        draft: {
          body: [
            "检查的目的的确明确，对情况进行了了解，以及及时更新，核对对象，存在在线服务，人民民主，潮州市市场监督管理局。",
            "部门门户网站、网站站点、检查查出的问题，通报报送后，问题题材，单位位于市区。",
          ],
        },
      },
      { shows: "叠用", draft: { body: ["一步一步推进，一条一条落实，人人有责，种种原因，常常巡查。"] } },
    ],
  },
};

/** Something of two to six Chinese characters twice in a row. */
const repeated = /([\u4e00-\u9fff]{2,6})\1/u;

/** Where two to six Chinese characters stand twice in a row; the shortest repetition at each place, without overlaps. */
function repetitions(text: string): { readonly start: number; readonly length: number }[] {
  const found: { start: number; length: number }[] = [];
  const covered = new Set<number>();
  for (let length = 2; length <= 6; length += 1) {
    let same = 0;
    for (let index = 0; index + length < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const chinese = code >= 0x4e00 && code <= 0x9fff;
      same = chinese && code === text.charCodeAt(index + length) ? same + 1 : 0;
      if (same < length) continue;
      const start = index - length + 1;
      same = 0;
      if (covered.has(start) || covered.has(start + 2 * length - 1)) continue;
      for (let position = start; position < start + 2 * length; position += 1) covered.add(position);
      found.push({ start, length });
    }
  }
  return found;
}
