import { prefixBoundTo, type XmlOutline } from "./xml-scan.js";

/** Types of relationships as the transitional form writes them (ISO/IEC 29500-4). */
export const relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * The attribute, after a blank, by which an element refers to a relationship of its part. Its prefix is that of the root element; some
 * programs declare it only where they use it, and so does this.
 */
export function referenceAttribute(xml: string, { root }: XmlOutline, id: string): string {
  const prefix = prefixBoundTo(xml.slice(root.open.start, root.open.end), relationshipTypes);
  return prefix === undefined ? ` xmlns:r="${relationshipTypes}" r:id="${id}"` : ` ${prefix}id="${id}"`;
}
