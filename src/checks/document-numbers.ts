import type { Draft, Passage } from "./draft.js";

/** A document number in a text, whatever its brackets. */
export interface FoundNumber {
  /** 机关代字: 国办发. */
  readonly agency: string;
  readonly year: string;
  /** As printed: 47, 03. */
  readonly serial: string;
  /** Between the serial and the year's bracket: 第, or nothing. */
  readonly hasOrdinalWord: boolean;
  readonly hasClosingWord: boolean;
  readonly brackets: readonly [string, string];
  /** UTF-16 units; `start` is that of 机关代字, `bracket` that of the opening bracket. */
  readonly start: number;
  readonly bracket: number;
  readonly end: number;
}

const pattern =
  /(?<agency>[\u4e00-\u9fff]{1,14})\s?(?<open>[〔﹝［【[(（{])\s?(?<year>\d{4}|\d{2})年?\s?(?<close>[〕﹞］】\])）}])\s?(?<word>第)?\s?(?<serial>\d{1,5})\s?(?<closing>号)?/gu;
/** 机关代字 end with one of these as good as always: 国办发, 琼府办函, 辽政办公开, 豫政, 教办厅, 粤府办. */
const agencyEnding = /(?:[发函字办政府令党委通规文告任干电纪审议复公]|公开|信息|秘|厅|人社|财|教|卫|数)$/u;
/** What precedes the abbreviation in running prose. */
const proseBefore =
  /^.*(?:根据|按照|依据|依照|以及|关于|文件|通知|印发|精神|要求|规定|转发|见|和|及|与|按|的|由|在|是|为)/u;

/**
 * Document numbers in a text: 国办发〔2017〕47号, and what was meant to be one: 国办发[2017]47号, 示府办（25）第03号. Ordinary bracketed
 * years and notes ([2026], （2023）) are none: a number needs 机关代字 before the bracket and a serial with 号 after it; without 号
 * only inside 〔〕, which have no other use (GB/T 15834 4.9).
 */
export function documentNumbersIn(text: string): FoundNumber[] {
  if (!/[〔﹝［【[(（{]\s?\d/u.test(text)) return [];
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(pattern)) {
    const { agency = "", open = "", year = "", close = "", word, serial = "", closing } = match.groups ?? {};
    const abbreviation = agency.replace(proseBefore, "");
    const rightBrackets = open === "〔" && close === "〕";
    if (abbreviation.length < 2) continue;
    if (!rightBrackets && (closing === undefined || !agencyEnding.test(abbreviation))) continue;
    found.push({
      agency: abbreviation,
      year,
      serial,
      hasOrdinalWord: word !== undefined,
      hasClosingWord: closing !== undefined,
      brackets: [open, close],
      start: match.index + agency.length - abbreviation.length,
      bracket: match.index + match[0].indexOf(open),
      end: match.index + match[0].length,
    });
  }
  return found;
}

/** 国办发〔2017〕47号 */
export function writeNumber(number: Pick<FoundNumber, "agency" | "year" | "serial">): string {
  return `${number.agency}〔${number.year}〕${String(Number(number.serial))}号`;
}

/** A title in 《》 with the number that follows it in parentheses. */
export interface Citation {
  readonly passage: Passage;
  /** Without 《》. */
  readonly title: string;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly number: FoundNumber;
  /** The number in its right form. */
  readonly written: string;
}

/** The documents that running text cites with their numbers: 《…的通知》（国办发〔2017〕47号，以下简称《指引》）. */
export function citationsIn(draft: Draft): Citation[] {
  return draft.passages.flatMap((passage) => {
    const { text } = passage;
    return documentNumbersIn(text).flatMap((number): Citation[] => {
      const before = text.slice(0, number.start);
      if (!/》[（(]\s?$/u.test(before)) return [];
      const titleEnd = before.lastIndexOf("》") + 1;
      const titleStart = draft.protectedIn(passage).find(({ end }) => end === titleEnd)?.start;
      if (titleStart === undefined) return [];
      const title = text.slice(titleStart + 1, titleEnd - 1);
      return [{ passage, title, titleStart, titleEnd, number, written: writeNumber(number) }];
    });
  });
}
