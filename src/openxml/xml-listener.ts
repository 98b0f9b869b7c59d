export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What a reader of one part wants to hear. Names come without their namespace prefix: `<x:row>` is `row`. */
export interface XmlListener {
  /** The root element's name; anything else is not the part it should be. */
  readonly root: string;
  open(name: string, attributes: XmlAttributes): void;
  close?(name: string): void;
  text?(text: string): void;
}
