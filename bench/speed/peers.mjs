/**
 * The same table by others: for each a template made from one of our documents, and how it is filled.
 *
 * Cells are merged as each of them can: the first account of an agency is one row of the template, with merged cells that begin; the
 * agency's other accounts are a loop over a second row, in which they go on.
 */

/** What all of them are given. */
export function peerData(groups) {
  return {
    groups: groups.map(([first, ...rest], index) => ({ number: index + 1, ...first, rest })),
  };
}

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {(rows: TemplateRows) => string} rows of the template
 * @property {() => Promise<(template: Uint8Array, data: object) => Promise<Uint8Array>>} load
 */

/** @type {readonly Peer[]} */
export const peers = [
  {
    name: "docxtemplater",
    rows: ({ first, other }) =>
      first("{#groups}{number}", "{agency}", "{name}", "{platform}", "{verdict}") +
      other("{#rest}{name}", "{platform}", "{verdict}{/rest}{/groups}"),
    load: async () => {
      const { default: Docxtemplater } = await import("docxtemplater");
      const { default: PizZip } = await import("pizzip");
      return async (template, data) => {
        const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
        document.render(data);
        return document.getZip().generate({ type: "uint8array", compression: "DEFLATE" });
      };
    },
  },
  {
    name: "easy-template-x",
    rows: ({ first, other }) =>
      first("{#groups}{number}", "{agency}", "{name}", "{platform}", "{verdict}") +
      other("{#rest}{name}", "{platform}", "{verdict}{/rest}{/groups}"),
    load: async () => {
      const { TemplateHandler } = await import("easy-template-x");
      return (template, data) => new TemplateHandler().process(template, data);
    },
  },
  {
    name: "docx-templates",
    rows: ({ first, other, command }) =>
      command("+++FOR g IN groups+++") +
      first("+++INS $g.number+++", ...["agency", "name", "platform", "verdict"].map((key) => `+++INS $g.${key}+++`)) +
      command("+++FOR r IN $g.rest+++") +
      other(...["name", "platform", "verdict"].map((key) => `+++INS $r.${key}+++`)) +
      command("+++END-FOR r+++") +
      command("+++END-FOR g+++"),
    load: async () => {
      const { createReport } = await import("docx-templates");
      // The sandbox is for templates of strangers and would only slow it down; without the limit it takes 20,000 rows for a mistake.
      return (template, data) =>
        createReport({ template, data, cmdDelimiter: "+++", noSandbox: true, maximumWalkingDepth: 100_000_000 });
    },
  },
  {
    name: "carbone",
    rows: ({ first, other }) =>
      first(...["number", "agency", "name", "platform", "verdict"].map((key) => `{d.groups[i].${key}}`)) +
      other(...["name", "platform", "verdict"].map((key) => `{d.groups[i].rest[i].${key}}`)) +
      other(...["name", "platform", "verdict"].map((key) => `{d.groups[i].rest[i+1].${key}}`)) +
      first(...["number", "agency", "name", "platform", "verdict"].map((key) => `{d.groups[i+1].${key}}`)),
    load: async () => {
      const { default: carbone } = await import("carbone");
      const { mkdtemp, rm, writeFile } = await import("node:fs/promises");
      const { tmpdir } = await import("node:os");
      const { join } = await import("node:path");
      return async (template, data) => {
        const folder = await mkdtemp(join(tmpdir(), "carbone-"));
        const path = join(folder, "template.docx");
        await writeFile(path, template);
        return new Promise((resolve, reject) => {
          carbone.render(path, data, (error, result) => {
            rm(folder, { recursive: true }).then(
              () => (error ? reject(error) : resolve(result)),
              (failure) => reject(failure),
            );
          });
        });
      };
    },
  },
];

/**
 * The document of a template: one of ours with the rows of its table replaced.
 *
 * @param {string} xml of our document, taken apart by `takeApart`
 * @param {ReturnType<typeof import("./floor.mjs").takeApart>} parts of our document
 * @param {Peer} peer
 */
export function templateXml(parts, peer) {
  const fill = (pieces, values) => pieces.map((piece, index) => piece + (values[index] ?? "")).join("");
  return (
    parts.head +
    peer.rows({
      first: (...values) => fill(parts.first, values),
      other: (...values) => fill(parts.middle, values),
      command: (text) => fill(parts.single, [text, "", "", "", ""]),
    }) +
    parts.tail
  );
}

/** The texts of all cells of the tables, row by row, and where merged cells go on: what two results must have in common. */
export function tableTexts(xml) {
  return (xml.match(/<w:tr[ >].*?<\/w:tr>/gsu) ?? []).map((row) =>
    (row.match(/<w:tc>.*?<\/w:tc>/gsu) ?? [])
      .map((cell) => {
        const continues = /<w:vMerge(?: w:val="continue")?\/>/u.test(cell);
        return continues
          ? "·"
          : [...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join("");
      })
      .join("|"),
  );
}
