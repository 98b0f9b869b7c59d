import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { makeProfileParts, profileKey } from "../../src/docx/profile-parts.js";
import { stylesPart } from "../../src/docx/styles-part.js";
import { usualParts } from "../../src/docx/usual-parts.js";
import { layoutProfile } from "../../src/layout/profile.js";
import { composed } from "../merge/merge-case.js";

test("what is packed when the program is built is what a circular without 版头 needs", async () => {
  const { appearance } = await composed();
  const profile = layoutProfile(appearance, undefined);
  const parts = usualParts()[profileKey(profile)] ?? [];
  expect(parts.map(({ path }) => path)).toEqual(makeProfileParts(profile).map(({ path }) => path));
  const styles = parts.find(({ path }) => path === "word/styles.xml");
  expect(inflateRawSync(Buffer.from(styles?.bytes ?? "", "base64")).toString()).toBe(stylesPart(profile));
});

test("another look is not mistaken for it", async () => {
  const { appearance } = await composed();
  for (const other of [{ boldHeadings: true }, { pageNumbers: "centre" }, { form: "letter" }] as const) {
    expect(Object.keys(usualParts())).not.toContain(profileKey(layoutProfile({ ...appearance, ...other }, undefined)));
  }
});
