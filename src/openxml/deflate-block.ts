import { codeOfLengths, huffmanCode, type HuffmanCode } from "./huffman.js";

/** The blocks of a DEFLATE stream (RFC 1951, 3.2.3): what was found to repeat, written with Huffman codes made for it. */

/** Literals and the end of the block are symbols below 257, lengths of matches those from there on. */
const literalSymbols = 286;
const distanceSymbols = 30;
const endOfBlock = 256;

/** How many bytes are kept together: most parts of a package are small. */
const firstPiece = 4096;
const furtherPieces = 65536;

/**
 * A block of fewer tokens is not worth codes of its own: to name them takes more room than they save in a few hundred tokens, and more
 * time in a few thousand.
 */
const fewTokens = 3000;

/** The order in which the lengths of the codes for code lengths stand (3.2.7). */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** For lengths 3–258 and distances 1–32768: the first value of each symbol, and how many bits more say which one (3.2.5). */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const lengthBase = bases(3, lengthBits);
lengthBase[28] = 258;
const distanceBase = bases(1, distanceBits);

/** The symbol of a length, less 257. */
const lengthSymbol = new Uint8Array(259);
for (let symbol = 0; symbol < 29; symbol += 1) lengthSymbol.fill(symbol, lengthBase[symbol]);
/** The symbol of a distance: of small ones directly, of others by 256 and more at a time. */
const nearSymbol = new Uint8Array(257);
const farSymbol = new Uint8Array(257);
for (let symbol = 0; symbol < distanceSymbols; symbol += 1) {
  const base = distanceBase[symbol] ?? 0;
  if (base <= 256) nearSymbol.fill(symbol, base);
  farSymbol.fill(symbol, (base - 1) >>> 7);
}

function bases(first: number, extraBits: readonly number[]): Uint16Array {
  const result = new Uint16Array(extraBits.length);
  let base = first;
  extraBits.forEach((bits, symbol) => {
    result[symbol] = base;
    base += 1 << bits;
  });
  return result;
}

/** The codes that every reader knows (3.2.6). */
function fixedCodes(): { readonly literals: HuffmanCode; readonly distances: HuffmanCode } {
  if (fixed === undefined) {
    const literals = new Uint8Array(288).fill(8).fill(9, 144, 256).fill(7, 256, 280);
    fixed = { literals: codeOfLengths(literals), distances: codeOfLengths(new Uint8Array(distanceSymbols).fill(5)) };
  }
  return fixed;
}

let fixed: { readonly literals: HuffmanCode; readonly distances: HuffmanCode } | undefined;

/** The symbol for a distance from 1 to 32768. */
function symbolOfDistance(distance: number): number {
  return (distance <= 256 ? nearSymbol[distance] : farSymbol[(distance - 1) >>> 7]) ?? 0;
}

/** Collects what a block consists of and writes it. */
export class BlockWriter {
  /** A literal as its byte, a match as length × 65536 + distance. */
  private readonly tokens: Uint32Array;
  private readonly literals = new Uint32Array(literalSymbols);
  private readonly distances = new Uint32Array(distanceSymbols);
  private readonly out: BitWriter;
  private count = 0;

  /** @param mostTokens that one block holds */
  constructor(out: BitWriter, mostTokens: number) {
    this.out = out;
    this.tokens = new Uint32Array(mostTokens);
  }

  get full(): boolean {
    return this.count === this.tokens.length;
  }

  literal(byte: number): void {
    this.tokens[this.count] = byte;
    this.count += 1;
    this.literals[byte] = (this.literals[byte] ?? 0) + 1;
  }

  /** @param length from 3 to 258 @param distance from 1 to 32768 */
  match(length: number, distance: number): void {
    this.tokens[this.count] = (length << 16) | (distance - 1);
    this.count += 1;
    const symbol = 257 + (lengthSymbol[length] ?? 0);
    this.literals[symbol] = (this.literals[symbol] ?? 0) + 1;
    const far = symbolOfDistance(distance);
    this.distances[far] = (this.distances[far] ?? 0) + 1;
  }

  /** Writes the block and begins the next one. */
  end(isLast: boolean): void {
    const { literals, distances } = this.count < fewTokens ? fixedCodes() : this.ownCodes();
    this.out.write(isLast ? 1 : 0, 1);
    this.out.write(this.count < fewTokens ? 0b01 : 0b10, 2);
    if (this.count >= fewTokens) this.writeCodes(literals, distances);
    this.writeTokens(literals, distances);
    this.out.write(literals.codes[endOfBlock] ?? 0, literals.lengths[endOfBlock] ?? 0);
    this.count = 0;
    this.literals.fill(0);
    this.distances.fill(0);
  }

  /** The codes that suit what this block holds. */
  private ownCodes(): { readonly literals: HuffmanCode; readonly distances: HuffmanCode } {
    this.literals[endOfBlock] = 1;
    // A stream without matches still names one distance.
    if (this.distances.every((frequency) => frequency === 0)) this.distances[0] = 1;
    return { literals: huffmanCode(this.literals, 15), distances: huffmanCode(this.distances, 15) };
  }

