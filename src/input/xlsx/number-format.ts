/**
 * What a number format makes of a number. Only what changes a number's meaning is told apart: an elapsed time such as `[h]:mm`, a
 * currency or a fraction is a number like any other.
 */
export type NumberKind = "number" | "percent" | "date" | "time";

/**
 * Formats that files name by number alone (ISO/IEC 29500-1, 18.8.30). 27 to 36 and 50 to 58 depend on the language of Excel; these are
 * the Chinese ones.
 */
const builtInKinds: readonly (readonly [from: number, to: number, kind: NumberKind])[] = [
  [9, 10, "percent"],
  [14, 17, "date"],
  [18, 21, "time"],
  [22, 22, "date"],
  [27, 31, "date"],
  [32, 35, "time"],
  [36, 36, "date"],
  [45, 45, "time"],
  // 46 is [h]:mm:ss, an elapsed time.
  [47, 47, "time"],
  [50, 54, "date"],
  [55, 56, "time"],
  [57, 58, "date"],
];

/** The meaning of a built-in format. Numbers that stand for nothing are plain numbers. */
export function kindOfBuiltInFormat(id: number): NumberKind {
  return builtInKinds.find(([from, to]) => id >= from && id <= to)?.[2] ?? "number";
}

/**
 * The meaning of a format code such as `yyyy"年"m"月"d"日"` (ISO/IEC 29500-1, 18.8.31).
 *
 * A code has up to four sections, for positive, negative, zero and text; the first that is more than a plain number decides, so that
 * `[=0]"";0.0%` is a percentage.
 */
export function kindOfFormatCode(code: string): NumberKind {
  for (const section of significantSections(code)) {
    const kind = kindOfSection(section);
    if (kind !== "number") return kind;
  }
  return "number";
}

/** A quoted or escaped literal, a filler (`_x`, `*x`), something in brackets, the separator, or any other character. */
const formatToken = /"[^"]*"?|[\\_*][^]|\[[^\]]*\]?|[^]/gu;

const elapsedTime = /^\[(?:h+|m+|s+)\]$/iu;

/** The sections without literals; of what stands in brackets, only elapsed times are left (colours, locales and conditions go). */
function significantSections(code: string): string[] {
  const sections = [""];
  for (const [token] of code.matchAll(formatToken)) {
    if (token === ";") sections.push("");
    else if (token.length === 1 || elapsedTime.test(token)) sections.push(`${sections.pop() ?? ""}${token}`);
  }
  return sections;
}

function kindOfSection(section: string): NumberKind {
  const code = section
    .replace(/General|G\/通用格式/giu, "")
    // Fractions of a second are no digits of a number: mm:ss.00.
    .replace(/s\.0+/giu, "s");
  if (code.includes("%")) return "percent";
  if (/[#?0]/u.test(code)) return "number";
  // In 0.00E+00 an e is no year; that has been dealt with by its digits.
  const withoutDayHalves = code.replace(/AM\/PM|A\/P|上午\/下午/giu, "");
  if (/[yde]|aaa/iu.test(withoutDayHalves)) return "date";
  if (code.includes("[")) return "number";
  if (code !== withoutDayHalves || /[hs]/iu.test(code)) return "time";
  return /m/iu.test(code) ? "date" : "number";
}
