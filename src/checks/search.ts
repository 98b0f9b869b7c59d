import { holdsAny } from "./holds-any.js";

/**
 * What a text must hold for something to be found in it: one of some words, one of some characters (a text stands for its characters), or
 * a match of a pattern without the flag `g` that asserts nothing of what is around it.
 */
export type Needed = Iterable<string> | RegExp;

/** False if the text holds nothing of what is needed. */
export function holdsNeeded(text: string, needs: Needed): boolean {
  return needs instanceof RegExp ? needs.test(text) : holdsAny(text, needs);
}

/**
 * A pattern that is made when it is first wanted, with what every match of it holds: where the draft has none of that (`Draft.mayHold`), it
 * is not wanted. To make and compile patterns is most of what proofreading a short draft takes.
 */
export class Search<Needs extends Needed = Needed> {
  private readonly make: () => RegExp;
  private made: RegExp | undefined;

  /** @param make gives the pattern */
  constructor(
    readonly needs: Needs,
    make: () => RegExp,
  ) {
    this.make = make;
  }

  get pattern(): RegExp {
    return (this.made ??= this.make());
  }
}
