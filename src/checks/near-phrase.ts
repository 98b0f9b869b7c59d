/**
 * Finds where a text has a phrase with one slip: a character wrong, missing or added, or two exchanged.
 *
 * With one slip, one half of the phrase is still whole: only around those places is anything compared.
 *
 * @param phrase six characters or more
 * @returns the places in order, each as [start, end) in UTF-16 units; places where the phrase is right are not among them
 */
export function nearPhrases(text: string, phrase: string): (readonly [number, number])[] {
  const [first, second] = halvesOf(phrase);
  const halves = [
    { half: first, rest: second, after: true },
    { half: second, rest: first, after: false },
  ];
  const found: (readonly [number, number])[] = [];
  for (const { half, rest, after } of halves) {
    for (let at = text.indexOf(half); at >= 0; at = text.indexOf(half, at + 1)) {
      const place = after ? following(text, at, half, rest) : preceding(text, at, half, rest);
      if (place !== undefined && found.every(([start, end]) => place[1] <= start || place[0] >= end)) found.push(place);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

function following(text: string, at: number, half: string, rest: string): readonly [number, number] | undefined {
  const from = at + half.length;
  if (text.startsWith(rest, from)) return undefined;
  for (const length of [rest.length, rest.length - 1, rest.length + 1]) {
    const piece = text.slice(from, from + length);
    if (piece.length === length && oneSlip(piece, rest)) return [at, from + length];
  }
  return undefined;
}

function preceding(text: string, at: number, half: string, rest: string): readonly [number, number] | undefined {
  if (text.slice(0, at).endsWith(rest)) return undefined;
  for (const length of [rest.length, rest.length - 1, rest.length + 1]) {
    if (at < length) continue;
    if (oneSlip(text.slice(at - length, at), rest)) return [at - length, at + half.length];
  }
  return undefined;
}

/** True if one character was replaced, dropped or added, or two neighbours exchanged. */
export function oneSlip(piece: string, right: string): boolean {
  if (piece === right || Math.abs(piece.length - right.length) > 1) return false;
  let start = 0;
  while (start < piece.length && start < right.length && piece.charAt(start) === right.charAt(start)) start += 1;
  let end = 0;
  while (
    end < piece.length - start &&
    end < right.length - start &&
    piece.charAt(piece.length - 1 - end) === right.charAt(right.length - 1 - end)
  ) {
    end += 1;
  }
  const left = piece.slice(start, piece.length - end);
  const wanted = right.slice(start, right.length - end);
  if (left.length <= 1 && wanted.length <= 1) return true;
  return left.length === 2 && left === `${wanted.charAt(1)}${wanted.charAt(0)}` && wanted.length === 2;
}

/** The two halves of a phrase: with one slip in it, one of them is whole. */
export function halvesOf(phrase: string): readonly [string, string] {
  const middle = Math.floor(phrase.length / 2);
  return [phrase.slice(0, middle), phrase.slice(middle)];
}
