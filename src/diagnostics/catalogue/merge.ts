import { entry } from "../diagnostic.js";
import { excerpt } from "./wording.js";

/** What a conflict is about, and the words of both sides; empty where they are gone. */
interface Conflict {
  readonly kind: "changed" | "deletedByHand" | "deletedByData" | "added" | "moved";
  readonly base: string;
  readonly hand: string;
  readonly data: string;
}

/** Messages about bringing together what people changed in a draft and what new data give. */
export const mergeMessages = {
  "merge-conflict": entry("warning", (conflict: Conflict) => {
    const { message, versions } = conflictWords(conflict);
    return { message, hint: `${versions}；接受这里的修订就用新数据的，拒绝就用手工的；定下来以后删去这条批注` };
  }),
};

/** What happened, and what both sides say. */
export function conflictWords(conflict: Conflict): { readonly message: string; readonly versions: string } {
  return { message: conflictMessages[conflict.kind], versions: versions(conflict) };
}

const conflictMessages: Readonly<Record<Conflict["kind"], string>> = {
  changed: "这里手工改过，新数据生成的又不一样，要请人决定",
  deletedByHand: "这里手工删去了，新数据却改了它，要请人决定",
  deletedByData: "这里手工改过，新数据里却没有它了，要请人决定",
  added: "手工和新数据都新加了它，写得不一样，要请人决定",
  moved: "手工和新数据把它移到了不同的地方，要请人决定",
};

function versions({ kind, base, hand, data }: Conflict): string {
  const quoted = (text: string): string => (text === "" ? "删去" : `“${excerpt(text)}”`);
  switch (kind) {
    case "moved":
      return `移动的是${quoted(data)}`;
    case "deletedByHand":
      return `手工：删去；新数据：${quoted(data)}（原来是${quoted(base)}）`;
    case "deletedByData":
      return `手工：${quoted(hand)}；新数据：没有（原来是${quoted(base)}）`;
    case "added":
      return `手工：${quoted(hand)}；新数据：${quoted(data)}`;
    case "changed":
      return `手工：${quoted(hand)}；新数据：${quoted(data)}${base === "" ? "" : `（原来是${quoted(base)}）`}`;
  }
}
