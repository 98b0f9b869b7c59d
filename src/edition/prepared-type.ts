import { appendAll } from "../document/append-all.js";
import { nearestName } from "../diagnostics/suggest.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hasErrors } from "../diagnostics/diagnostic.js";
import { decodeUnicode } from "../input/yaml/decode-text.js";
import { openYaml } from "../input/yaml/open-yaml.js";
import { compileType } from "../schema/compile-type.js";
import { crossCheckExpressions } from "../schema/cross-checks/definitions.js";
import type {
  AttachmentDefinition,
  CircularType,
  NoticeDefinition,
  TableDefinition,
  TemplateText,
} from "../schema/definitions.js";
import { findUnprintable } from "../schema/printable-text.js";
import { typeFileForm } from "../schema/type-file.js";
import { validateFile } from "../schema/validate-file.js";
import { checkExpression, checkTemplate, type CheckContext } from "../template/check.js";
import { findBlock, findHelper } from "../template/helpers/registry.js";
import {
  noticeNames,
  noticeShapes,
  rootShapes,
  shapeNames,
  textShape,
  unknownShape,
  type Shape,
} from "../template/shapes.js";
import { parseExpression, parseTemplate, type ParsedTemplate } from "../template/syntax.js";
import { deepestBrackets, deepestFacts } from "../template/template-limits.js";
import { baseName, joinPath, type Files } from "./files.js";

/** A circular type that has been read and found consistent: its definitions and its parsed templates. */
export interface PreparedType {
  readonly type: CircularType;
  readonly body: ParsedTemplate;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  /** The parsed form of every piece of template in type.yaml. */
  readonly parsed: (text: TemplateText) => ParsedTemplate;
  /** Parsed fact expressions by name. */
  readonly facts: ReadonlyMap<string, ParsedTemplate>;
  /** The parsed body of 整改通知; there if the type has one. */
  readonly noticeBody?: ParsedTemplate;
}

/**
 * Reads and checks a circular type: type.yaml against its schema, names of datasets and columns, and every template in it, in all branches.
 *
 * @param files to read from
 * @param folder of the type, for instance `templates/chaozhou-quarterly`
 * @returns the prepared type if nothing is certainly wrong, and all that was found
 */
export async function prepareType(
  files: Files,
  folder: string,
): Promise<{ readonly prepared?: PreparedType; readonly diagnostics: Diagnostic[] }> {
  const path = joinPath(folder, "type.yaml");
  const bytes = files.read(path);
  if (bytes === undefined) return { diagnostics: [diagnose("type-file-missing", { file: path }, { folder })] };
  const yaml = await openYaml(bytes, path);
  const diagnostics = [...yaml.diagnostics];
  if (yaml.root === undefined || hasErrors(diagnostics)) return { diagnostics };
  const validated = await validateFile(typeFileForm, yaml.root);
  if ("diagnostics" in validated) return { diagnostics: [...diagnostics, ...validated.diagnostics] };
  const compiled = compileType(baseName(folder), validated.value, yaml.root);
  appendAll(diagnostics, compiled.diagnostics);
  const templates = new TypeTemplates(files, folder, compiled.type);
  appendAll(diagnostics, templates.diagnostics);
  const prepared = templates.prepared();
  return prepared === undefined || hasErrors(diagnostics) ? { diagnostics } : { prepared, diagnostics };
}

class TypeTemplates {
  readonly diagnostics: Diagnostic[] = [];
  private readonly byText = new Map<TemplateText, ParsedTemplate>();
  private readonly facts = new Map<string, ParsedTemplate>();
  private readonly factShapes = new Map<string, Shape>();
  private readonly openFacts = new Set<string>();
  /** How deep the working out of a fact goes: its brackets and the facts that it refers to, one inside the other. */
  private readonly factDepths = new Map<string, number>();
  /** The deepest of the facts that the one being checked refers to. */
  private deepestReference = 0;
  /** The depth of the facts that are being checked, one inside the other. */
  private openDepth = 0;
  private readonly partials = new Map<string, ParsedTemplate>();
  private readonly context: CheckContext;
  private readonly body: ParsedTemplate | undefined;
  private noticeBody: ParsedTemplate | undefined;

