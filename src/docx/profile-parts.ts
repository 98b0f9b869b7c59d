import type { LayoutProfile } from "../layout/profile.js";
import { packContent, type PackedContent } from "../openxml/pack.js";
import { WORD_TYPE } from "./content-types.js";
import { fontTablePart } from "./font-table-part.js";
import type { Part } from "./package.js";
import { readyParts, type ReadyPart } from "./ready-parts.js";
import { settingsPart } from "./settings-part.js";
import { stylesPart } from "./styles-part.js";

/** A part that is packed already. */
interface PackedPart extends Part {
  readonly content: PackedContent;
  readonly contentType: string;
}

/** What has been worked out, by profile: many files of one run have the same. */
const known = new Map<string, readonly PackedPart[]>();

/** The parts of the file that nothing but the layout's profile decides: fontTable.xml, settings.xml and styles.xml. */
export function profileParts(profile: LayoutProfile): readonly Part[] {
  const key = profileKey(profile);
  let parts = known.get(key);
  if (parts === undefined) {
    parts = readyParts[key]?.map(fromReady) ?? makeProfileParts(profile);
    known.set(key, parts);
  }
  return parts;
}

/** What two equal profiles have in common. */
export function profileKey(profile: LayoutProfile): string {
  return JSON.stringify(profile);
}

/** `profileParts`, worked out anew. */
export function makeProfileParts(profile: LayoutProfile): readonly PackedPart[] {
  return [
    part("fontTable", fontTablePart()),
    part("settings", settingsPart(profile)),
    part("styles", stylesPart(profile)),
  ];
}

function part(name: string, xml: string): PackedPart {
  return { path: `word/${name}.xml`, content: packContent([xml]), contentType: `${WORD_TYPE}.${name}+xml` };
}

function fromReady({ path, contentType, bytes, ...rest }: ReadyPart): PackedPart {
  return { path, contentType, content: { ...rest, pieces: [Buffer.from(bytes, "base64")], encrypted: false } };
}
