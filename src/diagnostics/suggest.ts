/**
 * Finds the name a person probably meant, for «你是不是想写…».
 *
 * Names here are short and Chinese: one wrong character in four is a usual slip (网站名稱, 帐号名称), one in two usually another
 * word. So a candidate is near if it differs by at most a third of its length (but one slip is always allowed, as long as
 * something is left in common), or if one of the two contains the other and that is at least two characters long.
 *
 * @param wanted the name that was written
 * @param candidates the names that exist; of equally near ones the first is taken
 * @returns the nearest candidate, or `undefined` if none is near; never `wanted` itself
 */
export function nearestName(wanted: string, candidates: Iterable<string>): string | undefined {
  const target = foldName(wanted);
  if (target.length === 0) return undefined;
  let best: { name: string; score: Score } | undefined;
  for (const name of candidates) {
    if (name === wanted) continue;
    const score = scoreCandidate(target, foldName(name));
    if (score === undefined) continue;
    if (best === undefined || isNearer(score, best.score)) best = { name, score };
  }
  return best?.name;
}

/** The smaller the distance the nearer; between equal distances the longer common part decides. */
interface Score {
  readonly distance: number;
  readonly shared: number;
}

function isNearer(left: Score, right: Score): boolean {
  return left.distance < right.distance || (left.distance === right.distance && left.shared > right.shared);
}

function scoreCandidate(target: readonly string[], candidate: readonly string[]): Score | undefined {
  if (candidate.length === 0) return undefined;
  const longer = Math.max(target.length, candidate.length);
  const shared = sharedCharacters(target, candidate);
  if (shared === 0) return undefined;
  const distance = editDistance(target, candidate);
  const near = distance <= Math.max(1, Math.floor(longer / 3));
  const shorter = Math.min(target.length, candidate.length);
  const contained =
    shorter >= 2 && (target.join("").includes(candidate.join("")) || candidate.join("").includes(target.join("")));
  return near || contained ? { distance, shared } : undefined;
}

/** Characters of a name without blanks; full-width letters and capitals count as their plain forms. */
function foldName(name: string): string[] {
  return Array.from(name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase());
}

function sharedCharacters(left: readonly string[], right: readonly string[]): number {
  const rest = [...right];
  let shared = 0;
  for (const character of left) {
    const at = rest.indexOf(character);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared += 1;
  }
  return shared;
}

/** Damerau's distance in its optimal-alignment form: insertion, deletion, substitution, exchange of two neighbours cost 1. */
function editDistance(left: readonly string[], right: readonly string[]): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}
