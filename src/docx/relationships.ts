import { attributes, XML_DECLARATION } from "./xml.js";

const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The relationships of one part, numbered in the order in which they are added. */
export class Relationships {
  private readonly entries: { readonly type: string; readonly target: string }[] = [];
  private numbers = 0;

  /** Adds a relationship of the kind `type` (the last part of its URI, or a whole one) and returns its id. */
  add(type: string, target: string): string {
    this.entries.push({ type: type.includes(":") ? type : `${OFFICE_RELATIONSHIPS}/${type}`, target });
    this.numbers = this.entries.length;
    return `rId${String(this.numbers)}`;
  }

  /** The number in the id of the relationship added last. */
  get lastNumber(): number {
    return this.numbers;
  }

  /** The relationships part. */
  toXml(): string {
    const entries = this.entries.map(
      ({ type, target }, index) =>
        `<Relationship${attributes({ Id: `rId${String(index + 1)}`, Type: type, Target: target })}/>`,
    );
    return `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join("")}</Relationships>`;
  }
}
