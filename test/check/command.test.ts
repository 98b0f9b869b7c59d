import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../broken/case-file.js";
import { brokenEdition } from "../broken/broken-edition.js";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";

beforeAll(buildProgram);

const edition = "data/2024q2";
const circular = `${edition}/circular.yaml`;
const body = "templates/quarterly/body.hbs";

async function project(changes: readonly Change[] = []): Promise<string> {
  return layOut(await brokenEdition(changes));
}

function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** The comma after a value, in the template. */
const slip: Change = { file: body, replace: "通报如下：", with: "通报如下:" };
const settings: Change = {
  file: circular,
  replace: "公开方式: 主动公开",
  with: [
    "公开方式: 主动公开",
    "核稿:",
    "  - {规则: half-width-punctuation, 级别: 提示, 理由: 模板正在改}",
    "  - {规则: heading-single, 级别: 关闭, 理由: 本期只有一个问题}",
  ].join("\n"),
};

interface Json {
  readonly editions: readonly {
    readonly ok: boolean;
    readonly written: readonly string[];
    readonly rules: readonly { readonly id: string; readonly name: string; readonly findings: number }[];
    readonly settings: readonly unknown[];
    readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
    readonly fixes?: readonly { readonly before: string; readonly after: string; readonly rules: readonly string[] }[];
  }[];
}

describe("check of an edition", () => {
  test("writes the report and the copy with comments where it is told to, and counts what it checked", async () => {
    const folder = await project();
    const { status, output, changes } = runProgram(folder, ["check", edition, "--report", "--comments", "-o", "核稿"]);
    expect(status).toBe(0);
    const names = ["2024q2.批注.docx", "2024q2.核稿报告.html", "2024q2.核稿报告.md"];
    expect(changes).toEqual(names.map((name) => `+ 核稿/2024q2/${name}`));
    const count = /^共核对(\d+)项，没有发现问题$/mu.exec(output)?.[1];
    expect(textOf(folder, "核稿/2024q2/2024q2.核稿报告.md")).toContain(`## 核对了什么（${count ?? ""}项）`);
  });

  test("says of every finding where it comes from, and writes nothing without being told to", async () => {
    const { status, errors, changes } = runProgram(await project([slip]), ["check", edition]);
    expect([status, changes]).toEqual([1, []]);
    expect(errors).toContain("错误 data/2024q2 正文 第1段\n  标点“:”是半角的（half-width-punctuation）");
    expect(errors).toMatch(/相关：templates\/quarterly\/body\.hbs:\d+:\d+ 这句话写在模板的这一行/u);
  });

  test("shows in the log, in the report and in --json which rules it judges otherwise, and why", async () => {
    const folder = await project([slip, settings]);
    const { status, output } = runProgram(folder, ["check", edition, "--report"]);
    expect(status).toBe(0);
    expect(output).toContain("提示 data/2024q2 正文 第1段\n  标点“:”是半角的（half-width-punctuation）");
    expect(output).toMatch(/^另作处理 规则“.+”（half-width-punctuation）本期按“提示”报告，理由：模板正在改$/mu);
    expect(output).toMatch(/^另作处理 规则“.+”（heading-single）本期不检查，理由：本期只有一个问题$/mu);
    const report = textOf(folder, "output/2024q2/2024q2.核稿报告.md");
    expect(report).toContain("## 本期另作处理的规则");
    expect(report).toMatch(/本期只有一个问题.*heading-single/u);
    const json = JSON.parse(runProgram(folder, ["check", edition, "--json"]).output) as Json;
    const [{ rules, settings: wanted, diagnostics } = { rules: [], settings: [], diagnostics: [] }] = json.editions;
    expect(rules.filter(({ findings }) => findings > 0)).toEqual([
      { id: "half-width-punctuation", name: "中文里用了半角标点", findings: 1 },
    ]);
    expect(rules.some(({ id }) => id === "heading-single")).toBe(false);
    expect(wanted).toEqual([
      { rule: "half-width-punctuation", severity: "hint", reason: "模板正在改" },
      { rule: "heading-single", severity: "off", reason: "本期只有一个问题" },
    ]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: "half-width-punctuation", severity: "hint" })]);
  });
});

