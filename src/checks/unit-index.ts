/**
 * Names of units that can be found however they are shortened: 潮州市教育局 ↔ 市教育局, 饶平县人民政府 ↔ 饶平县 ↔ 饶平县政府. A bureau of a
 * county keeps its county: 饶平县公安局 is not 市公安局.
 */
export class UnitIndex {
  /** As given, each once. */
  readonly names: readonly string[];
  /** The place with which most of the names begin. */
  readonly place: string | undefined;
  private readonly variants = new Set<string>();

  /** @param place for names that come from the same document and leave it out; told from the names if absent */
  constructor(names: readonly string[], place?: string) {
    this.names = [...new Set(names)];
    this.place = place ?? commonPlace(this.names);
    for (const name of this.names) for (const variant of variantsOf(name, this.place)) this.variants.add(variant);
  }

  has(name: string): boolean {
    return variantsOf(name, this.place).some((variant) => this.variants.has(variant));
  }
}

/** The two characters with which most of the names begin: 潮州. */
function commonPlace(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name.slice(0, 2), (counts.get(name.slice(0, 2)) ?? 0) + 1);
  for (const [place, count] of counts) if (count >= 3 && count * 2 >= names.length) return place;
  return undefined;
}

function variantsOf(name: string, place?: string): readonly string[] {
  const plain = name.replace(/\s/gu, "").replace(/[（(][^（）()]*[）)]$/u, "");
  const own = /^(?:[\u4e00-\u9fff]{2,4}?)?[省市](?<rest>[\u4e00-\u9fff]{3,})$/u.exec(plain)?.groups?.["rest"];
  const variants = [plain, ...(own === undefined ? [] : [own])];
  if (place !== undefined && plain.startsWith(place) && plain.length > place.length + 3)
    variants.push(plain.slice(place.length));
  return variants.flatMap((variant) => {
    const body = variant.replace(/(?:人民政府(?:门户)?(?:网站)?|政府(?:门户)?网站|政府|管委会|管理委员会)$/u, "");
    return body === variant || body.length < 2 ? [variant] : [variant, body];
  });
}

/** The name that differs in one character or in one more or fewer, however they are shortened; `undefined` if none or several. */
export function closestUnit(name: string, names: readonly string[]): string | undefined {
  const own = variantsOf(name);
  const near = names.filter((other) =>
    variantsOf(other).some((variant) => own.some((mine) => isOneEditApart(mine, variant))),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** True if one character replaced, added or left out makes one text the other; false for the same text. */
export function isOneEditApart(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left.charAt(start) === right.charAt(start)) start += 1;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left.charAt(left.length - 1 - end) === right.charAt(right.length - 1 - end)
  ) {
    end += 1;
  }
  return Math.max(left.length, right.length) - start - end <= 1;
}
