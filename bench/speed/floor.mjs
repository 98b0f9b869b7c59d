/**
 * The floor: what writing the table costs anybody. The same document.xml put together from strings, compressed by node:zlib, in the
 * smallest zip container there is. No template, no data model, no checks, and the text of the page around the table is given.
 */
import { crc32, deflateRawSync } from "node:zlib";

/**
 * Takes a written document apart into the strings that stand between the values of its table.
 *
 * @param {string} xml of a document with the accounts of `sampleGroups`
 */
export function takeApart(xml) {
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/gsu) ?? [];
  const first = xml.indexOf(rows[1]);
  const end = xml.indexOf("</w:tbl>");
  const pieces = (row) => row.split(/(?<=<w:t xml:space="preserve">)[^<]*(?=<\/w:t>)/u);
  return {
    head: xml.slice(0, first),
    tail: xml.slice(end),
    single: pieces(rows[1]),
    first: pieces(rows[2]),
    middle: pieces(rows[3]),
    last: pieces(rows[4]),
  };
}

/** The groups that `takeApart` wants: one agency with one account, one with three. */
export function sampleGroups(groups) {
  const single = groups.find((group) => group.length === 1);
  const triple = groups.find((group) => group.length === 3);
  return [single, triple];
}

function escape(value) {
  return /[&<>"]/u.test(value)
    ? value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : value;
}

/** document.xml for these accounts. */
export function floorXml(parts, groups, head = parts.head) {
  let xml = head;
  let number = 0;
  for (const group of groups) {
    number += 1;
    group.forEach(({ agency, name, platform, verdict }, index) => {
      const isLast = index === group.length - 1;
      const p = group.length === 1 ? parts.single : index === 0 ? parts.first : isLast ? parts.last : parts.middle;
      const own = `${escape(name)}${p.at(-3)}${escape(platform)}${p.at(-2)}${escape(verdict)}${p.at(-1)}`;
      xml += index === 0 ? `${p[0]}${String(number)}${p[1]}${escape(agency)}${p[2]}${own}` : `${p[0]}${own}`;
    });
  }
  return xml + parts.tail;
}

/** A zip of these parts. */
export function floorZip(parts) {
  const chunks = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(33, 12);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(offset, 42);
    chunks.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, ...directory, end]);
}
