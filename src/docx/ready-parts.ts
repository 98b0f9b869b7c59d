/** A part of the file, packed beforehand. */
export interface ReadyPart {
  readonly path: string;
  readonly contentType: string;
  /** The compressed bytes in Base64, and what `PackedContent` says of them. */
  readonly bytes: string;
  readonly method: number;
  readonly crc32: number;
  readonly size: number;
}

/**
 * By profile, see `profileParts`: what need not be worked out in every run of the program. Nothing when the sources are run as they
 * are; `scripts/build.mjs` puts here what `usual-parts.ts` gives.
 */
export const readyParts: Readonly<Record<string, readonly ReadyPart[]>> = {};
