/**
 * Reading files, as the pipeline sees it. The program runs it on the disk, tests on a map, and neither can write through it.
 * Paths are relative to the working folder and use `/`.
 */
export interface Files {
  /** The bytes of a file; `undefined` if there is none of that name. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** The names in a folder, sorted; `undefined` if there is no such folder. */
  readonly list: (path: string) => readonly string[] | undefined;
}

/** Joins path segments with `/`; a leading `.` disappears. */
export function joinPath(...segments: readonly string[]): string {
  return segments
    .filter((segment) => segment !== "" && segment !== ".")
    .join("/")
    .replace(/\/{2,}/gu, "/");
}

/** The last segment of a path, without a closing slash. */
export function baseName(path: string): string {
  return path.replace(/\/+$/u, "").split("/").at(-1) ?? path;
}

/**
 * True for a name that stays in its folder. Names of types and data files come from files that strangers may have written; none of them
 * may lead anywhere else.
 */
export function isPlainName(name: string): boolean {
  return name !== "" && name !== "." && name !== ".." && !/[\\/:\u0000-\u001f]/u.test(name);
}
