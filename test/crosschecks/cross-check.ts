import { parse, stringify } from "yaml";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { composeInMemory } from "../edition/compose-in-memory.js";

/** What a test says of an edition: its tables, the rules, and whatever else it wants different. */
export interface Trial {
  /** 数据表 of type.yaml. */
  readonly tables?: string;
  /** 核对 of type.yaml. */
  readonly checks: string;
  /** 字段 of type.yaml. */
  readonly fields?: string;
  /** Further keys of type.yaml. */
  readonly type?: string;
  /** Rows by dataset. */
  readonly rows?: string | Readonly<Record<string, readonly object[]>>;
  /** Further keys of circular.yaml. */
  readonly circular?: string;
  /** Further files by path; the edition is `data/示例`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

const indented = (text: string): string => text.trim().replace(/^/gmu, "  ");

/** The type of a trial. */
function trialType({ tables = "", checks, fields = "", type = "" }: Trial): string {
  return [
    "名称: 示例\n标题: 示例情况的通报\n",
    fields === "" ? "" : `字段:\n${indented(fields)}\n`,
    tables === "" ? "" : `数据表:\n${indented(tables)}\n`,
    type,
    `\n核对:\n${indented(checks)}\n`,
  ].join("");
}

/** The circular.yaml of a trial. */
export function trialCircular({ rows = {}, circular = "" }: Partial<Trial>, period = "{年: 2024, 季度: 2}"): string {
  const data: unknown = typeof rows === "string" ? parse(rows) : rows;
  const tables = Object.keys(data as object).length === 0 ? "" : stringify({ 数据表: data });
  return `通报类型: 示例\n期间: ${period}\n发文机关: 潮州市人民政府办公室\n成文日期: 2024-07-10\n${circular}\n${tables}`;
}

/** Everything that is said of an edition's data, and what the log says was checked. */
export async function tried(trial: Trial): Promise<{
  readonly diagnostics: readonly Diagnostic[];
  readonly checked: string[];
  readonly unchecked: readonly string[];
}> {
  const { diagnostics, checked, unchecked } = await composeInMemory({
    type: trialType(trial),
    circular: trialCircular(trial),
    ...(trial.files === undefined ? {} : { files: trial.files }),
  });
  return {
    diagnostics,
    checked: checked.filter((line) => !/^(?:通用要素|数据表|核对：)/u.test(line)),
    unchecked,
  };
}

/** `code actual → expected` of each diagnostic, in order. */
export async function findings(trial: Trial): Promise<string[]> {
  const { diagnostics } = await tried(trial);
  return diagnostics.map(({ code, actual, expected }) => `${code} ${actual ?? ""} → ${expected ?? ""}`);
}
