import { BitWriter, BlockWriter } from "./deflate-block.js";

/**
 * DEFLATE (RFC 1951) for text that comes piece by piece and repeats itself a great deal, as the rows of a table do.
 *
 * The bytes are the same on every machine, as those of node:zlib may not be, and it takes less time than other compressors on such
 * text: where a match is found, nothing inside it is looked at again. A small circular is a quarter of its time, too, as there is
 * little code to load and warm up.
 */

/** How far back a match may begin. */
const windowSize = 32768;
/** What is looked at in one go; the window stands before it. */
const stretch = 131072;
const shortestMatch = 4;
const longestMatch = 258;
/** How many earlier places are compared before the best of them is taken. */
const mostCandidates = 8;
/** A match this long is taken without looking for a longer one. */
const longEnough = 128;
const hashBits = 15;
/** So many tokens share one pair of codes. */
const tokensPerBlock = 32768;
/** A position from which no match can begin. */
const nowhere = -windowSize - 1;
/** Where positions begin again before they leave the range of 32 bits. */
const farthestPosition = 0x40000000;

export class Deflater {
  private readonly bytes = new Uint8Array(windowSize + stretch);
  private readonly view = new DataView(this.bytes.buffer);
  /** By hash of four bytes: the last position, counted from the beginning of everything, at which they stood. */
  private readonly last = new Int32Array(1 << hashBits).fill(nowhere);
  /** By position within the window: the one before it with the same hash. */
  private readonly previous = new Int32Array(windowSize);
  private readonly out = new BitWriter();
  private readonly block = new BlockWriter(this.out, tokensPerBlock);
  /** The position of the first byte held. */
  private base = 0;
  /** How many bytes are held. */
  private held = 0;
  /** How many of them have become tokens. */
  private done = 0;

  push(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length;) {
      const taken = Math.min(bytes.length - start, this.bytes.length - this.held);
      this.bytes.set(bytes.subarray(start, start + taken), this.held);
      this.held += taken;
      start += taken;
      if (this.held === this.bytes.length) {
        // A match may still grow into what is to come.
        this.take(this.held - longestMatch);
        this.slide();
      }
    }
  }

  /** The whole stream, in pieces. Another one can begin. */
  finish(): readonly Uint8Array[] {
    this.take(this.held);
    this.block.end(true);
    // What was entered for this stream is too far back for the next one.
    this.moveTo(this.base + this.held + windowSize + 1);
    this.held = 0;
    this.done = 0;
    return this.out.finish();
  }

  private slide(): void {
    const dropped = Math.max(0, this.done - windowSize);
    this.bytes.copyWithin(0, dropped, this.held);
    this.held -= dropped;
    this.done -= dropped;
    this.moveTo(this.base + dropped);
  }

  private moveTo(base: number): void {
    const isTooFar = base > farthestPosition;
    if (isTooFar) this.last.fill(nowhere);
    this.base = isTooFar ? 0 : base;
  }

  /** Turns the bytes before `limit` into tokens; the last match may reach beyond. */
  private take(limit: number): void {
    const block = this.block;
    const bytes = this.bytes;
    let position = this.done;
    const lastStart = this.held - shortestMatch;
    while (position < limit) {
      if (block.full) block.end(false);
      const found = position <= lastStart ? this.find(position) : 0;
      const length = found >>> 16;
      if (length < shortestMatch) {
        block.literal(bytes[position] ?? 0);
        position += 1;
      } else {
        block.match(length, (found & 0xffff) + 1);
        position += length;
      }
    }
    this.done = position;
  }

  /** The longest match found, as length × 65536 + distance − 1, or 0. Enters the position for those to come. */
  private find(position: number): number {
    const bytes = this.bytes;
    const view = this.view;
    const four = view.getInt32(position, true);
    const hash = Math.imul(four, 0x9e3779b1) >>> (32 - hashBits);
    const absolute = this.base + position;
    let candidate = this.last[hash] ?? 0;
    this.previous[absolute & (windowSize - 1)] = candidate;
    this.last[hash] = absolute;
    const most = Math.min(longestMatch, this.held - position);
    let best = shortestMatch - 1;
    let distance = 0;
    for (let tries = mostCandidates; tries > 0; tries -= 1) {
      const back = absolute - candidate;
      if (back > windowSize || back <= 0) break;
      const start = position - back;
      if (bytes[start + best] === bytes[position + best] && view.getInt32(start, true) === four) {
        let length = 4;
        while (length + 4 <= most && view.getInt32(start + length, true) === view.getInt32(position + length, true)) {
          length += 4;
        }
        while (length < most && bytes[start + length] === bytes[position + length]) length += 1;
        if (length > best) {
          best = length;
          distance = back;
          if (length >= longEnough || length === most) break;
        }
      }
      candidate = this.previous[candidate & (windowSize - 1)] ?? 0;
    }
    return distance === 0 ? 0 : (best << 16) | (distance - 1);
  }
}
