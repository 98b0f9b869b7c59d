import { exampleCircular, exampleType } from "../../scripts/write-reference.example.js";
import { composeDocument } from "../../src/edition/compose.js";
import { loadEdition, readCircularFile, type Edition } from "../../src/edition/load-edition.js";
import { evaluationContext } from "../../src/edition/names.js";
import { prepareType, type PreparedType } from "../../src/edition/prepared-type.js";
import type { FactValue } from "../../src/facts/values.js";
import { evaluateExpression } from "../../src/template/evaluate.js";
import { parseExpression } from "../../src/template/syntax.js";
import type { CircularDocument } from "../../src/document/tree.js";
import type { FieldValue } from "../../src/schema/dataset.js";
import { memoryFiles, type EditionTexts } from "./compose-in-memory.js";

/** A type and an edition, read and validated, for tests that then put other values in. */
export interface PreparedExample {
  readonly prepared: PreparedType;
  readonly edition: Edition;
}

/** Reads the example edition with some of its files replaced. */
export async function prepareExample(texts: EditionTexts = {}): Promise<PreparedExample> {
  const files = memoryFiles({
    "templates/示例/type.yaml": texts.type ?? exampleType,
    "templates/示例/body.hbs": texts.body ?? "正文。",
    "data/示例/circular.yaml": texts.circular ?? exampleCircular,
    ...texts.files,
  });
  const { prepared, diagnostics } = await prepareType(files, "templates/示例");
  const { root } = await readCircularFile(files, "data/示例");
  if (prepared === undefined || root === undefined) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  const loaded = await loadEdition(files, "data/示例", root, prepared.type);
  if (loaded.edition === undefined) throw new Error(loaded.diagnostics.map((one) => one.message).join("\n"));
  return { prepared, edition: loaded.edition };
}

/** The edition with other rows in a dataset: `values` by row and column. Nothing is validated. */
export function withRows(edition: Edition, name: string, rows: readonly (readonly FieldValue[])[]): Edition {
  const dataset = edition.datasets.get(name);
  if (dataset === undefined) throw new Error(`there is no dataset ${name}`);
  const replaced = {
    ...dataset,
    rows: rows.map((values, index) => ({ index, source: index + 1, values })),
    placeOf: (row: { readonly source: number }) => ({ file: "data.yaml", line: row.source, column: 1 }),
  };
  return { ...edition, datasets: new Map([...edition.datasets, [name, replaced]]) };
}

/** The document of an edition that must have nothing wrong with it, apart from what is tolerated by its code. */
export function composed({ prepared, edition }: PreparedExample, tolerated: readonly string[] = []): CircularDocument {
  const { document, diagnostics: found } = composeDocument(prepared, edition);
  const diagnostics = found.filter(({ code }) => !tolerated.includes(code));
  if (diagnostics.length > 0) throw new Error(diagnostics.map((one) => `${one.code} ${one.message}`).join("\n"));
  return document;
}

/** What a bare expression comes to in an edition. The expression must be right. */
export function evaluated({ prepared, edition }: PreparedExample, expression: string): FactValue {
  const { template, diagnostics: syntax } = parseExpression({ source: expression, place: { file: "测试" } });
  if (template === undefined) throw new Error(syntax.map((one) => one.message).join("\n"));
  const settings = { rateDecimals: 1, attachmentMarks: new Map<string, string>() };
  const { context, diagnostics: inFacts } = evaluationContext(prepared, edition, settings);
  const { value, diagnostics } = evaluateExpression(template, context);
  const [problem] = [...diagnostics, ...inFacts];
  if (problem !== undefined) throw new Error(`${problem.code} ${problem.message}`);
  return value;
}
