import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "vitest";
import { findAll, parseXml, type XmlElement } from "../docx/xml-tree.js";
import { requireProgram } from "../outside.js";
import { outputOf } from "./outside-readers.js";

/** A page as LibreOffice lays it out; lengths in points from the upper left corner. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** From top to bottom. */
  readonly lines: readonly PdfLine[];
}

/** Words that stand at one height. */
export interface PdfLine {
  /** Without any spaces: how wide those are is the font's business. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** Lays a .docx file out with LibreOffice. Where it or poppler is missing the test says that it did not run. */
export function pdfPages(file: string, context: TestContext): PdfPage[] {
  requireProgram("soffice", context);
  requireProgram("pdftotext", context, ["-v"]);
  const folder = mkdtempSync(join(tmpdir(), "tongbao-pdf-"));
  try {
    // A profile of its own: a running LibreOffice would otherwise take the job and drop it.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const parameters = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file];
    const { stderr } = spawnSync("soffice", parameters, { encoding: "utf8" });
    const pdf = join(folder, `${basename(file, ".docx")}.pdf`);
    if (!existsSync(pdf)) throw new Error(`LibreOffice could not convert ${file}: ${stderr}`);
    const words = outputOf("pdftotext", "-bbox", pdf, "-");
    return findAll(parseXml(words), "page").map(readPage);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPage(page: XmlElement): PdfPage {
  const words = findAll(page, "word").map((word) => ({
    text: charactersOf(word).replaceAll(/\s/gu, ""),
    left: lengthOf(word, "xMin"),
    right: lengthOf(word, "xMax"),
    middle: (lengthOf(word, "yMin") + lengthOf(word, "yMax")) / 2,
  }));
  const lines: PdfLine[][] = [];
  for (const word of words.sort((one, other) => one.middle - other.middle)) {
    const line = lines.at(-1);
    // Fonts of one line differ a little in height; lines are at least 12 points apart.
    if (line !== undefined && word.middle - line[0]!.middle < 4) line.push(word);
    else lines.push([word]);
  }
  return {
    width: lengthOf(page, "width"),
    height: lengthOf(page, "height"),
    lines: lines.map((line) => {
      const ordered = line.sort((one, other) => one.left - other.left);
      return {
        text: ordered.map(({ text }) => text).join(""),
        left: ordered[0]!.left,
        right: Math.max(...ordered.map(({ right }) => right)),
        middle: ordered[0]!.middle,
      };
    }),
  };
}

function charactersOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === "string" ? child : charactersOf(child))).join("");
}

function lengthOf(element: XmlElement, name: string): number {
  return Number(element.attributes[name]);
}
