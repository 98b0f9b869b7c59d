import { describe, expect, test } from "vitest";
import { reviewEdition } from "../../src/edition/review-edition.js";
import { brokenEdition, treeFiles } from "../broken/broken-edition.js";

/** Text files as editors on Windows save them, and as nobody should. */

const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};
const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "UTF-8 with a mark": (text) => new TextEncoder().encode(`\ufeff${text}`),
  "UTF-16, little end first": (text) => utf16(text, false),
  "UTF-16, big end first": (text) => utf16(text, true),
  "line ends of Windows": (text) => new TextEncoder().encode(text.replaceAll("\n", "\r\n")),
  "line ends of old Macs": (text) => new TextEncoder().encode(text.replaceAll("\n", "\r")),
};
const files = ["data/2024q2/circular.yaml", "templates/quarterly/type.yaml", "templates/quarterly/body.hbs"];

async function codesWith(file: string, encode: (text: string) => Uint8Array): Promise<string[]> {
  const tree = await brokenEdition([]);
  tree.set(file, encode(new TextDecoder().decode(tree.get(file))));
  const { diagnostics } = await reviewEdition(treeFiles(tree), "data/2024q2", { templatesFolder: "templates" });
  return diagnostics.map(({ code }) => code);
}

describe.each(files)("%s", (file) => {
  test.each(Object.entries(encodings))("is read: %s", async (_, encode) => {
    expect(await codesWith(file, encode)).toEqual([]);
  });

  test.each([
    ["GBK", () => new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa, 0x3a, 0x20, 0x61, 0x0a])],
    ["bytes that are no text", () => Uint8Array.from({ length: 2000 }, (_, index) => (index * 37) % 256)],
    ["nothing but zeros", () => new Uint8Array(5000)],
    ["a zero in the middle", (text: string) => new TextEncoder().encode(text.replace("检查", "检\0查"))],
    ["half a file of UTF-16", (text: string) => utf16(text, false).subarray(0, 333)],
  ])("is refused: %s", async (_, encode) => {
    const codes = await codesWith(file, encode);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(code).toMatch(/^(?:yaml|template)-(?:not-utf8|not-text|control-character)$/u);
  });
});
