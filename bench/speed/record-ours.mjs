/** `node record-ours.mjs <work folder> <bundle>`: uses everything in a bundle once and keeps what was compiled for that. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { loadOurs } from "./load-ours.mjs";
import { accountGroups, accountRow } from "./rows.mjs";
import { accountWorkbook } from "./workbook.mjs";

// As `scripts/record-code-cache.mjs` does, see there.
setFlagsFromString("--no-sparkplug");

const [work, name] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(join(work, "circular.json"), "utf8"));
const accounts = accountGroups(70).flat();
const { ours, script } = loadOurs(work, name);
const before = await ours.merge(texts, accounts.map(accountRow));
const after = await ours.merge(texts, accounts.slice(1).map(accountRow));
await ours.write(before);
if (name === "ours") {
  await ours.reviewText(before);
  await ours.check(before);
  await ours.redline(before, after);
  await ours.readWorkbook(accountWorkbook(accounts));
}
setFlagsFromString("--sparkplug");
writeFileSync(join(work, `${name}.cache`), script.createCachedData());
