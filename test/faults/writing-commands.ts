import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { brokenEdition, type FileTree } from "../broken/broken-edition.js";
import { editionFolder as noticesFolder, failing, noticeEdition } from "../notices/notice-edition.js";
import { projectPath } from "../circulars/built-circular.js";

/** A command that writes files, with what it needs and what stands in the place of its files before it runs. */
export interface WritingCommand {
  readonly name: string;
  readonly line: readonly string[];
  /** The files that it reads. */
  readonly inputs: () => Promise<FileTree>;
  /** Exit status if nothing goes wrong, and if something cannot be written. */
  readonly good: number;
  readonly refused: number;
  /** It writes one set of files after the other: those before the one that fails are there. */
  readonly inSets?: boolean;
  /** Files that it changes where they are: what was there before is their earlier content. */
  readonly inPlace?: boolean;
  /** It makes something that must not be there before. */
  readonly onlyNew?: boolean;
}

const docx = (name: string): Uint8Array => new Uint8Array(readFileSync(projectPath("output", name, `${name}.docx`)));
const [older, newer] = ["原稿.docx", "改稿.docx"];

async function editionAndDrafts(): Promise<FileTree> {
  const tree = await brokenEdition([]);
  return tree.set(older, docx("chaozhou-2019")).set(newer, docx("chaozhou-2024q2"));
}

/** With a number that is too high for its column, so that there is something to annotate. */
function withMistake(): Promise<FileTree> {
  return brokenEdition([
    { file: "data/2024q2/circular.yaml", replace: "成文日期: 2024-07-10", with: "成文日期: 2024-06-10" },
  ]);
}

/** With a comma of half width, which `--fix` puts right in the template. */
function withSlip(): Promise<FileTree> {
  return brokenEdition([
    { file: "templates/quarterly/body.hbs", replace: "检查，重点检查", with: "检查,重点检查" },
    { file: "data/2024q2/circular.yaml", replace: "各县、区人民政府，市府", with: "各县、区人民政府,市府" },
  ]);
}

export const writingCommands: readonly WritingCommand[] = [
  {
    name: "notices",
    line: ["notices", noticesFolder, "--force"],
    inputs: () => Promise.resolve(noticeEdition({ rows: [failing("甲局", "一号"), failing("乙局", "二号")] })),
    good: 0,
    refused: 3,
  },
  {
    name: "workbook",
    line: ["workbook", "quarterly", "--out", "表/空白.xlsx", "--force"],
    inputs: () => brokenEdition([]),
    good: 0,
    refused: 3,
  },
  {
    name: "merge",
    line: ["merge", "--base", older, "--edited", newer, "--new", "data/2024q2", "--out", "稿/合并稿.docx", "--force"],
    inputs: editionAndDrafts,
    good: 1,
    refused: 2,
  },
  {
    name: "diff --html --redline",
    line: ["diff", older, newer, "--html", "比稿/改动.html", "--redline", "比稿/花脸稿.docx"],
    inputs: editionAndDrafts,
    good: 1,
    refused: 2,
  },
  {
    name: "check --report --comments --annotate",
    line: ["check", "data/2024q2", "--report", "--comments", "--annotate"],
    inputs: withMistake,
    good: 1,
    refused: 3,
    inSets: true,
  },
  {
    name: "check --fix",
    line: ["check", "data/2024q2", "--fix"],
    inputs: withSlip,
    good: 0,
    refused: 3,
    inPlace: true,
  },
  {
    name: "new",
    line: ["new", "2024q3", "--from", "2024q2"],
    inputs: () => brokenEdition([]),
    good: 0,
    refused: 3,
    onlyNew: true,
  },
];

/**
 * What may stand in the place of a file that is written: whole, and unlike what the command writes.
 *
 * @param path of the file
 * @param good what the command writes
 */
export function earlierContent(path: string, good: Uint8Array): Uint8Array {
  // Of workbooks only a copy that the program has made itself is replaced.
  if (path.endsWith(".核对.xlsx")) return zipSync(unzipSync(good), { level: 0, mtime: "1990-01-01" });
  return new TextEncoder().encode(`an earlier ${path}, finished and approved`);
}

/** Lays files out in a folder. */
export function put(folder: string, tree: Iterable<readonly [string, Uint8Array]>): void {
  for (const [path, bytes] of tree) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
