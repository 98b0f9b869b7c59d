import { packContent, storeContent, type PackedContent } from "../openxml/pack.js";
import { writeArchive } from "../openxml/write-archive.js";
import { attributes, XML_DECLARATION } from "./xml.js";

/** A part of the file: text is written as UTF-8, bytes are those of a picture. */
export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array | PackedContent;
  /** Absent for a part whose extension says enough: pictures and relationships. */
  readonly contentType?: string;
}

const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
};

const CONTENT_TYPES_PATH = "[Content_Types].xml";

/**
 * Packs parts into an Open Packaging file.
 *
 * The bytes depend on nothing but the parts: `[Content_Types].xml` first, the others in the order of their names, all with the
 * earliest time that zip knows, compressed alike on every machine.
 */
export function packParts(parts: readonly Part[]): Uint8Array {
  const sorted = [...parts].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
  return writeArchive(
    [{ path: CONTENT_TYPES_PATH, content: contentTypes(sorted) }, ...sorted].map(({ path, content }) => ({
      name: path,
      packed: packed(content),
    })),
  );
}

function packed(content: Part["content"]): PackedContent {
  if (typeof content === "string") return packContent([content]);
  return content instanceof Uint8Array ? storeContent(content) : content;
}

function contentTypes(parts: readonly Part[]): string {
  const extensions = [...new Set(parts.map(({ path }) => path.slice(path.lastIndexOf(".") + 1)))].sort();
  const defaults = extensions.flatMap((extension) => {
    const type = DEFAULT_TYPES[extension];
    return type === undefined ? [] : [`<Default${attributes({ Extension: extension, ContentType: type })}/>`];
  });
  const overrides = parts.flatMap(({ path, contentType }) =>
    contentType === undefined ? [] : [`<Override${attributes({ PartName: `/${path}`, ContentType: contentType })}/>`],
  );
  return `${XML_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join("")}${overrides.join("")}</Types>`;
}
