import type { BaseXmlComponent, IContext, IXmlableObject } from "docx";
import { escapeXml } from "./xml.js";

/**
 * Turns components of the docx library into XML text.
 *
 * The library's own packer writes parts that we replace anyway (styles, settings, theme, numbering, notes), stamps the time into
 * them, numbers its ids by module-level counters and zips with the current time. So only its element classes are used, and their
 * public `prepForXml` form is serialised here: an element is `{name: content}`, where content is a text, a list of children, or
 * an object; `_attr` among them holds the attributes.
 */
export function serialise(component: BaseXmlComponent): string {
  const prepared = component.prepForXml(CONTEXT);
  return prepared === undefined ? "" : serialiseObject(prepared);
}

/**
 * What a component may ask about its surroundings. The components used here (paragraphs, runs, section properties) ask nothing;
 * hyperlinks, numbering and pictures would.
 */
const CONTEXT = { stack: [] as IXmlableObject[] } as unknown as IContext;

function serialiseObject(object: Readonly<Record<string, unknown>>): string {
  let result = "";
  for (const [name, content] of Object.entries(object)) result += serialiseElement(name, content);
  return result;
}

function serialiseElement(name: string, content: unknown): string {
  let attributes = "";
  let children = "";
  for (const part of Array.isArray(content) ? (content as readonly unknown[]) : [content]) {
    if (part === undefined || part === null) continue;
    if (typeof part !== "object") {
      children += escapeXml(scalarText(part));
      continue;
    }
    for (const [key, value] of Object.entries(part)) {
      if (key === "_attr") attributes += serialiseAttributes(value as Readonly<Record<string, unknown>>);
      else children += serialiseElement(key, value);
    }
  }
  return children === "" ? `<${name}${attributes}/>` : `<${name}${attributes}>${children}</${name}>`;
}

function serialiseAttributes(values: Readonly<Record<string, unknown>>): string {
  let result = "";
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) result += ` ${name}="${escapeXml(scalarText(value))}"`;
  }
  return result;
}

function scalarText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new TypeError(`The docx library has made something that is not XML: ${typeof value}`);
}
