import { PLAIN_APPEARANCE } from "../../../document/plain-appearance.js";
import { layoutProfile } from "../../../layout/profile.js";
import { paragraphStyles } from "../../../layout/element-styles.js";
import type { SourceDocument } from "../read-source.js";
import type { SourceSection } from "../source.js";
import { type Item, lineOf, paragraphParts } from "./line.js";

/** The ids of our own paragraph styles by their names, which other programs keep where they give styles new ids. */
const elementsByStyleName: ReadonlyMap<string, string> = new Map(
  paragraphStyles(layoutProfile({ ...PLAIN_APPEARANCE, form: "redHead" }, undefined))
    .filter(({ id }) => id !== "Normal")
    .map(({ id, name }) => [/^[\x20-\x7e]+$/u.test(name) ? name.toLowerCase() : name, id]),
);

/** Whether a document uses our own styles, so that a heading is a heading because its style says so. */
export function hasOwnStyles({ styles }: SourceDocument): boolean {
  return styles.find("公文正文") !== undefined && styles.find("主送机关") !== undefined;
}

/** Whether a file is as this program wrote it, so that every blank in it is meant. */
export function isVerbatim(source: SourceDocument): boolean {
  return source.application === "tongbao" && hasOwnStyles(source);
}

/** The body as lines and tables. Blank paragraphs are gone, except those of an element in a file that nobody has touched. */
export function readItems(source: SourceDocument): Item[] {
  const own = hasOwnStyles(source);
  const verbatim = isVerbatim(source);
  const sections = sectionEnds(source);
  const items: Item[] = [];
  let section = 0;
  let startsPage = false;
  let blankBefore = false;
  const where = (): { startsPage: boolean; blankBefore: boolean; landscape: boolean } => ({
    startsPage,
    blankBefore,
    landscape: sections[section]?.landscape ?? false,
  });
  const done = (): void => {
    startsPage = false;
    blankBefore = false;
  };
  for (const block of source.blocks) {
    if (block.kind === "table") {
      items.push({ kind: "table", table: block, ...where() });
      done();
      continue;
    }
    if (block.pageBreakBefore) startsPage = true;
    const element = own ? (elementsByStyleName.get(block.format.styleName) ?? "") : "";
    const parts = verbatim && element !== "" ? [{ part: undefined, from: 0 }] : paragraphParts(block);
    parts.forEach(({ part, from }, index) => {
      if (index > 0 && block.text[from - block.label.length - 1] === "\f") startsPage = true;
      const line = lineOf(block, element, where(), verbatim && element !== "", part, from);
      const isKept = verbatim ? element !== "" && !["Spacer", "TableGap", "LetterTopLine"].includes(element) : false;
      const hasMore = index === 0 && (block.pictures !== undefined || block.textBoxes !== undefined);
      if (line.text === "" && !isKept && !hasMore) {
        blankBefore = true;
        return;
      }
      items.push(line);
      done();
    });
    if (block.sectionEnd !== undefined) {
      section += 1;
      // The kind of break is said by the section that begins with it (ISO/IEC 29500-1, 17.6.22).
      if (sections[section]?.newPage !== false) startsPage = true;
    }
  }
  return items;
}

/** The sections in order; the last one has no paragraph of its own. */
function sectionEnds(source: SourceDocument): SourceSection[] {
  const ends = source.blocks.flatMap((block) =>
    block.kind === "paragraph" && block.sectionEnd !== undefined ? [block.sectionEnd] : [],
  );
  return [...ends, source.lastSection];
}