  constructor(
    files: Files,
    folder: string,
    private readonly type: CircularType,
  ) {
    this.context = {
      roots: rootShapes(type),
      factShape: (name) => this.factShape(name),
      factNames: type.facts.map((fact) => fact.name),
      partials: this.partials,
      attachmentKeys: type.attachments.map((attachment) => attachment.key),
    };
    this.checkNames();
    this.readPartials(files, folder);
    for (const fact of type.facts) {
      const result = parseExpression(fact.expression);
      appendAll(this.diagnostics, result.diagnostics);
      if (result.template !== undefined) this.facts.set(fact.name, result.template);
    }
    for (const fact of type.facts) this.factShape(fact.name);
    this.body = this.readBody(files, joinPath(folder, "body.hbs"));
    this.checkTexts();
    if (type.notice !== undefined) this.checkNotice(type.notice, folder);
  }

  prepared(): PreparedType | undefined {
    if (this.body === undefined) return undefined;
    return {
      type: this.type,
      body: this.body,
      partials: this.partials,
      facts: this.facts,
      ...(this.noticeBody === undefined ? {} : { noticeBody: this.noticeBody }),
      parsed: (text) => {
        const template = this.byText.get(text);
        if (template === undefined) throw new Error(`template was not prepared: ${text.source}`);
        return template;
      },
    };
  }

  /** A name that means two things would silently hide one of them. */
  private checkNames(): void {
    const taken = new Map<string, string>();
    const claim = (name: string, what: string, place: TemplateText["place"]): void => {
      if (findHelper(name) !== undefined || findBlock(name) !== undefined) {
        this.diagnostics.push(diagnose("type-name-is-helper", place, { name, what }));
      }
      const other = taken.get(name);
      if (other !== undefined) this.diagnostics.push(diagnose("type-name-repeated", place, { name, what, other }));
      taken.set(name, what);
    };
    for (const field of this.type.fields) claim(field.name, "字段", field.place);
    for (const dataset of this.type.datasets) claim(dataset.name, "数据表", dataset.place);
    for (const fact of this.type.facts) claim(fact.name, "事实", fact.expression.place);
    for (const name of this.type.notice === undefined ? [] : noticeNames) {
      const other = taken.get(name);
      if (other === undefined) continue;
      const place = [...this.type.fields, ...this.type.datasets].find((one) => one.name === name)?.place;
      const fact = this.type.facts.find((one) => one.name === name);
      this.diagnostics.push(
        diagnose("type-name-repeated", place ?? fact?.expression.place ?? this.type.place, {
          name,
          what: other,
          other: "整改通知里的",
        }),
      );
    }
  }

  private readPartials(files: Files, folder: string): void {
    for (const name of files.list(folder) ?? []) {
      if (!name.endsWith(".hbs") || name === "body.hbs") continue;
      // The line end that editors put at the end of a file would otherwise break the paragraph that includes it.
      const parsed = this.parseFile(files, joinPath(folder, name), /\n+$/u);
      // One that does not parse is there all the same: whoever includes it has made no mistake.
      const template = parsed ?? parseTemplate({ source: "", place: { file: joinPath(folder, name) } }).template;
      if (template !== undefined) this.partials.set(name.slice(0, -".hbs".length), template);
    }
  }

  private readBody(files: Files, path: string): ParsedTemplate | undefined {
    if (files.read(path) === undefined) {
      this.diagnostics.push(diagnose("body-file-missing", { file: path }, {}));
      return undefined;
    }
    const parsed = this.parseFile(files, path);
    if (parsed !== undefined) appendAll(this.diagnostics, checkTemplate(parsed, this.context));
    return parsed;
  }

