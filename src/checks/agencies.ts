/** The name of an agency without 文件, blanks and notes in brackets; 人民政府 and 政府 are the same. */
export function bareAgency(text: string): string {
  return text
    .replace(/\s/gu, "")
    .replace(/[（(][^（）()]*[）)]/gu, "")
    .replace(/文件$/u, "")
    .replaceAll("人民政府", "政府");
}

const fullName =
  /^(?:中共)?[\u4e00-\u9fff]{1,12}?(?:省|自治区|市|自治州|州|盟|地区|县|旗|区)[\u4e00-\u9fff]*(?:政府|委员会|办公室|办公厅|局|厅|委|院|中心|党组|部|办)$/u;

/**
 * True if two agencies are certainly not the same: one is the office of the other (示例市政府, 示例市政府办公室), or both are written in
 * full and differ. A short name (市府办) may stand for anything.
 *
 * @param left by `bareAgency`
 * @param right by `bareAgency`
 */
export function contradicts(left: string, right: string): boolean {
  if (left === right) return false;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (long.startsWith(short)) return /^(?:办公室|办公厅|办)/u.test(long.slice(short.length));
  return fullName.test(left) && fullName.test(right) && !long.endsWith(short);
}
