import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** The tutorial shows the files of 示例/入门 piece by piece; a reader who types them in must end up with what works. */
const guide = readFileSync("docs/编写通报类型.md", "utf8");

function blocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map(
    (match) => match[1] ?? "",
  );
}

const example = "docs/示例/入门";

describe("the authoring guide", () => {
  it("shows type.yaml of the first example in order and whole", () => {
    const shown = blocks("yaml").slice(0, -1).join("\n");
    expect(shown).toBe(readFileSync(`${example}/templates/窗口检查/type.yaml`, "utf8"));
  });

  it("shows body.hbs of the first example whole", () => {
    expect(blocks("handlebars")).toEqual([readFileSync(`${example}/templates/窗口检查/body.hbs`, "utf8")]);
  });

  it("shows circular.yaml of the first example whole", () => {
    expect(blocks("yaml").at(-1)).toBe(readFileSync(`${example}/data/2025q1/circular.yaml`, "utf8"));
  });
});
