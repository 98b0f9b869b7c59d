import { mkdirSync, writeFileSync } from "node:fs";
import { draftPairs } from "./draft-pairs.js";
for await (const pair of draftPairs()) {
  mkdirSync(`/tmp/cd/pairs/${pair.name}`, { recursive: true });
  writeFileSync(`/tmp/cd/pairs/${pair.name}/before.docx`, pair.before);
  writeFileSync(`/tmp/cd/pairs/${pair.name}/after.docx`, pair.after);
  console.log(pair.name, pair.changes.changes.length);
}
