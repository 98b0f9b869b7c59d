import { Checksum } from "./crc32.js";
import { Deflater } from "./deflate.js";

/** Content as it stands in a zip archive. */
export interface PackedContent {
  /** The compressed bytes, in pieces that follow one another. */
  readonly pieces: readonly Uint8Array[];
  readonly method: number;
  readonly crc32: number;
  /** Before it was compressed. */
  readonly size: number;
  readonly encrypted: boolean;
}

/** The methods of APPNOTE 4.4.5. */
const stored = 0;
const deflated = 8;

/** How much text is encoded in one go; a character takes three bytes at most. */
const charactersAtOnce = 32 * 1024;

/**
 * Compresses one part of a package, to the same bytes on every machine, which node:zlib need not give.
 *
 * @param content bytes, or text in pieces, which are asked for one after the other and not kept
 */
export function packContent(content: Uint8Array | Iterable<string>): PackedContent {
  // Content may be packed while other content is: what comes in pieces is made meanwhile.
  const packer = idle.pop() ?? new Packer();
  if (content instanceof Uint8Array) packer.add(content);
  else for (const text of content) packer.addText(text);
  const packed = packer.finish();
  idle.push(packer);
  return packed;
}

/** Takes content as it is: what is compressed already, as pictures are, would not become smaller. */
export function storeContent(content: Uint8Array): PackedContent {
  const checksum = new Checksum();
  checksum.add(content);
  return { pieces: [content], method: stored, crc32: checksum.value, size: content.length, encrypted: false };
}

class Packer {
  private checksum = new Checksum();
  private readonly deflater = new Deflater();
  private readonly encoder = new TextEncoder();
  /** Where text is encoded. */
  private readonly room = new Uint8Array(3 * charactersAtOnce);
  private size = 0;

  addText(text: string): void {
    for (let rest = text; rest !== "";) {
      const { read, written } = this.encoder.encodeInto(rest, this.room);
      this.add(this.room.subarray(0, written));
      rest = rest.slice(read);
    }
  }

  add(bytes: Uint8Array): void {
    this.checksum.add(bytes);
    this.deflater.push(bytes);
    this.size += bytes.length;
  }

  finish(): PackedContent {
    const pieces = this.deflater.finish();
    const packed = { pieces, method: deflated, crc32: this.checksum.value, size: this.size, encrypted: false };
    this.checksum = new Checksum();
    this.size = 0;
    return packed;
  }
}

/** Packers between two contents: their memory is worth keeping, a package has a dozen parts. */
const idle: Packer[] = [];
