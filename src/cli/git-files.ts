import { spawnSync } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Files } from "../edition/files.js";

/** The files of a git repository as they were at one revision. */
export interface Revision {
  /** Paths are relative to the working folder; those outside the repository lead nowhere. */
  readonly files: Files;
}

/** Objects of a repository can be as large as any file; this is far beyond any circular. */
const largestOutput = 1024 ** 3;

/**
 * Opens a revision of the repository that holds a path, which need not exist any more.
 *
 * Only reads: lists the revision's files once (`git ls-tree`), then takes the contents it is asked for (`git cat-file`). No shell is
 * involved, and no name or revision can be taken for an option.
 *
 * @param path of a file or folder, relative to the working folder
 * @param revision in git's words: `HEAD~1`, a tag, a branch, a commit
 * @returns the files, or in plain Chinese why there are none
 */
export function openRevision(path: string, revision: string): Revision | string {
  if (revision === "") return "“@”后面要写版本，例如 @HEAD~1";
  if (revision.startsWith("-") || /[\u0000-\u001f\u007f]/u.test(revision)) return `“${revision}”不能作为 git 的版本`;
  const start = existingFolder(resolve(path));
  const top = git(start, ["rev-parse", "--show-toplevel"]);
  if (!top.ok) return repositoryProblem(top, start);
  const root = realpathSync(asText(top.output).replace(/\r?\n$/u, ""));
  const commit = git(root, ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`]);
  if (!commit.ok) return `这个仓库里没有版本“${revision}”；用 git log --oneline 可以看到各个版本`;
  const listing = git(root, ["ls-tree", "-r", "-z", "--full-tree", asText(commit.output).trim()]);
  if (!listing.ok) return `git 读不出版本“${revision}”：${listing.reason}`;
  return { files: revisionFiles(root, blobs(asText(listing.output))) };
}

/** The object of each regular file, by its path from the top of the repository. Links and submodules have no content to read. */
function blobs(listing: string): Map<string, string> {
  const objects = new Map<string, string>();
  for (const entry of listing.split("\0")) {
    const match = /^100\d{3} blob (?<object>[0-9a-f]+)\t(?<path>.+)$/su.exec(entry);
    const { object, path } = match?.groups ?? {};
    if (object !== undefined && path !== undefined) objects.set(path, object);
  }
  return objects;
}

function revisionFiles(root: string, objects: ReadonlyMap<string, string>): Files {
  const folders = new Map<string, Set<string>>();
  for (const path of objects.keys()) {
    let name = path;
    while (name !== "") {
      const slash = name.lastIndexOf("/");
      const folder = name.slice(0, Math.max(0, slash));
      const known = folders.get(folder);
      if (known === undefined) folders.set(folder, new Set([name.slice(slash + 1)]));
      else known.add(name.slice(slash + 1));
      name = folder;
    }
  }
  const contents = new Map<string, Uint8Array | undefined>();
  return {
    read: (path) => {
      const object = objects.get(pathFromTop(root, path) ?? "");
      if (object === undefined) return undefined;
      if (!contents.has(object)) {
        const blob = git(root, ["cat-file", "blob", object]);
        contents.set(object, blob.ok ? blob.output : undefined);
      }
      return contents.get(object);
    },
    list: (path) => {
      const folder = pathFromTop(root, path);
      const names = folder === undefined ? undefined : folders.get(folder);
      return names === undefined ? undefined : [...names].sort();
    },
  };
}

/** `undefined` for a path outside the repository. */
function pathFromTop(root: string, path: string): string | undefined {
  const full = resolve(path);
  const existing = existingFolder(full);
  const inside = relative(root, join(realpathSync(existing), relative(existing, full))).replaceAll("\\", "/");
  return inside === ".." || inside.startsWith("../") || /^[A-Za-z]:/u.test(inside) ? undefined : inside;
}

/** The nearest folder above a path, or itself, that exists now. */
function existingFolder(path: string): string {
  return isFolder(path) || path === dirname(path) ? path : existingFolder(dirname(path));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

type GitOutcome =
  | { readonly ok: true; readonly output: Uint8Array }
  | { readonly ok: false; readonly missing: boolean; readonly reason: string };

function git(folder: string, parameters: readonly string[]): GitOutcome {
  const run = spawnSync("git", parameters, {
    cwd: folder,
    maxBuffer: largestOutput,
    env: { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" },
    windowsHide: true,
  });
  if (run.error !== undefined) {
    const { code, message } = run.error as NodeJS.ErrnoException;
    return { ok: false, missing: code === "ENOENT", reason: message };
  }
  if (run.status === 0) return { ok: true, output: run.stdout };
  return { ok: false, missing: false, reason: asText(run.stderr).trim().split("\n")[0] ?? "" };
}

function repositoryProblem(outcome: Extract<GitOutcome, { ok: false }>, folder: string): string {
  if (outcome.missing) return "这台电脑上没有安装 git，不能与以前的版本比较；可以比较两个文件夹或两份 .docx";
  if (outcome.reason.includes("dubious ownership")) {
    return `git 不信任文件夹 ${folder}（它属于别的用户）；请照 git 的提示设置 safe.directory`;
  }
  if (outcome.reason.includes("not a git repository")) return `${folder} 不在 git 仓库里，没有以前的版本可比`;
  return `git 打不开 ${folder}：${outcome.reason}`;
}

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
