import { type BytesRead, parseXml, prefixedAttribute } from "../../openxml/xml-events.js";
import type { XmlAttributes, XmlListener } from "../../openxml/xml-listener.js";
import type { Numbering } from "./numbering.js";
import { closeContent, openContent } from "./story-content.js";
import { openProperty } from "./story-properties.js";
import { type Story, StoryState } from "./story-state.js";
import type { StyleSheet } from "./style-sheet.js";

/**
 * Reads the body, a header, the footnotes … as it passes by.
 *
 * @param onRead told how many bytes of the part have been read
 * @throws UnreadablePart if the part is damaged
 */
export function readStory(
  bytes: Uint8Array,
  root: "document" | "hdr" | "ftr" | "footnotes" | "endnotes" | "comments",
  styles: StyleSheet,
  numbering: Numbering,
  onRead?: BytesRead,
): Story {
  const state = new StoryState(styles, numbering, root === "hdr" || root === "ftr");
  if (root === "hdr" || root === "ftr") state.startContainer(root);
  const listener: XmlListener = {
    root,
    open: (name, attributes) => {
      open(state, name, attributes);
    },
    text: (text) => {
      takeText(state, text);
    },
    close: (name) => {
      close(state, name);
    },
  };
  parseXml(bytes, listener, onRead);
  if (root === "hdr" || root === "ftr") state.endContainer();
  return state;
}

function open(state: StoryState, name: string, attributes: XmlAttributes): void {
  const parent = state.path.at(-1) ?? "";
  state.path.push(name);
  if (state.skippedFrom > 0) {
    if (name === "p" && !state.inDrawing) state.paragraphCount += 1;
    return;
  }
  if (state.inDrawing) openInDrawing(state, name, attributes);
  // Tab stops are called `tab` like the character.
  else if (parent !== "tabs" && !openProperty(state, parent, name, attributes)) {
    openContent(state, name, attributes, parent);
  }
}

function takeText(state: StoryState, text: string): void {
  if (state.skippedFrom > 0) return;
  const name = state.path.at(-1);
  if (name === "t") state.literal += text;
  else if (name === "instrText") state.fields.instruct(text);
}

function close(state: StoryState, name: string): void {
  const depth = state.path.length;
  state.path.pop();
  if (state.skippedFrom > 0) {
    if (state.skippedFrom === depth) state.skippedFrom = 0;
    return;
  }
  if (state.inDrawing) {
    if (name === "t") state.addSurrounding("drawing", state.takeLiteral());
    if (state.drawings.at(-1) === depth) state.drawings.pop();
    return;
  }
  closeContent(state, name, depth);
}

/** DrawingML: pictures, and text only in the text boxes of shapes. */
function openInDrawing(state: StoryState, name: string, attributes: XmlAttributes): void {
  switch (name) {
    case "blip":
      state.addPicture(prefixedAttribute(attributes, "embed") ?? prefixedAttribute(attributes, "link"));
      return;
    case "cNvPr":
      state.startPicture(attributes["descr"] ?? "");
      return;
    case "t":
      state.literal = "";
      state.literalKept = true;
      return;
    case "txbxContent":
      state.drawings.push(-state.path.length);
      state.startContainer(name);
      return;
    case "chart":
      state.unread.add("图表");
      return;
    case "relIds":
      state.unread.add("SmartArt 图形");
      return;
  }
}
