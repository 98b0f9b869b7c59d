import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "./temporary-project.js";

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

const { packages } = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")) as LockFile;

test("the lock file records no download addresses, so that it fits every registry", () => {
  const addresses = Object.entries(packages).filter(([, entry]) => /^https?:/.test(entry.resolved ?? ""));
  expect(addresses.map(([path]) => path)).toEqual([]);
});

// A registry that lacks the packages of some platform makes npm leave them out, and `npm ci` then fails everywhere.
test("the lock file knows the optional packages of every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
