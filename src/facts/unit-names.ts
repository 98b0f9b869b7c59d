import type { CircularElements } from "../schema/circular-file.js";
import type { CircularType } from "../schema/definitions.js";

/**
 * The full names of units as one office writes them: by the table 简称 of the type and of circular.yaml, and by the short forms that
 * every office uses in its own area.
 *
 * With 潮州市 as the area: 市统计局 is 潮州市统计局, 市政府 is 潮州市人民政府, 湘桥区政府 is 湘桥区人民政府, and 新区管委会 is 新区管理委员会.
 * 市场监督管理局 and 市容… are not shortened by a city's name.
 *
 * @param type with its area and table
 * @param elements of circular.yaml, whose table comes first; if the type names no area, 发文机关 does (潮州市人民政府办公室)
 * @returns a pure function from a name to the full name; a name that has no other form is returned as it is. Applied twice it gives the
 *   same as once, unless the tables lead in a circle
 */
export function unitAliases(
  type: Pick<CircularType, "area" | "shortForms">,
  elements: Pick<CircularElements, "简称" | "发文机关">,
): (name: string) => string {
  const area = type.area ?? areaOfIssuer(elements.发文机关);
  const table = new Map(
    [...type.shortForms, ...Object.entries(elements.简称 ?? {})].map(([short, full]) => [plain(short), full]),
  );
  return (name) => {
    const written = plain(name);
    const known = table.get(written) ?? table.get(spelledOut(written, area));
    return spelledOut(plain(known ?? written), area);
  };
}

/** 潮州市人民政府办公室 names 潮州市, and 广东省教育厅 names no area for certain. */
export function areaOfIssuer(issuer: string): string | undefined {
  return /^(.{1,12}?[省市区县州盟旗])(?:人民政府|政府|委员会)/u.exec(issuer)?.[1];
}

/** Brackets and letters in one form, without blanks. */
function plain(name: string): string {
  return name.normalize("NFKC").replace(/\s+/gu, "");
}

function spelledOut(name: string, area: string | undefined): string {
  return withArea(name, area)
    .replace(/(?<=[省市区县州盟旗镇乡])政府/gu, "人民政府")
    .replace(/管委会/gu, "管理委员会");
}

/** 市统计局 in 潮州市 is 潮州市统计局. */
function withArea(name: string, area: string | undefined): string {
  const level = area?.at(-1);
  if (area === undefined || level === undefined || !name.startsWith(level)) return name;
  const rest = name.slice(level.length);
  return rest === "" || /^(?:场|容|级|域|直|属|内|外|民之|民中)/u.test(rest) ? name : area + rest;
}
