import { diagnose } from "../diagnostics/catalogue.js";
import { OfficePackage, type PackageLimits, type Relationship } from "./office-package.js";
import { decodePart } from "./part-text.js";
import { repackArchive, type ArchiveItem } from "./repack.js";
import { UnreadablePart } from "./unreadable-part.js";
import { parseXml } from "./xml-events.js";
import { attributesOf, outlineOf, scanTags } from "./xml-scan.js";
import { readZipDirectory, type ZipEntry } from "./zip-archive.js";

const contentTypesPart = "[Content_Types].xml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";

/**
 * An Office file of which some parts are replaced and some are new. What is not touched is copied as it is, down to its packed bytes.
 *
 * Names of parts are equal whatever the case of their letters (ISO/IEC 29500-2, 6.2.2.3).
 */
export class PackageEdit {
  private readonly content: OfficePackage;
  private readonly entries: readonly ZipEntry[];
  private readonly changed = new Map<string, { readonly name: string; readonly text: string }>();

  /** @throws UnreadablePart if the archive's directory is damaged; so do the methods, each for the parts that it reads */
  constructor(
    private readonly archive: Uint8Array,
    limits: PackageLimits,
  ) {
    this.entries = firstOfEachName(readZipDirectory(archive));
    this.content = new OfficePackage(archive, this.entries, limits);
  }

  /** The names of all parts that the file had. */
  get names(): readonly string[] {
    return this.entries.map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.changed.has(name.toLowerCase()) || this.content.has(name);
  }

  /** What a part refers to inside the file, as the file had it; `""` stands for the file as a whole. */
  relationshipsOf(source: string): readonly Relationship[] {
    return this.content.relationshipsOf(source);
  }

  /** The bytes of a part as the file had them. */
  originalBytes(name: string): Uint8Array {
    const bytes = this.content.read(name);
    if (bytes !== undefined) return bytes;
    throw new UnreadablePart((place, part, file) => diagnose(`${file}-missing-part` as const, place, { part }));
  }

  /**
   * The text of an XML part, with the changes made so far.
   *
   * @param root what its root element must be called; the part is well-formed if this returns
   */
  readXml(name: string, root: string): string {
    const known = this.changed.get(name.toLowerCase());
    if (known !== undefined) return known.text;
    const bytes = this.originalBytes(name);
    parseXml(bytes, {
      root,
      open: () => {
        // Only whether it is well-formed is of interest.
      },
    });
    return decodePart(bytes);
  }

  /** Replaces a part that the file has, or adds one whose content type is known by its extension. */
  write(name: string, text: string): void {
    this.changed.set(name.toLowerCase(), { name: this.nameInFile(name), text });
  }

  /**
   * Adds a part.
   *
   * @param wanted its name, as `word/comments.xml` or `xl/comments1.xml`; the number counts on, or from 1, while that is taken
   * @param type its content type
   * @returns its name
   */
  add(wanted: string, type: string, text: string): string {
    const {
      stem = "",
      digits = "",
      extension = "",
    } = /^(?<stem>.*?)(?<digits>\d*)(?<extension>\.\w+)$/u.exec(wanted)?.groups ?? {};
    let name = wanted;
    for (let number = Number(digits) + 1; this.has(name); number += 1) name = `${stem}${String(number)}${extension}`;
    this.write(name, text);
    this.declareType(name, type);
    return name;
  }

  /** Lets a part refer to another; gives the new relationship's id. */
  relate(source: string, type: string, target: string): string {
    const folder = source.slice(0, source.lastIndexOf("/") + 1);
    const part = `${folder}_rels/${source.slice(folder.length)}.rels`;
    const xml = this.has(part)
      ? this.readXml(part, "Relationships")
      : `${declaration}<Relationships xmlns="${relationshipsNamespace}"/>`;
    const ids = new Set<string>();
    scanTags(xml, (tag) => {
      if (tag.name === "Relationship") ids.add(attributesOf(xml.slice(tag.start, tag.end)).get("Id") ?? "");
    });
    let number = ids.size + 1;
    while (ids.has(`rId${String(number)}`)) number += 1;
    const id = `rId${String(number)}`;
    const { prefix } = outlineOf(xml);
    const address = partAddress(target.startsWith(folder) ? target.slice(folder.length) : `/${target}`);
    this.write(part, appendChild(xml, `<${prefix}Relationship Id="${id}" Type="${type}" Target="${address}"/>`));
    return id;
  }

  /** The archive with all changes: old parts where they were, new ones behind them. */
  pack(): Uint8Array {
    const encoder = new TextEncoder();
    const rest = new Map(this.changed);
    const items: ArchiveItem[] = this.entries.map((entry) => {
      const key = entry.name.toLowerCase();
      const change = rest.get(key);
      rest.delete(key);
      return change === undefined
        ? { name: entry.name, entry }
        : { name: entry.name, content: encoder.encode(change.text) };
    });
    for (const { name, text } of rest.values()) items.push({ name, content: encoder.encode(text) });
    return repackArchive(this.archive, items);
  }

  private declareType(name: string, type: string): void {
    const xml = this.readXml(contentTypesPart, "Types");
    const { prefix } = outlineOf(xml);
    const extension = name.slice(name.lastIndexOf(".") + 1);
    const defaults = new Map<string, string | undefined>();
    scanTags(xml, (tag) => {
      if (tag.name !== "Default") return;
      const attributes = attributesOf(xml.slice(tag.start, tag.end));
      defaults.set(attributes.get("Extension")?.toLowerCase() ?? "", attributes.get("ContentType"));
    });
    if (defaults.get(extension) === type) return;
    const override = `<${prefix}Override PartName="${partAddress(`/${name}`)}" ContentType="${type}"/>`;
    this.write(contentTypesPart, appendChild(xml, override));
  }

  /** The archive may spell a name differently from the part that refers to it. */
  private nameInFile(name: string): string {
    const key = name.toLowerCase();
    return this.entries.find((entry) => entry.name.toLowerCase() === key)?.name ?? name;
  }
}

/** Puts an element at the end of the root element of a part. */
export function appendChild(xml: string, element: string): string {
  const { root } = outlineOf(xml);
  const tag = xml.slice(root.open.start, root.open.end);
  if (root.open.kind !== "empty") {
    const at = xml.lastIndexOf("</", root.end - 1);
    return xml.slice(0, at) + element + xml.slice(at);
  }
  const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? "";
  return `${xml.slice(0, root.open.start)}${tag.slice(0, -2).trimEnd()}>${element}</${name}>${xml.slice(root.open.end)}`;
}

/** A part's name as an address in an attribute; of what must be escaped there, percent-encoding leaves only the ampersand. */
function partAddress(name: string): string {
  return encodeURI(name).replaceAll("&", "&amp;");
}

function firstOfEachName(entries: readonly ZipEntry[]): ZipEntry[] {
  const names = new Set<string>();
  return entries.filter(({ name }) => {
    const key = name.toLowerCase();
    if (names.has(key)) return false;
    names.add(key);
    return true;
  });
}