  private parseFile(files: Files, path: string, dropped = /(?!)/u): ParsedTemplate | undefined {
    const decoded = decodeUnicode(files.read(path) ?? new Uint8Array());
    if (typeof decoded !== "string") {
      this.diagnostics.push(diagnose("template-not-utf8", { file: path }, {}));
      return undefined;
    }
    const source = decoded.replace(/\r\n?/gu, "\n").replace(dropped, "");
    const unprintable = unprintableCharacters(source, path);
    appendAll(this.diagnostics, unprintable);
    if (unprintable.length > 0) return undefined;
    const result = parseTemplate({ source, place: { file: path, line: 1, column: 1 } });
    appendAll(this.diagnostics, result.diagnostics);
    return result.template;
  }

  private factShape(name: string): Shape | undefined {
    const known = this.factShapes.get(name);
    if (known !== undefined) {
      this.deepestReference = Math.max(this.deepestReference, this.factDepths.get(name) ?? 0);
      return known;
    }
    const template = this.facts.get(name);
    if (template === undefined) {
      return this.type.facts.some((fact) => fact.name === name) ? unknownShape : undefined;
    }
    if (this.openFacts.has(name)) {
      this.diagnostics.push(
        diagnose("fact-refers-to-itself", template.placeAt({ line: 1, column: 2 }), {
          name,
          chain: [...this.openFacts],
        }),
      );
      return unknownShape;
    }
    const tooDeep = (): void => {
      const place = template.placeAt({ line: 1, column: 2 });
      this.diagnostics.push(diagnose("fact-too-deep", place, { name, limit: deepestFacts }));
    };
    const own = 1 + deepestBrackets(template.source);
    if (this.openDepth + own > deepestFacts) {
      tooDeep();
      return unknownShape;
    }
    this.openDepth += own;
    const deepestOutside = this.deepestReference;
    this.deepestReference = 0;
    this.openFacts.add(name);
    const { shape, diagnostics } = checkExpression(template, this.context);
    this.openFacts.delete(name);
    this.openDepth -= own;
    const depth = this.deepestReference + own;
    // Those that it refers to may have been checked before, one by one; they are worked out inside each other all the same.
    if (depth > deepestFacts && this.deepestReference <= deepestFacts) tooDeep();
    this.factDepths.set(name, depth);
    this.deepestReference = Math.max(deepestOutside, depth);
    this.factShapes.set(name, shape);
    appendAll(this.diagnostics, diagnostics);
    return shape;
  }

  private checkTexts(): void {
    const { type } = this;
    for (const line of type.title) this.text(line);
    for (const check of type.checks) {
      const rows = check.eachRowOf === undefined ? undefined : this.context.roots.get(check.eachRowOf);
      this.expression(check.condition, rows?.kind === "rows" ? { kind: "record", dataset: rows.dataset } : undefined);
    }
    for (const { text, dataset } of type.crossChecks.flatMap(crossCheckExpressions)) {
      const rows = dataset === undefined ? undefined : this.context.roots.get(dataset);
      this.expression(text, rows?.kind === "rows" ? { kind: "record", dataset: rows.dataset } : undefined);
    }
    for (const attachment of type.attachments) this.attachment(attachment, this.context);
  }

  /** 整改通知 can name what the circular can, its own attachments instead of the circular's, and what differs from unit to unit. */
  private checkNotice(notice: NoticeDefinition, folder: string): void {
    const dataset = this.type.datasets.find(({ name }) => name === notice.dataset);
    if (dataset === undefined) return;
    const context: CheckContext = {
      ...this.context,
      roots: new Map([...this.context.roots, ...noticeShapes(dataset)]),
      attachmentKeys: notice.attachments.map((attachment) => attachment.key),
    };
    if (notice.rows !== undefined) this.rows(notice.rows, dataset.name, this.context);
    for (const text of [...notice.title, notice.documentNumber, notice.signature, notice.note]) {
      if (text !== undefined) this.text(text, context);
    }
    if (notice.date !== undefined) {
      const { kind } = this.expression(notice.date, undefined, context);
      if (kind !== "date" && kind !== "unknown") {
        const particulars = { actual: notice.date.source, found: shapeNames[kind] };
        this.diagnostics.push(diagnose("notice-date-expression", notice.date.place, particulars));
      }
    }
    for (const attachment of notice.attachments) this.attachment(attachment, context);
    this.noticeBody = this.partials.get(notice.body);
    if (this.noticeBody !== undefined) {
      appendAll(this.diagnostics, checkTemplate(this.noticeBody, context));
      return;
    }
    const known = [...this.partials.keys()].map((name) => `${name}.hbs`);
    const nearest = nearestName(`${notice.body}.hbs`, known);
    const particulars = { name: notice.body, known, nearest };
    this.diagnostics.push(
      diagnose("notice-body-missing", notice.place, particulars, [
        { place: { file: joinPath(folder, `${notice.body}.hbs`) }, message: "应当在这里" },
      ]),
    );
  }

