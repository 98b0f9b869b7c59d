import { type Zippable, zipSync } from "fflate";
import { attributes, XML_DECLARATION } from "./xml.js";

/** A part of the file: text is written as UTF-8. */
export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Absent for a part whose extension says enough: pictures and relationships. */
  readonly contentType?: string;
}

const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  jpeg: "image/jpeg",
  png: "image/png",
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
};

/** Midnight of the first day that zip knows, without a zone: zip stores local time, and fflate reads it with local getters. */
const EARLIEST_TIME = "1980-01-01T00:00:00";

const CONTENT_TYPES_PATH = "[Content_Types].xml";

/**
 * Packs parts into an Open Packaging file.
 *
 * The bytes depend on nothing but the parts: `[Content_Types].xml` first, the others in the order of their names, all with the
 * earliest time that zip knows. fflate compresses alike on every machine; node:zlib may differ between builds.
 */
export function packParts(parts: readonly Part[]): Uint8Array {
  const sorted = [...parts].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0));
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const { path, content } of [{ path: CONTENT_TYPES_PATH, content: contentTypes(sorted) }, ...sorted]) {
    files[path] = typeof content === "string" ? encoder.encode(content) : content;
  }
  return zipSync(files, { mtime: EARLIEST_TIME });
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
