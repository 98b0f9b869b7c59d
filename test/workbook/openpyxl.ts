import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemPython } from "../outside.js";

/** A sheet as openpyxl sees it. */
export interface SeenSheet {
  readonly name: string;
  readonly state: string;
  readonly freeze: string | null;
  readonly titleRows: string | null;
  readonly filter: string | null;
  readonly landscape: boolean;
  readonly cells: readonly (readonly (string | null)[])[];
  readonly types: readonly (readonly string[])[];
  readonly formats: readonly (readonly string[])[];
  readonly columnFormats: Readonly<Record<string, string>>;
  readonly widths: Readonly<Record<string, number>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  readonly rules: readonly {
    readonly cells: string;
    readonly type: string;
    readonly operator: string | null;
    readonly formula: string | null;
    readonly formula2: string | null;
    readonly style: string;
    readonly message: string | null;
    readonly shown: boolean;
  }[];
  readonly conditional: readonly { readonly cells: string; readonly formulas: readonly string[] }[];
}

export type CellInput = string | number | null;

const tool = fileURLToPath(new URL("openpyxl_tool.py", import.meta.url));

/** Opens a workbook with openpyxl and tells what is in it. */
export function seenByOpenpyxl(workbook: Uint8Array): SeenSheet[] {
  return withFiles(workbook, (source) => JSON.parse(python(["describe", source])) as SeenSheet[]);
}

/** Types rows into the sheets of a form, from the first row for data on, and saves it. */
export function fillWithOpenpyxl(
  form: Uint8Array,
  tables: Readonly<Record<string, readonly Readonly<Record<string, CellInput>>[]>>,
): Uint8Array {
  return changed(form, "fill", tables);
}

/** Types values into the rows that are there: the same into each, or those of a list in turn. */
export function completeWithOpenpyxl(
  form: Uint8Array,
  tables: Readonly<Record<string, Readonly<Record<string, CellInput | readonly CellInput[]>>>>,
): Uint8Array {
  return changed(form, "complete", tables);
}

function changed(form: Uint8Array, command: string, tables: unknown): Uint8Array {
  return withFiles(form, (source, target) => {
    python([command, source, target], JSON.stringify(tables));
    return readFileSync(target);
  });
}

function withFiles<Result>(content: Uint8Array, use: (source: string, target: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "tongbao-workbook-"));
  try {
    const source = join(folder, "form.xlsx");
    writeFileSync(source, content);
    return use(source, join(folder, "filled.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function python(parameters: readonly string[], input = ""): string {
  const { status, stdout, stderr } = spawnSync(systemPython, [tool, ...parameters], {
    encoding: "utf8",
    input,
    env: { ...process.env, PYTHONUTF8: "1", PYTHONWARNINGS: "ignore" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`openpyxl: ${stderr}`);
  return stdout;
}
