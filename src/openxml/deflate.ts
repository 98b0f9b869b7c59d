import { DEFLATE_MODULE } from "./deflate-module.js";

/** What the module exports; places are offsets in its memory, lengths are in bytes. */
interface DeflateModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where the next bytes have to be put, and how many there is room for: always enough for a character. */
  input(): number;
  room(): number;
  /** The CRC-32 of what came before, 0 if nothing did, and of these bytes. */
  checksum(before: number, start: number, length: number): number;
  /** Compresses bytes that have been put at `input()`. */
  add(length: number): void;
  /** Ends the stream. */
  finish(): void;
  /** Where compressed bytes begin, and how many there are. They have to be fetched after each `add` and `finish`. */
  output(): number;
  takeWritten(): number;
}

/**
 * DEFLATE (RFC 1951) for text that comes piece by piece and repeats itself a great deal, as the rows of a table do.
 *
 * The bytes are the same on every machine, as those of node:zlib may not be. What does the work is `scripts/deflate/assembly`, compiled
 * to WebAssembly: it is fast from its first byte on, while most circulars would be written before V8 had optimized a program of ours.
 */
export class Deflater {
  private readonly module = instantiate();
  private readonly memory = new Uint8Array(this.module.memory.buffer);
  private readonly output = this.module.output();
  private pieces: Uint8Array[] = [];

  /** Where the next bytes have to be put; there is room for four at least, the longest character of UTF-8. */
  room(): Uint8Array {
    const start = this.module.input();
    return this.memory.subarray(start, start + this.module.room());
  }

  /** The CRC-32 of what came before, 0 if nothing did, and of the first bytes put into `room()`, before they are added. */
  checksum(before: number, length: number): number {
    return this.module.checksum(before, this.module.input(), length) >>> 0;
  }

  /** Compresses the first bytes put into `room()`. */
  add(length: number): void {
    this.module.add(length);
    this.fetch();
  }

  /** The whole stream, in pieces. Another one can begin. */
  finish(): readonly Uint8Array[] {
    this.module.finish();
    this.fetch();
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }

  private fetch(): void {
    const written = this.module.takeWritten();
    if (written > 0) this.pieces.push(this.memory.slice(this.output, this.output + written));
  }
}

let compiled: object | undefined;

function instantiate(): DeflateModule {
  compiled ??= new WebAssembly.Module(Buffer.from(DEFLATE_MODULE, "base64"));
  return new WebAssembly.Instance(compiled).exports as DeflateModule;
}
