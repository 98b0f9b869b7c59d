import { deflateInJavaScript } from "./deflate-in-javascript.js";
import { DEFLATE_MODULE } from "./deflate-module.js";
import type { Shorthand } from "./shorthand.js";

/** What the module exports; places are offsets in its memory, lengths are in bytes unless they say otherwise. */
interface DeflateModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Where the next bytes have to be put, and how many there is room for. */
  input(): number;
  room(): number;
  /** Compresses bytes that have been put at `input()`. */
  add(length: number): void;
  /** Where text has to be put, in UTF-16, and how many units there is room for. */
  text(): number;
  textRoom(): number;
  /** Compresses text that has been put at `text()`, in UTF-8. Returns how many bytes that is. */
  addText(units: number): number;
  /** Makes text that has been put at `text()` the next piece of shorthand. */
  addPiece(units: number): void;
  forgetPieces(): void;
  /** Ends the stream. */
  finish(): void;
  /** Where compressed bytes begin, and how many there are. They have to be fetched after each `add`, `addText` and `finish`. */
  output(): number;
  takeWritten(): number;
  /** The CRC-32 of everything since this was last asked, and how to add what is not compressed. */
  takeChecksum(): number;
  addToChecksum(start: number, length: number): void;
}

/** A stream that has ended. */
export interface Deflated {
  /** The compressed bytes, in pieces that follow one another. */
  readonly pieces: readonly Uint8Array[];
  /** Of what was compressed, as zip uses it (APPNOTE 4.4.7). */
  readonly crc32: number;
  /** Of what was compressed, in bytes. */
  readonly size: number;
}

/**
 * DEFLATE (RFC 1951) for text that comes piece by piece and repeats itself a great deal, as the rows of a table do.
 *
 * The bytes are the same on every machine, as those of node:zlib may not be. What does the work is `scripts/deflate/assembly`, compiled
 * to WebAssembly: it is fast from its first byte on, while most circulars would be written before V8 had optimized a program of ours.
 */
export class Deflater {
  private readonly module = instantiate();
  private readonly memory = Buffer.from(this.module.memory.buffer);
  private readonly output = this.module.output();
  private readonly text = this.memory.subarray(this.module.text(), this.module.text() + 2 * this.module.textRoom());
  private pieces: Uint8Array[] = [];
  private size = 0;
  /** How many pieces of shorthand the module knows. */
  private known = 0;

  /**
   * Compresses text, in UTF-8; what is half a character only, as U+FFFD.
   *
   * @param shorthand that the text is written in, the same for all text of one stream
   */
  addText(text: string, shorthand?: Shorthand): void {
    for (; this.known < (shorthand?.pieces.length ?? 0); this.known += 1) {
      const piece = shorthand?.pieces[this.known] ?? "";
      this.text.write(piece, "utf16le");
      this.module.addPiece(piece.length);
    }
    const room = this.text.length / 2;
    for (let start = 0; start < text.length;) {
      const end = endOfCharacter(text, start + room);
      // Writing a part of a text would put together the whole of it first.
      const part = end - start === text.length ? text : text.slice(start, end);
      this.text.write(part, "utf16le");
      this.size += this.module.addText(part.length);
      this.fetch();
      start = end;
    }
  }

  /** Compresses bytes. */
  addBytes(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length;) {
      const part = bytes.subarray(start, start + this.module.room());
      this.memory.set(part, this.module.input());
      this.module.add(part.length);
      this.fetch();
      start += part.length;
    }
    this.size += bytes.length;
  }

  /** The CRC-32 of bytes that are not compressed, between two streams. */
  checksum(bytes: Uint8Array): number {
    for (let start = 0; start < bytes.length;) {
      const part = bytes.subarray(start, start + this.module.room());
      this.memory.set(part, this.module.input());
      this.module.addToChecksum(this.module.input(), part.length);
      start += part.length;
    }
    return this.module.takeChecksum() >>> 0;
  }

  /** Ends the stream. Another one can begin. */
  finish(): Deflated {
    this.module.finish();
    this.fetch();
    const { pieces, size } = this;
    this.pieces = [];
    this.size = 0;
    this.module.forgetPieces();
    this.known = 0;
    return { pieces, crc32: this.module.takeChecksum() >>> 0, size };
  }

  private fetch(): void {
    const written = this.module.takeWritten();
    if (written > 0) this.pieces.push(new Uint8Array(this.memory.subarray(this.output, this.output + written)));
  }
}

/** The place itself, or the one before it if it is within a character; at most the end of the text. */
function endOfCharacter(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const last = text.charCodeAt(end - 1);
  return last >= 0xd800 && last < 0xdc00 ? end - 1 : end;
}

let compiled: object | undefined;

/**
 * The module with a memory of its own: in JavaScript where Node has no WebAssembly (`--jitless`) or may not have the gigabytes of
 * addresses, not of memory, that V8 sets aside for it (`ulimit -v`). It does the same there, and takes longer.
 */
function instantiate(): DeflateModule {
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(DEFLATE_MODULE, "base64"));
    return new WebAssembly.Instance(compiled).exports as DeflateModule;
  } catch {
    return deflateInJavaScript() as DeflateModule;
  }
}
