import { unescapeXml } from "../../openxml/xml-scan.js";
import { runContentXml } from "../table.js";
import { escapeXml } from "../xml.js";

/** A paragraph that one of our writers has written, taken apart. */
export interface PrintedParagraph {
  /** The content of `w:pPr`. */
  readonly properties: string;
  /** The id of its style. */
  readonly style: string;
  readonly runs: readonly PrintedRun[];
  /** The text of all runs; `\t` and `\n` for tabs and line breaks. */
  readonly text: string;
}

export interface PrintedRun {
  /** `w:rPr` with its tags; empty if there is none. */
  readonly properties: string;
  readonly text: string;
  /** A picture, which stands in a run of its own. */
  readonly drawing?: string;
}

const paragraphPattern = /^<w:p><w:pPr>(.*?)<\/w:pPr>(.*)<\/w:p>$/s;
const stylePattern = /<w:pStyle w:val="([^"]*)"\/>/;
const runPattern = /<w:r>(<w:rPr>.*?<\/w:rPr>)?(.*?)<\/w:r>/gs;
const contentPattern = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g;

/** Takes a paragraph made by `paragraph` or `pictureParagraph` apart. */
export function readParagraph(xml: string): PrintedParagraph {
  const [, properties = "", content = ""] = paragraphPattern.exec(xml) ?? [];
  const runs = Array.from(content.matchAll(runPattern), ([, runProperties = "", inner = ""]): PrintedRun => {
    if (inner.startsWith("<w:drawing>")) return { properties: runProperties, text: "", drawing: inner };
    return { properties: runProperties, text: runText(inner) };
  });
  return {
    properties,
    style: stylePattern.exec(properties)?.[1] ?? "",
    runs,
    text: runs.map(({ text }) => text).join(""),
  };
}

function runText(content: string): string {
  let text = "";
  for (const [, characters, element] of content.matchAll(contentPattern)) {
    text += element === undefined ? unescapeXml(characters ?? "") : element === "tab" ? "\t" : "\n";
  }
  return text;
}

/** The runs of some characters of a paragraph, `start` up to but not including `end`. */
export function writeRuns(
  { runs }: PrintedParagraph,
  start: number,
  end: number,
  textElement: "w:t" | "w:delText",
): string {
  let xml = "";
  let position = 0;
  for (const { properties, text, drawing } of runs) {
    const part = text.slice(Math.max(0, start - position), Math.max(0, end - position));
    position += text.length;
    if (drawing !== undefined) xml += `<w:r>${properties}${drawing}</w:r>`;
    else if (part !== "") xml += `<w:r>${properties}${runContentXml(escapeXml(part), textElement)}</w:r>`;
  }
  return xml;
}

export function hasPicture({ runs }: PrintedParagraph): boolean {
  return runs.some(({ drawing }) => drawing !== undefined);
}
