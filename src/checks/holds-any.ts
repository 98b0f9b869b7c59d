/** True if one of the words stands in the text: for short lists of words done before a pattern of them would be compiled. */
export function holdsAny(text: string, words: Iterable<string>): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
