import { agencyMentions, type AgencyMention } from "../../agency-names.js";
import { agencyFamilies, otherAgencies } from "../../knowledge/agency-families.js";
import { oneSlip } from "../../near-phrase.js";
import type { Finding, Rule } from "../../rule.js";

const familyOf = new Map(
  agencyFamilies.flatMap((family, index) => [...family.full, ...family.short].map((name) => [name, index] as const)),
);
const fullNames = new Set(agencyFamilies.flatMap((family) => family.full));
const realNames = new Set([...familyOf.keys(), ...otherAgencies]);

/** One unit under two names, or under one with a slip. */
export const unitNames: Rule = {
  id: "unit-names",
  name: "单位名称前后不一",
  severity: "warning",
  description:
    "一个单位在一份通报里只用一个全称、一个简称：市卫健局、市卫健委不能并用。正文用简称、附件用全称是正常的。与别处的单位名称只差一个字的，多半是打错了。",
  mistakes: [13],
  check(draft, report) {
    const units = new Map<string, AgencyMention[]>();
    const forms = new Map<string, AgencyMention[]>();
    const { fullName } = draft.context;
    const isFull = (name: string, place: string): boolean =>
      fullNames.has(name) || fullName?.(place + name).endsWith(place + name) === true;
    for (const mention of agencyMentions(draft)) {
      const { place, name } = mention;
      add(forms, `${place} ${name}`, mention);
      const family = familyOf.get(name);
      const resolved = fullName?.(place + name);
      if (family !== undefined) add(units, `${place} ${String(family)}`, mention);
      else if (resolved !== undefined) add(units, resolved, mention);
    }
    for (const mentions of units.values()) reportClashes(mentions, isFull, report);
    reportSlips(forms, report);
  },
  examples: {
    wrong: [
      {
        shows: "两个简称",
        draft: { body: ["市卫健局的栏目没有更新。", "市卫健委的账号没有更新。"] },
        report: [
          "正文 第2段：同一个单位在这里写“市卫健委”，别处写“市卫健局”；实际：市卫健委；应为：市卫健局；处理：请查清正式名称，全文统一；另见 正文 第1段：这里写的是“市卫健局”",
        ],
      },
      {
        shows: "名称打错一个字",
        draft: {
          body: ["市统记局的栏目没有更新。"],
          attachments: [{ title: "名单", columns: ["单位名称"], rows: [["示例市统计局"], ["示例市民政局"]] }],
        },
        report: [
          "正文 第1段：这个单位名称多半打错了字；实际：市统记局；应为：市统计局；处理：如果确有这个单位，可以不理会；另见 附件 第1行“单位名称”列：这里写的是“市统计局”",
        ],
      },
    ],
    right: [
      {
        shows: "正文用简称，附件用全称",
        draft: {
          body: ["市卫健局、市人社局的栏目没有更新。"],
          attachments: [
            { title: "名单", columns: ["单位名称"], rows: [["示例市卫生健康局"], ["示例市人力资源和社会保障局"]] },
          ],
        },
      },
      { shows: "不同地方的单位", draft: { body: ["甲县卫健局、乙县卫健委、市卫生健康局的栏目没有更新。"] } },
      { shows: "只差一个字的两个单位", draft: { body: ["市财政局、市民政局、市商务局、市水务局的栏目没有更新。"] } },
      { shows: "账号名称", draft: { body: ["市卫健局“示例市卫健委”账号没有更新。"] } },
    ],
  },
};

