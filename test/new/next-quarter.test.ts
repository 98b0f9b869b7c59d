import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { projectFiles } from "../circulars/built-circular.js";
import { requirePythonModule } from "../outside.js";
import { completeWithOpenpyxl, fillWithOpenpyxl } from "../workbook/openpyxl.js";

beforeAll(() => {
  buildProgram();
});

function office(edition: string): string {
  const files = projectFiles();
  const copy = (folder: string): [string, Uint8Array][] =>
    (files.list(folder) ?? []).map((name) => [
      `${folder}/${name}`,
      files.read(`${folder}/${name}`) ?? new Uint8Array(),
    ]);
  const types = (files.list("templates") ?? []).flatMap((name) => copy(`templates/${name}`));
  return layOut(new Map([...types, ...copy(`data/${edition}`)]));
}

describe("the quarter after chaozhou-2024q2", () => {
  test("begun, filled in and built is a circular of the third quarter", (context) => {
    requirePythonModule("openpyxl", context);
    const folder = office("chaozhou-2024q2");
    expect(runProgram(folder, ["new", "chaozhou-2024q3", "--from", "chaozhou-2024q2"]).status).toBe(0);
    const workbook = join(folder, "data/chaozhou-2024q3/inspection.xlsx");
    const completed = completeWithOpenpyxl(readFileSync(workbook), {
      网站: { 单项否决类严重问题: 0, 其他问题: "详见检查报告。", 得分情况: [118.5, "合格"] },
      新媒体: { 结果: [...Array.from({ length: 68 }, () => "合格"), "不合格"] },
    });
    const last = lastAccount(folder);
    const filled = fillWithOpenpyxl(completed, {
      问题清单: [
        {
          存在问题: "账号超过两周没有更新",
          责任单位: last.unit,
          类别: "新媒体",
          涉及账号: last.account,
          情况: "超过两周没有更新",
        },
      ],
    });
    writeFileSync(workbook, filled);

    const check = runProgram(folder, ["check", "data/chaozhou-2024q3"]);
    expect(check, check.errors).toMatchObject({ status: 0 });
    const built = runProgram(folder, ["build", "data/chaozhou-2024q3"]);
    expect(built).toMatchObject({ status: 0 });
    expect(built.changes).toEqual([
      "+ output/chaozhou-2024q3/chaozhou-2024q3.docx",
      "+ output/chaozhou-2024q3/chaozhou-2024q3.txt",
    ]);
    const text = readFileSync(join(folder, "output/chaozhou-2024q3/chaozhou-2024q3.txt"), "utf8");
    for (const words of [
      "2024年第三季度",
      "2024年9月30日",
      "2024年7月1日至9月30日",
      "2024年10月10日",
      "10月20日",
      "118.5",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain(last.account);
    for (const words of ["第二季度", "6月30日", "7月10日", "7月20日"]) expect(text).not.toContain(words);
  });
});

/** The account that stands last in the roster, which the test lets fail. */
function lastAccount(folder: string): { readonly unit: string; readonly account: string } {
  const text = readFileSync(join(folder, "data/chaozhou-2024q2/inspection.yaml"), "utf8");
  const [, unit = "", account = ""] =
    [...text.matchAll(/单位名称: ([^,]+), 账号类型: [^,]+, 账号名称: ([^,]+),/gu)].at(-1) ?? [];
  return { unit, account };
}
