import { prefixedAttribute } from "../../openxml/xml-events.js";
import type { XmlAttributes } from "../../openxml/xml-listener.js";
import { ParagraphBuilder } from "./paragraph-builder.js";
import { attribute, numberOf } from "./properties.js";
import type { StoryState } from "./story-state.js";
import { symbolCharacter } from "./symbols.js";
import { TableBuilder } from "./table-builder.js";

/** Paragraphs, runs and what is in them; everything greater is structure. */
export function openContent(state: StoryState, name: string, attributes: XmlAttributes, parent: string): void {
  switch (name) {
    case "p":
      state.paragraphs.push(new ParagraphBuilder(state.paragraphCount, state.styles));
      state.paragraphCount += 1;
      return;
    case "r":
      state.run = undefined;
      state.paragraph?.startRun(undefined);
      return;
    case "t":
      state.literal = "";
      state.literalKept = attributes["xml:space"] === "preserve";
      return;
    case "rPr":
      state.run = {};
      return;
    case "tab":
    case "ptab":
      state.append("\t");
      return;
    case "br":
    case "cr":
      state.append(["page", "column"].includes(attribute(attributes, "type") ?? "") ? "\f" : "\n");
      return;
    case "noBreakHyphen":
      state.append("\u2011");
      return;
    case "sym":
      state.append(symbolCharacter(attribute(attributes, "font"), attribute(attributes, "char")));
      return;
    case "fldChar":
      state.fields.mark(attribute(attributes, "fldCharType"));
      return;
    case "fldSimple":
      state.fields.openSimple(attribute(attributes, "instr") ?? "");
      return;
    case "del":
    case "moveFrom":
      state.trackedChanges += 1;
      state.skip();
      return;
    case "ins":
    case "moveTo":
      state.trackedChanges += 1;
      return;
    case "delText":
    case "delInstrText":
      state.skip();
      return;
    case "rt":
      state.phoneticFrom = state.path.length;
      return;
    case "AlternateContent":
      state.choices.push(false);
      return;
    case "Choice":
      if (state.choices.at(-1) === true) state.skip();
      else state.choices[state.choices.length - 1] = true;
      return;
    case "Fallback":
      if (state.choices.at(-1) === true) state.skip();
      return;
    case "commentReference":
      state.comments += 1;
      return;
    case "altChunk":
    case "subDoc":
      state.unread.add("嵌入的其他文件");
      return;
    case "oMath":
      state.unread.add("公式");
      return;
    case "OLEObject":
      state.unread.add("嵌入的对象");
      return;
    default:
      openStructure(state, name, attributes, parent);
  }
}

function openStructure(state: StoryState, name: string, attributes: XmlAttributes, parent: string): void {
  switch (name) {
    case "body":
      state.startContainer(name);
      return;
    case "footnote":
    case "endnote":
    case "comment":
      // The lines between text and notes are stored as notes of their own (17.11.23).
      if (attribute(attributes, "type") !== undefined && attribute(attributes, "type") !== "normal") state.skip();
      else state.startContainer(name);
      return;
    case "tbl":
      state.tables.push(new TableBuilder(state.containers.at(-1)?.name === "tc"));
      return;
    case "tr":
      state.tables.at(-1)?.startRow();
      return;
    case "tc":
      state.tables.at(-1)?.startCell();
      state.startContainer(name);
      return;
    case "txbxContent":
      state.drawings.push(-state.path.length);
      state.startContainer(name);
      return;
    case "graphic":
      state.drawings.push(state.path.length);
      return;
    case "sectPr":
      state.section = { landscape: false, newPage: true };
      return;
    case "docPr":
      state.startPicture(attribute(attributes, "descr") ?? attribute(attributes, "title") ?? "");
      return;
    case "extent":
      if (parent === "inline" || parent === "anchor") {
        const width = numberOf(attributes["cx"]) ?? 0;
        const height = numberOf(attributes["cy"]) ?? 0;
        state.pictures.push({ alternativeText: "", width, height });
      }
      return;
    case "imagedata":
      state.pictures.push({ alternativeText: prefixedAttribute(attributes, "title") ?? "", width: 0, height: 0 });
      state.addPicture(prefixedAttribute(attributes, "id"));
      return;
    case "textpath":
      state.addSurrounding("drawing", attributes["string"] ?? "");
      return;
    case "sdtPr":
    case "sdtEndPr":
    case "sectPrChange":
    case "tblPrChange":
    case "tblPrExChange":
      state.skip();
  }
}

/** The end of what `openContent` began. */
export function closeContent(state: StoryState, name: string, depth: number): void {
  switch (name) {
    case "t":
      state.append(state.takeLiteral());
      return;
    case "rPr":
      if (state.path.at(-1) === "r") state.paragraph?.startRun(state.run);
      return;
    case "r":
      state.paragraph?.startRun(undefined);
      return;
    case "p":
      state.endParagraph();
      return;
    case "fldSimple":
      state.fields.closeSimple();
      return;
    case "AlternateContent":
      state.choices.pop();
      return;
    case "rt":
      state.phoneticFrom = 0;
      return;
    case "tc":
      state.tables.at(-1)?.endCell(state.endContainer());
      return;
    case "tr":
      state.tables.at(-1)?.endRow();
      return;
    case "tbl":
      state.endTable();
      return;
    case "txbxContent": {
      if (state.drawings.at(-1) === -depth) state.drawings.pop();
      const blocks = state.endContainer();
      state.paragraph?.addTextBox(blocks);
      return;
    }
    case "sectPr":
      state.endSection();
      return;
    case "body":
    case "footnote":
    case "endnote":
    case "comment":
      state.endContainer();
      return;
  }
}