  private writeTokens(literals: HuffmanCode, distances: HuffmanCode): void {
    const out = this.out;
    for (let index = 0; index < this.count; index += 1) {
      const token = this.tokens[index] ?? 0;
      const length = token >>> 16;
      if (length === 0) {
        out.write(literals.codes[token] ?? 0, literals.lengths[token] ?? 0);
        continue;
      }
      const symbol = lengthSymbol[length] ?? 0;
      out.write(literals.codes[257 + symbol] ?? 0, literals.lengths[257 + symbol] ?? 0);
      out.write(length - (lengthBase[symbol] ?? 0), lengthBits[symbol] ?? 0);
      const distance = (token & 0xffff) + 1;
      const far = symbolOfDistance(distance);
      out.write(distances.codes[far] ?? 0, distances.lengths[far] ?? 0);
      out.write(distance - (distanceBase[far] ?? 0), distanceBits[far] ?? 0);
    }
  }

  /** The lengths of both codes, runs of one length shortened, with a third code of their own (3.2.7). */
  private writeCodes(literals: HuffmanCode, distances: HuffmanCode): void {
    const literalCount = Math.max(257, lastUsed(literals.lengths) + 1);
    const distanceCount = lastUsed(distances.lengths) + 1;
    const runs = lengthRuns([
      ...literals.lengths.subarray(0, literalCount),
      ...distances.lengths.subarray(0, distanceCount),
    ]);
    const frequencies = new Uint32Array(19);
    for (const { symbol } of runs) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
    const { codes, lengths } = huffmanCode(frequencies, 7);
    let orderCount = lengthOrder.length;
    while (orderCount > 4 && lengths[lengthOrder[orderCount - 1] ?? 0] === 0) orderCount -= 1;
    const out = this.out;
    out.write(literalCount - 257, 5);
    out.write(distanceCount - 1, 5);
    out.write(orderCount - 4, 4);
    for (const symbol of lengthOrder.slice(0, orderCount)) out.write(lengths[symbol] ?? 0, 3);
    for (const { symbol, extra, bits } of runs) {
      out.write(codes[symbol] ?? 0, lengths[symbol] ?? 0);
      out.write(extra, bits);
    }
  }
}

function lastUsed(lengths: Uint8Array): number {
  let last = lengths.length - 1;
  while (last > 0 && lengths[last] === 0) last -= 1;
  return last;
}

interface Run {
  readonly symbol: number;
  readonly extra: number;
  readonly bits: number;
}

/** 16 repeats the length before it 3 to 6 times, 17 and 18 stand for 3 to 10 and 11 to 138 zeros. */
function lengthRuns(lengths: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < lengths.length;) {
    const length = lengths[start] ?? 0;
    let end = start + 1;
    while (lengths[end] === length) end += 1;
    let rest = end - start;
    start = end;
    if (length !== 0) {
      runs.push({ symbol: length, extra: 0, bits: 0 });
      rest -= 1;
    }
    while (rest >= 3) {
      const most = length === 0 ? 138 : 6;
      const taken = Math.min(rest, most);
      if (length !== 0) runs.push({ symbol: 16, extra: taken - 3, bits: 2 });
      else if (taken < 11) runs.push({ symbol: 17, extra: taken - 3, bits: 3 });
      else runs.push({ symbol: 18, extra: taken - 11, bits: 7 });
      rest -= taken;
    }
    for (; rest > 0; rest -= 1) runs.push({ symbol: length, extra: 0, bits: 0 });
  }
  return runs;
}

/** Bits into bytes, the first one lowest. */
export class BitWriter {
  private pieces: Uint8Array[] = [];
  private piece = new Uint8Array(firstPiece);
  private position = 0;
  private pending = 0;
  private pendingBits = 0;

  /** @param bits how many of the value's lowest bits; at most 16 */
  write(value: number, bits: number): void {
    this.pending |= value << this.pendingBits;
    this.pendingBits += bits;
    if (this.pendingBits < 16) return;
    // 15 pending and 16 new bits at most: they fit into 32. A piece has room for whole pairs of bytes.
    if (this.position === this.piece.length) this.goOn();
    this.piece[this.position] = this.pending & 0xff;
    this.piece[this.position + 1] = (this.pending >>> 8) & 0xff;
    this.position += 2;
    this.pending >>>= 16;
    this.pendingBits -= 16;
  }

  /** Everything written, the last byte filled up with zeros. What is written from now on is another stream. */
  finish(): readonly Uint8Array[] {
    if (this.position === this.piece.length) this.goOn();
    for (; this.pendingBits > 0; this.pendingBits -= 8) {
      this.piece[this.position] = this.pending & 0xff;
      this.position += 1;
      this.pending >>>= 8;
    }
    const written = [...this.pieces, this.piece.subarray(0, this.position)];
    this.pieces = [];
    this.piece = new Uint8Array(firstPiece);
    this.position = 0;
    this.pending = 0;
    this.pendingBits = 0;
    return written;
  }

  private goOn(): void {
    this.pieces.push(this.piece);
    this.piece = new Uint8Array(furtherPieces);
    this.position = 0;
  }
}
