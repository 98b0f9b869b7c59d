import { formatPlace, type Place } from "../../document/place.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { severityNames } from "../../diagnostics/render.js";

/**
 * What a comment says about a finding, one paragraph each: what is wrong, then 实际, 应为, 处理, 另见 and the rule.
 *
 * @param file the document that the comment is in: places in it are named without it
 * @param isElsewhere the comment does not stand at the place itself, so that it has to say where that is
 */
export function commentLines(diagnostic: Diagnostic, file: string, isElsewhere: boolean): string[] {
  const { severity, message, place, actual, expected, hint, related, code } = diagnostic;
  return [
    `【${severityNames[severity]}】${message}`,
    ...(isElsewhere ? [`位置：${placeWords(place, file)}`] : []),
    ...(actual === undefined ? [] : [`实际：${actual}`]),
    ...(expected === undefined ? [] : [`应为：${expected}`]),
    ...(hint === undefined ? [] : [`处理：${hint}`]),
    ...(related ?? []).map((other) => `另见：${placeWords(other.place, file)} ${other.message}`),
    `规则：${code}`,
  ];
}

function placeWords(place: Place, file: string): string {
  return place.file === file && place.part !== undefined ? place.part : formatPlace(place);
}
