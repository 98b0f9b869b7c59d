/** A whole number from 0 up to but not including `limit`. */
export type Choice = (limit: number) => number;

/** Gives another text at each call. */
type Maker = () => string;

/** Numbers that look random and are the same in every run. */
export function choicesFrom(seed: number): Choice {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/**
 * Makes texts that a pattern matches, or nearly: what it must not be followed or preceded by is left to chance, and so is whether what it
 * must be followed or preceded by is there.
 *
 * @param source of a pattern with the flag `u`, of the syntax that the rules use
 */
export function matchingTexts(source: string, choose: Choice): Maker {
  const characters = Array.from(source);
  const groups: string[] = [];
  let groupCount = 0;
  let position = 0;

  const next = (): string => characters[position] ?? "";
  const take = (): string => characters[position++] ?? "";
  const accept = (text: string): boolean => {
    const found = characters.slice(position, position + text.length).join("") === text;
    if (found) position += text.length;
    return found;
  };

  function alternatives(): Maker {
    const options = [sequence()];
    while (accept("|")) options.push(sequence());
    return () => options[choose(options.length)]?.() ?? "";
  }

  function sequence(): Maker {
    const parts: Maker[] = [];
    while (position < characters.length && next() !== "|" && next() !== ")") parts.push(quantified(element()));
    return () => parts.map((part) => part()).join("");
  }

  function element(): Maker {
    if (accept("(")) return group();
    if (accept("[")) return oneOf(members());
    if (accept("\\")) return escape();
    const character = take();
    if (character === "^" || character === "$") return () => "";
    return character === "." ? oneOf(Array.from(ordinary)) : () => character;
  }

  function group(): Maker {
    const isAhead = accept("?=") || accept("?<=");
    const isForbidden = !isAhead && (accept("?!") || accept("?<!"));
    let index: number | undefined;
    if (!isAhead && !isForbidden && !accept("?:")) {
      if (accept("?<")) while (take() !== ">");
      index = groupCount += 1;
    }
    const inner = alternatives();
    if (!accept(")")) throw new SyntaxError(`no end of a group in ${source}`);
    if (isForbidden) return () => "";
    if (isAhead) return () => (choose(2) === 0 ? inner() : "");
    return () => {
      const made = inner();
      if (index !== undefined) groups[index] = made;
      return made;
    };
  }

  function escape(): Maker {
    const character = take();
    if (character === "b" || character === "B") return () => "";
    if (/[1-9]/u.test(character)) return () => groups[Number(character)] ?? "";
    position -= 1;
    return oneOf(escaped());
  }

  /** The characters that an escape without its backslash stands for. */
  function escaped(): string[] {
    const character = take();
    if (character === "u") return [String.fromCharCode(Number.parseInt(characters.splice(position, 4).join(""), 16))];
    return Array.from(classes[character] ?? { n: "\n", v: "\v", t: "\t" }[character] ?? character);
  }

  function members(): string[] {
    const isNegated = accept("^");
    const found: string[] = [];
    while (!accept("]")) {
      const [first = "", ...others] = accept("\\") ? escaped() : [take()];
      if (next() === "-" && characters[position + 1] !== "]" && others.length === 0) {
        take();
        const [last = ""] = accept("\\") ? escaped() : [take()];
        const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
        // Neither end may be missed, and all of a long range is too much.
        for (let code = from; code <= to; code += Math.max(1, Math.floor((to - from) / 40))) {
          found.push(String.fromCharCode(code));
        }
        found.push(last);
      } else found.push(first, ...others);
    }
    return isNegated ? Array.from(ordinary).filter((character) => !found.includes(character)) : found;
  }

  function quantified(part: Maker): Maker {
    let [least, most] = [1, 1];
    if (accept("?")) least = 0;
    else if (accept("*")) [least, most] = [0, 3];
    else if (accept("+")) most = 3;
    else if (next() === "{") {
      const limits = /^\{(\d+)(,?)(\d*)\}/u.exec(characters.slice(position).join(""));
      if (limits === null) return part;
      position += limits[0].length;
      least = Number(limits[1]);
      most = limits[2] === "" ? least : limits[3] === "" ? least + 3 : Math.min(Number(limits[3]), least + 5);
    }
    accept("?");
    return () => Array.from({ length: least + choose(most - least + 1) }, part).join("");
  }

  function oneOf(options: readonly string[]): Maker {
    return () => options[choose(options.length)] ?? "";
  }

  const made = alternatives();
  if (position < characters.length) throw new SyntaxError(`not understood: ${source}`);
  return made;
}

const ordinary = "甲乙丙地和的是在账号网站1234567890abcXYZ ，。（）“”、；：";
const classes: Readonly<Record<string, string>> = {
  d: "0123456789",
  w: "azAZ09_",
  s: " \u3000\n",
  S: "甲a1，",
  D: "甲a，",
};
