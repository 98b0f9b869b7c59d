/**
 * Whether a name holds a mark that was typed full-width by mistake: `“网站表”`, `（行数`, `类别＝`. Brackets in pairs can belong to a name,
 * such as 得分（百分制）.
 */
export function hasWideMark(name: string): boolean {
  return /[“”‘’＝]/u.test(name) || (name.match(/（/gu)?.length ?? 0) !== (name.match(/）/gu)?.length ?? 0);
}
