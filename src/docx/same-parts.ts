import { raisedLimits } from "../openxml/raised-limits.js";
import { UnreadablePart } from "../openxml/unreadable-part.js";
import { defaultDocumentLimits, openDocument } from "./read/open-document.js";

/** Whether two .docx files hold the same parts byte for byte, however they are compressed. */
export function haveSameParts(one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.from(one).equals(other)) return true;
  try {
    const limits = raisedLimits(defaultDocumentLimits);
    const [left, right] = [openDocument(one, limits).content, openDocument(other, limits).content];
    const names = left.names;
    return (
      names.length === right.names.length &&
      names.every((name) => {
        const bytes = right.read(name);
        return bytes !== undefined && Buffer.from(left.read(name) ?? []).equals(bytes);
      })
    );
  } catch (problem) {
    if (problem instanceof UnreadablePart) return false;
    throw problem;
  }
}
