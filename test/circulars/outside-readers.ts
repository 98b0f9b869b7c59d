import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import mammoth from "mammoth";
import { systemPython } from "../outside.js";
import { gridsOfHtml, type TableGrid } from "./table-grid.js";

/** What read-docx.py says about a .docx file. */
export interface DocxReading {
  readonly blocks: readonly (ReadParagraph | ReadTable)[];
  readonly tables: readonly (TableGrid & { readonly style: string; readonly headerRows: readonly number[] })[];
  readonly sections: readonly ReadSection[];
  /** By the kind of page, one text a paragraph. */
  readonly footers: { readonly odd: readonly string[]; readonly even: readonly string[] };
  readonly differentEvenPages: boolean;
  readonly properties: { readonly title: string; readonly author: string };
}

export interface ReadParagraph {
  readonly kind: "paragraph";
  readonly style: string;
  /** `\n` is a line break, `\t` a tab. */
  readonly text: string;
  readonly startsPage: boolean;
  readonly pictures: readonly { readonly name: string; readonly description: string | null }[];
}

interface ReadTable {
  readonly kind: "table";
  /** Its index in `tables`. */
  readonly table: number;
}

interface ReadSection {
  readonly orientation: "portrait" | "landscape";
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

const readingScript = fileURLToPath(new URL("read-docx.py", import.meta.url));

/** Reads a .docx file with python-docx. */
export function readWithPythonDocx(file: string): DocxReading {
  return JSON.parse(outputOf(systemPython, readingScript, file)) as DocxReading;
}

/** Reads the tables of a .docx file with pandoc. */
export function readTablesWithPandoc(file: string): TableGrid[] {
  return gridsOfHtml(outputOf("pandoc", "--from=docx", "--to=html", "--wrap=none", file));
}

/** Reads the tables of a .docx file with mammoth. */
export async function readTablesWithMammoth(bytes: Uint8Array): Promise<TableGrid[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return gridsOfHtml(value);
}

/** What a program prints; throws with its own words if it fails. */
export function outputOf(program: string, ...parameters: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`, { cause: error });
  return stdout;
}
