import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";

/** A SHA-256 over everything that decides what is compiled, in an order that does not depend on the machine. */
/** @returns {Promise<string>} in hexadecimal digits */
export async function hashOfSources() {
  const folder = new URL("./assembly/", import.meta.url);
  const files = (await readdir(folder)).sort().map((name) => [name, new URL(name, folder)]);
  files.push(["package-lock.json", new URL("package-lock.json", import.meta.url)]);
  files.push(["build.mjs", new URL("build.mjs", import.meta.url)]);
  const hash = createHash("sha256");
  for (const [name, file] of files) {
    const text = (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
    hash.update(`${name}\0${String(text.length)}\0${text}`);
  }
  return hash.digest("hex");
}
