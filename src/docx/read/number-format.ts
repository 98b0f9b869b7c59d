/** Writing the numbers of automatic numbering (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59). */

/**
 * One number as printed.
 *
 * @param format the value of `w:numFmt`; one that is not known is printed in digits
 */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperLetter":
      return letters(value, 65);
    case "lowerLetter":
      return letters(value, 97);
    case "chineseCounting":
    case "chineseCountingThousand":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "japaneseCounting":
      return chineseNumeral(value, countingDigits, countingUnits);
    case "chineseLegalSimplified":
      return chineseNumeral(value, legalDigits, legalUnits);
    case "ideographDigital":
    case "taiwaneseDigital":
    case "japaneseDigitalTenThousand":
      return [...String(value)].map((digit) => "〇一二三四五六七八九"[Number(digit)] ?? digit).join("");
    case "ideographTraditional":
      return cycle("甲乙丙丁戊己庚辛壬癸", value);
    case "ideographZodiac":
      return cycle("子丑寅卯辰巳午未申酉戌亥", value);
    case "decimalFullWidth":
    case "decimalFullWidth2":
      return [...String(value)].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join("");
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return enclosed(value, 0x2460);
    case "decimalEnclosedParen":
      return enclosed(value, 0x2474);
    case "decimalEnclosedFullstop":
      return enclosed(value, 0x2488);
    case "ideographEnclosedCircle":
      return value >= 1 && value <= 10 ? String.fromCodePoint(0x327f + value) : String(value);
    default:
      return String(value);
  }
}

/** ①, ⑴ and ⒈ go up to 20. */
function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}

const countingDigits = "〇一二三四五六七八九";
const countingUnits = ["", "十", "百", "千"];
const legalDigits = "零壹贰叁肆伍陆柒捌玖";
const legalUnits = ["", "拾", "佰", "仟"];

/** Up to 9999: 十, 十一, 二十, 一百〇五. */
function chineseNumeral(value: number, digits: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return value === 0 ? (digits[0] ?? "") : String(value);
  let result = "";
  let zero = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      zero = result !== "";
      continue;
    }
    if (zero) result += digits[0] ?? "";
    zero = false;
    const isTeen = power === 1 && digit === 1 && result === "" && digits === countingDigits;
    result += (isTeen ? "" : (digits[digit] ?? "")) + (units[power] ?? "");
  }
  return result;
}

function roman(value: number): string {
  if (value <= 0 || value > 3999) return String(value);
  let rest = value;
  let result = "";
  for (const [worth, sign] of romanSigns) {
    while (rest >= worth) {
      result += sign;
      rest -= worth;
    }
  }
  return result;
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** A … Z, AA, BB …: the letter is repeated (17.18.59, upperLetter). */
function letters(value: number, first: number): string {
  if (value <= 0 || value > 260) return String(value);
  return String.fromCodePoint(first + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function cycle(signs: string, value: number): string {
  return value >= 1 && value <= signs.length ? (signs[value - 1] ?? "") : String(value);
}
