import { createHash } from "node:crypto";
import type { Place } from "../../document/place.js";
import type { NamedNotice } from "./review-notices.js";

/** The version of the manifest's form; a reader should refuse one that it does not know. */
const manifestVersion = 1;

/**
 * Describes the files of one run for programs: which unit each is for, its hash, and the rows it was written from.
 *
 * @param edition its name and its folder; places of rows are relative to the folder
 * @param notices with the bytes of their files
 * @param index the index file
 * @returns JSON with a line end; the same run gives the same text
 */
export function noticeManifest(
  edition: { readonly name: string; readonly folder: string; readonly type: string },
  notices: readonly { readonly notice: NamedNotice; readonly bytes: Uint8Array }[],
  index: { readonly file: string; readonly bytes: Uint8Array },
): string {
  const manifest = {
    version: manifestVersion,
    edition: edition.name,
    type: edition.type,
    index: { file: index.file, ...fingerprint(index.bytes) },
    notices: notices.map(({ notice, bytes }) => ({
      ordinal: notice.ordinal,
      unit: notice.unit,
      file: notice.file,
      ...fingerprint(bytes),
      rows: notice.rows.map((place) => within(place, edition.folder)),
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function fingerprint(bytes: Uint8Array): { readonly bytes: number; readonly sha256: string } {
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** A place without what depends on where the command was started. */
function within({ file, ...place }: Place, folder: string): Place {
  return { file: file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file, ...place };
}
