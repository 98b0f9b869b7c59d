import type { Quantity } from "./quantities.js";
import { holdsAny } from "./holds-any.js";

/**
 * What a count says of the things counted: how many there are (`existing`), were looked at (`checked`), `passed` or `failed`; `change`
 * compares with another period; `other` is anything else.
 */
export type CountRole = "existing" | "checked" | "passed" | "failed" | "change" | "other";

const roleWords: readonly (readonly [CountRole, string])[] = [
  [
    "other",
    "没有不合格|无不合格|单项否决|一票否决|其中|监测时|检查时|抽查时|采样|检查中|检查发现|抽查发现|没有更新|不更新|未更新|及时",
  ],
  ["failed", "不合格|不达标|未达标|没有达标|未通过|未办结|未整改|尚未改正|未改正|存在突出问题|存在问题"],
  ["passed", "合格|达标|通过|办结|已整改|整改完成|完成整改|已改正|运行正常"],
  ["checked", "检查|抽查|检测|监测|抽检|普查|巡查|考评|考核|评估|评分|检验|纳入|收到"],
  ["existing", "在运行|正常运行|在用|在产在售|开设|备案|共有|总数|总计|合计|共"],
];

const pattern = new RegExp(roleWords.map(([role, words]) => `(?<${role}>${words})`).join("|"), "gu");

const changes = "增加 减少 提高 下降 上升 增长 降低 回升 回落".split(" ");

/** See {@link CountRole}; told from the words before the number, or else from those after it. */
export function roleOf(quantity: Quantity): CountRole {
  const { before } = quantity;
  const last = before.endsWith("了") ? before.slice(0, -1) : before;
  if (changes.some((word) => last.endsWith(word))) return "change";
  const found = rolesIn(before).at(-1);
  if (found !== undefined) return found;
  if (!holdsAny(quantity.after, ["合格", "达标", "存在", "未整改", "未改正"])) return "other";
  const following =
    /^(?:账号|网站|政府网站|政务新媒体|新媒体|单位|平台)?(不合格|不达标|未达标|存在(?:突出)?问题|未整改|未改正|全部合格|全部达标|合格|达标)/u.exec(
      quantity.after,
    )?.[1];
  if (following === undefined) return "other";
  return rolesIn(following).at(-1) ?? "other";
}

function rolesIn(words: string): CountRole[] {
  return [...words.matchAll(pattern)].map((match) => {
    return roleWords.find(([role]) => match.groups?.[role] !== undefined)?.[0] ?? "other";
  });
}
