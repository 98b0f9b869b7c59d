import type { Quantity } from "./quantities.js";

/** What kind of thing is counted. */
export type CountSubject = "site" | "account" | "unit" | "issue";

const subjectWords: readonly (readonly [CountSubject, string])[] = [
  ["account", "政务新媒体|新媒体|账号|帐号|公众号|微博"],
  ["site", "网站|频道"],
  ["issue", "问题|错误|错别字|留言|信息|栏目|链接"],
  ["unit", "单位|部门|机构|县|区|地级"],
];
const pattern = new RegExp(subjectWords.map(([subject, words]) => `(?<${subject}>${words})`).join("|"), "gu");

/**
 * What a quantity counts: the thing named right after the number (8家网站), or else the last one before it (政府网站8家), or else one
 * further on.
 */
export function subjectOf(quantity: Quantity): CountSubject | undefined {
  return (
    subjectsIn(quantity.after.slice(0, 8))[0] ??
    subjectsIn(quantity.before).at(-1) ??
    subjectsIn(quantity.after.slice(0, 16))[0]
  );
}

/** The kinds of things that a text speaks of, in order. */
export function subjectsIn(text: string): readonly CountSubject[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const found = subjectWords.find(([subject]) => match.groups?.[subject] !== undefined);
    return found === undefined ? [] : [found[0]];
  });
}
