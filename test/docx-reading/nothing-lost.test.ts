import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { checkTree } from "../../src/document/invariants.js";
import type { CircularDocument } from "../../src/document/tree.js";
import { readDocx, type ReadDraft } from "../../src/docx/read-docx.js";
import { requirePythonModule, systemPython } from "../outside.js";
import { atRight, centred, p, tbl, titleSize, wordFile } from "./word-file.js";

const folder = mkdtempSync(join(tmpdir(), "tongbao-nothing-lost-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Lines that are an element of a circular, nearly one, or nothing of the kind. */
const words = fc.constantFrom(
  ...[
    "示例市人民政府办公室文件",
    "示府办〔2024〕3号",
    "特急",
    "秘密★1年",
    "000001",
    "关于检查情况的通报",
    "各县、区人民政府：",
  ],
  ...[
    "现将情况通报如下：",
    "一、总体情况",
    "（一）更新不及时。共3家。",
    "1.链接",
    "（1）友情链接",
    "① 图标",
    "二是加强管理，压实责任。",
  ],
  ...[
    "附件：1.统计表",
    "附件：",
    "附件",
    "附件1",
    "附件2：问题清单",
    "附件一",
    "附表1 得分",
    "2、清单",
    "3.名单2.附件",
    "附件:  统计表",
  ],
  ...[
    "示例市人民政府办公室",
    "2024年7月10日",
    "二〇二四年七月十日",
    "示例市教育局　示例市公安局",
    "公开方式：主动公开",
    "（联系人：×××）",
  ],
  ...[
    "注：采样截至6月。",
    "备注：",
    "（2024年4—6月）",
    "抄送：市委办公室。",
    "抄送: 各局,",
    "市政府办公室　　2024年7月10日印发",
    "印发",
  ],
  ...[
    "　　缩进的一段。",
    "第一行\n　　第二行。",
    "上页\f下页",
    "A–B",
    "100%",
    "签发人：×××",
    "抄送：",
    "附　件",
    "附件1.甲\n2.乙",
  ],
);

const look = fc.constantFrom(
  "",
  centred,
  atRight,
  '<w:ind w:left="640"/>',
  '<w:ind w:firstLine="640"/>',
  "<w:pageBreakBefore/>",
);
const type = fc.constantFrom(
  "",
  titleSize,
  "<w:b/>",
  '<w:color w:val="FF0000"/>',
  '<w:rFonts w:eastAsia="黑体"/>',
  "<w:vanish/>",
);

const paragraph = fc.tuple(words, look, type).map(([text, properties, run]) => {
  const [first = "", ...rest] = text.split(/(?=[\n\f])/u);
  const breaks = rest.map((part) => {
    const kind = part.startsWith("\f") ? '<w:br w:type="page"/>' : "<w:br/>";
    return `<w:r>${kind}<w:t xml:space="preserve">${part.slice(1)}</w:t></w:r>`;
  });
  return p(first, properties, run).replace("</w:p>", `${breaks.join("")}</w:p>`);
});

const table = fc
  .array(fc.tuple(words, words), { minLength: 1, maxLength: 4 })
  .map((rows) => tbl(rows.map((row) => row.map((text) => text.replace(/[\n\f]/gu, "")))));

const file = fc
  .array(fc.oneof({ weight: 8, arbitrary: paragraph }, { weight: 1, arbitrary: table }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((blocks) => wordFile({ body: blocks.join("") }));

test("every visible character of the body is in the tree or beside it, wherever it stands", (context) => {
  requirePythonModule("docx", context);
  const files = fc.sample(file, { numRuns: 400, seed: 20_240_710 });
  files.forEach((bytes, index) => writeFileSync(join(folder, `${String(index)}.docx`), bytes));
  const script = fileURLToPath(new URL("visible_characters.py", import.meta.url));
  const output = execFileSync(systemPython, [script, folder], { encoding: "utf8", maxBuffer: 2 ** 26 });
  const expected = JSON.parse(output) as Record<string, string>;
  expect(Object.keys(expected)).toHaveLength(files.length);
  files.forEach((bytes, index) => {
    const draft = readDocx(bytes, "通报.docx");
    expect(checkTree(draft.document!, "read")).toEqual([]);
    const missing = difference(
      expected[`${String(index)}.docx`] ?? "",
      `${treeText(draft.document!)}${besideText(draft)}`,
    );
    expect({ index, missing }).toEqual({ index, missing: "" });
  });
});

function besideText({ surroundings }: ReadDraft): string {
  return surroundings.map(({ text }) => text).join("");
}

/** All characters that the tree prints, among them those that belong to an element and are not said in it. */
function treeText({ children }: CircularDocument): string {
  return children
    .map((block) => {
      if (block.type === "attachmentList") {
        const marks = block.items.map(({ number, mark }) => mark ?? (number === undefined ? "" : `${String(number)}.`));
        return stringsOf({ ...block, separator: block.separator ?? "：" }) + marks.join("");
      }
      if (block.type !== "imprint") return stringsOf(block);
      const copyTo = block.copyTo === undefined ? "" : "抄送：";
      return copyTo + stringsOf(block) + (block.printDate === undefined ? "" : "印发");
    })
    .join("");
}

/** The strings of a node that are words, not names of kinds; of columns their names repeat what the heading says. */
function stringsOf(node: unknown, key = ""): string {
  if (["type", "orientation", "role", "align", "columns", "mark"].includes(key) && !Array.isArray(node)) return "";
  if (key === "columns") return "";
  if (typeof node === "string") return node;
  if (typeof node !== "object" || node === null) return "";
  return Object.entries(node)
    .map(([name, value]) => stringsOf(value, name))
    .join("");
}

/** The characters of the first text that the second one has fewer of; blanks do not count, nor does the width of a colon after 抄送. */
function difference(expected: string, found: string): string {
  const counts = new Map<string, number>();
  for (const character of normal(found)) counts.set(character, (counts.get(character) ?? 0) + 1);
  let missing = "";
  for (const character of normal(expected)) {
    const left = counts.get(character) ?? 0;
    if (left === 0) missing += character;
    else counts.set(character, left - 1);
  }
  return missing;
}

function normal(text: string): string {
  return text.replace(/抄送\s*[：:]/gu, "抄送：").replace(/\s/gu, "");
}
