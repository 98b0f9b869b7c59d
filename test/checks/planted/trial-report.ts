import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { severityNames } from "../../../src/diagnostics/render.js";
import type { PlantedResult } from "./plant.js";

/** What is left on a clean draft, and why it may stay. */
export interface LeftOver {
  readonly draft: string;
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** docs/核稿检验.md: what the rules catch of mistakes planted in the five circulars, and what they say about the clean ones. */
export function trialReport(results: readonly PlantedResult[], leftOvers: readonly LeftOver[]): string {
  const planted = sum(results.map((result) => result.planted));
  const caught = sum(results.map((result) => result.caught));
  return [
    "<!-- 由测试 test/checks/planted.test.ts 核对，改动规则后运行 npx vitest run test/checks/planted.test.ts -u 重新生成 -->",
    "",
    "# 核稿检验",
    "",
    "在五份没有毛病的通报稿里，由程序逐处种下错误，再看核稿规则能不能发现。每类错误在每份稿里最多种四处。",
    "",
    `一共种下${String(planted)}处，发现${String(caught)}处，占${percent(caught, planted)}。没有发现的列在后面。`,
    "",
    "| 校对要点 | 种下的错误 | 种下 | 发现 | 发现它的规则 |",
    "| --- | --- | ---: | ---: | --- |",
    ...results.map(({ kind, planted: total, caught: found, rules }) =>
      [
        "",
        ` ${String(kind.mistake)} `,
        ` ${kind.name} `,
        ` ${String(total)} `,
        ` ${String(found)} `,
        ` ${rules
          .slice(0, 3)
          .map((rule) => `\`${rule}\``)
          .join("、")} `,
        "",
      ].join("|"),
    ),
    "",
    "## 没有发现的",
    "",
    ...results.flatMap(({ kind, missed }) => missed.map((what) => `- ${kind.name}：${what}`)),
    "",
    "## 没有毛病的稿子上仍然报告的",
    "",
    "错误一条也没有。警告和提示逐条说明为什么保留：",
    "",
    ...leftOvers.map(
      ({ draft, diagnostic, reason }) =>
        `- ${severityNames[diagnostic.severity]} ${draft} ${diagnostic.place.part ?? ""}：${diagnostic.message}（\`${diagnostic.code}\`）。${reason}`,
    ),
    "",
  ].join("\n");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Rounded down, so that a share is never flattered. */
function percent(part: number, whole: number): string {
  return `${String(Math.floor((part / whole) * 1000) / 10)}%`;
}
