import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { build, builtCircular, projectFiles, projectPath, requireEdition } from "./built-circular.js";
import { circulars } from "./circulars.js";
import { attachmentKeys, mapAt, optionalText, readFacts } from "./facts.js";
import { expectSame } from "./same-bytes.js";

/** What Excel leaves beside a workbook while it is open: the user's name, padded; not a workbook. */
const lockFile = new TextEncoder().encode(`\u0006office${" ".repeat(158)}`);

/** A circular all of whose attachments are pictures has no tables to give in two forms. */
const withTables = circulars.filter(({ id }) => {
  const facts = readFacts(id);
  return attachmentKeys(facts).some((key) => optionalText(mapAt(facts, key), "形式") !== "图片");
});

describe.each(withTables)("$id", (circular) => {
  const folder = `data/${circular.id}`;
  const circularYaml = `${folder}/circular.yaml`;

  test("is the same from the workbook and from YAML", async (context) => {
    requireEdition(circular, context);
    const fromWorkbook = await build(circular.id, projectFiles(), ["inspection.xlsx"]);
    const fromYaml = await build(circular.id, projectFiles(), ["inspection.yaml"]);
    expectSame(fromYaml, fromWorkbook);
    expectSame(fromWorkbook, await builtCircular(circular, context));
  });

  test("is the same with its tables in circular.yaml", async (context) => {
    requireEdition(circular, context);
    const tables = readText(`${folder}/inspection.yaml`).replaceAll(/^(?=.)/gmu, "  ");
    const whole = `${withoutDataFile(readText(circularYaml))}\n数据表:\n${tables}`;
    const files = projectFiles(
      new Map([
        [circularYaml, whole],
        [`${folder}/inspection.xlsx`, undefined],
        [`${folder}/inspection.yaml`, undefined],
      ]),
    );
    expectSame(await build(circular.id, files), await builtCircular(circular, context));
  });

  test("is the same while the workbook is open in Excel", async (context) => {
    requireEdition(circular, context);
    const lock = [`${folder}/~$inspection.xlsx`, lockFile] as const;
    expectSame(await build(circular.id, projectFiles(new Map([lock]))), await builtCircular(circular, context));
    // The lock file must not be in the way of finding the only data file of the folder either.
    const unnamed = projectFiles(
      new Map<string, Uint8Array | string | undefined>([
        lock,
        [circularYaml, withoutDataFile(readText(circularYaml))],
        [`${folder}/inspection.yaml`, undefined],
      ]),
    );
    expectSame(await build(circular.id, unnamed), await builtCircular(circular, context));
  });
});

function readText(path: string): string {
  return readFileSync(projectPath(path), "utf8");
}

function withoutDataFile(yaml: string): string {
  const rest = yaml.replace(/^数据文件:.*$/mu, "");
  expect(rest).not.toBe(yaml);
  return rest;
}
