/** Writing XML text safely: characters that XML 1.0 forbids never reach the file, and text is never markup. */

/** Control characters, U+FFFE and U+FFFF, and surrogates without their other half (XML 1.0 §2.2). */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SUSPECT = /[\u0000-\u001f"&'<>\ud800-\udfff\ufffe\uffff]/;
const MARKUP = /[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text for an element or an attribute value: markup characters escaped, forbidden characters replaced by U+FFFD.
 * The readers of data report forbidden characters with their place; here is the last guard.
 */
export function escapeXml(value: string): string {
  if (!SUSPECT.test(value)) return value;
  return value.replace(FORBIDDEN, "\ufffd").replace(MARKUP, (character) => ENTITIES[character] ?? character);
}

/** The attributes of an element as text, with a leading space each; those that are undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let result = "";
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) result += ` ${name}="${escapeXml(String(value))}"`;
  }
  return result;
}

/** An element as text; without content it is an empty tag. */
export function element(
  name: string,
  values: Readonly<Record<string, string | number | undefined>> = {},
  content = "",
): string {
  const head = `<${name}${attributes(values)}`;
  return content === "" ? `${head}/>` : `${head}>${content}</${name}>`;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The XML namespaces that our parts use, by their customary prefixes. */
export const NAMESPACES = {
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
} as const;

/** Declarations of some of the namespaces, as attributes of a root element. */
export function declareNamespaces(...prefixes: readonly (keyof typeof NAMESPACES)[]): Record<string, string> {
  return Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, NAMESPACES[prefix]]));
}
