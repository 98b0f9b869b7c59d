import type { CircularDocument } from "../document/tree.js";
import { type LayoutProfile, layoutProfile } from "../layout/profile.js";
import { packContent } from "../openxml/pack.js";
import { Shorthand } from "../openxml/shorthand.js";
import { WORD_TYPE } from "./content-types.js";
import { PictureStore } from "./media.js";
import { packParts, type Part } from "./package.js";
import { pageFooters } from "./page-number.js";
import { profileParts } from "./profile-parts.js";
import { applicationPropertiesPart, corePropertiesPart } from "./properties-parts.js";
import { Relationships } from "./relationships.js";
import type { SectionFooters } from "./section.js";
import { attributes, declareNamespaces, XML_DECLARATION } from "./xml.js";

/**
 * Packs a circular with everything that belongs to it beside its text: styles, settings, footers, pictures and properties.
 *
 * @param body Writes the content of `w:body`, whole or in pieces, if it likes in shorthand; pictures go into the store.
 */
export function circularPackage(
  document: CircularDocument,
  body: (
    profile: LayoutProfile,
    footers: SectionFooters,
    pictures: PictureStore,
    shorthand: Shorthand,
  ) => string | Iterable<string>,
): Uint8Array {
  const letterhead = document.children.find((block) => block.type === "letterhead");
  const profile = layoutProfile(document.appearance, letterhead);

  const relationships = new Relationships();
  relationships.add("styles", "styles.xml");
  relationships.add("settings", "settings.xml");
  relationships.add("fontTable", "fontTable.xml");
  let footerCount = 0;
  const { footers, parts: footerParts } = pageFooters(profile, () => {
    footerCount += 1;
    relationships.add("footer", `footer${String(footerCount)}.xml`);
    return relationships.lastNumber;
  });
  const pictures = new PictureStore(relationships);
  // Before the parts that name the pictures: they are found as the body is written.
  const shorthand = new Shorthand();
  const content = packContent(documentPart(body(profile, footers, pictures, shorthand)), shorthand);

  const packageRelationships = new Relationships();
  packageRelationships.add("officeDocument", "word/document.xml");
  packageRelationships.add(
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml",
  );
  packageRelationships.add("extended-properties", "docProps/app.xml");

  const parts: Part[] = [
    { path: "_rels/.rels", content: packageRelationships.toXml() },
    {
      path: "docProps/app.xml",
      content: applicationPropertiesPart(document.properties),
      contentType: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    },
    {
      path: "docProps/core.xml",
      content: corePropertiesPart(document.properties),
      contentType: "application/vnd.openxmlformats-package.core-properties+xml",
    },
    { path: "word/_rels/document.xml.rels", content: relationships.toXml() },
    {
      path: "word/document.xml",
      content,
      contentType: `${WORD_TYPE}.document.main+xml`,
    },
    ...profileParts(profile),
    ...footerParts.map(({ xml }, index) => ({
      path: `word/footer${String(index + 1)}.xml`,
      content: xml,
      contentType: `${WORD_TYPE}.footer+xml`,
    })),
    ...pictures.files.map(({ path, bytes }) => ({ path, content: bytes })),
  ];
  return packParts(parts);
}

/** The main part, which may be a hundred megabytes: in pieces, none of which is kept. */
function* documentPart(body: string | Iterable<string>): Generator<string> {
  yield `${XML_DECLARATION}<w:document${attributes(declareNamespaces("w", "r", "wp", "a", "pic"))}><w:body>`;
  if (typeof body === "string") yield body;
  else yield* body;
  yield "</w:body></w:document>";
}
