/**
 * One measurement in a process of its own: `node child.mjs <what> <who> <number of rows> <work folder>`.
 *
 * What is needed beforehand is made before the clock starts; loading the program that is measured is part of what is measured, as
 * whoever runs it has to wait for that too. Prints the milliseconds, how many of them went into loading, and the most memory, in MB,
 * as JSON.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { loadOurs } from "./load-ours.mjs";
import { floorXml, floorZip } from "./floor.mjs";
import { peerData, peers } from "./peers.mjs";
import { readers } from "./readers.mjs";
import { peakMemory } from "./peak-memory.mjs";
import { accountGroups } from "./rows.mjs";

const [what, who, count, work] = process.argv.slice(2);
const load = await prepare();
const start = performance.now();
const run = await load();
const loaded = performance.now();
const result = await run();
const end = performance.now();
if (result instanceof Uint8Array) await writeFile(join(work, `result-${who}.docx`), result);
const figures = { milliseconds: end - start, loading: loaded - start, megabytes: peakMemory() };
process.stdout.write(JSON.stringify(figures));

/** What is measured: a function that loads it and gives another one that does it. */
async function prepare() {
  if (what === "read") {
    const path = join(work, `accounts-${count}.xlsx`);
    return () => () => readers[who](path, work);
  }
  const groups = accountGroups(Number(count));
  const rows = (changed) =>
    groups.flat().map(({ agency, name, platform, verdict }, index) =>
      // Every fifteenth account is called otherwise in the newer draft.
      [agency, name, platform, changed && index % 15 === 0 ? `${verdict}（复查）` : verdict],
    );
  if (what === "merge" && who === "floor") {
    const { pieces, parts } = JSON.parse(await readFile(join(work, `floor-${count}.json`), "utf8"));
    return () => () =>
      floorZip(parts.map(([path, text]) => [path, path === "word/document.xml" ? floorXml(pieces, groups) : text]));
  }
  if (what === "merge" && who !== "tongbao") {
    const template = await readFile(join(work, `template-${who}.docx`));
    const data = peerData(groups);
    const peer = peers.find(({ name }) => name === who);
    return async () => {
      const fill = await peer.load();
      return () => fill(template, data);
    };
  }
  const texts = JSON.parse(await readFile(join(work, "circular.json"), "utf8"));
  const given = rows(false);
  if (what === "merge") {
    return async () => {
      const { ours } = loadOurs(work, "ours-merge");
      await ours.loadWriter();
      return async () => ours.write(await ours.merge(texts, given));
    };
  }
  const { ours } = loadOurs(work);
  const done = () => undefined;
  if (who === "build") return () => async () => ours.write(await ours.merge(texts, given)).then(done);
  const before = await ours.merge(texts, given);
  if (who === "text") return () => () => ours.reviewText(before).then(done);
  if (who === "check") return () => () => ours.check(before).then(done);
  const after = await ours.merge(texts, rows(true));
  if (who === "diff") return () => () => ours.compare(before, after).then(done);
  return () => () => ours.redline(before, after).then(done);
}
