import { beforeAll, expect, it } from "vitest";
import { buildProgram, layOut, runProgram } from "../broken/run-program.js";
import { editionFolder, guideBlocks, noticeEdition, seeNotices } from "./notice-edition.js";

beforeAll(buildProgram);

it("what docs/整改通知.md says to type gives the notice that it shows", (context) => {
  const folder = layOut(noticeEdition());
  expect(runProgram(folder, ["type", "check", "templates/窗口检查"]).status).toBe(0);
  const run = runProgram(folder, ["notices", editionFolder]);
  expect({ status: run.status, errors: run.errors }).toEqual({ status: 0, errors: "" });
  const { notices } = seeNotices(folder, context);
  expect(Object.keys(notices)).toEqual(["01-示例区自然资源局.docx"]);
  const shown = guideBlocks("text").join("").trimEnd().split("\n");
  expect(Object.values(notices)[0]?.paragraphs.slice(0, shown.length)).toEqual(shown);
  expect(Object.values(notices)[0]?.tables).toEqual([
    [
      ["序号", "窗口名称", "得分", "主要问题"],
      ["1", "不动产登记窗口", "55.0", "两次检查时无人在岗"],
    ],
  ]);
});
