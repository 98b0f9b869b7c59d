import type { DocumentAlignment } from "../../diff/changes.js";
import { SIZES } from "../../layout/fonts.js";
import { type PageGeometry, pageGeometry } from "../../layout/page.js";
import type { FlowItem } from "../flow.js";
import { type SectionFooters, sectionProperties } from "../section.js";
import { joinedFlow } from "./joined-flow.js";
import type { RedlineBlock } from "./redline-block.js";
import { redlineSections } from "./redline-sections.js";
import { sectionBlocks } from "./section-blocks.js";
import type { SectionContext } from "./section-context.js";
import { moveEnd, settleSectionEnd } from "./section-ends.js";
import { writeParagraph } from "./write-paragraph.js";

interface SettledSection {
  readonly geometry: PageGeometry;
  readonly blocks: readonly RedlineBlock[];
  /** Whether its break stays when all changes are rejected. */
  readonly stays: boolean;
}

/**
 * The content of `w:body` with all changes, in pieces: that of a long table is a hundred megabytes.
 */
export function* redlineBody(
  before: readonly FlowItem[],
  after: readonly FlowItem[],
  alignment: DocumentAlignment,
  footers: SectionFooters,
  context: Omit<SectionContext, "geometry">,
): Generator<string> {
  const { marks } = context;
  const sections = redlineSections(joinedFlow(before, after, alignment)).map(
    ({ orientation, items }): SettledSection => {
      const geometry = pageGeometry(orientation, SIZES.四号);
      const blocks = sectionBlocks(items, { ...context, geometry });
      return { geometry, stays: settleSectionEnd(blocks), blocks };
    },
  );
  const formerLast = settleDocumentEnd(sections);
  let last = "";
  for (const [index, { geometry, blocks }] of sections.entries()) {
    // Where the break of a section may go, the sections after it must know the footers by themselves.
    const isFirst = index === 0;
    const declares = isFirst || sections.slice(0, index).some(({ stays }) => !stays) || formerLast !== undefined;
    const isLast = index === sections.length - 1;
    let properties = sectionProperties(geometry, declares ? footers : undefined, isFirst);
    if (isLast && formerLast !== undefined) {
      const former = sectionProperties(
        formerLast.geometry,
        undefined,
        sections[0] === formerLast && footers.first !== undefined,
      );
      properties = properties.replace("</w:sectPr>", () => `${marks.formerSectionProperties(former)}</w:sectPr>`);
    }
    for (const [position, block] of blocks.entries()) {
      const endsSection = !isLast && position === blocks.length - 1;
      if (endsInChange(blocks[position - 1], last)) marks.separate();
      if (block.kind === "table") {
        last = "";
        yield* block.write();
      } else {
        last = writeParagraph(block, marks, endsSection ? properties : "");
        yield last;
      }
    }
    if (isLast) yield properties;
  }
}

/** Whether it is a paragraph whose end stays and whose last words do not. */
function endsInChange(block: RedlineBlock | undefined, xml: string): boolean {
  return block?.kind === "paragraph" && block.mark === "kept" && /<\/w:(?:ins|del)><\/w:p>$/.test(xml);
}

/**
 * The last paragraph of a file cannot go. If everything in the last section is inserted, it becomes one with the end of the last
 * section that the older draft has something in, whose break goes; that of the file takes its paper.
 *
 * @returns that other section, if there is one
 */
function settleDocumentEnd(sections: readonly SettledSection[]): SettledSection | undefined {
  if (sections.at(-1)?.stays !== false) return undefined;
  const former = sections.findLast(({ stays }) => stays);
  const anchor = former?.blocks.at(-1);
  const last = sections.at(-1)?.blocks.at(-1);
  if (anchor?.kind !== "paragraph" || last?.kind !== "paragraph") return undefined;
  moveEnd(anchor, last);
  return former;
}
