import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "../../src/edition/files.js";
import type { Change } from "./case-file.js";
import { otherBytes } from "./other-bytes.js";
import { changeGrid, readGrid, writeGrid } from "./workbook-grid.js";

/** Files by path, with `/`; a path that ends in `/` is an empty folder. */
export type FileTree = Map<string, Uint8Array>;

const base = fileURLToPath(new URL("base/", import.meta.url));
const workbookPath = "data/2024q2/inspection.xlsx";

/** The base edition, which is right in every respect, after the changes of a case. */
export async function brokenEdition(changes: readonly Change[]): Promise<FileTree> {
  const grid = readGrid(readFileSync(join(base, "workbook.yaml"), "utf8"));
  const fileChanges = changes.filter((change) => !changeGrid(grid, change));
  const tree: FileTree = new Map([...readFolder("data"), ...readFolder("templates")]);
  tree.set(workbookPath, await writeGrid(grid));
  for (const change of fileChanges) changeTree(tree, change);
  return tree;
}

function readFolder(folder: string): [string, Uint8Array][] {
  return readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(base.length).replaceAll("\\", "/"), new Uint8Array(readFileSync(path))];
    });
}

function changeTree(tree: FileTree, change: Change): void {
  if ("folder" in change) changeFolder(tree, change);
  else if ("file" in change) changeFile(tree, change);
}

function changeFolder(tree: FileTree, change: Extract<Change, { folder: string }>): void {
  const inside = [...tree].filter(([path]) => path.startsWith(`${change.folder}/`));
  if ("removed" in change) for (const [path] of inside) tree.delete(path);
  else if ("copiedAs" in change) {
    for (const [path, bytes] of inside) tree.set(change.copiedAs + path.slice(change.folder.length), bytes);
  } else tree.set(`${change.folder}/`, new Uint8Array());
}

function changeFile(tree: FileTree, change: Extract<Change, { file: string }>): void {
  const { file } = change;
  if ("content" in change) {
    tree.set(file, new TextEncoder().encode(change.content));
    return;
  }
  const bytes = tree.get(file);
  if (bytes === undefined) throw new Error(`the base edition has no file ${file}`);
  if ("removed" in change) tree.delete(file);
  else if ("renamed" in change) {
    tree.delete(file);
    tree.set(change.renamed, bytes);
  } else if ("copiedAs" in change) tree.set(change.copiedAs, bytes);
  else if ("becomes" in change) {
    const form = otherBytes[change.becomes];
    if (form === undefined) throw new Error(`unknown bytes: ${change.becomes}`);
    tree.set(file, form(bytes));
  } else {
    const parts = new TextDecoder().decode(bytes).split(change.replace);
    if (parts.length !== 2) throw new Error(`${file}: “${change.replace}” occurs ${parts.length - 1} times`);
    tree.set(file, new TextEncoder().encode(parts.join(change.with)));
  }
}

/** Reads from the tree and from nowhere else. */
export function treeFiles(tree: FileTree): Files {
  return {
    read: (path) => tree.get(path),
    list: (path) => {
      const start = `${path}/`;
      const inside = [...tree.keys()].filter((key) => key.startsWith(start));
      if (inside.length === 0) return undefined;
      const names = inside.map((key) => key.slice(start.length).split("/")[0] ?? "");
      return [...new Set(names)].filter((name) => name !== "").sort();
    },
  };
}
