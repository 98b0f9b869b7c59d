import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";
import type { FileTree } from "../broken/broken-edition.js";
import { projectPath } from "../circulars/built-circular.js";
import { requirePythonModule, systemPython } from "../outside.js";

const guide = readFileSync(projectPath("docs/整改通知.md"), "utf8");

/** The blocks of docs/整改通知.md in a language. */
export function guideBlocks(language: string): string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gmu"))].map(
    (match) => match[1] ?? "",
  );
}

/** The texts of an edition with notices; what is absent is as in the guide. */
export interface NoticeTexts {
  readonly type?: (text: string) => string;
  readonly body?: string;
  readonly circular?: (text: string) => string;
  /** The rows of the table 窗口 in YAML, a line each. */
  readonly rows?: readonly string[];
}

/** The folder of the edition, and of what is written for it. */
export const editionFolder = "data/2025q1";
export const outputFolder = "output/2025q1/整改通知";

/** The first example of the guide for authors, with the notices that docs/整改通知.md adds to it. */
export function noticeEdition(texts: NoticeTexts = {}): FileTree {
  const read = (path: string): string => readFileSync(projectPath("docs/示例/入门", path), "utf8");
  const encoder = new TextEncoder();
  const type = `${read("templates/窗口检查/type.yaml")}${guideBlocks("yaml").join("\n")}`;
  const circular = read("data/2025q1/circular.yaml");
  const head = circular.slice(0, circular.indexOf("    - {单位"));
  const rows =
    texts.rows === undefined ? circular.slice(head.length) : texts.rows.map((row) => `    - ${row}\n`).join("");
  return new Map([
    ["templates/窗口检查/type.yaml", encoder.encode(texts.type?.(type) ?? type)],
    ["templates/窗口检查/body.hbs", encoder.encode(read("templates/窗口检查/body.hbs"))],
    ["templates/窗口检查/整改通知.hbs", encoder.encode(texts.body ?? guideBlocks("handlebars").join(""))],
    [`${editionFolder}/circular.yaml`, encoder.encode((texts.circular?.(head) ?? head) + rows)],
  ]);
}

/** A failing window of a unit, as a row in YAML. */
export function failing(unit: string, window: string, problem = "无人在岗"): string {
  return `{单位: ${JSON.stringify(unit)}, 窗口名称: ${JSON.stringify(window)}, 得分: 50, 结果: 不合格, 主要问题: ${problem}}`;
}

/** What outside readers find in the folder of the notices. */
export interface SeenNotices {
  readonly notices: Readonly<
    Record<string, { readonly paragraphs: readonly string[]; readonly tables: readonly (readonly string[][])[] }>
  >;
  readonly index: { readonly rows: readonly (readonly unknown[])[]; readonly types: readonly (readonly string[])[] };
}

/**
 * Reads the notices in a working folder with python-docx and openpyxl.
 *
 * @param pattern which of the notices; all if absent
 */
export function seeNotices(folder: string, context: TestContext, pattern = "*.docx"): SeenNotices {
  requirePythonModule("docx", context);
  requirePythonModule("openpyxl", context);
  const target = join(folder, outputFolder);
  if (!existsSync(target)) throw new Error(`there is no ${target}`);
  const script = fileURLToPath(new URL("read_notices.py", import.meta.url));
  const { status, stdout, stderr } = spawnSync(systemPython, [script, target, pattern], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONUTF8: "1" },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as SeenNotices;
}
