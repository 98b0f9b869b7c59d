import { diagnose } from "../diagnostics/catalogue.js";
import { UnreadablePart } from "./unreadable-part.js";
import { parseXml } from "./xml-events.js";
import { inflateEntry, partName, type ZipEntry } from "./zip-archive.js";

/** How much may be unfolded before reading stops. */
export interface PackageLimits {
  /** Bytes of one part after decompression. */
  readonly partBytes: number;
  /** Bytes after decompression of all parts that are read. */
  readonly totalBytes: number;
}

/** What a part refers to (ISO/IEC 29500-2, 6.5.3). */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type: `worksheet`, `sharedStrings` … The rest differs between the transitional and the strict form. */
  readonly type: string;
  /** The part referred to. */
  readonly target: string;
}

/** The parts of an Office file by name. Names are equal whatever the case of their letters (ISO/IEC 29500-2, 6.2.2.3). */
export class OfficePackage {
  private readonly entries = new Map<string, ZipEntry>();
  private bytesRead = 0;

  constructor(
    private readonly archive: Uint8Array,
    entries: readonly ZipEntry[],
    private readonly limits: PackageLimits,
  ) {
    for (const entry of entries) {
      const key = keyOf(entry.name);
      if (!this.entries.has(key)) this.entries.set(key, entry);
    }
  }

  get names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /**
   * The content of a part, `undefined` if there is no such part.
   *
   * @throws UnreadablePart if it is damaged or larger than the limits allow, be it as declared or in fact
   */
  read(name: string): Uint8Array | undefined {
    const entry = this.entries.get(keyOf(name));
    if (entry === undefined) return undefined;
    const { partBytes, totalBytes } = this.limits;
    const bytes = entry.size;
    if (bytes > partBytes) {
      throw new UnreadablePart((place, part, file) =>
        diagnose(`${file}-part-too-large` as const, place, { part, bytes, limit: partBytes }),
      );
    }
    this.bytesRead += bytes;
    if (this.bytesRead > totalBytes) {
      throw new UnreadablePart(
        (place, _part, file) => diagnose(`${file}-too-large` as const, place, { limit: totalBytes }),
        true,
      );
    }
    return inflateEntry(this.archive, entry);
  }

  /**
   * What a part refers to inside the file, in order; empty if it has no relationships. `""` stands for the file as a whole.
   *
   * @throws UnreadablePart like `read`
   */
  relationshipsOf(source: string): Relationship[] {
    const folder = source.slice(0, source.lastIndexOf("/") + 1);
    const bytes = this.read(`${folder}_rels/${source.slice(folder.length)}.rels`);
    const relationships: Relationship[] = [];
    if (bytes === undefined) return relationships;
    parseXml(bytes, {
      root: "Relationships",
      open(name, attributes) {
        if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
        relationships.push({
          id: attributes["Id"] ?? "",
          type: (attributes["Type"] ?? "").replace(/^.*\//u, ""),
          target: resolveTarget(folder, attributes["Target"] ?? ""),
        });
      },
    });
    return relationships;
  }
}

/** A target is relative to the folder of the part that names it, or absolute with a leading `/`. */
function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const segments: string[] = [];
  for (const segment of path.replaceAll("\\", "/").split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return partName(segments.join("/"));
}

/** Targets may be percent-encoded where the archive's names are not, or the other way round. */
function keyOf(name: string): string {
  return decodePercent(name).toLowerCase();
}

function decodePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
