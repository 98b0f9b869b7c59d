/** The beginning of a text, for quoting it in a message: at most 40 characters, then …. */
export function shortenText(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 40 ? text : `${characters.slice(0, 40).join("")}…`;
}
