import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { makeTemporaryFolder, projectRoot, run } from "./temporary-project.js";

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

test("the packed package has what it needs, no more, and runs by itself", async () => {
  const folder = makeTemporaryFolder();
  const { status, output, errors } = await run(projectRoot, "npm", "pack", "--json", "--pack-destination", folder);
  expect(status, errors).toBe(0);
  const [packed] = JSON.parse(output) as [Packed];
  const paths = packed.files.map((file) => file.path);
  expect(paths).toEqual(expect.arrayContaining(["dist/tongbao.cjs", "package.json", "README.md"]));
  expect(paths.some((path) => /^templates\/[^/]+\/type\.yaml$/.test(path))).toBe(true);
  expect(
    paths.filter(
      (path) => !/^(dist\/[\w-]+\.[cm]js(?:\.v[\w.-]+)?|templates\/.*|package\.json|README[\w.]*\.md)$/.test(path),
    ),
  ).toEqual([]);

  mkdirSync(join(folder, "unpacked"));
  expect(await run(folder, "tar", "-xzf", packed.filename, "-C", "unpacked")).toMatchObject({ status: 0 });
  const installed = join(folder, "unpacked", "package");
  const { version, bin } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
    version: string;
    bin: { tongbao: string };
  };
  expect(await run(folder, "node", join(installed, bin.tongbao), "--version")).toEqual({
    status: 0,
    output: `${version}\n`,
    errors: "",
  });
  if (process.platform !== "win32") expect(statSync(join(installed, bin.tongbao)).mode & 0o111).not.toBe(0);
});
