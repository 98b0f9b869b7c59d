import { displayWidth } from "../../report/changes/display-width.js";
import { stepText, timeLeftText, type StepState } from "./step-words.js";

/** Which of several editions are being worked on. */
export interface EditionsState {
  readonly count: number;
  readonly finished: number;
  /** Set where several are worked on at a time: the one that was heard of last. */
  readonly name?: string;
}

/**
 * The line that says how far the work is: `第3期，共20期：读取工作簿 43,000/100,000行，约还要2分钟`.
 *
 * @param left in milliseconds
 * @param columns of the terminal; the last one stays free, as some terminals begin a new line there
 */
export function progressLine(
  editions: EditionsState | undefined,
  state: StepState,
  left: number | undefined,
  columns: number,
): string {
  const text = `${editionsText(editions)}${stepText(state)}`;
  return cut(left === undefined ? text : `${text}，${timeLeftText(left)}`, columns - 1);
}

function editionsText(editions: EditionsState | undefined): string {
  if (editions === undefined || editions.count < 2) return "";
  const { count, finished, name } = editions;
  if (name !== undefined) return `已完成${String(finished)}期，共${String(count)}期；${name}：`;
  return `第${String(finished + 1)}期，共${String(count)}期：`;
}

function cut(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "";
  let used = 1;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    kept += character;
  }
  return width < 1 ? "" : `${kept}…`;
}
