import type { Change, DocumentChanges } from "../../src/diff/changes.js";
import { elementNames } from "../../src/diff/changes.js";

const verbs = { added: "新增", removed: "删去", moved: "移动", changed: "改动" } as const;

/** A line or two for each change: enough to see that the right thing was found, and nothing else. */
export function summary(changes: DocumentChanges): string {
  return changes.changes.map(changeLines).join("\n");
}

function changeLines(change: Change): string {
  const { id, kind, element, causes, occurrences, value, by, remark } = change;
  const head = [
    `${id} ${verbs[kind]}${elementNames[element]}`,
    ...(value === undefined
      ? []
      : [`${value.before} → ${value.after}（${value.expression}：${value.rowsBefore} → ${value.rowsAfter}行）`]),
    ...(by === undefined || by === "data" ? [] : [by]),
    ...(remark === undefined ? [] : [remark]),
    ...(causes.length === 0 ? [] : [`因为 ${causes.join("、")}`]),
  ].join("；");
  return [head, ...occurrences.map((occurrence) => `  ${occurrenceLine(occurrence)}`)].join("\n");
}

function occurrenceLine({ before, after, spans }: Change["occurrences"][number]): string {
  const places = [before?.place, after?.place].filter((place) => place !== undefined);
  const marks = { equal: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  const words = spans
    .map(({ kind, text }) => marks[kind][0] + (kind === "equal" ? shortened(text) : text) + marks[kind][1])
    .join("");
  return `${[...new Set(places)].join(" → ")}：${words.replaceAll("\n", "↵").replaceAll("\u200B", "⟨U+200B⟩")}`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 16 ? text : `${characters.slice(0, 6).join("")}…${characters.slice(-6).join("")}`;
}
