import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** A parsed element: enough to compare two pieces of XML and to find things in them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** Parses a well-formed document; throws if it is not. */
export function parseXml(xml: string): XmlElement {
  const root: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] } = {
    name: "",
    attributes: {},
    children: [],
  };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on("text", (text) => stack.at(-1)!.children.push(text));
  parser.on("closetag", () => stack.pop());
  parser.write(xml).close();
  return root.children.find((child): child is XmlElement => typeof child !== "string")!;
}

/** All elements of a name below an element, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...findAll(child, name)],
  );
}

/** The characters of all `w:t` below an element. */
export function textOf(element: XmlElement): string {
  return findAll(element, "w:t").map(ownText).join("");
}

/** The characters directly in an element. */
export function ownText(element: XmlElement): string {
  return element.children.filter((child): child is string => typeof child === "string").join("");
}

/** The text parts of a .docx file by path. */
export function readParts(docx: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(docx))
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
}
