/*
 * 格式 in type.yaml is a regular expression, and JavaScript's engine takes time that doubles with every character for some of them, such
 * as `(\d+)+`. So they are matched here by following all possibilities at once (K. Thompson, “Regular expression search algorithm”, CACM
 * 11(6), 1968): the time is the length of the text times the size of the expression, whatever both are.
 *
 * What is not a matter of one character after the other (looking ahead or back, repeating what was matched before) cannot be done in
 * that way and is refused; nothing of it is needed to say what a code looks like.
 */

/** Tells whether a whole text is of a form. */
export interface TextPattern {
  readonly test: (text: string) => boolean;
}

/** The largest automaton that is built: `\d{1,400}` counts as 400. */
const mostStates = 1000;

type Test = (character: string) => boolean;

type Node =
  | { readonly kind: "character"; readonly test: Test }
  | { readonly kind: "sequence" | "choice"; readonly items: readonly Node[] }
  | { readonly kind: "repeat"; readonly item: Node; readonly minimum: number; readonly maximum: number }
  | { readonly kind: "edge"; readonly at: "start" | "end" };

/** A character to be passed, or a condition; then the states that follow. Without either a state is only a junction. */
interface State {
  readonly test?: Test;
  readonly edge?: "start" | "end";
  readonly next: number[];
}

class Unsupported extends Error {}

/**
 * Makes a pattern of a regular expression that has to match the whole text, with the flag `u`.
 *
 * @param source as in `new RegExp(source, "u")`
 * @returns the pattern; `invalid` if it is no regular expression; `unsupported` if it looks around, refers back, or unfolds into more
 *   than a thousand characters
 */
export function compilePattern(source: string): TextPattern | "invalid" | "unsupported" {
  try {
    new RegExp(source, "u");
  } catch {
    return "invalid";
  }
  try {
    const node = new PatternParser(source).parse();
    const automaton = new Automaton();
    const final = automaton.add({ next: [] });
    const start = automaton.build(node, final);
    return { test: (text) => automaton.matches(start, final, text) };
  } catch (error) {
    if (error instanceof Unsupported) return "unsupported";
    throw error;
  }
}

/** Reads what JavaScript has found to be correct, so that only what is meant has to be told apart. */
class PatternParser {
  private position = 0;

  constructor(private readonly source: string) {}

  parse(): Node {
    return this.choice();
  }

  private choice(): Node {
    const items = [this.sequence()];
    while (this.take("|")) items.push(this.sequence());
    return { kind: "choice", items };
  }

  private sequence(): Node {
    const items: Node[] = [];
    while (this.position < this.source.length && !"|)".includes(this.source.charAt(this.position))) {
      items.push(this.repeated(this.atom()));
    }
    return { kind: "sequence", items };
  }

  private repeated(item: Node): Node {
    const found = this.match(/(?:[*+?]|\{(?<least>\d+)(?<comma>,(?<most>\d*))?\})\??/uy);
    if (found === undefined) return item;
    const { least, comma, most } = found.groups ?? {};
    const sign = found[0].charAt(0);
    if (sign === "*") return { kind: "repeat", item, minimum: 0, maximum: Infinity };
    if (sign === "+") return { kind: "repeat", item, minimum: 1, maximum: Infinity };
    if (sign === "?") return { kind: "repeat", item, minimum: 0, maximum: 1 };
    const minimum = Number(least);
    const maximum = comma === undefined ? minimum : most === undefined || most === "" ? Infinity : Number(most);
    return { kind: "repeat", item, minimum, maximum };
  }

  private atom(): Node {
    if (this.take("^")) return { kind: "edge", at: "start" };
    if (this.take("$")) return { kind: "edge", at: "end" };
    if (this.take("(")) {
      if (this.match(/\?(?::|<[^=!][^>]*>)/uy) === undefined && this.source.charAt(this.position) === "?") {
        throw new Unsupported();
      }
      const inside = this.choice();
      this.take(")");
      return inside;
    }
    const escape = this.match(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u....|x..|c.|.)/suy);
    if (escape !== undefined) {
      if (/^\\[1-9bBk]/u.test(escape[0])) throw new Unsupported();
      return { kind: "character", test: testOf(escape[0]) };
    }
    const token = this.match(/\[(?:\\.|[^\]\\])*\]|\./suy)?.[0];
    if (token !== undefined) return { kind: "character", test: testOf(token) };
    const literal = String.fromCodePoint(this.source.codePointAt(this.position) ?? 0);
    this.position += literal.length;
    return { kind: "character", test: (character) => character === literal };
  }

  private take(text: string): boolean {
    if (!this.source.startsWith(text, this.position)) return false;
    this.position += text.length;
    return true;
  }

  private match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.position;
    const found = expression.exec(this.source);
    if (found === null) return undefined;
    this.position += found[0].length;
    return found;
  }
}

/** What stands for one character is left to JavaScript: with one character there is nothing to try out. */
function testOf(token: string): Test {
  const expression = new RegExp(`^${token}$`, "u");
  return (character) => expression.test(character);
}

class Automaton {
  private readonly states: State[] = [];

  add(state: State): number {
    if (this.states.length >= mostStates) throw new Unsupported();
    return this.states.push(state) - 1;
  }

  /** Adds the states of a node that go on to `next`; gives the first of them. */
  build(node: Node, next: number): number {
    switch (node.kind) {
      case "character":
        return this.add({ test: node.test, next: [next] });
      case "edge":
        return this.add({ edge: node.at, next: [next] });
      case "sequence":
        return node.items.reduceRight((following, item) => this.build(item, following), next);
      case "choice":
        return this.add({ next: node.items.map((item) => this.build(item, next)) });
      case "repeat":
        return this.repeat(node.item, node.minimum, node.maximum, next);
    }
  }

  private repeat(item: Node, minimum: number, maximum: number, next: number): number {
    let first = next;
    if (maximum === Infinity) {
      const junction: State = { next: [next] };
      first = this.add(junction);
      junction.next.push(this.build(item, first));
    } else {
      for (let count = minimum; count < maximum; count += 1)
        first = this.add({ next: [next, this.build(item, first)] });
    }
    for (let count = 0; count < minimum; count += 1) first = this.build(item, first);
    return first;
  }

  matches(start: number, final: number, text: string): boolean {
    const characters = [...text];
    let current = this.reachable([start], characters.length === 0, true);
    for (const [index, character] of characters.entries()) {
      const following: number[] = [];
      for (const number of current) {
        const state = this.states[number];
        if (state?.test?.(character) === true) following.push(...state.next);
      }
      if (following.length === 0) return false;
      current = this.reachable(following, index === characters.length - 1, false);
    }
    return current.has(final);
  }

  /** The states that can be reached without passing a character. */
  private reachable(from: readonly number[], atEnd: boolean, atStart: boolean): ReadonlySet<number> {
    const found = new Set<number>();
    const open = [...from];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (found.has(number)) continue;
      const state = this.states[number];
      if (state === undefined || (state.edge === "start" && !atStart) || (state.edge === "end" && !atEnd)) continue;
      found.add(number);
      if (state.test === undefined) open.push(...state.next);
    }
    return found;
  }
}
