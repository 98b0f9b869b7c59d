import { deflateSync } from "fflate";
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

/** Content of this size and more is packed fast and bit by bit; what is smaller as small as it gets. */
const largeContent = 256 * 1024;

/** deflate (APPNOTE 4.4.5). */
const deflated = 8;

/** How much text is encoded in one go; a character takes three bytes at most. */
const charactersAtOnce = 32 * 1024;

/**
 * Compresses one part of a package.
 *
 * Both ways give the same bytes on every machine, which node:zlib need not. fflate packs what is small a little smaller; a table of
 * a hundred thousand rows takes it several times as long as `Deflater`, which besides never needs all of it at once.
 *
 * @param content bytes, or text in pieces, which are asked for one after the other and not kept
 */
export function packContent(content: Uint8Array | Iterable<string>): PackedContent {
  const packer = new Packer();
  if (content instanceof Uint8Array) packer.add(content);
  else for (const text of content) packer.addText(text);
  return packer.finish();
}

class Packer {
  readonly #checksum = new Checksum();
  readonly #encoder = new TextEncoder();
  /** What has come as long as it is not much, and afterwards the place where text is encoded. */
  #small = new Uint8Array(0);
  #room = new Uint8Array(0);
  #large: Deflater | undefined;
  #size = 0;

  addText(text: string): void {
    if (this.#room.length === 0) this.#room = new Uint8Array(3 * charactersAtOnce);
    for (let rest = text; rest !== "";) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#room);
      this.add(this.#room.subarray(0, written));
      rest = rest.slice(read);
    }
  }

  add(bytes: Uint8Array): void {
    this.#checksum.add(bytes);
    if (this.#large === undefined && this.#size + bytes.length >= largeContent) {
      this.#large = new Deflater();
      this.#large.push(this.#small.subarray(0, this.#size));
    }
    if (this.#large !== undefined) this.#large.push(bytes);
    else this.#keep(bytes);
    this.#size += bytes.length;
  }

  finish(): PackedContent {
    const pieces = this.#large?.finish() ?? [deflateSync(this.#small.subarray(0, this.#size), { level: 6 })];
    return { pieces, method: deflated, crc32: this.#checksum.value, size: this.#size, encrypted: false };
  }

  #keep(bytes: Uint8Array): void {
    if (this.#size + bytes.length > this.#small.length) {
      const wider = new Uint8Array(Math.max(2 * this.#small.length, this.#size + bytes.length));
      wider.set(this.#small.subarray(0, this.#size));
      this.#small = wider;
    }
    this.#small.set(bytes, this.#size);
  }
}
