import { crc32 } from "./crc32.js";
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

/** Loading `node:zlib` for its checksum takes longer than working out that of this many bytes, in all, without it. */
const worthLoading = 1_000_000;

let workedOut = 0;

/**
 * Compresses one part of a package, to the same bytes on every machine, which node:zlib need not give.
 *
 * @param content bytes, or text in pieces, which are asked for one after the other and not kept
 */
export function packContent(content: Uint8Array | Iterable<string>): PackedContent {
  // Content may be packed while other content is: what comes in pieces is made meanwhile.
  const packer = idle.pop() ?? new Packer();
  if (content instanceof Uint8Array) packer.addBytes(content);
  else for (const text of content) packer.addText(text);
  const packed = packer.finish();
  idle.push(packer);
  return packed;
}

/** Takes content as it is: what is compressed already, as pictures are, would not become smaller. */
export function storeContent(content: Uint8Array): PackedContent {
  return { pieces: [content], method: stored, crc32: crc32(content), size: content.length, encrypted: false };
}

class Packer {
  private readonly deflater = new Deflater();
  private readonly encoder = new TextEncoder();
  private checksum = 0;
  private size = 0;

  addText(text: string): void {
    for (let rest = text; rest !== "";) {
      const room = this.deflater.room();
      const { read, written } = this.encoder.encodeInto(rest, room);
      this.add(room.subarray(0, written));
      rest = rest.slice(read);
    }
  }

  addBytes(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length;) {
      const room = this.deflater.room();
      const part = bytes.subarray(start, start + room.length);
      room.set(part);
      this.add(room.subarray(0, part.length));
      start += part.length;
    }
  }

  /** @param bytes put where the deflater has room for them */
  private add(bytes: Uint8Array): void {
    workedOut += bytes.length;
    this.checksum =
      workedOut < worthLoading ? this.deflater.checksum(this.checksum, bytes.length) : crc32(bytes, this.checksum);
    this.deflater.add(bytes.length);
    this.size += bytes.length;
  }

  finish(): PackedContent {
    const pieces = this.deflater.finish();
    const packed = { pieces, method: deflated, crc32: this.checksum, size: this.size, encrypted: false };
    this.checksum = 0;
    this.size = 0;
    return packed;
  }
}

/** Packers between two contents: their memory is worth keeping, a package has a dozen parts. */
const idle: Packer[] = [];
