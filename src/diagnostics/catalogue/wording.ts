/** 你是不是想写“…”: appended to a hint when there is a name close to the one that was not found. */
export function suggestion(nearest: string | undefined, otherwise: string): string {
  return nearest === undefined ? otherwise : `你是不是想写“${nearest}”？${otherwise}`;
}

/** At most so many names; more would bury the message. */
const mostNames = 12;

/** “甲”“乙”“丙”, shortened if there are many. */
export function quoteNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `“${name}”`);
  return names.length > mostNames ? `${shown.join("")}等${String(names.length)}个` : shown.join("");
}

/** A value as it is quoted in a message: on one line and not too long. */
export function excerpt(value: string): string {
  const oneLine = value.replace(/\s*\n\s*/gu, "↵");
  const characters = [...oneLine];
  return characters.length > 60 ? `${characters.slice(0, 60).join("")}……` : oneLine;
}
