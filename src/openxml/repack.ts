import { diagnose } from "../diagnostics/catalogue.js";
import { packContent, type PackedContent } from "./pack.js";
import { UnreadablePart } from "./unreadable-part.js";
import { writeArchive } from "./write-archive.js";
import type { ZipEntry } from "./zip-archive.js";

/** One entry of the new archive: an old one as it is, or new content. */
export type ArchiveItem =
  { readonly name: string; readonly entry: ZipEntry } | { readonly name: string; readonly content: Uint8Array };

/**
 * Writes a zip archive. The packed bytes of old entries are copied, not unpacked and packed again.
 *
 * @param archive that the old entries stand in
 * @throws UnreadablePart if an old entry is not where it should be, or too large for an archive of this kind
 */
export function repackArchive(archive: Uint8Array, items: readonly ArchiveItem[]): Uint8Array {
  return writeArchive(
    items.map((item) => ({
      name: item.name,
      packed: "entry" in item ? copyEntry(archive, item.entry) : packContent(item.content),
    })),
  );
}

function copyEntry(archive: Uint8Array, entry: ZipEntry): PackedContent {
  const { headerOffset, compressedSize, method, encrypted, size } = entry;
  const damaged = (): UnreadablePart =>
    new UnreadablePart((place) => diagnose("workbook-damaged-archive", place, { detail: `${entry.name} 不完整` }));
  if (size > 0xffffffff || headerOffset + 30 > archive.length) throw damaged();
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const start = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
  const end = start + compressedSize;
  if (view.getUint32(headerOffset, true) !== 0x04034b50 || end > archive.length) throw damaged();
  return { pieces: [archive.subarray(start, end)], method, crc32: entry.crc32, size, encrypted };
}
