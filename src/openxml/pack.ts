import { type Deflated, Deflater } from "./deflate.js";
import type { Shorthand } from "./shorthand.js";

/** Content as it stands in a zip archive. */
export interface PackedContent extends Deflated {
  readonly method: number;
  readonly encrypted: boolean;
}

/** The methods of APPNOTE 4.4.5. */
const stored = 0;
const deflated = 8;

/**
 * Compresses one part of a package, to the same bytes on every machine, which node:zlib need not give.
 *
 * @param content bytes, or text in pieces, which are asked for one after the other and not kept
 * @param shorthand that the text is written in; it may grow as the text goes on
 */
export function packContent(content: Uint8Array | Iterable<string>, shorthand?: Shorthand): PackedContent {
  // Content may be packed while other content is: what comes in pieces is made meanwhile.
  const deflater = idle.pop() ?? new Deflater();
  if (content instanceof Uint8Array) deflater.addBytes(content);
  else for (const text of content) deflater.addText(text, shorthand);
  const packed = { ...deflater.finish(), method: deflated, encrypted: false };
  idle.push(deflater);
  return packed;
}

/** Takes content as it is: what is compressed already, as pictures are, would not become smaller. */
export function storeContent(content: Uint8Array): PackedContent {
  return { pieces: [content], method: stored, crc32: checksumOf(content), size: content.length, encrypted: false };
}

/** CRC-32 as zip uses it (APPNOTE 4.4.7). */
export function checksumOf(content: Uint8Array): number {
  const deflater = idle.pop() ?? new Deflater();
  const checksum = deflater.checksum(content);
  idle.push(deflater);
  return checksum;
}

/** Deflaters between two contents: their memory is worth keeping, a package has a dozen parts. */
const idle: Deflater[] = [];
