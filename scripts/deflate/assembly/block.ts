import { writeBits } from "./bits";
import { HuffmanCode } from "./huffman";

/** The blocks of a DEFLATE stream (RFC 1951, 3.2.3): what was found to repeat, written with Huffman codes. */

/** So many tokens share one pair of codes. */
const tokensPerBlock = 32768;

/** A block of fewer tokens is not worth codes of its own: to name them takes more room than they save. */
const fewTokens = 300;

/** Literals and the end of the block are symbols below 257, lengths of matches those from there on. */
const literalSymbols = 286;
const distanceSymbols = 30;
const endOfBlock = 256;

/** A literal as its byte, a match as length × 65536 + distance − 1. */
const tokens = new StaticArray<u32>(tokensPerBlock);
let count = 0;

const literalFrequencies = new StaticArray<u32>(literalSymbols);
const distanceFrequencies = new StaticArray<u32>(distanceSymbols);

/** The codes that suit what the block holds. */
const ownLiterals = new HuffmanCode(literalSymbols);
const ownDistances = new HuffmanCode(distanceSymbols);
/** The codes that every reader knows (3.2.6). */
const fixedLiterals = new HuffmanCode(288);
const fixedDistances = new HuffmanCode(distanceSymbols);
for (let symbol = 0; symbol < 288; symbol += 1) {
  fixedLiterals.lengths[symbol] = symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
}
fixedLiterals.setCodes();
for (let symbol = 0; symbol < distanceSymbols; symbol += 1) fixedDistances.lengths[symbol] = 5;
fixedDistances.setCodes();

/** For lengths 3–258 and distances 1–32768: the first value of each symbol, and how many bits more say which one (3.2.5). */
const lengthBase = new StaticArray<u32>(29);
const lengthBits = new StaticArray<u32>(29);
const distanceBase = new StaticArray<u32>(distanceSymbols);
const distanceBits = new StaticArray<u32>(distanceSymbols);
/** The symbol of a length, less 257. */
const lengthSymbols = new StaticArray<u8>(259);
/** The symbol of a distance: of small ones directly, of others by 128 at a time. */
const nearSymbols = new StaticArray<u8>(257);
const farSymbols = new StaticArray<u8>(256);
for (let symbol = 0, base = 3; symbol < 29; symbol += 1) {
  // The longest match has a symbol of its own, though the one before could say it.
  const isLongest = symbol === 28;
  const bits = symbol < 8 || isLongest ? 0 : (symbol - 4) >> 2;
  if (isLongest) base = 258;
  lengthBase[symbol] = base;
  lengthBits[symbol] = bits;
  for (let length = base; length < 259; length += 1) lengthSymbols[length] = symbol as u8;
  base += 1 << bits;
}
for (let symbol = 0, base = 1; symbol < distanceSymbols; symbol += 1) {
  const bits = symbol < 4 ? 0 : (symbol - 2) >> 1;
  distanceBase[symbol] = base;
  distanceBits[symbol] = bits;
  for (let distance = base; distance < 257; distance += 1) nearSymbols[distance] = symbol as u8;
  for (let far = (base - 1) >> 7; far < 256; far += 1) farSymbols[far] = symbol as u8;
  base += 1 << bits;
}

/** The symbol for a distance from 1 to 32768. */
function symbolOfDistance(distance: u32): u32 {
  return distance <= 256 ? nearSymbols[distance] : farSymbols[(distance - 1) >> 7];
}

/** Adds a byte that is not part of a match. */
export function addLiteral(byte: u32): void {
  addToken(byte);
  literalFrequencies[byte] += 1;
}

/** Adds a match. @param length from 3 to 258 @param distance from 1 to 32768 */
export function addMatch(length: u32, distance: u32): void {
  addToken((length << 16) | (distance - 1));
  literalFrequencies[257 + (lengthSymbols[length] as u32)] += 1;
  distanceFrequencies[symbolOfDistance(distance)] += 1;
}

function addToken(token: u32): void {
  if (count === tokensPerBlock) endBlock(false);
  tokens[count] = token;
  count += 1;
}

/** Writes the block and begins the next one. */
export function endBlock(isLast: bool): void {
  const hasOwnCodes = count >= fewTokens;
  writeBits(isLast ? 1 : 0, 1);
  writeBits(hasOwnCodes ? 0b10 : 0b01, 2);
  if (hasOwnCodes) {
    literalFrequencies[endOfBlock] = 1;
    // A stream without matches still names one distance.
    if (lastUsed(distanceFrequencies) === 0) distanceFrequencies[0] = max<u32>(distanceFrequencies[0], 1);
    ownLiterals.fit(literalFrequencies, 15);
    ownDistances.fit(distanceFrequencies, 15);
    writeCodes();
    writeTokens(ownLiterals, ownDistances);
  } else {
    writeTokens(fixedLiterals, fixedDistances);
  }
  count = 0;
  memory.fill(changetype<usize>(literalFrequencies), 0, literalSymbols * sizeof<u32>());
  memory.fill(changetype<usize>(distanceFrequencies), 0, distanceSymbols * sizeof<u32>());
}

