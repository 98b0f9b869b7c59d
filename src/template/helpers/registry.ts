import { blockHelpers, type BlockHelper } from "./blocks.js";
import { dateHelpers } from "./dates.js";
import type { Helper } from "./helper.js";
import { listHelpers } from "./lists.js";
import { logicHelpers } from "./logic.js";
import { numberHelpers } from "./numbers.js";
import { rankHelpers } from "./ranks.js";
import { referenceHelpers } from "./references.js";
import { rowHelpers } from "./rows.js";

/** The helpers in the order of the reference, by group. */
export const helperGroups: readonly { readonly title: string; readonly helpers: readonly Helper[] }[] = [
  { title: "数据行", helpers: [...rowHelpers, ...rankHelpers] },
  { title: "数字", helpers: numberHelpers },
  { title: "名单", helpers: listHelpers },
  { title: "日期", helpers: dateHelpers },
  { title: "条件", helpers: logicHelpers },
  { title: "引用", helpers: referenceHelpers },
];

const helpersByName = new Map(
  helperGroups.flatMap((group) =>
    group.helpers.flatMap((helper) => [helper.name, ...(helper.aliases ?? [])].map((name) => [name, helper] as const)),
  ),
);

const blocksByName = new Map(
  blockHelpers.flatMap((block) => [block.name, ...block.aliases].map((name) => [name, block] as const)),
);

/** The helper of that name. */
export function findHelper(name: string): Helper | undefined {
  return helpersByName.get(name);
}

/** The block of that name. */
export function findBlock(name: string): BlockHelper | undefined {
  return blocksByName.get(name);
}

export const helperNames: readonly string[] = [...helpersByName.keys()];
export const blockNames: readonly string[] = [...blocksByName.keys()];
