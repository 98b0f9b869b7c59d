import { attributes } from "../xml.js";

/** Who is named as the author of all changes, and when they are said to have been made. */
export interface RevisionAuthor {
  readonly author: string;
  /** In UTC, to the second: `2024-07-10T00:00:00Z`. */
  readonly date: string;
}

/**
 * What a paragraph mark or a row says about itself. `passing` is a mark that is in neither draft: inserted and deleted at once, it
 * goes whether the changes are accepted or rejected.
 */
export type Mark = "kept" | "inserted" | "deleted" | "passing";

/** Writes the elements that mark changes (ISO/IEC 29500-1, 17.13.5), each with an id of its own. */
export class RevisionMarks {
  private by: string;
  private otherBy: string;
  private count = 0;

  constructor({ author, date }: RevisionAuthor) {
    this.by = attributes({ "w:author": author, "w:date": date });
    this.otherBy = attributes({ "w:author": author, "w:date": minutesAfter(date) });
  }

  /**
   * Tells the changes that follow from those before. LibreOffice takes two changes of one kind, author and time, of which one ends a
   * paragraph and the other begins the next one, for a single change that includes the end of the paragraph between them. So from
   * here on the time is two minutes later, more than what it takes for the same time; after the next call it is the given one again.
   */
  separate(): void {
    [this.by, this.otherBy] = [this.otherBy, this.by];
  }

  /** Runs that only the newer draft has. */
  inserted(runs: string): string {
    return runs === "" ? "" : `<w:ins${this.attributes()}>${runs}</w:ins>`;
  }

  /** Runs that only the older draft has; their text stands in `w:delText`. */
  deleted(runs: string): string {
    return runs === "" ? "" : `<w:del${this.attributes()}>${runs}</w:del>`;
  }

  /** The mark itself, for the properties of a row. */
  mark(mark: Mark): string {
    switch (mark) {
      case "kept":
        return "";
      case "inserted":
        return `<w:ins${this.attributes()}/>`;
      case "deleted":
        return `<w:del${this.attributes()}/>`;
      case "passing":
        return `<w:ins${this.attributes()}/><w:del${this.attributes()}/>`;
    }
  }

  /** The properties of a paragraph mark. */
  paragraphMark(mark: Mark): string {
    return mark === "kept" ? "" : `<w:rPr>${this.mark(mark)}</w:rPr>`;
  }

  /** @param properties The content of `w:pPr` in the older draft. */
  formerParagraphProperties(properties: string): string {
    return `<w:pPrChange${this.attributes()}><w:pPr>${properties}</w:pPr></w:pPrChange>`;
  }

  /** @param properties `w:sectPr` as it would be in the older draft, without references to footers. */
  formerSectionProperties(properties: string): string {
    return `<w:sectPrChange${this.attributes()}>${properties}</w:sectPrChange>`;
  }

  private attributes(): string {
    this.count += 1;
    return ` w:id="${String(this.count)}"${this.by}`;
  }
}

const utcTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/;

function minutesAfter(date: string): string {
  const parts = utcTime.exec(date)?.slice(1).map(Number);
  if (parts === undefined) return date;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = parts;
  return new Date(Date.UTC(year, month - 1, day, hours, minutes + 2, seconds)).toISOString().replace(".000Z", "Z");
}
