import { LineCounter } from "yaml";
import type { Place } from "../../document/place.js";

/** The text of a YAML file together with what is needed to say where an offset is. */
export class YamlSource {
  readonly lineCounter = new LineCounter();
  #lines: readonly string[] | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  /** Line and column of an offset into the text, both from 1. Only after the text has been parsed with `lineCounter`. */
  placeAt(offset: number): Place {
    const { line, col } = this.lineCounter.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The content of a line, counted from 1; empty beyond the end. */
  line(number: number): string {
    this.#lines ??= this.text.split("\n");
    return this.#lines[number - 1] ?? "";
  }

  get lineCount(): number {
    this.#lines ??= this.text.split("\n");
    return this.#lines.length;
  }
}
