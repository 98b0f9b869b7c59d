import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CircularDocument } from "../../src/document/tree.js";
import { writeDocx } from "../../src/docx/write-docx.js";

/** What a word processor and a PDF reader that we did not write make of our files. All lengths are millimetres from the top left. */

export interface RenderedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The middle of the line, which depends least on the font that stands in for the one asked for. */
  readonly middle: number;
}

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RenderedLine[];
}

export interface RedLine {
  readonly y: number;
  readonly left: number;
  readonly right: number;
}

const MILLIMETRES_PER_POINT = 25.4 / 72;

/** A folder of circulars laid out by LibreOffice in one go; it takes seconds. */
export class RenderedCirculars {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async render(documents: Readonly<Record<string, CircularDocument>>): Promise<RenderedCirculars> {
    const folder = mkdtempSync(path.join(tmpdir(), "tongbao-layout-"));
    const files: string[] = [];
    for (const [name, document] of Object.entries(documents)) {
      const file = path.join(folder, `${name}.docx`);
      writeFileSync(file, await writeDocx(document));
      files.push(file);
    }
    // A profile of its own: LibreOffice started twice with the same one does nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
    run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files]);
    return new RenderedCirculars(folder);
  }

  /** The pages of one circular with their lines of text from top to bottom. */
  pages(name: string): readonly RenderedPage[] {
    const layout = run("pdftotext", ["-bbox-layout", this.#pdf(name), "-"]);
    return [...layout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
      ([, width, height, content]) => ({
        width: millimetres(width),
        height: millimetres(height),
        lines: joinPieces(
          [
            ...(content ?? "").matchAll(
              /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/line>/gs,
            ),
          ].map(([, left, top, right, bottom, words]) => ({
            text: [...(words ?? "").matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => word).join(""),
            left: millimetres(left),
            right: millimetres(right),
            middle: (millimetres(top) + millimetres(bottom)) / 2,
          })),
        ),
      }),
    );
  }

  /** The red lines longer than 100 mm on one page, measured on a picture of it. */
  redLines(name: string, page: number): readonly RedLine[] {
    const resolution = 144;
    const picture = path.join(this.#folder, `${name}-${String(page)}`);
    const number = String(page);
    run("pdftoppm", ["-r", String(resolution), "-f", number, "-l", number, "-singlefile", this.#pdf(name), picture]);
    const { width, height, pixels } = readPortablePixmap(readFileSync(`${picture}.ppm`));
    const scale = 25.4 / resolution;
    const lines: RedLine[] = [];
    let previousRowWasRed = false;
    for (let y = 0; y < height; y += 1) {
      const red = redRun(pixels, y * width, width);
      const isLine = red !== undefined && (red.to - red.from) * scale > 100;
      if (isLine && !previousRowWasRed) lines.push({ y: y * scale, left: red.from * scale, right: red.to * scale });
      previousRowWasRed = isLine;
    }
    return lines;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #pdf(name: string): string {
    return path.join(this.#folder, `${name}.pdf`);
  }
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr || String(error)}`);
  return stdout;
}

function millimetres(points: string | undefined): number {
  return Number(points) * MILLIMETRES_PER_POINT;
}

/** Pieces of text at one height (cells of a row, a number and its dashes) as one line, from left to right. */
function joinPieces(pieces: readonly RenderedLine[]): readonly RenderedLine[] {
  const lines: RenderedLine[] = [];
  for (const piece of [...pieces].sort((a, b) => a.middle - b.middle || a.left - b.left)) {
    const line = lines.at(-1);
    if (line === undefined || piece.middle - line.middle > 1) {
      lines.push(piece);
      continue;
    }
    const [first, second] = line.left <= piece.left ? [line, piece] : [piece, line];
    lines[lines.length - 1] = {
      text: `${first.text}${second.text}`,
      left: first.left,
      right: Math.max(line.right, piece.right),
      middle: line.middle,
    };
  }
  return lines;
}

function readPortablePixmap(bytes: Buffer): { width: number; height: number; pixels: Buffer } {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString("latin1"));
  if (header === null) throw new Error("not a portable pixmap");
  return { width: Number(header[1]), height: Number(header[2]), pixels: bytes.subarray(header[0].length) };
}

/** From the first to the last red pixel of a row. */
function redRun(pixels: Buffer, start: number, width: number): { from: number; to: number } | undefined {
  let from: number | undefined;
  let to = 0;
  let count = 0;
  for (let x = 0; x < width; x += 1) {
    const at = 3 * (start + x);
    const isRed = (pixels[at] ?? 0) > 150 && (pixels[at + 1] ?? 255) < 110 && (pixels[at + 2] ?? 255) < 110;
    if (!isRed) continue;
    from ??= x;
    to = x;
    count += 1;
  }
  // The mark is red too, but not solid.
  return from === undefined || count < 0.9 * (to - from + 1) ? undefined : { from, to: to + 1 };
}
