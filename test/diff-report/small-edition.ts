import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { layOut } from "../broken/run-program.js";
import { casesFolder, editionFiles } from "./draft-pair.js";

/** The edition of the pairs, at `data/示例`, in a folder that vanishes with the test. */
export function layOutEdition(): string {
  return layOut(
    new Map(editionFiles.map((file) => [file, new Uint8Array(readFileSync(new URL(`edition/${file}`, casesFolder)))])),
  );
}

/** Replaces some words of a file that must hold them. */
export function replaceIn(folder: string, file: string, find: string, put: string): void {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  if (!before.includes(find)) throw new Error(`${file} does not hold ${find}`);
  writeFileSync(
    path,
    before.replace(find, () => put),
  );
}

export function writeIn(folder: string, file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

/** Runs git in a folder, whatever its user's settings are; a failure fails the test. */
export function git(folder: string, ...parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", [...parameters], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "×××",
      GIT_AUTHOR_EMAIL: "nobody@example.invalid",
      GIT_COMMITTER_NAME: "×××",
      GIT_COMMITTER_EMAIL: "nobody@example.invalid",
    },
  });
  if (status !== 0) throw new Error(`git ${parameters.join(" ")}: ${stderr}`);
  return stdout;
}

/** Puts everything in the folder under git, as one more revision. */
export function commit(folder: string, words: string): void {
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", words);
}
