import { readYaml } from "../../src/input/yaml/read-yaml.js";
import { toPlain } from "../../src/input/yaml/yaml-node.js";
import { compileType } from "../../src/schema/compile-type.js";
import type { CircularType } from "../../src/schema/definitions.js";
import { schemaOf } from "../../src/schema/schema-of.js";
import { typeFileForm } from "../../src/schema/type-file.js";
import { withoutEmpty } from "../../src/schema/validate-file.js";
import { planWorkbook, type WorkbookContent } from "../../src/workbook/plan-workbook.js";
import type { WorkbookForm } from "../../src/workbook/workbook-form.js";

/** A type from the text of its type.yaml, which must have nothing wrong with it. */
export function typeFrom(yaml: string): CircularType {
  const { root, diagnostics } = readYaml(new TextEncoder().encode(yaml), "type.yaml");
  if (root === undefined) throw new Error(JSON.stringify(diagnostics));
  const compiled = compileType("示例", schemaOf(typeFileForm).parse(withoutEmpty(toPlain(root))), root);
  if (compiled.diagnostics.length > 0) throw new Error(JSON.stringify(compiled.diagnostics));
  return compiled.type;
}

/** A type with these tables and nothing else. @param tables the part of type.yaml below 数据表, indented by two */
export function typeWithTables(tables: string): CircularType {
  return typeFrom(`名称: 示例通报\n标题: 示例\n数据表:\n${tables}`);
}

/** The form for a type that can have one. */
export function formOf(type: CircularType, content: WorkbookContent = {}): WorkbookForm {
  const { form, diagnostics } = planWorkbook(type, content);
  if (form === undefined) throw new Error(JSON.stringify(diagnostics));
  return form;
}