/** Two short forms of one unit, or two full ones, clash; one short and one full form in one paragraph's worth of prose is taste. */
function reportClashes(
  mentions: readonly AgencyMention[],
  isFull: (name: string, place: string) => boolean,
  report: (finding: Finding) => void,
): void {
  const place = mentions[0]?.place ?? "";
  const byForm = new Map<string, AgencyMention[]>();
  for (const mention of mentions) add(byForm, mention.name, mention);
  const short = [...byForm].filter(([name]) => !isFull(name, place));
  const full = [...byForm].filter(([name]) => isFull(name, place));
  for (const group of [short, full]) {
    const [usual, ...others] = group.sort((a, b) => b[1].length - a[1].length);
    for (const [, [first]] of others) if (first !== undefined && usual !== undefined) clash(first, usual[1], report);
  }
  if (short.length !== 1 || full.length !== 1) return;
  const prose = (places: readonly AgencyMention[]): AgencyMention | undefined =>
    places.find(({ passage }) => passage.region === "body");
  const [shortest] = short;
  const [longest] = full;
  const here = prose(shortest?.[1] ?? []);
  const there = prose(longest?.[1] ?? []);
  if (here !== undefined && there !== undefined) clash(here, [there], report, "hint");
}

function clash(
  first: AgencyMention,
  usual: readonly AgencyMention[],
  report: (finding: Finding) => void,
  severity?: "hint",
): void {
  const [other] = usual;
  if (other === undefined) return;
  report({
    at: first,
    message: `同一个单位在这里写“${first.place}${first.name}”，别处写“${other.place}${other.name}”`,
    actual: `${first.place}${first.name}`,
    expected: `${other.place}${other.name}`,
    hint: "请查清正式名称，全文统一",
    related: [{ at: other, message: `这里写的是“${other.place}${other.name}”` }],
    ...(severity === undefined ? {} : { severity }),
  });
}

/** Names that no list knows and that differ by one character from another of the same place in this document. */
function reportSlips(forms: ReadonlyMap<string, readonly AgencyMention[]>, report: (finding: Finding) => void): void {
  const byLength = new Map<string, AgencyMention[]>();
  for (const [first] of forms.values())
    if (first !== undefined) add(byLength, `${first.place} ${String(first.name.length)}`, first);
  for (const mentions of forms.values()) {
    const [first] = mentions;
    if (first === undefined || mentions.length > 1 || realNames.has(first.name) || first.name.length < 3) continue;
    // A name that runs on from a sentence is no name: 市直部门办公室.
    const near = [-1, 0, 1]
      .flatMap((difference) => byLength.get(`${first.place} ${String(first.name.length + difference)}`) ?? [])
      .find(
        (other) =>
          other.name !== first.name &&
          (realNames.has(other.name) || (forms.get(`${other.place} ${other.name}`)?.length ?? 0) > 1) &&
          misspells(first.name, other.name),
      );
    const known = near === undefined ? knownNear(first.name) : undefined;
    const likely =
      near === undefined && known === undefined && first.passage.region === "body" ? shortNear(first.name) : undefined;
    if (near === undefined && known === undefined && likely === undefined) continue;
    report({
      at: first,
      message: "这个单位名称多半打错了字",
      actual: `${first.place}${first.name}`,
      expected: `${first.place}${near?.name ?? known ?? likely ?? ""}`,
      hint: "如果确有这个单位，可以不理会",
      ...(likely === undefined ? {} : { severity: "hint" as const }),
      ...(near === undefined ? {} : { related: [{ at: near, message: `这里写的是“${near.place}${near.name}”` }] }),
    });
  }
}

/**
 * A full name of five characters and more that this one misses by one: shorter ones have too many real neighbours. Agencies of culture and
 * tourism are called differently everywhere, and 和 comes and goes: both are left out.
 */
function knownNear(name: string): string | undefined {
  if (name.length < 5 || name.includes("旅游")) return undefined;
  const withoutAnd = name.replaceAll("和", "");
  return [...fullNames].find(
    (real) => real.length >= 5 && misspells(name, real) && real.replaceAll("和", "") !== withoutAnd,
  );
}

/** The same for short names, which have many neighbours: no more than a hint. */
function shortNear(name: string): string | undefined {
  if (name.length > 4) return undefined;
  return [...realNames].find((real) => real.length === name.length && misspells(name, real));
}

/** One character apart, but not in the last one: 应急管理厅 is the province's 应急管理局. */
function misspells(name: string, right: string): boolean {
  return name.slice(0, -1) !== right.slice(0, -1) && oneSlip(name, right);
}

function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
