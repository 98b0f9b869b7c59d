import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import type { TestContext } from "vitest";

/**
 * The folder with the schemas of Office Open XML, named by the environment variable `OOXML_SCHEMAS`
 * (with `ISO-IEC29500-4_2016/wml.xsd` in it). Where it is absent the test says that it did not run.
 */
export function requireSchemas(context: TestContext): string {
  const folder = process.env["OOXML_SCHEMAS"];
  if (folder !== undefined && existsSync(path.join(folder, "ISO-IEC29500-4_2016", "wml.xsd"))) return folder;
  const reason = "not run: OOXML_SCHEMAS does not name a folder with the schemas of Office Open XML";
  if (process.env["TONGBAO_REQUIRE_OUTSIDE"] === "1") throw new Error(reason);
  context.skip(reason);
}
