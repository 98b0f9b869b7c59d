import type { LookProperties } from "./look.js";

/** Programs round lengths on every save: a third of a millimetre, in twips, is not seen. */
const rounding = 20;

const paper = { w: "纸张宽度", h: "纸张高度" } as const;

const edges = {
  ...{ top: "上边距", bottom: "下边距", left: "左边距", right: "右边距" },
  ...{ header: "页眉到页边的距离", footer: "页脚到页边的距离", gutter: "装订线" },
} as const;

/** How the paper and its margins differ: `上边距37 → 30毫米`. */
export function pageWords(before: LookProperties, after: LookProperties, which: "margins" | "all" = "all"): string[] {
  const { header, footer, gutter, ...margins } = edges;
  return [
    ...differing(before["pgSz"], after["pgSz"], paper),
    ...differing(before["pgMar"], after["pgMar"], which === "all" ? { ...margins, header, footer, gutter } : margins),
  ];
}

function differing(
  before: string | undefined,
  after: string | undefined,
  names: Readonly<Record<string, string>>,
): string[] {
  return Object.entries(names).flatMap(([attribute, name]) => {
    const [old, fresh] = [length(before, attribute), length(after, attribute)];
    if (Math.abs(old - fresh) <= rounding) return [];
    return [`${name}${millimetres(old)} → ${millimetres(fresh)}毫米`];
  });
}

function length(written: string | undefined, attribute: string): number {
  return Number(new RegExp(` ${attribute}="(-?[\\d.]+)"`, "u").exec(written ?? "")?.[1] ?? 0);
}

function millimetres(twips: number): string {
  return String(Math.round((twips * 254) / 1440) / 10);
}
