import { createHash } from "node:crypto";
import type { OfficePackage } from "../../openxml/office-package.js";
import { raisedLimits } from "../../openxml/raised-limits.js";
import { UnreadablePart } from "../../openxml/unreadable-part.js";
import { parseXml } from "../../openxml/xml-events.js";
import { defaultDocumentLimits, openDocument } from "../read/open-document.js";
import { attribute } from "../read/properties.js";
import type { DocxLook, LookProperties, LookStory } from "./look.js";
import { PropertyCapture } from "./property-capture.js";
import { readStoryLook } from "./read-story-look.js";

/**
 * Reads how a .docx file dresses its text.
 *
 * @returns `undefined` if a part of it cannot be read
 */
export function readLook(bytes: Uint8Array): DocxLook | undefined {
  try {
    const { content, mainPart } = openDocument(bytes, raisedLimits(defaultDocumentLimits));
    return lookOf(content, mainPart);
  } catch (problem) {
    if (problem instanceof UnreadablePart) return undefined;
    throw problem;
  }
}

const storyRoots: Readonly<Record<string, readonly [root: string, name: string] | undefined>> = {
  header: ["hdr", "页眉"],
  footer: ["ftr", "页脚"],
  footnotes: ["footnotes", "脚注"],
  endnotes: ["endnotes", "尾注"],
};

function lookOf(content: OfficePackage, mainPart: string): DocxLook {
  const stories: LookStory[] = [];
  const settings = new Map<string, string>();
  const main = content.read(mainPart) ?? new Uint8Array();
  const body = readStoryLook(main, "document", resolver(content, mainPart));
  stories.push({ name: "正文", items: body.items });
  for (const { type, target } of content.relationshipsOf(mainPart)) {
    const bytes = content.read(target);
    if (bytes === undefined) continue;
    const story = storyRoots[type];
    if (story !== undefined) {
      const [root, name] = story;
      stories.push({ name, items: readStoryLook(bytes, root, resolver(content, target)).items });
    } else if (type === "styles") for (const [name, look] of stylesOf(bytes)) settings.set(name, look);
    else if (type === "numbering") settings.set("自动编号", wholePart(bytes, "numbering"));
    else if (type === "settings") settings.set("文档设置", wholePart(bytes, "settings"));
    else if (type === "theme") settings.set("主题", wholePart(bytes, "theme"));
  }
  return { program: programOf(content), stories, sections: body.sections, settings };
}

/** What the relationships of a part lead to: addresses as they are, pictures by a checksum, so that their names do not matter. */
function resolver(content: OfficePackage, part: string): (relationship: string) => string {
  const targets = new Map<string, string>();
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const bytes = content.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (bytes === undefined) return () => "";
  parseXml(bytes, {
    root: "Relationships",
    open(name, attributes) {
      if (name !== "Relationship" || attributes["TargetMode"] !== "External") return;
      targets.set(attributes["Id"] ?? "", attributes["Target"] ?? "");
    },
  });
  const inside = content.relationshipsOf(part);
  for (const { id, target, type } of inside) {
    const picture = type === "image" ? content.read(target) : undefined;
    targets.set(id, picture === undefined ? type : createHash("sha256").update(picture).digest("hex"));
  }
  return (relationship) => targets.get(relationship) ?? "";
}

/** Every style by its name. */
function stylesOf(bytes: Uint8Array): Map<string, string> {
  const found = new Map<string, string>();
  let capture: PropertyCapture | undefined;
  let style: string | undefined;
  parseXml(bytes, {
    root: "styles",
    open(name, attributes) {
      if (capture !== undefined) capture.open(name, attributes, () => "");
      else if (name === "style" || name === "docDefaults") {
        capture = new PropertyCapture();
        style = name === "style" ? (attribute(attributes, "styleId") ?? "") : undefined;
      }
    },
    close() {
      if (capture === undefined || capture.close()) return;
      const { name = "", ...properties } = capture.finish();
      const words = /val="(?<words>[^"]*)"/u.exec(name)?.groups?.["words"] ?? style;
      found.set(style === undefined ? "缺省格式" : `样式“${words ?? ""}”`, written(properties));
      capture = undefined;
    },
  });
  return found;
}

function wholePart(bytes: Uint8Array, root: string): string {
  const capture = new PropertyCapture();
  let isInside = false;
  parseXml(bytes, {
    root,
    open(name, attributes) {
      if (isInside) capture.open(name, attributes, () => "");
      isInside = true;
    },
    close() {
      capture.close();
    },
  });
  return written(capture.finish());
}

function written(properties: LookProperties): string {
  return JSON.stringify(properties);
}

function programOf(content: OfficePackage): string {
  const part = content.relationshipsOf("").find(({ type }) => type === "extended-properties")?.target;
  const bytes = part === undefined ? undefined : content.read(part);
  let program = "";
  let isName = false;
  if (bytes === undefined) return program;
  parseXml(bytes, {
    root: "Properties",
    open(name) {
      isName = name === "Application";
    },
    text(text) {
      if (isName) program += text;
    },
    close() {
      isName = false;
    },
  });
  return program;
}
