import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectFiles } from "../circulars/built-circular.js";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";

beforeAll(() => {
  buildProgram();
});

/** A folder with one of the editions that ship, and the types. */
function office(...editions: readonly string[]): string {
  const files = projectFiles();
  const copy = (folder: string): [string, Uint8Array][] =>
    (files.list(folder) ?? []).map((name) => [
      `${folder}/${name}`,
      files.read(`${folder}/${name}`) ?? new Uint8Array(),
    ]);
  const types = (files.list("templates") ?? []).flatMap((name) => copy(`templates/${name}`));
  return layOut(new Map([...types, ...editions.flatMap((id) => copy(`data/${id}`))]));
}

describe("workbook", () => {
  test("writes the empty workbook of a type, named or given as a folder", () => {
    const folder = office();
    const run = runProgram(folder, ["workbook", "chaozhou-quarterly"]);
    expect(run).toMatchObject({ status: 0, errors: "", changes: ["+ chaozhou-quarterly.xlsx"] });
    expect(run.output).toContain("工作表：“填表说明”“网站”“新媒体”“问题清单”");
    const other = runProgram(folder, ["workbook", "templates/chaozhou-quarterly", "--out", "表/空白.xlsx"]);
    expect(other.changes).toEqual(["+ 表/空白.xlsx"]);
    expect(readFileSync(join(folder, "表/空白.xlsx"))).toEqual(readFileSync(join(folder, "chaozhou-quarterly.xlsx")));
  });

  test("never overwrites a file unless told to", () => {
    const folder = office();
    writeFileSync(join(folder, "已填.xlsx"), "填好的数据");
    const refused = runProgram(folder, ["workbook", "chaozhou-quarterly", "--out", "已填.xlsx"]);
    expect(refused).toMatchObject({ status: 3, changes: [] });
    expect(refused.errors).toContain("已填.xlsx 已经存在，没有改动它");
    const forced = runProgram(folder, ["workbook", "chaozhou-quarterly", "--out", "已填.xlsx", "--force"]);
    expect(forced).toMatchObject({ status: 0, changes: ["~ 已填.xlsx"] });
  });

  test.each([
    [["workbook", "chaozhou-quartely"], 1, "你是不是想写“chaozhou-quarterly”？"],
    [["workbook", "chaozhou-quarterly", "--out", "表.xls"], 2, "--out 要写 .xlsx 文件的名称"],
    [["workbook"], 2, "用 tongbao --help 查看用法"],
  ])("%j says what is wrong and writes nothing", (command, status, words) => {
    const run = runProgram(office(), command);
    expect(run).toMatchObject({ status, output: "", changes: [] });
    expect(run.errors).toContain(words);
  });
});

