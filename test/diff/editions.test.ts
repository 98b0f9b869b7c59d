import { describe, expect, it } from "vitest";
import type { CircularDocument } from "../../src/document/tree.js";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { nodeFiles } from "../../src/cli/node-files.js";
import type { Files } from "../../src/edition/files.js";
import { changesBetween } from "./draft-pairs.js";

describe("two drafts of an edition", () => {
  it("an account added changes the count in the body, and says why", async () => {
    const line = "  - {序号: 5, 单位名称: 潮州市民政局";
    const row = "  - {序号: 4, 单位名称: 潮州市公安局潮安分局, 账号类型: 新浪微博, 账号名称: 潮安公安, 结果: 合格}\n";
    expect(await changed("data/chaozhou-2024q2", line, row + line)).toMatchInlineSnapshot(`
      "data-1 新增行
        附件2 第26行“潮州市公安局潮安分局／新浪微博／潮安公安”：{+潮州市公安局潮安分局｜新浪微博｜潮安公安｜合格+}
      numbers-1 改动数；69 → 70（行数 新媒体：69 → 70行）；因为 data-1
        正文 一、第1段：[-69-]{+70+}"
    `);
  });

  it("a corrected number changes the totals and the body", async () => {
    const line = "{地区: 韶关, 运行网站总数: 33,";
    expect(await changed("data/guangdong-2022q2", line, line.replace("33", "34"))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件1 第6行“运行网站总数”列：[-33-]{+34+}
      numbers-1 改动数；562 → 563（合计 网站汇总 运行网站总数：22 → 22行）；因为 data-1
        正文 一、第1段：[-562-]{+563+}
        附件1 合计行“运行网站总数”列：[-562-]{+563+}"
    `);
  });

  it("a renamed region is a changed cell", async () => {
    const line = "{地区: 韶关, 运行网站总数";
    expect(await changed("data/guangdong-2022q2", line, line.replace("韶关", "韶关市"))).toMatchInlineSnapshot(`
      "data-1 改动单元格
        附件1 第6行“地区、部门”列：韶关{+市+}"
    `);
  });
});

async function changed(folder: string, from: string, to: string): Promise<string> {
  return changesBetween(await composed(folder), await composed(folder, { from, to }));
}

/** Composes an edition from its YAML data, with one place of them written differently. */
async function composed(
  folder: string,
  edit?: { readonly from: string; readonly to: string },
): Promise<CircularDocument> {
  const disk = nodeFiles();
  const files: Files = {
    list: (path) => disk.list(path),
    read: (path) => {
      const bytes = disk.read(path);
      if (edit === undefined || bytes === undefined || !path.endsWith("inspection.yaml")) return bytes;
      const written = new TextDecoder().decode(bytes);
      expect(written.split(edit.from)).toHaveLength(2);
      return new TextEncoder().encode(written.replace(edit.from, edit.to));
    },
  };
  const options = { templatesFolder: "templates", dataFiles: ["inspection.yaml"] };
  const { document, diagnostics } = await composeEdition(files, folder, options);
  if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return document;
}
