import type { XmlAttributes } from "../../openxml/xml-listener.js";
import { attribute, numberOf, takeParagraphProperty, takeRunProperty, valueOf } from "./properties.js";
import type { StoryState } from "./story-state.js";

/**
 * Takes an element that is a property of a run, a paragraph, a table or a section.
 *
 * @returns whether it is one: that is told by the element it stands in
 */
export function openProperty(state: StoryState, parent: string, name: string, attributes: XmlAttributes): boolean {
  switch (parent) {
    case "rPr":
      openRunProperty(state, name, attributes);
      return true;
    case "pPr":
    case "numPr":
      openParagraphProperty(state, name, attributes);
      return true;
    case "tblPr":
    case "trPr":
    case "tcPr":
    case "tblGrid":
      openTableProperty(state, parent, name, attributes);
      return true;
    case "sectPr":
      takeSectionProperty(state, name, attributes);
      return true;
    default:
      return false;
  }
}

function openRunProperty(state: StoryState, name: string, attributes: XmlAttributes): void {
  if (name.endsWith("PrChange")) {
    state.trackedChanges += 1;
    state.skip();
    return;
  }
  if (state.path.at(-3) === "pPr") {
    const mark = state.paragraph?.mark;
    if (mark === undefined) return;
    takeRunProperty(mark, name, attributes);
    if (["ins", "del", "moveFrom", "moveTo"].includes(name)) state.trackedChanges += 1;
  } else if (state.run !== undefined) takeRunProperty(state.run, name, attributes);
}

function openParagraphProperty(state: StoryState, name: string, attributes: XmlAttributes): void {
  if (name === "pPrChange" || name === "numberingChange") {
    state.trackedChanges += 1;
    state.skip();
  } else if (name === "sectPr") state.section = { landscape: false, newPage: true };
  else if (state.paragraph !== undefined) takeParagraphProperty(state.paragraph.properties, name, attributes);
}

function openTableProperty(state: StoryState, parent: string, name: string, attributes: XmlAttributes): void {
  if (name.endsWith("Change")) {
    state.trackedChanges += 1;
    state.skip();
    return;
  }
  const table = state.tables.at(-1);
  if (table === undefined) return;
  if (parent === "tblPr") {
    if (name === "tblStyle") table.styleName = state.styles.nameOf(valueOf(attributes));
  } else if (parent === "trPr") {
    table.takeRowProperty(name, attributes);
    if (name === "ins" || name === "del") state.trackedChanges += 1;
  } else if (parent === "tcPr") table.takeCellProperty(name, attributes);
  else if (name === "gridCol") table.addColumn(attributes);
}

function takeSectionProperty(state: StoryState, name: string, attributes: XmlAttributes): void {
  if (state.section === undefined) return;
  if (name === "pgSz") {
    const width = numberOf(attribute(attributes, "w")) ?? 0;
    const height = numberOf(attribute(attributes, "h")) ?? 0;
    state.section.landscape = attribute(attributes, "orient") === "landscape" || width > height;
  } else if (name === "type") state.section.newPage = valueOf(attributes) !== "continuous";
  else if (name === "sectPrChange") state.skip();
}
