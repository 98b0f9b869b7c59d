import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildOurs } from "./build-ours.mjs";
import { floorXml, floorZip, sampleGroups, takeApart } from "./floor.mjs";
import { loadOurs } from "./load-ours.mjs";
import { peers, peerData, tableTexts, templateXml } from "./peers.mjs";
import { accountGroups, accountRow } from "./rows.mjs";
import { unzip } from "./unzip.mjs";

const documentPath = "word/document.xml";

/**
 * Makes what the measurements start from, and makes sure that all of them do the same work.
 *
 * @param {string} work the folder for it
 * @param {readonly number[]} counts of rows
 */
export async function prepare(work, counts) {
  const read = (name) => readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");
  const texts = {
    type: await read("type/type.yaml"),
    body: await read("type/body.hbs"),
    circular: await read("circular.yaml"),
  };
  await writeFile(join(work, "circular.json"), JSON.stringify(texts));
  await buildOurs(work);
  const { merge, write } = loadOurs(work).ours;
  const ours = async (groups) => unzip(await write(await merge(texts, groups.flat().map(accountRow))));

  const sample = await ours(sampleGroups(accountGroups(70)));
  const pieces = takeApart(sample.get(documentPath));
  for (const count of counts) {
    const groups = accountGroups(count);
    const parts = await ours(groups);
    // The paragraph before the table names the number of rows.
    const given = { ...pieces, head: takeApart(parts.get(documentPath)).head };
    if (floorXml(given, groups) !== parts.get(documentPath)) throw new Error("the floor writes another document.xml");
    const others = [...parts].map(([path, text]) => [path, path === documentPath ? "" : text]);
    await writeFile(join(work, `floor-${String(count)}.json`), JSON.stringify({ pieces: given, parts: others }));
  }

  const groups = accountGroups(70);
  const expected = tableTexts(floorXml(pieces, groups)).join("\n");
  for (const peer of peers) {
    const parts = [...sample].map(([path, text]) => [path, path === documentPath ? templateXml(pieces, peer) : text]);
    const template = floorZip(parts);
    await writeFile(join(work, `template-${peer.name}.docx`), template);
    const filled = unzip(await (await peer.load())(template, peerData(groups)));
    if (tableTexts(filled.get(documentPath)).join("\n") !== expected)
      throw new Error(`${peer.name} writes another table`);
  }
}
