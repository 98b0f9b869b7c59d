import type { Place } from "../../document/place.js";

/** The text of a YAML file together with what is needed to say where an offset is. */
export class YamlSource {
  private starts: readonly number[] | undefined;

  constructor(
    readonly file: string,
    readonly text: string,
  ) {}

  /** Line and column of an offset into the text, both from 1. */
  placeAt(offset: number): Place {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { file: this.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The content of a line, counted from 1; empty beyond the end. */
  line(number: number): string {
    const starts = this.lineStarts;
    const start = starts[number - 1];
    return start === undefined ? "" : this.text.slice(start, (starts[number] ?? this.text.length + 1) - 1);
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  /** Offsets of the first characters of all lines; worked out when somebody asks, as most files are right. */
  private get lineStarts(): readonly number[] {
    if (this.starts !== undefined) return this.starts;
    const starts = [0];
    for (let end = this.text.indexOf("\n"); end >= 0; end = this.text.indexOf("\n", end + 1)) starts.push(end + 1);
    this.starts = starts;
    return starts;
  }
}
