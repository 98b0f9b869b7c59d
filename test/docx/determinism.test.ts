import { createHash } from "node:crypto";
import process from "node:process";
import { unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeDocx } from "../../src/docx/write-docx.js";
import { plainCircular, pictureCircular, redHeadCircular, SAMPLES } from "./sample-documents.js";

function fingerprint(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

describe("the bytes of a .docx depend on nothing but the tree", () => {
  const timeZone = process.env["TZ"];
  afterEach(() => {
    vi.useRealTimers();
    if (timeZone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = timeZone;
  });

  it("are the same the second time", async () => {
    expect(await writeDocx(plainCircular)).toEqual(await writeDocx(plainCircular));
  });

  it("are the same in a batch, in any order and at the same time", async () => {
    const alone: Record<string, string> = {};
    for (const [name, document] of Object.entries(SAMPLES)) alone[name] = fingerprint(await writeDocx(document));
    const batch = await Promise.all(
      Object.entries(SAMPLES)
        .reverse()
        .map(async ([name, document]) => [name, fingerprint(await writeDocx(document))] as const),
    );
    expect(Object.fromEntries(batch)).toEqual(alone);
  });

  it.each(["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia", "Pacific/Kiritimati"])(
    "are the same in the time zone %s",
    async (zone) => {
      process.env["TZ"] = "UTC";
      const expected = fingerprint(await writeDocx(redHeadCircular));
      process.env["TZ"] = zone;
      expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      expect(fingerprint(await writeDocx(redHeadCircular))).toBe(expected);
    },
  );

  it("are the same at any time", async () => {
    const expected = fingerprint(await writeDocx(pictureCircular));
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-12-31T23:59:59Z") });
    expect(fingerprint(await writeDocx(pictureCircular))).toBe(expected);
  });

  it("are the same for a tree that went through JSON", async () => {
    const copy = JSON.parse(JSON.stringify(plainCircular)) as typeof plainCircular;
    expect(await writeDocx(copy)).toEqual(await writeDocx(plainCircular));
  });

  it("leave the tree as it was", async () => {
    const before = JSON.stringify(pictureCircular);
    await writeDocx(pictureCircular);
    expect(JSON.stringify(pictureCircular)).toBe(before);
  });

  it("begin with [Content_Types].xml, then the parts in the order of their names, all from 1980", async () => {
    const bytes = await writeDocx(pictureCircular);
    const [first, ...rest] = Object.keys(unzipSync(bytes));
    expect(first).toBe("[Content_Types].xml");
    expect(rest).toEqual([...rest].sort());
    // DOS time and date follow 10 bytes into each local header: midnight, day 1 of month 1 of year 0.
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    expect([view.getUint16(10, true), view.getUint16(12, true)]).toEqual([0, 0x21]);
  });
});
