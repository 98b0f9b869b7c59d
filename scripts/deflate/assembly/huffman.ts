/** Huffman codes as DEFLATE wants them (RFC 1951, 3.2.2): no code longer than a limit, codes of one length in the order of symbols. */

/** No alphabet is larger: literals, the end of the block and the lengths of matches (3.2.5), with two that never occur (3.2.6). */
const mostSymbols = 288;

/** The symbols that occur, the rarest first; of those that are as rare, in the order of symbols. */
const leaves = new StaticArray<i32>(mostSymbols);
/** Nodes are numbered as they come: first the leaves by weight, then the inner ones, which come by weight too. */
const weights = new StaticArray<u32>(2 * mostSymbols);
const parents = new StaticArray<i32>(2 * mostSymbols);
const depths = new StaticArray<u32>(2 * mostSymbols);
/** How often symbols are taken to occur where their code would be too long. */
const softened = new StaticArray<u32>(mostSymbols);

/** An alphabet with its code. */
export class HuffmanCode {
  /** In bits, by symbol. A symbol of length 0 does not occur. */
  readonly lengths: StaticArray<u32>;
  /** With the bits in the order in which they are written, the first one lowest. */
  readonly codes: StaticArray<u32>;

  constructor(symbols: i32) {
    this.lengths = new StaticArray<u32>(symbols);
    this.codes = new StaticArray<u32>(symbols);
  }

  /**
   * Makes the code for symbols that occur this often.
   *
   * @param frequencies by symbol; at least one is not 0
   * @param longest that a code may be, in bits
   */
  fit(frequencies: StaticArray<u32>, longest: u32): void {
    let longestNow = this.setLengths(frequencies);
    if (longestNow > longest) {
      const count = frequencies.length;
      for (let symbol = 0; symbol < count; symbol += 1) softened[symbol] = frequencies[symbol];
      // Rarer symbols are made less rare until no code is too long; that costs a few bits in a thousand blocks.
      while (longestNow > longest) {
        for (let symbol = 0; symbol < count; symbol += 1) {
          if (softened[symbol] !== 0) softened[symbol] = (softened[symbol] >> 2) + 1;
        }
        longestNow = this.setLengths(softened);
      }
    }
    this.setCodes();
  }

  /** The depth of each symbol in the Huffman tree; a lone symbol still takes one bit. Returns the longest. */
  private setLengths(frequencies: StaticArray<u32>): u32 {
    const lengths = this.lengths;
    const count = sortLeaves(frequencies, lengths.length);
    for (let symbol = 0; symbol < lengths.length; symbol += 1) lengths[symbol] = 0;
    if (count < 2) {
      if (count === 1) lengths[leaves[0]] = 1;
      return 1;
    }
    for (let node = 0; node < count; node += 1) weights[node] = frequencies[leaves[node]];
    let leaf = 0;
    let inner = count;
    for (let next = count; next < 2 * count - 1; next += 1) {
      let weight: u32 = 0;
      for (let child = 0; child < 2; child += 1) {
        const takesLeaf = leaf < count && (inner >= next || weights[leaf] <= weights[inner]);
        const lighter = takesLeaf ? leaf++ : inner++;
        parents[lighter] = next;
        weight += weights[lighter];
      }
      weights[next] = weight;
    }
    depths[2 * count - 2] = 0;
    let longest: u32 = 0;
    for (let node = 2 * count - 3; node >= 0; node -= 1) {
      const depth = depths[parents[node]] + 1;
      depths[node] = depth;
      if (node < count) {
        lengths[leaves[node]] = depth;
        longest = max(longest, depth);
      }
    }
    return longest;
  }

  /** The codes that follow from their lengths, which are 15 at most. */
  setCodes(): void {
    let code: u32 = 0;
    for (let length: u32 = 1; length < 16; length += 1) {
      for (let symbol = 0; symbol < this.lengths.length; symbol += 1) {
        if (this.lengths[symbol] !== length) continue;
        this.codes[symbol] = reversed(code, length);
        code += 1;
      }
      code <<= 1;
    }
  }
}

/** Finds the leaves. Returns how many there are. */
function sortLeaves(frequencies: StaticArray<u32>, symbols: i32): i32 {
  let count = 0;
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    const frequency = frequencies[symbol];
    if (frequency === 0) continue;
    let place = count;
    for (; place > 0 && frequencies[leaves[place - 1]] > frequency; place -= 1) leaves[place] = leaves[place - 1];
    leaves[place] = symbol;
    count += 1;
  }
  return count;
}

/** The lowest bits of a code, at most 16, in the opposite order: halves are exchanged, then the halves of those, and so on. */
function reversed(code: u32, length: u32): u32 {
  let bits = ((code & 0x00ff) << 8) | ((code & 0xff00) >> 8);
  bits = ((bits & 0x0f0f) << 4) | ((bits & 0xf0f0) >> 4);
  bits = ((bits & 0x3333) << 2) | ((bits & 0xcccc) >> 2);
  bits = ((bits & 0x5555) << 1) | ((bits & 0xaaaa) >> 1);
  return bits >> (16 - length);
}