describe("new --from", () => {
  test("makes the folder of the next edition beside the last one and says what to do", () => {
    const folder = office("chaozhou-2024q2");
    const run = runProgram(folder, ["new", "chaozhou-2024q3", "--from", "chaozhou-2024q2"]);
    expect(run).toMatchObject({
      status: 0,
      errors: "",
      changes: ["+ data/chaozhou-2024q3/circular.yaml", "+ data/chaozhou-2024q3/inspection.xlsx"],
    });
    expect(run.output).toContain("已新建 data/chaozhou-2024q3（由 data/chaozhou-2024q2 而来，期间：2024年第三季度）");
    expect(run.output).toContain("inspection.xlsx 新媒体：沿用69行，待填：结果");
    expect(run.output).toContain("tongbao check data/chaozhou-2024q3");
    expect(readdirSync(join(folder, "data"))).toEqual(["chaozhou-2024q2", "chaozhou-2024q3"]);
  });

  test("what is still missing is said by check, column by column", () => {
    const folder = office("chaozhou-2024q2");
    runProgram(folder, ["new", "chaozhou-2024q3", "--from", "chaozhou-2024q2"]);
    const { status, errors } = runProgram(folder, ["check", "data/chaozhou-2024q3"]);
    expect(status).toBe(1);
    expect(errors).toContain("“结果”没有填（这一列共69处：第4至72行）");
    expect(errors.split("\n").filter((line) => line.startsWith("错误"))).toHaveLength(3);
  });

  test("both may be given with their folder", () => {
    const folder = office("chaozhou-2024q2");
    const run = runProgram(folder, ["new", "别处/三季度", "--from", "data/chaozhou-2024q2/"]);
    expect(run.changes).toEqual(["+ 别处/三季度/circular.yaml", "+ 别处/三季度/inspection.xlsx"]);
  });

  test("the same again gives the same bytes", () => {
    const folder = office("guangdong-2022q2");
    runProgram(folder, ["new", "甲", "--from", "guangdong-2022q2"]);
    runProgram(folder, ["new", "乙", "--from", "guangdong-2022q2"]);
    for (const name of ["circular.yaml", "inspection.xlsx"]) {
      expect(readFileSync(join(folder, "data/甲", name))).toEqual(readFileSync(join(folder, "data/乙", name)));
    }
  });

  test("a folder or file that is there already is left alone", () => {
    const folder = office("chaozhou-2024q2");
    mkdirSync(join(folder, "data/空文件夹"));
    writeFileSync(join(folder, "data/文件"), "");
    for (const name of ["chaozhou-2024q2", "空文件夹", "文件"]) {
      const run = runProgram(folder, ["new", name, "--from", "chaozhou-2024q2"]);
      expect(run, name).toMatchObject({ status: 3, output: "", changes: [] });
      expect(run.errors).toContain(`data/${name} 已经存在，没有改动它`);
    }
    expect(readdirSync(join(folder, "data/空文件夹"))).toEqual([]);
  });

  test("nothing is left behind where nothing can be written", () => {
    const folder = office("chaozhou-2024q2");
    chmodSync(folder, 0o755);
    chmodSync(join(folder, "data"), 0o555);
    const run = runProgram(folder, ["new", "x", "--from", "chaozhou-2024q2"], 65534);
    chmodSync(join(folder, "data"), 0o755);
    expect(run).toMatchObject({ status: 3, changes: [] });
    expect(run.errors).toContain("没有权限写入 data/x");
    expect(existsSync(join(folder, "data/x"))).toBe(false);
    expect(readdirSync(join(folder, "data"))).toEqual(["chaozhou-2024q2"]);
  });

  test("a last edition with mistakes is explained and nothing is made of it", () => {
    const folder = office("chaozhou-2024q2");
    const path = join(folder, "data/chaozhou-2024q2/circular.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace("联合检查单位:", "联合检查单:"));
    const run = runProgram(folder, ["new", "x", "--from", "chaozhou-2024q2"]);
    expect(run).toMatchObject({ status: 1, output: "", changes: [] });
    expect(run.errors).toContain("上一期有错误，没有新建；请先改正");
  });

  test.each([
    [["new", "--from", "chaozhou-2024q2"], 2, "请写出新一期的文件夹名"],
    [["new", "x", "--from", "chaozhou-2024q2", "--type", "chaozhou-quarterly"], 2, "写了 --from 就不要再写 --type"],
    [["new", "x", "--from", "chaozhou-2024q2", "--period", "三季度"], 2, "看不懂这个期间"],
    [["new", "x", "--from", "chaozhou-2024q1"], 1, "你是不是想写“data/chaozhou-2024q2”？"],
    [["new", "a:b", "--from", "chaozhou-2024q2"], 2, "文件夹名只写一个名字"],
  ])("%j says what is wrong", (command, status, words) => {
    const run = runProgram(office("chaozhou-2024q2"), command);
    expect(run).toMatchObject({ status, output: "", changes: [] });
    expect(run.errors).toContain(words);
  });
});

describe("new from nothing, where nobody can be asked", () => {
  const flags = {
    "--type": "chaozhou-quarterly",
    "--issuer": "示例市人民政府办公室",
    "--period": "2024Q3",
    "--date": "2024-10-10",
  };
  const all = Object.entries(flags).flat();
  const fields = ["联合检查单位=市政数局", "网站表备注=无", "抽查报告说明=已经发送"].flatMap((one) => ["--set", one]);

  test("all flags make an edition that lacks only what is yet to be found out", () => {
    const folder = office();
    const run = runProgram(folder, ["new", "示例-2024q3", ...all, ...fields]);
    expect(run).toMatchObject({
      status: 0,
      errors: "",
      changes: ["+ data/示例-2024q3/circular.yaml", "+ data/示例-2024q3/inspection.xlsx"],
    });
    const { errors } = runProgram(folder, ["check", "data/示例-2024q3"]);
    const missing = errors.split("\n").filter((line) => line.startsWith("  “") || line.startsWith("  数据表"));
    expect(missing.map((line) => line.replace(/（[\w-]+）$/u, ""))).toEqual([
      expect.stringContaining("整改.截止"),
      expect.stringContaining("整改.报送"),
      expect.stringContaining("数据表“新媒体”"),
      expect.stringContaining("数据表“网站”"),
    ]);
  });

  test("what is missing is named, flag by flag, all at once", () => {
    const folder = office();
    const nothing = runProgram(folder, ["new"]);
    expect(nothing).toMatchObject({ status: 2, output: "", changes: [] });
    expect(nothing.errors).toContain("缺少 新一期的文件夹名、--type、--issuer、--period、--date");
    const some = runProgram(folder, ["new", "x", "--type", "chaozhou-quarterly", "--period", "2024Q3"]);
    expect(some.status).toBe(2);
    expect(some.errors).toContain(
      "缺少 --issuer、--date、--set 联合检查单位=……、--set 网站表备注=……、--set 抽查报告说明=……",
    );
  });

  test("what is wrong with the flags is said, all at once", () => {
    const run = runProgram(office(), ["new", "x", "--period", "24Q3", "--date", "2024-13-01", "--issuer", " "]);
    expect(run).toMatchObject({ status: 2, changes: [] });
    expect(run.errors.split("\n").slice(0, 3)).toEqual([
      expect.stringContaining("--issuer"),
      expect.stringContaining("--period 24Q3"),
      expect.stringContaining("--date 2024-13-01"),
    ]);
    const unknown = runProgram(office(), ["new", "x", ...all, ...fields, "--set", "联合检查=1"]);
    expect(unknown).toMatchObject({ status: 2, changes: [] });
    expect(unknown.errors).toContain("--set 联合检查：这类通报没有这个字段，你是不是想写“联合检查单位”？");
  });
});
