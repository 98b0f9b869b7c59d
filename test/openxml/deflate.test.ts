import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { crc32, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { hashOfSources } from "../../scripts/deflate/hash-of-sources.mjs";
import { Deflater } from "../../src/openxml/deflate.js";
import { checksumOf, packContent } from "../../src/openxml/pack.js";
import { Shorthand } from "../../src/openxml/shorthand.js";
import { writeArchive } from "../../src/openxml/write-archive.js";
import { requireProgram, systemPython } from "../outside.js";

/** Compresses what comes in pieces of this many bytes. */
function deflate(bytes: Uint8Array, pieceLength = 60_000, deflater = new Deflater()): Buffer {
  for (let start = 0; start < bytes.length; start += pieceLength) {
    deflater.addBytes(bytes.subarray(start, start + pieceLength));
  }
  return Buffer.concat(deflater.finish().pieces);
}

/** Whether zlib gets back what went in; not `toEqual`, which takes minutes for megabytes. */
function comesBack(bytes: Uint8Array, pieceLength?: number): boolean {
  return Buffer.compare(inflateRawSync(deflate(bytes, pieceLength)), bytes) === 0;
}

/** Bytes that look random and are the same each time (a linear congruential generator). */
function noise(length: number, symbols: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % symbols;
  });
}

function repeated(pattern: Uint8Array, times: number): Uint8Array {
  return Buffer.concat(Array.from({ length: times }, () => pattern));
}

function fails(): never {
  throw new RangeError("Out of memory");
}

