import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "../../src/input/xlsx/read-workbook.js";
import { annotatedName, isAnnotatedName } from "../../src/workbook/annotate/annotated-name.js";
import { isAnnotatedCopy } from "../../src/workbook/annotate/annotate-workbook.js";
import type { Change } from "../broken/case-file.js";
import { brokenEdition, type FileTree } from "../broken/broken-edition.js";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { notesIn, textParts } from "./annotated.js";

beforeAll(buildProgram);

const edition = "data/2024q2";
const workbook = `${edition}/inspection.xlsx`;
const copy = `${edition}/inspection.核对.xlsx`;
const command = ["check", edition, "--annotate"];
/** Two mistakes in the workbook. */
const mistakes: Change[] = [
  { cell: "网站!C4", to: null },
  { cell: "新媒体!E6", to: "合隔" },
];

const laidOut = async (
  changes: readonly Change[],
  more: (tree: FileTree) => void = () => undefined,
): Promise<string> => {
  const tree = await brokenEdition(changes);
  more(tree);
  return layOut(tree);
};
const circular = (tree: FileTree, change: (text: string) => string): void => {
  const path = `${edition}/circular.yaml`;
  tree.set(path, new TextEncoder().encode(change(new TextDecoder().decode(tree.get(path)))));
};

describe("check --annotate", () => {
  test("writes the copy beside the workbook, says so, and leaves the workbook alone", async () => {
    const folder = await laidOut(mistakes);
    const before = {
      bytes: readFileSync(join(folder, workbook)),
      time: statSync(join(folder, workbook), { bigint: true }).mtimeNs,
    };
    const { status, errors, changes } = runProgram(folder, command);
    expect(status).toBe(1);
    expect(changes).toEqual([`+ ${copy}`]);
    expect(errors).toContain(`已写 ${copy}\n`);
    expect(errors).toMatch(/在原工作簿里改正；原工作簿没有改动\n2个错误；请改正后再生成\n$/u);
    expect(readFileSync(join(folder, workbook)).equals(before.bytes)).toBe(true);
    expect(statSync(join(folder, workbook), { bigint: true }).mtimeNs).toBe(before.time);
    const parts = textParts(readFileSync(join(folder, copy)));
    expect(Object.keys(notesIn(parts["xl/comments1.xml"]!))).toEqual(["C4"]);
    expect(notesIn(parts["xl/comments2.xml"]!)["E6"]).toContain("实际：合隔");
  });

  test("overwrites an earlier copy, and gives the same bytes again", async () => {
    const folder = await laidOut(mistakes);
    runProgram(folder, command);
    const first = readFileSync(join(folder, copy));
    const { changes, status } = runProgram(folder, command);
    expect(status).toBe(1);
    expect(changes).toEqual([`~ ${copy}`]);
    expect(readFileSync(join(folder, copy)).equals(first)).toBe(true);
  });

  test("does not overwrite a file of that name that is something else", async () => {
    const folder = await laidOut(mistakes, (tree) => tree.set(copy, tree.get(workbook)!));
    const { status, errors, changes } = runProgram(folder, command);
    expect(status).toBe(1);
    expect(changes).toEqual([]);
    expect(errors).toContain(`错误 ${copy}\n  这个文件不是程序写的批注副本，没有覆盖它（annotate-name-taken）`);
  });

  test("takes the copy for no data file, so that building goes on as before", async () => {
    const folder = await laidOut(mistakes, (tree) => {
      circular(tree, (text) => text.replace("数据文件: inspection.xlsx\n", ""));
    });
    expect(runProgram(folder, command).changes).toEqual([`+ ${copy}`]);
    const again = runProgram(folder, ["check", edition]);
    expect(again.errors).toMatch(/2个错误；请改正后再生成\n$/u);
    expect(again.errors).not.toContain("data-file-ambiguous");
  });

  test("without problems says so and writes nothing; an earlier copy stays, and is said to be out of date", async () => {
    const folder = await laidOut([]);
    const { status, output, changes } = runProgram(folder, command);
    expect(status).toBe(0);
    expect(changes).toEqual([]);
    expect(output).toMatch(/没有问题需要批注，没有写批注副本\n共核对\d+项，没有发现问题\n$/u);
    writeFileSync(join(folder, copy), "");
    expect(runProgram(folder, command).output).toContain(`上次的批注副本 ${copy} 已经过时，可以删去`);
  });

  test("lists what is wrong elsewhere in the copy too", async () => {
    const folder = await laidOut([], (tree) => {
      circular(tree, (text) => text.replace("2024-07-10", "2024-13-10"));
    });
    expect(runProgram(folder, command).changes).toEqual([`+ ${copy}`]);
    const { workbook: written } = readWorkbook(readFileSync(join(folder, copy)), copy);
    expect(isAnnotatedCopy(written!)).toBe(true);
    expect(written!.sheets.at(-1)!.rows.at(-1)!.cells.slice(0, 4)).toEqual([1, "错误", "circular.yaml", "第5行第7列"]);
  });

  test("of an edition whose data are in YAML is a wrong command", async () => {
    const yaml = "网站: []\n";
    const folder = await laidOut([], (tree) => {
      tree.set(`${edition}/inspection.yaml`, new TextEncoder().encode(yaml));
      circular(tree, (text) => text.replace("inspection.xlsx", "inspection.yaml"));
    });
    const { status, errors, changes } = runProgram(folder, command);
    expect(status).toBe(2);
    expect(changes).toEqual([]);
    expect(errors).toMatch(/“2024q2”的数据不在 Excel 工作簿里，没有可以批注的文件；有问题请照列出的文件和行号改正\n$/u);
  });

  test("of a workbook that cannot be opened says that there is no copy", async () => {
    const folder = await laidOut([], (tree) => tree.set(workbook, tree.get(workbook)!.subarray(0, 3000)));
    const { status, errors, changes } = runProgram(folder, command);
    expect(status).toBe(1);
    expect(changes).toEqual([]);
    expect(errors).toContain("文件已损坏或不完整，无法打开（workbook-damaged-archive）");
    expect(errors).toContain("工作簿打不开，没有写批注副本（annotate-workbook-unreadable）");
  });

  test("where reading has not got as far as the workbook says so", async () => {
    const folder = await laidOut([], (tree) => {
      circular(tree, (text) => text.replace("数据文件: inspection.xlsx", "数据文件: inspekt.xlsx"));
    });
    const { status, errors, changes } = runProgram(folder, command);
    expect(status).toBe(1);
    expect(changes).toEqual([]);
    expect(errors).toContain("还没有读到工作簿，没有写批注副本（annotate-workbook-not-reached）");
  });

  test("of a copy that is named as the data file is declined", async () => {
    const folder = await laidOut(mistakes);
    runProgram(folder, command);
    const { status, errors, changes } = runProgram(folder, [...command, "--data-file", "inspection.核对.xlsx"]);
    expect(status).toBe(1);
    expect(changes).toEqual([]);
    expect(errors).toContain("这个工作簿本身就是批注副本，没有再往上加批注（annotate-own-copy）");
  });

  test("with --json names the copy among what was written", async () => {
    const folder = await laidOut(mistakes);
    const { output } = runProgram(folder, [...command, "--json"]);
    const { editions } = JSON.parse(output) as { editions: { ok: boolean; written: string[] }[] };
    expect(editions).toMatchObject([{ ok: false, written: [copy] }]);
  });

  test("works in the edition's own folder, and for all editions at once", async () => {
    const folder = await laidOut(mistakes);
    const inside = runProgram(join(folder, edition), ["check", ".", "--annotate", "--templates", "../../templates"]);
    expect(inside.changes).toEqual(["+ inspection.核对.xlsx"]);
    expect(runProgram(folder, ["check", "--all", "--annotate"]).changes).toEqual([`~ ${copy}`]);
  });

  test("is no option of build", async () => {
    const { status, errors } = runProgram(await laidOut([]), ["build", edition, "--annotate"]);
    expect(status).toBe(2);
    expect(errors).toContain("没有选项 --annotate");
  });
});

test("the copy's name keeps the extension and is known again", () => {
  expect(annotatedName("data/x/台账.xlsx")).toBe("data/x/台账.核对.xlsx");
  expect(annotatedName("a.b.XLSM")).toBe("a.b.核对.XLSM");
  for (const name of ["台账.核对.xlsx", "a.核对.XLSM", "a.核对.xls"]) expect(isAnnotatedName(name)).toBe(true);
  for (const name of ["台账.xlsx", "核对.xlsx", "台账核对.xlsx", "a.核对.xlsx.yaml"])
    expect(isAnnotatedName(name)).toBe(false);
});
