import { allPassages, isNameCell } from "./all-passages.js";
import { holdsNames, type Draft, type Passage } from "./draft.js";
import { matchesIn } from "./matches-in.js";
import { isProtected } from "./protected-spans.js";

/** One mention of an agency. */
export interface AgencyMention {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** Whose it is: 市, 县, 区, 省 of the issuer's own place, or another place's name: 湘桥区. */
  readonly place: string;
  /** Its name without the place. */
  readonly name: string;
}

const agencies =
  /(?<level>[省县区盟旗]|市(?![场容])|州(?![省市县区盟旗]))(?<name>(?!市(?![场容政]))(?:(?![省县区州盟旗、，。；：（）“”《》\s])[\u4e00-\u9fff]){1,14}?(?:局|委员会|厅|(?<=国资|卫健|发改|住建|卫计|经信|健康|改革)委|动办|公室|供销社|支队|管理中心|交易中心|服务中心|登记中心|公积金中心))/gu;

/**
 * Every agency that the draft names with a level in front (市统计局, 湘桥区卫生健康局), in prose and in columns of units, with its place.
 * 市统计局 and 潮州市统计局 have the same place if 潮州市 is the issuer's. Quotations and titles are left out, names of accounts too.
 *
 * Linear: one pattern over every distinct text.
 */
export function agencyMentions(draft: Draft): readonly AgencyMention[] {
  const own = ownPlace(draft);
  const mentions: AgencyMention[] = [];
  for (const passage of allPassages(draft)) {
    const column = passage.cell === undefined ? undefined : passage.cell.table.columns[passage.cell.column];
    if (passage.role === "cell" && isNameCell(passage) && !isUnitColumn(column ?? "")) continue;
    if (!/[局委厅办室社队心]/u.test(passage.text)) continue;
    const spans = draft.protectedIn(passage);
    for (const match of matchesIn(passage.text, agencies)) {
      const { level = "", name = "" } = match.groups ?? {};
      if (isProtected(spans, match.index)) continue;
      const before = passage.text.slice(Math.max(0, match.index - 6), match.index);
      const placeName = placeBefore(before, level);
      const place = placeName === "" || own.endsWith(placeName + level) ? level : placeName + level;
      mentions.push({ passage, start: match.index, end: match.index + match[0].length, place, name });
    }
  }
  return mentions;
}

/** True for a column that names units: 单位名称, 主办单位, 责任部门. */
export function isUnitColumn(column: string): boolean {
  return (
    /单位|部门|机关/u.test(column) && !/账号|网站|网址|编码|标识/u.test(column) && (holdsNames(column) || column !== "")
  );
}

/** 潮州市 of 潮州市人民政府办公室; empty if the issuer does not begin with a place. */
function ownPlace(draft: Draft): string {
  const issuer = draft.withRole("issuer")[0]?.text ?? draft.titleText;
  return /^[\u4e00-\u9fff]{2,8}?[省市县区州盟旗]/u.exec(issuer)?.[0] ?? "";
}

/** The place's own name directly before its level: only at the beginning or after a mark is it sure where it begins. */
function placeBefore(before: string, level: string): string {
  const match = /(?:^|[、，。；：（）“”《》\s和及与由])(?<place>[\u4e00-\u9fff]{1,5})$/u.exec(before);
  const place = match?.groups?.["place"] ?? "";
  return level === "市" && /^(?:会同|联合|委托|经|请|对|按|如|有|其中|包括|以及)$/u.test(place) ? "" : place;
}