describe("Deflater", () => {
  it.each<[string, Uint8Array]>([
    ["nothing", new Uint8Array()],
    ["one byte", Uint8Array.of(0)],
    ["three bytes, too few to repeat", Uint8Array.of(1, 2, 3)],
    ["one byte over and over", new Uint8Array(700_000).fill(65)],
    ["bytes that never repeat", noise(400_000, 256)],
    ["two symbols at random", noise(400_000, 2)],
    ["every byte once", Uint8Array.from({ length: 256 }, (_, index) => index)],
    ["a pattern longer than the window", repeated(noise(32_769, 256), 8)],
    ["a pattern as long as the window", repeated(noise(32_768, 256), 8)],
    ["rows", Buffer.from(Array.from({ length: 20_000 }, (_, n) => `<t>单位${String(n)}</t><t>合格</t>`).join(""))],
  ])("is understood by zlib: %s", (_, bytes) => {
    expect(comesBack(bytes)).toBe(true);
  });

  it("is understood by zlib whatever comes, in pieces of any length", () => {
    const repetitive = fc
      .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 1, max: 400 })), { maxLength: 12 })
      .map((parts) => Buffer.concat(parts.map(([part, times]) => repeated(part, times))));
    fc.assert(
      fc.property(repetitive, fc.integer({ min: 1, max: 100_000 }), (bytes, pieceLength) => {
        expect(comesBack(bytes, pieceLength)).toBe(true);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("keeps codes to 15 bits where symbols are as rare as Fibonacci numbers grow", () => {
    const counts = [1, 1];
    while (counts.length < 21) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
    const sorted = counts.flatMap((count, symbol) => Array.from({ length: count }, () => symbol));
    // In an order in which few of them repeat.
    const order = noise(2 * sorted.length, 256);
    const keys = sorted.map((_, index) => (order[2 * index] ?? 0) * 256 + (order[2 * index + 1] ?? 0));
    const shuffled = sorted.map((symbol, index) => ({ symbol, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key);
    expect(comesBack(Uint8Array.from(shuffled, ({ symbol }) => symbol))).toBe(true);
  });

  it("gives the same bytes whatever the pieces it comes in", () => {
    const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, n) => `<row>${String(n % 77)}</row>`).join(""));
    const whole = deflate(bytes, bytes.length);
    for (const pieceLength of [997, 4_096, 70_000]) expect(deflate(bytes, pieceLength).equals(whole)).toBe(true);
  });

  it("goes on from stream to stream, also where positions begin again", () => {
    const deflater = new Deflater();
    const text = Buffer.from("市政务服务和数据管理局".repeat(30));
    const first = deflate(text, text.length, deflater);
    // Between two streams lies more than the window; positions begin again after 2³⁰.
    const streams = Math.ceil(2 ** 30 / 32_768) + 10;
    let different = 0;
    for (let stream = 0; stream < streams; stream += 1) {
      if (Buffer.compare(deflate(text, text.length, deflater), first) !== 0) different += 1;
    }
    expect(different).toBe(0);
    expect(inflateRawSync(first).equals(text)).toBe(true);
  });

  it("tells the size and the checksum that zlib has", () => {
    const deflater = new Deflater();
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 5_000 }), { maxLength: 4 }), (pieces) => {
        for (const piece of pieces) deflater.addBytes(piece);
        const { crc32: checksum, size } = deflater.finish();
        const whole = Buffer.concat(pieces);
        expect([checksum, size]).toEqual([crc32(whole), whole.length]);
        expect(checksumOf(whole)).toBe(crc32(whole));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("writes text in UTF-8 as Node does, whatever characters and halves of characters are in it", () => {
    const character = fc.oneof(
      fc.constantFrom("a", "<", "\u007f", "\u0080", "é", "\u07ff", "\u0800", "通", "\ud7ff", "\ue000", "\uffff"),
      fc.constantFrom("𠮷", "😀", "\ud800", "\udbff", "\udc00", "\udfff"),
      fc.string({ unit: "binary" }),
    );
    const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(""));
    const deflater = new Deflater();
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.constantFrom(1, 1, 1, 2_000, 7_000)), { maxLength: 4 }), (parts) => {
        const pieces = parts.map(([part, times]) => part.repeat(times));
        for (const piece of pieces) deflater.addText(piece);
        const { pieces: compressed, crc32: checksum, size } = deflater.finish();
        const expected = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
        expect(inflateRawSync(Buffer.concat(compressed)).equals(expected)).toBe(true);
        expect([checksum, size]).toEqual([crc32(expected), expected.length]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("puts pieces of shorthand in full, and half a character that stands for none as one", () => {
    const piece = fc.oneof(
      fc.constantFrom("<w:tr>", "</w:t></w:r></w:p></w:tc>", "通报", "𠮷", "x"),
      fc.string({ unit: "binary", maxLength: 1_100 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(fc.nat(70), { maxLength: 400 }), (pieces, order) => {
        const shorthand = new Shorthand();
        const deflater = new Deflater();
        let expected = "";
        for (const index of order) {
          const full = pieces[index] ?? "\udfff";
          expected += `（${full}）`;
          deflater.addText(`（${index < pieces.length ? shorthand.of(full) : full}）`, shorthand);
        }
        const { pieces: compressed, size } = deflater.finish();
        expect(inflateRawSync(Buffer.concat(compressed)).toString()).toBe(Buffer.from(expected).toString());
        expect(size).toBe(Buffer.byteLength(expected));
        // What stood for something in one stream stands for nothing in the next.
        deflater.addText("\udc00");
        expect(inflateRawSync(Buffer.concat(deflater.finish().pieces)).toString()).toBe("\ufffd");
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    { number: 1_200, length: 18, taken: 1_024 },
    { number: 30, length: 1_000, taken: 20 },
    { number: 3, length: 1_001, taken: 0 },
  ])("has room for $taken of $number pieces of $length characters, however often they come", (given) => {
    const shorthand = new Shorthand();
    const deflater = new Deflater();
    // In UTF-8 no character is longer for its length in UTF-16.
    const pieces = Array.from({ length: given.number }, (_, index) => String(index).padEnd(given.length, "字"));
    const text = pieces.map((piece) => shorthand.of(piece)).join("");
    expect(shorthand.pieces.length).toBe(given.taken);
    deflater.addText(text.repeat(50), shorthand);
    const inflated = inflateRawSync(Buffer.concat(deflater.finish().pieces));
    expect(inflated.equals(Buffer.from(pieces.join("").repeat(50)))).toBe(true);
  });

  it.each(["deflate-module.ts", "deflate-in-javascript.ts"])("is compiled from the sources: %s", async (name) => {
    const compiled = await readFile(new URL(`../../src/openxml/${name}`, import.meta.url), "utf8");
    expect(compiled).toContain(`SHA-256 ${await hashOfSources()}\n`);
  });

  it("gives the same bytes where there is no WebAssembly, or no room for it", () => {
    const text = Array.from({ length: 9_000 }, (_, n) => `<t>单位${String(n)}𠮷</t><t>合格</t>`).join("");
    const noisy = noise(100_000, 200);
    const all = (): string => {
      const [first, second] = [new Deflater(), new Deflater()];
      // Two at once, whose memories are not the same.
      first.addText(text);
      second.addBytes(noisy);
      first.addBytes(noisy);
      const ended = [first.finish(), second.finish()];
      const told = ended.map(({ crc32: checksum, size }) => [checksum, size]);
      const bytes = ended.map(({ pieces }) => Buffer.concat(pieces).toString("base64"));
      return JSON.stringify([told, second.checksum(noisy), bytes]);
    };
    const expected = all();
    for (const stub of [undefined, { Module: fails, Instance: fails }]) {
      vi.stubGlobal("WebAssembly", stub);
      const found = all();
      vi.unstubAllGlobals();
      expect(found === expected).toBe(true);
    }
  });

  it("makes the rows of a table at least twenty times smaller", () => {
    const row = '<w:tr><w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:t>合格</w:t></w:p></w:tc></w:tr>';
    const rows = Array.from({ length: 10_000 }, (_, n) => row.replace("合格", `账号${String(n)}`));
    const bytes = Buffer.from(rows.join(""));
    expect(deflate(bytes).length).toBeLessThan(bytes.length / 20);
  });
});

describe("an archive with a large part", () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => `<row>${String(n)} 市政务服务和数据管理局</row>`);
  const archive = writeArchive([
    { name: "small.txt", packed: packContent(["小", "的"]) },
    { name: "large.xml", packed: packContent(rows) },
  ]);

  it("holds what went in", () => {
    const parts = unzipSync(archive);
    expect(Buffer.from(parts["small.txt"] ?? []).toString()).toBe("小的");
    expect(Buffer.from(parts["large.xml"] ?? []).toString() === rows.join("")).toBe(true);
  });

  it("is the same whether a part came as text in pieces or as bytes", () => {
    const fromBytes = writeArchive([
      { name: "small.txt", packed: packContent(Buffer.from("小的")) },
      { name: "large.xml", packed: packContent(Buffer.from(rows.join(""))) },
    ]);
    expect(Buffer.compare(archive, fromBytes)).toBe(0);
  });

  it("has nothing wrong with it as Python sees it", (context) => {
    requireProgram(systemPython, context);
    const script = "import io,sys,zipfile; print(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).testzip())";
    const { stdout } = spawnSync(systemPython, ["-c", script], { input: archive, encoding: "utf8" });
    expect(stdout.trim()).toBe("None");
  });
});