describe("check --fix", () => {
  test("shows with --dry-run what it would change, then changes it, then has nothing left to do", async () => {
    const folder = await project([slip]);
    const right = textOf(folder, body).replace("通报如下:", "通报如下：");
    const shown = runProgram(folder, ["check", edition, "--fix", "--dry-run"]);
    expect([shown.status, shown.changes]).toEqual([1, []]);
    expect(shown.errors).toMatch(/^可改 templates\/quarterly\/body\.hbs:\d+:\d+：.*通报如下: → .*通报如下：（/mu);
    expect(shown.errors).toContain("可以自动改正1处，现在只是列出，文件没有改动；去掉 --dry-run 就会改\n");
    const done = runProgram(folder, ["check", edition, "--fix"]);
    expect([done.status, done.changes]).toEqual([0, [`~ ${body}`]]);
    expect(textOf(folder, body)).toBe(right);
    expect(done.output).toContain("已自动改正1处\n");
    const again = runProgram(folder, ["check", edition, "--fix"]);
    expect([again.status, again.changes]).toEqual([0, []]);
    expect(again.output).toContain("没有可以自动改正的问题\n");
  });

  test("writes nothing if that would bring a new error, and says which", async () => {
    const name = "示例市人民政府网(新)";
    const folder = await project([
      { cell: "网站!B3", to: name },
      { cell: "问题清单!D2", to: name },
    ]);
    const { status, errors, changes } = runProgram(folder, ["check", edition, "--fix"]);
    expect([status, changes]).toEqual([1, []]);
    expect(errors).toMatch(/照着自动改正以后会出现新的错误，所以一处也没有改（fix-would-break）/u);
    expect(errors).toMatch(/相关：data\/2024q2\/inspection\.xlsx 问题清单!D2 /u);
  });

  test("is told in --json", async () => {
    const run = runProgram(await project([slip]), ["check", edition, "--fix", "--json"]);
    const [report] = (JSON.parse(run.output) as Json).editions;
    expect(report).toMatchObject({ ok: true, written: [body], diagnostics: [] });
    expect(report?.fixes).toEqual([
      expect.objectContaining({ before: ":", after: "：", rules: ["half-width-punctuation"], part: "正文 第1段" }),
    ]);
  });
});

describe("check of a Word document", () => {
  test("reads it, says what is wrong in it and leaves it alone", async () => {
    const folder = await project([slip, settings]);
    expect(runProgram(folder, ["build", edition]).status).toBe(0);
    const draft = "output/2024q2/2024q2.docx";
    const run = runProgram(folder, ["check", draft, "--report", "--comments"]);
    expect(run.status).toBe(1);
    expect(run.errors).toContain(`错误 ${draft} 正文 第1段\n  标点“:”是半角的（half-width-punctuation）`);
    expect(run.changes).toEqual(
      ["批注.docx", "核稿报告.html", "核稿报告.md"].map((end) => `+ output/2024q2/2024q2.${end}`),
    );
    const json = JSON.parse(runProgram(folder, ["check", draft, "--json"]).output) as {
      drafts: { file: string; rules: unknown[]; settings: unknown[] }[];
    };
    expect(json.drafts[0]).toMatchObject({ file: draft, ok: false, settings: [] });
    expect(json.drafts[0]?.rules.length).toBeGreaterThan(50);
  });
});

describe("what does not go together is refused before anything is done", () => {
  test.each([
    ["check 稿.docx data/2024q2", "Word 文稿和期文件夹请分开检查"],
    ["check 稿.docx --fix", "检查 Word 文稿时不能用 --fix，只有检查期文件夹时能用"],
    ["check 稿.docx --all --data-file a.xlsx", "检查 Word 文稿时不能用 --all、--data-file，只有检查期文件夹时能用"],
    ["check 甲/稿.docx 乙/稿.docx --report -o 核稿", "有两份文稿都叫“稿”，写出的文件会互相覆盖，请分开检查"],
    ["check data/2024q2 --dry-run", "--dry-run 要与 --fix 同用：只列出会改什么，不改文件"],
    ["check data/2024q2 -o 核稿", "--out 是核稿报告和批注稿写到哪个文件夹，要与 --report 或 --comments 同用"],
    ["build 稿.docx", "生成通报要写期文件夹，例如 data/chaozhou-2024q2；核对 Word 文稿请用 check"],
  ])("%s", async (command, reason) => {
    const run = runProgram(await project(), command.split(" "));
    expect(run).toEqual({ status: 2, output: "", errors: `${reason}\n`, changes: [] });
  });
});
