import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { circularFileName } from "../edition/data-sources.js";
import { joinPath, type Files } from "../edition/files.js";

/** The folder in which `--all` looks for editions. */
const editionsFolder = "data";

/** The editions to work on, or what is wrong with the command line. */
export function chooseFolders(
  files: Files,
  folders: readonly string[],
  options: { readonly all?: boolean },
): readonly string[] | string {
  if (options.all === true) {
    if (folders.length > 0) return "已经写了 --all，不要再写文件夹";
    const found = (files.list(editionsFolder) ?? [])
      .map((name) => joinPath(editionsFolder, name))
      .filter((folder) => files.read(joinPath(folder, circularFileName)) !== undefined);
    return found.length === 0 ? `${editionsFolder} 文件夹里没有通报（每一期是一个含 circular.yaml 的文件夹）` : found;
  }
  if (folders.length === 0) return "请写出要处理的文件夹，例如 data/chaozhou-2024q2；或写 --all 处理全部";
  const normal = [...new Set(folders.map(normalisePath))];
  const names = normal.map(editionName);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return `有两个文件夹都叫“${repeated}”，生成的文件会互相覆盖，请分开处理`;
  return normal;
}

/** An edition is called like its folder, also where that is written `.`. */
export function editionName(folder: string): string {
  return basename(resolve(folder));
}

/** Places read the same on every system: relative to the working folder, with `/`. */
export function normalisePath(path: string): string {
  const local = relative(process.cwd(), path) || ".";
  const shown = local.startsWith("..") ? path : local;
  return shown
    .replaceAll("\\", "/")
    .replace(/\/+$/u, "")
    .replace(/\/circular\.yaml$/u, "");
}

/** The types beside the data if there are any, otherwise those that came with the program. */
export function templatesFolder(given: string | undefined): string {
  if (given !== undefined) return normalisePath(given);
  if (existsSync("templates") && statSync("templates").isDirectory()) return "templates";
  return join(dirname(fileURLToPath(import.meta.url)), "..", "templates").replaceAll("\\", "/");
}
