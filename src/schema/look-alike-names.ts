import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { columnIndex, type DataRow, type Dataset } from "./dataset.js";

/** Longer texts are sentences: nobody looks things up by them. In UTF-16 units. */
const longestName = 60;

/**
 * Finds names in a column that look the same and are not: a character that cannot be seen, a Cyrillic letter in a Latin word, a
 * full-width letter. The program takes them for two; whoever reads the circular sees one that is listed twice.
 *
 * @param dataset whose columns of texts are looked through
 * @returns one warning for each spelling after the first
 */
export function lookAlikeNames(dataset: Dataset): Diagnostic[] {
  return dataset.definition.columns.flatMap(({ kind, name }) =>
    kind === "text" ? lookAlikesIn(dataset, name, columnIndex(dataset.definition, name)) : [],
  );
}

function lookAlikesIn(dataset: Dataset, column: string, position: number): Diagnostic[] {
  const others = new Set<string>();
  const byAppearance = new Map<string, { readonly row: DataRow; readonly text: string }>();
  const diagnostics: Diagnostic[] = [];
  for (const row of dataset.rows) {
    const text = row.values[position];
    if (typeof text !== "string" || text.length > longestName) continue;
    const appearance = appearanceOf(text);
    const first = byAppearance.get(appearance);
    if (first === undefined) {
      byAppearance.set(appearance, { row, text });
      continue;
    }
    if (first.text === text || others.has(text)) continue;
    others.add(text);
    diagnostics.push(
      diagnose(
        "names-look-alike",
        dataset.placeOf(row, column),
        { column, text: withoutUnseen(text), ...firstDifference(first.text, text) },
        [{ place: dataset.placeOf(first.row, column), message: "看起来一样的另一个在这里" }],
      ),
    );
  }
  return diagnostics;
}

/**
 * ASCII without blanks, Chinese marks, and characters that do not stand for others in `alike`: most names have nothing else, and they look
 * like themselves. What follows is not even made for them, as V8 takes longer for it than for all the names of a small circular.
 */
const ordinary =
  /^[!-~\u00b7\u2018-\u201d\u2026\u3001-\u3011\u4e00-\u56d6\u56d8-\u5df2\u5df4-\u620b\u620e-\u66ef\u66f1-\u9fff]*$/;

/** Drops format characters (zero width, direction, soft hyphen), variation selectors and blanks. */
function withoutUnseen(text: string): string {
  return text.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\s]/gu, "");
}

/** Letters of other alphabets and Chinese characters that most typefaces draw alike (after Unicode Technical Standard 39). */
const alikeSets = [
  ...[
    "AАΑ",
    "BВΒ",
    "CСϹ",
    "EЕΕ",
    "HНΗ",
    "IІΙ",
    "JЈ",
    "KКΚ",
    "MМΜ",
    "NΝ",
    "OОΟ",
    "PРΡ",
    "SЅ",
    "TТΤ",
    "XХΧ",
    "YУΥ",
    "ZΖ",
  ],
  ...["aа", "cс", "eе", "iі", "jј", "oоο", "pрρ", "sѕ", "vν", "xх", "yу"],
  ...["日曰", "口囗", "〇○◯", "一—－―", "·•・‧∙", "戊戌戍", "已巳"],
];

let alike: ReadonlyMap<string, string> | undefined;

/** The character that stands for all that look like it. */
function plainForm(character: string): string {
  alike ??= new Map(
    alikeSets.flatMap((set) => {
      const [plain = "", ...others] = set;
      return others.map((other): [string, string] => [other, plain]);
    }),
  );
  return alike.get(character) ?? character;
}

/** What a name looks like: equal for names that cannot be told apart by eye. */
function appearanceOf(text: string): string {
  if (ordinary.test(text)) return text;
  const plain = withoutUnseen(text)
    // Full-width forms and Kangxi radicals; not ① or ㎡, which do look different from 1 and m2.
    .replace(/[\uff01-\uff5e\u2f00-\u2fd5]/gu, (character) => character.normalize("NFKC"))
    // Compatibility ideographs, letters with separate accents.
    .normalize("NFC");
  return Array.from(plain, plainForm).join("");
}

/** Where two texts part, by code points, and what stands there. */
function firstDifference(
  before: string,
  after: string,
): { readonly at: number; readonly earlier: string; readonly later: string } {
  const left = [...before];
  const right = [...after];
  const index = right.findIndex((character, at) => character !== left[at]);
  const at = index < 0 ? right.length : index;
  return { at: at + 1, earlier: characterName(left[at]), later: characterName(right[at]) };
}

function characterName(character: string | undefined): string {
  if (character === undefined) return "没有字符";
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return withoutUnseen(character) === "" ? `看不见的字符 ${code}` : `“${character}”（${code}）`;
}
