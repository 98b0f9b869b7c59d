import { decodeText, trimUnpreserved } from "./cell-text.js";
import type { XmlAttributes } from "../../openxml/xml-listener.js";

/**
 * Gathers the text of one `<si>` or `<is>` (CT_Rst, ISO/IEC 29500-1, 18.4.8): either one `<t>` or the `<t>` of formatted runs
 * `<r>`, without the phonetic hints `<rPh>`.
 */
export class RichText {
  private gathered = "";
  private current: string | undefined;
  private inPhoneticHint = false;
  /** `xml:space` of the whole and of the run; the `<t>`'s own goes before both. */
  private preserved = false;
  private preservedInRun = false;
  private preservedHere = false;

  start(attributes: XmlAttributes): void {
    this.gathered = "";
    this.current = undefined;
    this.inPhoneticHint = false;
    this.preserved = keepsBlanks(attributes, false);
    this.preservedInRun = this.preserved;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "t" && !this.inPhoneticHint) {
      this.current = "";
      this.preservedHere = keepsBlanks(attributes, this.preservedInRun);
    } else if (name === "r") this.preservedInRun = keepsBlanks(attributes, this.preserved);
    else if (name === "rPh") this.inPhoneticHint = true;
  }

  text(text: string): void {
    if (this.current !== undefined) this.current += text;
  }

  close(name: string): void {
    if (name === "t" && this.current !== undefined) {
      this.gathered += this.preservedHere ? this.current : trimUnpreserved(this.current);
      this.current = undefined;
    } else if (name === "rPh") this.inPhoneticHint = false;
  }

  /** The text of all runs. Decoded as a whole: a character outside the BMP is two escapes. */
  finish(): string {
    return decodeText(this.gathered);
  }
}

function keepsBlanks(attributes: XmlAttributes, inherited: boolean): boolean {
  const space = attributes["xml:space"];
  return space === undefined ? inherited : space === "preserve";
}
