import * as zlib from "node:zlib";
import { checksumOf } from "./pack.js";

/** CRC-32 as zip uses it (APPNOTE 4.4.7), of what was unpacked by `node:zlib`; what is packed is checked as it is packed. */
export function crc32(bytes: Uint8Array): number {
  // It has one, the fastest, only since Node 20.15 and 22.2; the program runs on any Node 20.
  const native = (zlib as { readonly crc32?: typeof zlib.crc32 }).crc32;
  return native === undefined ? checksumOf(bytes) : native(bytes);
}