function writeTokens(literals: HuffmanCode, distances: HuffmanCode): void {
  for (let index = 0; index < count; index += 1) {
    const token = tokens[index];
    const length = token >> 16;
    if (length === 0) {
      writeBits(literals.codes[token], literals.lengths[token]);
      continue;
    }
    const symbol: u32 = lengthSymbols[length];
    writeBits(literals.codes[257 + symbol], literals.lengths[257 + symbol]);
    writeBits(length - lengthBase[symbol], lengthBits[symbol]);
    const distance = (token & 0xffff) + 1;
    const far = symbolOfDistance(distance);
    writeBits(distances.codes[far], distances.lengths[far]);
    writeBits(distance - distanceBase[far], distanceBits[far]);
  }
  writeBits(literals.codes[endOfBlock], literals.lengths[endOfBlock]);
}

/** The lengths of both codes one after the other, runs of one length shortened (3.2.7): symbols, and what more is said of each. */
const bothLengths = new StaticArray<u32>(literalSymbols + distanceSymbols);
const runSymbols = new StaticArray<u32>(literalSymbols + distanceSymbols);
const runExtras = new StaticArray<u32>(literalSymbols + distanceSymbols);
let runs = 0;
const runFrequencies = new StaticArray<u32>(19);
const runCode = new HuffmanCode(19);
/** The order in which the lengths of the codes for code lengths stand (3.2.7). */
const lengthOrder: StaticArray<i32> = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Names the codes of the block, with a third code (3.2.7). */
function writeCodes(): void {
  const literalCount = max(257, lastUsed(ownLiterals.lengths) + 1);
  const distanceCount = lastUsed(ownDistances.lengths) + 1;
  for (let symbol = 0; symbol < literalCount; symbol += 1) bothLengths[symbol] = ownLiterals.lengths[symbol];
  for (let symbol = 0; symbol < distanceCount; symbol += 1) {
    bothLengths[literalCount + symbol] = ownDistances.lengths[symbol];
  }
  memory.fill(changetype<usize>(runFrequencies), 0, 19 * sizeof<u32>());
  findRuns(literalCount + distanceCount);
  runCode.fit(runFrequencies, 7);
  let orderCount = lengthOrder.length;
  while (orderCount > 4 && runCode.lengths[lengthOrder[orderCount - 1]] === 0) orderCount -= 1;
  writeBits(literalCount - 257, 5);
  writeBits(distanceCount - 1, 5);
  writeBits(orderCount - 4, 4);
  for (let index = 0; index < orderCount; index += 1) writeBits(runCode.lengths[lengthOrder[index]], 3);
  for (let run = 0; run < runs; run += 1) {
    const symbol = runSymbols[run];
    writeBits(runCode.codes[symbol], runCode.lengths[symbol]);
    writeBits(runExtras[run], symbol === 16 ? 2 : symbol === 17 ? 3 : symbol === 18 ? 7 : 0);
  }
}

/** The last symbol that is not 0; the first one if all are. */
function lastUsed(values: StaticArray<u32>): i32 {
  let last = values.length - 1;
  while (last > 0 && values[last] === 0) last -= 1;
  return last;
}

/** 16 repeats the length before it 3 to 6 times, 17 and 18 stand for 3 to 10 and 11 to 138 zeros. */
function findRuns(lengths: i32): void {
  runs = 0;
  for (let start = 0; start < lengths;) {
    const length = bothLengths[start];
    let end = start + 1;
    while (end < lengths && bothLengths[end] === length) end += 1;
    let rest = (end - start) as u32;
    start = end;
    if (length !== 0) {
      addRun(length, 0);
      rest -= 1;
    }
    while (rest >= 3) {
      const taken = min<u32>(rest, length === 0 ? 138 : 6);
      if (length !== 0) addRun(16, taken - 3);
      else if (taken < 11) addRun(17, taken - 3);
      else addRun(18, taken - 11);
      rest -= taken;
    }
    for (; rest > 0; rest -= 1) addRun(length, 0);
  }
}

function addRun(symbol: u32, extra: u32): void {
  runSymbols[runs] = symbol;
  runExtras[runs] = extra;
  runs += 1;
  runFrequencies[symbol] += 1;
}