  private attachment(attachment: AttachmentDefinition, context: CheckContext): void {
    this.text(attachment.name, context);
    for (const line of attachment.title) this.text(line, context);
    if (attachment.subtitle !== undefined) this.text(attachment.subtitle, context);
    if (attachment.condition !== undefined) this.expression(attachment.condition, undefined, context);
    for (const content of attachment.content) {
      if (content.condition !== undefined) this.expression(content.condition, undefined, context);
      switch (content.kind) {
        case "table":
          this.table(content.table, context);
          break;
        case "picture":
          this.text(content.alternativeText, context);
          break;
        case "remark":
        case "caption":
        case "text":
          this.text(content.text, context);
      }
    }
  }

  /** An expression that must yield rows of a certain dataset. */
  private rows(expression: TemplateText, dataset: string, context: CheckContext): void {
    const shape = this.expression(expression, undefined, context);
    if (shape.kind === "unknown" || (shape.kind === "rows" && shape.dataset.name === dataset)) return;
    this.diagnostics.push(diagnose("type-rows-expression", expression.place, { actual: expression.source, dataset }));
  }

  private table(table: TableDefinition, context: CheckContext): void {
    if (table.rows !== undefined) this.rows(table.rows, table.dataset, context);
    if (table.remark !== undefined) this.text(table.remark.text, context);
    const rows = context.roots.get(table.dataset);
    if (rows?.kind !== "rows") return;
    const group: Shape = {
      kind: "group",
      printable: false,
      fields: new Map<string, Shape>([
        ["名称", textShape],
        ["行", rows],
      ]),
    };
    const item: Shape = table.groupBy === undefined ? { kind: "record", dataset: rows.dataset } : group;
    for (const column of table.columns) if (column.value !== undefined) this.cell(column.value, item, context);
    // What a column works out for a group has been checked; 重算 works the same out for all rows.
    const checked = new Set(table.columns.map((column) => column.value));
    for (const expression of table.total?.others.values() ?? []) {
      if (!checked.has(expression)) this.cell(expression, group, context);
    }
  }

  /** What a column works out must be a single value. */
  private cell(expression: TemplateText, item: Shape, context: CheckContext): void {
    const shape = this.expression(expression, item, context);
    if (!["text", "number", "date", "yesNo", "unknown"].includes(shape.kind)) {
      this.diagnostics.push(
        diagnose("type-cell-expression", expression.place, {
          actual: expression.source,
          found: shapeNames[shape.kind],
        }),
      );
    }
  }

  private text(text: TemplateText, context = this.context): void {
    const result = parseTemplate(text);
    appendAll(this.diagnostics, result.diagnostics);
    if (result.template === undefined) return;
    this.byText.set(text, result.template);
    appendAll(this.diagnostics, checkTemplate(result.template, context));
  }

  private expression(text: TemplateText, item?: Shape, context = this.context): Shape {
    const result = parseExpression(text);
    appendAll(this.diagnostics, result.diagnostics);
    if (result.template === undefined) return unknownShape;
    this.byText.set(text, result.template);
    const { shape, diagnostics } = checkExpression(result.template, context, item);
    appendAll(this.diagnostics, diagnostics);
    return shape;
  }
}

/** One message for each line that holds a character which no document can hold. */
function unprintableCharacters(source: string, file: string): Diagnostic[] {
  return source.split("\n").flatMap((text, index) => {
    const found = findUnprintable(text);
    if (found === undefined) return [];
    const place = { file, line: index + 1, column: found.position };
    return [diagnose("template-control-character", place, { codePoint: found.codePoint })];
  });
}
