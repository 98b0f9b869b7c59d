import fc from "fast-check";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { noticeFileName, safeFileName } from "../../src/edition/notices/file-names.js";

/** What goes wrong in names, and ordinary text. */
const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...Array.from('市局/\\:*?"<>|. \t\n\u0000\u200b\u202e\ud800CONnul1𠮷（）')) }),
  fc.constantFrom("CON", "nul.txt", "Com1", "LPT¹", "..", ".", "", "市统计局. ", "a".repeat(300), "市".repeat(100)),
);

describe("a safe name", () => {
  test.each([
    ["潮州市统计局", "潮州市统计局"],
    ["中国（四川）自由贸易试验区", "中国（四川）自由贸易试验区"],
    ["12345便民服务热线", "12345便民服务热线"],
    ["a".repeat(100), "a".repeat(100)],
  ])("is the name itself if every system takes it: %s", (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  test.each([
    ["市公安局/交警支队", /^市公安局_交警支队-[0-9a-f]{8}$/],
    ["市公安局:交警支队", /^市公安局_交警支队-[0-9a-f]{8}$/],
    ["CON", /^_CON-[0-9a-f]{8}$/],
    ["nul.txt", /^_nul\.txt-[0-9a-f]{8}$/],
    ["COM¹", /^_COM¹-[0-9a-f]{8}$/],
    ["市统计局. ", /^市统计局-[0-9a-f]{8}$/],
    ["../../etc/passwd", /^_\.\._etc_passwd-[0-9a-f]{8}$/],
    ["...", /^[0-9a-f]{8}$/],
    ["", /^[0-9a-f]{8}$/],
    ["市\u202e局\u200b", /^市_局_-[0-9a-f]{8}$/],
    ["市\ud800局", /^市_局-[0-9a-f]{8}$/],
    ["市".repeat(34), /^市{30}-[0-9a-f]{8}$/],
    ["𠮷".repeat(30), /^𠮷{22}-[0-9a-f]{8}$/u],
  ])("is changed as little as can be, and then has digits of a hash: %j", (name, expected) => {
    expect(safeFileName(name)).toMatch(expected);
  });

  it("is one that every system takes, whatever it was made from", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const safe = safeFileName(name);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(100);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]|^[ .~]|[ .]$|^$/u);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu);
        expect(safe).toBe(safe.normalize("NFC"));
      }),
    );
  });

  it("is another one for another name", () => {
    fc.assert(
      fc.property(anyName, anyName, (one, other) => {
        fc.pre(one !== other);
        expect(safeFileName(one)).not.toBe(safeFileName(other));
      }),
    );
  });

  it("can be written on this system", () => {
    const folder = mkdtempSync(join(tmpdir(), "tongbao-names-"));
    try {
      const names = [...new Set(fc.sample(anyName, 200).map(safeFileName))];
      for (const name of names) writeFileSync(join(folder, `${name}.docx`), "");
      expect(readdirSync(folder)).toHaveLength(names.length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

it("the number in front keeps notices apart where capital and small letters are the same, and sorts them", () => {
  const names = ["示例局A", "示例局a", "示例局Ａ"].map((unit, index) => noticeFileName(index + 1, 3, unit));
  expect(new Set(names.map((name) => name.toUpperCase())).size).toBe(3);
  expect(noticeFileName(7, 9, "市局")).toBe("07-市局.docx");
  expect(noticeFileName(7, 1000, "市局")).toBe("0007-市局.docx");
  const sorted = Array.from({ length: 1000 }, (_, index) => noticeFileName(index + 1, 1000, "市局"));
  expect([...sorted].sort()).toEqual(sorted);
});
