import { PLAIN_APPEARANCE } from "../document/plain-appearance.js";
import { layoutProfile } from "../layout/profile.js";
import { makeProfileParts, profileKey } from "./profile-parts.js";
import type { ReadyPart } from "./ready-parts.js";

/** For `scripts/build.mjs`: the parts of a circular as published on a website, which is what most are. */
export function usualParts(): Readonly<Record<string, readonly ReadyPart[]>> {
  const profile = layoutProfile(PLAIN_APPEARANCE, undefined);
  const parts = makeProfileParts(profile).map(
    ({ path, contentType, content: { pieces, method, crc32, size } }): ReadyPart => {
      return { path, contentType, bytes: Buffer.concat(pieces).toString("base64"), method, crc32, size };
    },
  );
  return { [profileKey(profile)]: parts };
}
