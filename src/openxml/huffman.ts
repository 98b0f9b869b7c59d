/** Huffman codes as DEFLATE wants them (RFC 1951, 3.2.2): no code longer than a limit, codes of one length in the order of symbols. */

/** The codes of an alphabet. A symbol of length 0 does not occur. */
export interface HuffmanCode {
  readonly lengths: Uint8Array;
  /** With the bits in the order in which they are written, the first one lowest. */
  readonly codes: Uint16Array;
}

/**
 * The code for symbols that occur this often.
 *
 * @param frequencies by symbol; at least one is not 0
 * @param longest that a code may be, in bits
 */
export function huffmanCode(frequencies: Uint32Array, longest: number): HuffmanCode {
  let lengths = codeLengths(frequencies);
  // Rarer symbols are made less rare until no code is too long; that costs a few bits in a thousand blocks.
  for (let weights = frequencies; lengths.some((length) => length > longest);) {
    weights = weights.map((weight) => (weight === 0 ? 0 : (weight >>> 2) + 1));
    lengths = codeLengths(weights);
  }
  return codeOfLengths(lengths);
}

/** The code whose symbols take these many bits each. */
export function codeOfLengths(lengths: Uint8Array): HuffmanCode {
  return { lengths, codes: canonicalCodes(lengths) };
}

/** The depth of each symbol in the Huffman tree; a lone symbol still takes one bit. */
function codeLengths(frequencies: Uint32Array): Uint8Array {
  const lengths = new Uint8Array(frequencies.length);
  const leaves: number[] = [];
  frequencies.forEach((frequency, symbol) => {
    if (frequency > 0) leaves.push(symbol);
  });
  leaves.sort((a, b) => (frequencies[a] ?? 0) - (frequencies[b] ?? 0) || a - b);
  const count = leaves.length;
  if (count === 1) lengths[leaves[0] ?? 0] = 1;
  if (count < 2) return lengths;
  // Nodes are numbered as they come: first the leaves by weight, then the inner ones, which come by weight too.
  const weight = new Float64Array(2 * count - 1);
  const parent = new Int32Array(2 * count - 1);
  leaves.forEach((symbol, node) => {
    weight[node] = frequencies[symbol] ?? 0;
  });
  let leaf = 0;
  let inner = count;
  const lighter = (next: number): number => {
    const takesLeaf = leaf < count && (inner >= next || (weight[leaf] ?? 0) <= (weight[inner] ?? 0));
    return takesLeaf ? leaf++ : inner++;
  };
  for (let next = count; next < 2 * count - 1; next += 1) {
    const left = lighter(next);
    const right = lighter(next);
    parent[left] = next;
    parent[right] = next;
    weight[next] = (weight[left] ?? 0) + (weight[right] ?? 0);
  }
  const depth = new Uint16Array(2 * count - 1);
  for (let node = 2 * count - 3; node >= 0; node -= 1) {
    depth[node] = (depth[parent[node] ?? 0] ?? 0) + 1;
    if (node < count) lengths[leaves[node] ?? 0] = Math.min(255, depth[node] ?? 0);
  }
  return lengths;
}

/** The codes that follow from their lengths. */
function canonicalCodes(lengths: Uint8Array): Uint16Array {
  const perLength = new Uint16Array(17);
  for (const length of lengths) if (length > 0) perLength[length] = (perLength[length] ?? 0) + 1;
  const next = new Uint16Array(17);
  for (let length = 1; length < 16; length += 1) {
    next[length + 1] = ((next[length] ?? 0) + (perLength[length] ?? 0)) << 1;
  }
  const codes = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length === 0) return;
    const code = next[length] ?? 0;
    next[length] = code + 1;
    codes[symbol] = reversed(code, length);
  });
  return codes;
}

/** The lowest bits of a code, at most 16, in the opposite order: halves are exchanged, then the halves of those, and so on. */
function reversed(code: number, length: number): number {
  let bits = ((code & 0x00ff) << 8) | ((code & 0xff00) >>> 8);
  bits = ((bits & 0x0f0f) << 4) | ((bits & 0xf0f0) >>> 4);
  bits = ((bits & 0x3333) << 2) | ((bits & 0xcccc) >>> 2);
  bits = ((bits & 0x5555) << 1) | ((bits & 0xaaaa) >>> 1);
  return bits >>> (16 - length);
}
