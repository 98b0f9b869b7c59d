import { endBits } from "./bits";
import { addLiteral, addMatch, endBlock } from "./block";
import { addToChecksum } from "./checksum";

/**
 * DEFLATE (RFC 1951) for text that repeats itself a great deal, as the rows of a table do: where a match is found, nothing inside it is
 * looked at again.
 *
 * Several bytes at a time are read from anywhere, which has to be said: where this is made JavaScript, numbers in memory are aligned.
 */

/** How far back a match may begin. */
const windowSize = 32768;
/** What is looked at in one go; the window stands before it. */
const stretch = 131072;
/** What has to be free for more bytes to be put there: enough for the longest piece that text may name, of 1,000 units. */
const leastRoom = 3000;
const shortestMatch = 4;
const longestMatch = 258;
/** How many earlier places are compared before the best of them is taken. */
const mostCandidates = 8;
/** A match this long is taken without looking for a longer one. */
const longEnough = 128;
const hashBits = 15;
/** Where positions begin: from 0, which stands for none, no match can begin. */
const firstPosition = windowSize + 1;
/** Where positions begin again before they leave the range of 32 bits. */
const farthestPosition = 0x40000000;

/** What matches are compared eight bytes at a time of may reach beyond what is held. */
const bytes = new StaticArray<u8>(windowSize + stretch + 8);
const start = changetype<usize>(bytes);
/** By hash of four bytes: the last position, counted from the beginning of everything, at which they stood. */
const last = new StaticArray<i32>(1 << hashBits);
/** By position within the window: the one before it with the same hash. */
const previous = new StaticArray<i32>(windowSize);

/** The position of the first byte held. */
let base = firstPosition;
/** How many bytes are held. */
let held = 0;
/** How many of them have become tokens. */
let done = 0;

/** Where the next bytes have to be put. */
export function input(): usize {
  return start + held;
}

/** How many bytes there is room for. */
export function room(): i32 {
  return windowSize + stretch - held;
}

/** Takes bytes that have been put at `input()`. What this has compressed has to be fetched before more bytes come. */
export function add(length: i32): void {
  addToChecksum(input(), length);
  held += length;
  if (room() >= leastRoom) return;
  // A match may still grow into what is to come.
  compress(held - longestMatch);
  const dropped = max(0, done - windowSize);
  memory.copy(start, start + dropped, held - dropped);
  held -= dropped;
  done -= dropped;
  moveTo(base + dropped);
}

/** Ends the stream. Another one can begin. */
export function finish(): void {
  compress(held);
  endBlock(true);
  endBits();
  // What was entered for this stream is too far back for the next one.
  moveTo(base + held + windowSize + 1);
  held = 0;
  done = 0;
}

function moveTo(position: i32): void {
  base = position;
  if (base <= farthestPosition) return;
  memory.fill(changetype<usize>(last), 0, (1 << hashBits) * sizeof<i32>());
  base = firstPosition;
}

/** Turns the bytes before `limit` into tokens; the last match may reach beyond. */
function compress(limit: i32): void {
  let position = done;
  while (position < limit) {
    const found = position <= held - shortestMatch ? longestAt(position) : 0;
    if (found === 0) {
      addLiteral(load<u8>(start + position));
      position += 1;
    } else {
      const length = found >> 16;
      addMatch(length, (found & 0xffff) + 1);
      position += length;
    }
  }
  done = position;
}

/** The longest match found, as length × 65536 + distance − 1, or 0. Enters the position for those to come. */
function longestAt(position: i32): u32 {
  const here = start + position;
  const four = load<u32>(here, 0, 1);
  const hash = (four * 0x9e3779b1) >> (32 - hashBits);
  const absolute = base + position;
  let candidate = last[hash];
  previous[absolute & (windowSize - 1)] = candidate;
  last[hash] = absolute;
  const most = min(longestMatch, held - position);
  let best = shortestMatch - 1;
  let distance = 0;
  for (let tries = mostCandidates; tries > 0; tries -= 1) {
    const back = absolute - candidate;
    if (back > windowSize || back <= 0) break;
    const there = here - back;
    if (load<u8>(there + best) === load<u8>(here + best) && load<u32>(there, 0, 1) === four) {
      const length = commonLength(there, here, most);
      if (length > best) {
        best = length;
        distance = back;
        if (length >= longEnough || length === most) break;
      }
    }
    candidate = previous[candidate & (windowSize - 1)];
  }
  return distance === 0 ? 0 : ((best as u32) << 16) | (distance - 1);
}

/** How many bytes are the same, up to `most`. */
function commonLength(there: usize, here: usize, most: i32): i32 {
  for (let length = 0; length < most; length += 8) {
    const difference = load<u64>(there + length, 0, 1) ^ load<u64>(here + length, 0, 1);
    if (difference !== 0) return min(most, length + ((ctz(difference) as i32) >> 3));
  }
  return most;
}
