import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, layOut } from "../broken/run-program.js";
import { projectFiles } from "../circulars/built-circular.js";
import { requirePythonModule, systemPython } from "../outside.js";

const driver = fileURLToPath(new URL("terminal.py", import.meta.url));
const program = fileURLToPath(new URL("../../dist/tongbao.cjs", import.meta.url));

beforeAll(() => {
  buildProgram();
});

function office(): string {
  const files = projectFiles();
  const types = (files.list("templates") ?? []).flatMap((name) =>
    (files.list(`templates/${name}`) ?? []).map((file): [string, Uint8Array] => {
      const path = `templates/${name}/${file}`;
      return [path, files.read(path) ?? new Uint8Array()];
    }),
  );
  return layOut(new Map(types));
}

/** A question to wait for and the keys to press then. */
type Step = readonly [question: string, keys: string];

/** Runs the program in a terminal of its own, as if somebody sat there. */
function converse(folder: string, command: readonly string[], steps: readonly Step[]) {
  const input = JSON.stringify({ command: [process.execPath, program, ...command], folder, steps });
  const { status, stdout, stderr } = spawnSync(systemPython, [driver], { encoding: "utf8", input, timeout: 50_000 });
  if (status !== 0) throw new Error(`the terminal failed: ${stderr}${stdout}`);
  return JSON.parse(stdout) as { readonly status: number; readonly screen: string };
}

const enter = "\r";
const down = "\u001b[B";
const interrupt = "\u0003";

const conversation: readonly Step[] = [
  ["这一期的文件夹叫什么", `a/b${enter}`],
  ["文件夹名只写一个名字", `\u007f\u007f\u007f示例-2024q3${enter}`],
  ["哪一类通报", `${down}${enter}`],
  ["发文机关", `示例市人民政府办公室${enter}`],
  ["检查的期间", `2024年第三季度${enter}`],
  ["成文日期", `2024-10-10${enter}`],
  ["联合检查单位", `市政数局${enter}`],
  ["网站表备注", enter],
  ["抽查报告说明", `已经发送${enter}`],
];

describe("new from nothing, in a terminal", () => {
  test("asks for what it needs, in Chinese, and makes the edition", (context) => {
    requirePythonModule("pty", context);
    const folder = office();
    const { status, screen } = converse(folder, ["new"], conversation);
    expect(status, screen).toBe(0);
    expect(readdirSync(join(folder, "data"))).toEqual(["示例-2024q3"]);
    const text = readFileSync(join(folder, "data/示例-2024q3/circular.yaml"), "utf8");
    expect(text).toContain("通报类型: chaozhou-quarterly\n期间: {年: 2024, 季度: 3}\n发文机关: 示例市人民政府办公室\n");
    expect(text).toContain("联合检查单位: 市政数局\n");
    expect(text).toContain("网站表备注:  # 请填写");
    expect(text).toContain("抽查报告说明: 已经发送\n");
    expect(existsSync(join(folder, "data/示例-2024q3/inspection.xlsx"))).toBe(true);
    expect(screen).toContain("已新建 data/示例-2024q3");
    // Nothing that an office would have to translate.
    expect(
      screen.replace(
        /chaozhou[\w-]*|guangdong[\w-]*|nanchong[\w-]*|tongbao|data|circular\.yaml|inspection\.xlsx|check/gu,
        "",
      ),
    ).not.toMatch(/[A-Za-z]{4,}/u);
  });

  test("asks only for what was not given", (context) => {
    requirePythonModule("pty", context);
    const folder = office();
    const given = [
      "new",
      "x",
      "--type",
      "nanchong-quarterly",
      "--issuer",
      "示例市",
      "--period",
      "2024",
      "--set",
      "检查依据=（有文号）",
    ];
    const { status, screen } = converse(folder, given, [
      ["成文日期", `2025-01-10${enter}`],
      ["新媒体评价", enter],
      ["信息服务评价", enter],
      ["整改要求", enter],
    ]);
    expect(status, screen).toBe(0);
    expect(readFileSync(join(folder, "data/x/circular.yaml"), "utf8")).toContain("检查依据: （有文号）\n");
  });

  test.for([0, 2, 4, 7])("Ctrl-C at question %d leaves nothing behind", (position, context) => {
    requirePythonModule("pty", context);
    const folder = office();
    const valid = conversation.filter(([question]) => question !== "文件夹名只写一个名字");
    const steps = valid.slice(0, position).map(([question, keys]): Step => [question, keys.replace("a/b", "b")]);
    const { status, screen } = converse(folder, ["new"], [...steps, [valid[position]![0], interrupt]]);
    expect(status, screen).toBe(130);
    expect(screen).toContain("已取消，没有新建");
    expect(readdirSync(folder)).toEqual(["templates"]);
  });
});
