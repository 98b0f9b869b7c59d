import { describe, expect, test } from "vitest";
import { blockHelpers } from "../../src/template/helpers/blocks.js";
import { helperGroups } from "../../src/template/helpers/registry.js";
import { bodyLines, documentOf } from "../edition/compose-in-memory.js";

const described = [...helperGroups.flatMap((group) => group.helpers), ...blockHelpers];

describe.each(described.map((one) => [one.name, one] as const))("%s", (_, { examples }) => {
  test("has an example", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  test.each(examples.map(({ template, prints }) => [template, prints] as const))(
    "%s prints %s",
    async (template, prints) => {
      expect(bodyLines(await documentOf({ body: template }))).toEqual([prints]);
    },
  );
});
