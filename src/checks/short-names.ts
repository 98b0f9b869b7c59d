import type { Draft, Passage } from "./draft.js";
import { isProtected } from "./protected-spans.js";

/** （以下简称《指引》）: from here on the short name stands for what is before it. */
export interface ShortNameDefinition {
  readonly passage: Passage;
  /** Position of the passage in `Draft.passages`. */
  readonly order: number;
  /** Without its marks. */
  readonly name: string;
  /** With its marks, as it is to be used: 《指引》; for “市政数局” and names without marks the bare name. */
  readonly usedAs: string;
  /** UTF-16 units of the name with its marks. */
  readonly start: number;
  readonly end: number;
  /** What stands before the bracket: the end of the full name. */
  readonly before: string;
}

const definition =
  /(?:以下简称|以下统称|以下合称|下称|简称)为?：?(?:《(?<title>[^《》]{1,30})》|[“"](?<quoted>[^“”"]{1,30})[”"]|(?<bare>[\u4e00-\u9fff]{2,15})(?=[）)]))/gu;

/** Every short name defined in running text, in the order of the document. */
export function shortNameDefinitions(draft: Draft): ShortNameDefinition[] {
  return draft.passages.flatMap((passage, order) => {
    if (!passage.text.includes("称")) return [];
    return [...passage.text.matchAll(definition)].flatMap((match): ShortNameDefinition[] => {
      if (isProtected(draft.protectedIn(passage), match.index)) return [];
      const { title, quoted, bare } = match.groups ?? {};
      const name = title ?? quoted ?? bare ?? "";
      const marked = bare === undefined ? name.length + 2 : name.length;
      const end = match.index + match[0].length;
      const bracket = Math.max(passage.text.lastIndexOf("（", match.index), passage.text.lastIndexOf("(", match.index));
      const before = passage.text.slice(Math.max(0, bracket - 60), Math.max(0, bracket));
      return [
        { passage, order, name, usedAs: title === undefined ? name : `《${name}》`, start: end - marked, end, before },
      ];
    });
  });
}
