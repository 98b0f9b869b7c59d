import { describe, expect, test } from "vitest";
import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { composeInMemory } from "./compose-in-memory.js";

const check = async (checks: string, circular = exampleCircular): Promise<unknown[]> => {
  const { diagnostics } = await composeInMemory({ type: `${exampleType}核对:\n${checks}`, circular });
  return diagnostics.map(({ code, severity, message, actual, hint, place, related }) => ({
    code,
    severity,
    message,
    ...(actual === undefined ? {} : { actual }),
    ...(hint === undefined ? {} : { hint }),
    at: `${place.file.split("/").at(-1) ?? ""}:${place.line ?? 0}:${place.column ?? 0}`,
    related: related?.map((other) => `${other.place.file.split("/").at(-1) ?? ""}:${other.place.line ?? 0}`),
  }));
};

describe("核对", () => {
  test("says nothing where it holds", async () => {
    expect(
      await check("  - {说明: 有账号, 条件: 账号}\n  - {说明: 先检查后整改, 条件: 小于 检查时间.止 截止}\n"),
    ).toEqual([]);
  });

  test("reports what does not hold, with both sides, the place in the data and the place of the rule", async () => {
    expect(await check("  - {说明: 整改在检查以前, 条件: 小于 截止 检查时间.起, 处理: 请检查日期}\n")).toEqual([
      {
        code: "check-failed",
        severity: "error",
        message: "核对不符：整改在检查以前",
        actual: "截止 = 2024年7月20日；检查时间.起 = 2024年4月1日",
        hint: expect.stringContaining("请检查日期") as string,
        at: "circular.yaml:6:5",
        related: ["type.yaml:36"],
      },
    ]);
  });

  test("names the row that a count was made from", async () => {
    const [found] = await check('  - {说明: 没有不合格账号, 条件: 等于 (行数 账号 结果="不合格") 0}\n');
    expect(found).toMatchObject({ actual: '行数 账号 结果="不合格" = 1', at: "circular.yaml:13:0" });
  });

  test("has the severity that its author gave it", async () => {
    const found = await check(
      "  - {说明: 甲, 条件: 等于 1 2, 级别: 警告}\n  - {说明: 乙, 条件: 等于 1 2, 级别: 提示}\n",
    );
    expect(found.map((one) => (one as { severity: string }).severity).sort()).toEqual(["hint", "warning"]);
  });

  test("for each row reports each row in which it does not hold", async () => {
    const found = await check(
      "  - {说明: 检查数够, 逐行: 地区, 条件: 大于 检查数 7}\n  - {说明: 都合格, 逐行: 账号, 条件: '等于 结果 \"合格\"'}\n",
    );
    expect(
      found.map((one) => (one as { message: string; at: string }).message.slice(5) + (one as { at: string }).at),
    ).toEqual(["都合格circular.yaml:13:7", "检查数够circular.yaml:17:7"]);
  });

  test("that cannot be worked out reports that", async () => {
    const found = await check('  - {说明: 甲, 条件: 大于 (最大值 地区 检查数 名称="丁市") 1}\n');
    expect(found.map((one) => (one as { code: string }).code)).toContain("helper-no-numbers");
  });
});

describe("what was checked", () => {
  test("is listed: elements, each table, each rule", async () => {
    const { checked } = await composeInMemory({ type: `${exampleType}核对:\n  - {说明: 有账号, 条件: 账号}\n` });
    expect(checked.join("\n")).toContain("账号");
    expect(checked.join("\n")).toContain("有账号");
    expect(checked.length).toBeGreaterThan(4);
  });
});
