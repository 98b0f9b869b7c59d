import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writeFilesTogether } from "../../src/cli/write-files.js";
import { renderDiagnostic } from "../../src/diagnostics/render.js";

/*
 * What a full disk or a file open in Word does cannot be brought about by a test on every machine, so the system's answers are simulated
 * here: only the functions named below are replaced, everything else happens on the disk.
 */
vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return {
    ...real,
    writeSync: vi.fn(real.writeSync),
    renameSync: vi.fn(real.renameSync),
    linkSync: vi.fn(real.linkSync),
  };
});

let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "tongbao-writing-"));
});

afterEach(() => {
  vi.clearAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The error that the system gives under this code. */
function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: something in English, at '${folder}'`), { code });
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A pair of files as the program writes them, in a folder that does not exist yet unless `put` has made it. */
function pair(): readonly [document: string, reviewText: string] {
  return [join(folder, "2024q2", "2024q2.docx"), join(folder, "2024q2", "2024q2.txt")];
}

/** Puts a last draft in place, finished long ago. */
function putLastDraft(): void {
  fs.mkdirSync(join(folder, "2024q2"));
  for (const path of pair()) {
    fs.writeFileSync(path, `the last draft of ${path}`);
    fs.utimesSync(path, 1_700_000_000, 1_700_000_000);
  }
}

/** Everything in the folder: names, contents and times. */
function state(): Record<string, unknown> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name);
      const stat = fs.statSync(path);
      return [name, stat.isDirectory() ? "folder" : [fs.readFileSync(path, "utf8"), stat.mtimeMs]];
    }),
  );
}

function write(): string[] {
  const files = pair().map((path) => ({ path, bytes: bytes("the new draft") }));
  return writeFilesTogether(files).map((diagnostic) => renderDiagnostic(diagnostic).replaceAll(folder, "output"));
}

describe("what the system refuses is said in words that an office understands", () => {
  test.each([
    [
      "EBUSY",
      "output/2024q2/2024q2.docx 正在被别的程序使用，写不进去（output-locked）",
      "如果它在 Word 或 WPS 里打开着，请关闭后重试；原来的文件没有改动",
    ],
    [
      "ENOSPC",
      "磁盘已满，写不下 output/2024q2/2024q2.docx（output-disk-full）",
      "请清理磁盘后重试；原来的文件没有改动",
    ],
    [
      "EDQUOT",
      "磁盘已满，写不下 output/2024q2/2024q2.docx（output-disk-full）",
      "请清理磁盘后重试；原来的文件没有改动",
    ],
    [
      "EROFS",
      "没有权限写入 output/2024q2/2024q2.docx（output-not-permitted）",
      "请检查文件夹是否只读，或用 --out 换一个文件夹",
    ],
  ])("%s", (code, message, hint) => {
    putLastDraft();
    const before = state();
    vi.mocked(fs.writeSync).mockImplementationOnce(() => {
      throw systemError(code);
    });
    expect(write()).toEqual([`错误 output/2024q2/2024q2.docx\n  ${message}\n  处理：${hint}`]);
    expect(state()).toEqual(before);
  });

  test("a code that nobody has foreseen is passed on, without the system's own sentence", () => {
    vi.mocked(fs.writeSync).mockImplementationOnce(() => {
      throw systemError("EIO");
    });
    expect(write()).toEqual([
      [
        "错误 output/2024q2/2024q2.docx",
        "  写不进 output/2024q2/2024q2.docx（output-failed）",
        "  实际：系统给出的错误代码是 EIO",
        "  处理：请用 --out 换一个文件夹再试；仍然不行，请把这个代码告诉维护人员",
      ].join("\n"),
    ]);
  });

  test("a fault of the program is not taken for one of the system", () => {
    vi.mocked(fs.writeSync).mockImplementationOnce(() => {
      throw new TypeError("a fault");
    });
    expect(write).toThrow("a fault");
    expect(state()).toEqual({});
  });
});

describe("all files or none", () => {
  /** Refuses the second file its place: the document is replaced, the review text is not. */
  function refuseSecond(): void {
    const [document, reviewText] = pair();
    const rename = vi.mocked(fs.renameSync).getMockImplementation();
    vi.mocked(fs.renameSync).mockImplementation((from, to) => {
      if (to === reviewText) {
        expect(fs.readFileSync(document, "utf8"), "the document has been replaced by then").toBe("the new draft");
        throw systemError("EBUSY");
      }
      rename?.(from, to);
    });
  }

  afterEach(() => {
    vi.mocked(fs.renameSync).mockRestore();
    vi.mocked(fs.linkSync).mockRestore();
  });

  test("both files are replaced, and nothing else is left in the folder", () => {
    putLastDraft();
    expect(write()).toEqual([]);
    expect(fs.readdirSync(join(folder, "2024q2"))).toEqual(["2024q2.docx", "2024q2.txt"]);
    for (const path of pair()) expect(fs.readFileSync(path, "utf8")).toBe("the new draft");
  });

  test("if the second cannot be replaced, the first gets its old content and time back", () => {
    putLastDraft();
    const before = state();
    refuseSecond();
    expect(write()).toEqual([expect.stringContaining("2024q2.txt 正在被别的程序使用")]);
    expect(state()).toEqual(before);
  });

  test("also where the file system knows no second names for a file", () => {
    putLastDraft();
    const before = state();
    refuseSecond();
    vi.mocked(fs.linkSync).mockImplementation(() => {
      throw systemError("EPERM");
    });
    expect(write()).toEqual([expect.stringContaining("2024q2.txt 正在被别的程序使用")]);
    expect(state()).toEqual(before);
  });

  test("if not even the old content can be put back, the files are whole, old or new, and nothing else is left", () => {
    putLastDraft();
    const [document] = pair();
    refuseSecond();
    const refusing = vi.mocked(fs.renameSync).getMockImplementation();
    vi.mocked(fs.renameSync).mockImplementation((from, to) => {
      if (String(from).includes(".old.tmp-")) throw systemError("EBUSY");
      refusing?.(from, to);
    });
    expect(write()).toEqual([expect.stringContaining("2024q2.txt 正在被别的程序使用")]);
    expect(fs.readdirSync(join(folder, "2024q2"))).toEqual(["2024q2.docx", "2024q2.txt"]);
    expect(fs.readFileSync(document, "utf8")).toBe("the new draft");
  });

  test("what was not there before is not there afterwards, its folder neither", () => {
    refuseSecond();
    expect(write()).toEqual([expect.stringContaining("2024q2.txt 正在被别的程序使用")]);
    expect(state()).toEqual({});
  });
});
