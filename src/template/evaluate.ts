import { chineseNumeral } from "../facts/numbers/chinese-numerals.js";
import type { Place } from "../document/place.js";
import type { Inline } from "../document/tree.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatValue } from "../facts/format.js";
import { cellValue, isTruthy, type FactValue, type ScalarValue } from "../facts/values.js";
import { columnIndex } from "../schema/dataset.js";
import { columnArgument, deepestInclusion, isWithin, optionChoiceDiagnostic } from "./check.js";
import type { BlockHelper } from "./helpers/blocks.js";
import {
  isNothing,
  nothing,
  type Helper,
  type HelperCall,
  type HelperOption,
  type HelperParameter,
  type HelperSettings,
} from "./helpers/helper.js";
import { valueNode } from "./helpers/lists.js";
import { rankedGroups } from "./helpers/ranks.js";
import { findBlock, findHelper } from "./helpers/registry.js";
import { columnName, firstRowWithout, groupRows, selectedRows } from "./helpers/rows.js";
import { placeAfter, type Segment } from "./segments.js";
import { mostSteps } from "./template-limits.js";
import type { Call, Expression, ParsedTemplate, PathExpression, Program, Statement } from "./syntax.js";

/** The names at one point while a template is evaluated. */
interface Scope {
  readonly parent?: Scope;
  readonly self: FactValue;
  readonly lookup: (name: string) => FactValue | undefined;
  /** Position within the innermost loop, from 0, and how many there are. */
  readonly loop?: { readonly index: number; readonly count: number };
}

/** What a template is evaluated against. */
export interface EvaluationContext {
  /** Fields, datasets, elements and facts by name; facts are worked out when they are first asked for. */
  readonly lookup: (name: string) => FactValue | undefined;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  readonly settings: HelperSettings;
}

/**
 * Evaluates a checked template.
 *
 * @param template that `checkTemplate` found nothing wrong with
 * @param context the data
 * @returns the words of the template and the values between them, and what went wrong with the data on the way
 */
export function evaluateTemplate(
  template: ParsedTemplate,
  context: EvaluationContext,
): { readonly segments: Segment[]; readonly diagnostics: Diagnostic[] } {
  const evaluator = new Evaluator(context);
  return { segments: evaluator.whole(template), diagnostics: evaluator.diagnostics };
}

/** Evaluates a checked bare expression; the names of `item` (a row, a group) can be used in it directly. */
export function evaluateExpression(
  template: ParsedTemplate,
  context: EvaluationContext,
  item?: FactValue,
): { readonly value: FactValue; readonly diagnostics: Diagnostic[] } {
  const evaluator = new Evaluator(context);
  return { value: evaluator.expressionValue(template, item), diagnostics: evaluator.diagnostics };
}

class Evaluator {
  readonly diagnostics: Diagnostic[] = [];
  private template!: ParsedTemplate;
  private depth = 0;
  private steps = 0;

  constructor(private readonly context: EvaluationContext) {}

  whole(template: ParsedTemplate): Segment[] {
    this.template = template;
    const output: Segment[] = [];
    this.program(template.program, this.top(), output);
    return output;
  }

  expressionValue(template: ParsedTemplate, item: FactValue | undefined): FactValue {
    this.template = template;
    const [statement] = template.program.body;
    const scope = item === undefined ? this.top() : this.inner(this.top(), item, template.program);
    return statement?.type === "MustacheStatement" ? this.call(statement as hbs.AST.MustacheStatement, scope) : nothing;
  }

  private top(): Scope {
    return { self: nothing, lookup: this.context.lookup };
  }

  private program(program: Program, scope: Scope, output: Segment[]): void {
    for (const statement of program.body) {
      this.steps += 1;
      if (this.steps === mostSteps) {
        this.diagnostics.push(diagnose("template-too-many-steps", this.placeOf(statement), { limit: mostSteps }));
      }
      // Everything on the way out of loops within loops ends here, too.
      if (this.steps >= mostSteps) return;
      this.statement(statement, scope, output);
    }
  }

  private statement(statement: Statement, scope: Scope, output: Segment[]): void {
    switch (statement.type) {
      case "ContentStatement": {
        const { value } = statement as hbs.AST.ContentStatement;
        if (value === "") return;
        // Its type says otherwise, but this is the text as it was written.
        const original = (statement as unknown as { readonly original: string }).original;
        // Where a block stands alone on its line, the parser takes the line end out of the words beside it, but not out of their place.
        const dropped = original.slice(0, Math.max(0, original.indexOf(value)));
        output.push({ kind: "words", text: value, place: placeAfter(this.placeOf(statement), dropped) });
        return;
      }
      case "MustacheStatement": {
        const mustache = statement as hbs.AST.MustacheStatement;
        this.print(this.call(mustache, scope), mustache, output);
        return;
      }
      case "BlockStatement":
        this.block(statement as hbs.AST.BlockStatement, scope, output);
        return;
      case "PartialStatement":
        this.partial(statement as hbs.AST.PartialStatement, scope, output);
        return;
      default:
    }
  }

  private print(value: FactValue, node: hbs.AST.MustacheStatement, output: Segment[]): void {
    switch (value.kind) {
      case "scalar":
        output.push({ kind: "inline", node: valueNode(value) });
        return;
      case "run":
        for (const child of value.children) output.push({ kind: "inline", node: child });
        return;
      case "group":
        if (value.whole !== undefined) output.push({ kind: "inline", node: valueNode(value.whole) });
        return;
      case "list":
        value.items.forEach((item, index) => {
          if (index > 0) output.push({ kind: "inline", node: { type: "text", value: "、" } });
          this.print(item, node, output);
        });
        return;
      case "absent":
        this.reportAbsent(value.name, value.place, node);
        return;
      case "rows":
      case "record":
        return;
    }
  }

  private reportAbsent(name: string, place: Place | undefined, node: hbs.AST.Node): void {
    if (name === "") return;
    this.diagnostics.push(
      diagnose(
        "template-value-absent",
        place ?? this.placeOf(node),
        { name },
        place === undefined ? undefined : [{ place: this.placeOf(node), message: "模板在这里要用到它" }],
      ),
    );
  }

  private partial(partial: hbs.AST.PartialStatement, scope: Scope, output: Segment[]): void {
    const name = partial.name.type === "PathExpression" ? partial.name.original : "";
    const target = this.context.partials.get(name);
    if (target === undefined || this.depth >= deepestInclusion) return;
    const outer = this.template;
    this.template = target;
    this.depth += 1;
    this.program(target.program, scope, output);
    this.depth -= 1;
    this.template = outer;
  }

  private block(block: hbs.AST.BlockStatement, scope: Scope, output: Segment[]): void {
    const helper = findBlock(block.path.original);
    if (helper === undefined) return;
    // The parser leaves out what is not written, whatever its types say: else, or in {{^…}} the part before it.
    const program = (block.program as Program | undefined) ?? nothingWritten;
    const inverse = (block.inverse as Program | undefined) ?? nothingWritten;
    const call = this.prepare(block, helper, scope);
    if (call === undefined || call.parameters.some(isNothing)) return;
    const [first = nothing] = call.parameters;
    switch (helper.behaviour) {
      case "if":
      case "unless":
        this.program(isTruthy(first) === (helper.behaviour === "if") ? program : inverse, scope, output);
        return;
      case "with":
        if (isTruthy(first)) this.program(program, this.inner(scope, first, program), output);
        else if (inverse !== nothingWritten) this.program(inverse, scope, output);
        else if (first.kind === "absent") this.reportAbsent(first.name, first.place, block);
        return;
      case "each":
      case "enumerate":
      case "group":
      case "rank": {
        const items = this.items(helper, call);
        if (items.length === 0) this.program(inverse, scope, output);
        else this.loop(helper, block, program, scope, items, output);
      }
    }
  }

  private items(helper: BlockHelper, call: HelperCall): readonly FactValue[] {
    const [first] = call.parameters;
    if (first?.kind === "list") return first.items;
    const rows = selectedRows(call);
    if (rows === undefined) return [];
    if (helper.behaviour === "rank") return rankedGroups(call, rows);
    if (helper.behaviour !== "group") {
      return rows.rows.map((row): FactValue => ({ kind: "record", dataset: rows.dataset, row }));
    }
    const without = firstRowWithout(rows, columnName(call, 1));
    if (without !== undefined) {
      call.report(
        "template-value-absent",
        { name: columnName(call, 1) },
        rows.dataset.placeOf(without, columnName(call, 1)),
      );
    }
    return groupRows(rows, columnName(call, 1));
  }

  private loop(
    helper: BlockHelper,
    block: hbs.AST.BlockStatement,
    program: Program,
    scope: Scope,
    items: readonly FactValue[],
    output: Segment[],
  ): void {
    const parts = items.map((item, index) => {
      const part: Segment[] = [];
      this.program(program, this.inner(scope, item, program, { index, count: items.length }), part);
      return part;
    });
    const enumerated = helper.behaviour === "enumerate";
    const joint = enumerated ? this.ownWords("；", block) : this.textOption(block, "分隔", scope);
    const end = enumerated ? this.ownWords("。", block) : this.textOption(block, "末尾", scope);
    if (joint === undefined && end === undefined) {
      for (const part of parts) for (const segment of part) output.push(segment);
      return;
    }
    // An item that writes nothing, because of a condition inside it, is no item: 甲，，乙 and 二是； are never meant.
    const written = parts.map(trimSegments).filter((part) => part.length > 0);
    written.forEach((part, index) => {
      if (enumerated && written.length > 1) output.push(this.ownWords(`${chineseNumeral(index + 1)}是`, block));
      for (const segment of part) output.push(segment);
      const mark = index === written.length - 1 ? end : joint;
      if (mark !== undefined && !(enumerated && endsSentence(part))) output.push(mark);
    });
  }

  /** Words that the template says, though the program writes them. */
  private ownWords(text: string, node: hbs.AST.Node): Segment {
    return { kind: "words", text, place: this.placeOf(node) };
  }

  /** What an option of a block puts between its items: the template's own words, or a value, which is never markup. */
  private textOption(block: hbs.AST.BlockStatement, name: string, scope: Scope): Segment | undefined {
    const hash = block.hash as hbs.AST.Hash | undefined;
    const pair = hash?.pairs.find((candidate) => candidate.key === name);
    if (pair === undefined) return undefined;
    if (pair.value.type === "StringLiteral") return this.ownWords((pair.value as hbs.AST.StringLiteral).value, pair);
    const value = this.expression(pair.value, scope);
    return value.kind === "scalar" ? { kind: "inline", node: valueNode(value) } : undefined;
  }

  private inner(scope: Scope, self: FactValue, program: Program, loop?: Scope["loop"]): Scope {
    const [alias] = (program.blockParams as readonly string[] | undefined) ?? [];
    return {
      parent: scope,
      self,
      lookup: (name) => (name === alias ? self : member(self, name)),
      ...(loop === undefined ? {} : { loop }),
    };
  }

  private call(call: Call, scope: Scope): FactValue {
    const path = call.path;
    if (path.type !== "PathExpression") return this.expression(path, scope);
    const reference = path as PathExpression;
    const hash = call.hash as hbs.AST.Hash | undefined;
    if (call.params.length === 0 && hash === undefined) {
      const value = this.path(reference, scope);
      if (value !== undefined) return value;
    }
    const helper = findHelper(reference.original);
    if (helper === undefined) return nothing;
    const prepared = this.prepare(call, helper, scope);
    if (prepared === undefined || prepared.parameters.some(isNothing)) return nothing;
    const missing = prepared.parameters.find(
      (value, index) =>
        value.kind === "absent" && (helper.parameters[index] ?? helper.parameters.at(-1))?.allowsAbsent !== true,
    );
    if (missing?.kind === "absent") {
      this.reportAbsent(missing.name, missing.place, call);
      return nothing;
    }
    return helper.evaluate(prepared);
  }

  /** Works out the arguments of a call; `undefined` after reporting an option or a condition that cannot be used. */
  private prepare(call: Call, helper: Helper | BlockHelper, scope: Scope): HelperCall | undefined {
    const { parameters, options } = helper;
    const stopsAt = "stopsAt" in helper ? helper.stopsAt : undefined;
    const choosesBranch = "choosesBranch" in helper && helper.choosesBranch;
    const values: FactValue[] = [];
    for (const [index, argument] of call.params.entries()) {
      const parameter = parameters[index] ?? parameters.at(-1);
      if (parameter === undefined) continue;
      if (choosesBranch && index > 0 && (index === 1) !== isTruthy(values[0] ?? nothing)) {
        values.push(branchNotTaken);
        continue;
      }
      const value = this.argument(argument, parameter, scope);
      if (!this.isInRange(value, argument, parameter, helper.name)) return undefined;
      values.push(value);
      if (stopsAt !== undefined && isTruthy(value) === stopsAt) break;
    }
    const optionValues = new Map<string, FactValue>();
    const conditions = new Map<string, FactValue>();
    const hash = call.hash as hbs.AST.Hash | undefined;
    for (const pair of hash?.pairs ?? []) {
      const option = options.find((candidate) => candidate.name === pair.key);
      const value =
        option === undefined ? this.expression(pair.value, scope) : this.argument(pair.value, option, scope);
      if (value.kind === "absent") {
        // Selecting by what has not been filled in would quietly select the rows that are empty.
        this.reportAbsent(value.name, value.place, pair);
        return undefined;
      }
      if (option === undefined) conditions.set(pair.key, value);
      else {
        if (!this.isInRange(value, pair.value, option, helper.name)) return undefined;
        if (!this.isAmongChoices(value, pair.value, option, helper.name)) return undefined;
        optionValues.set(pair.key, value);
      }
    }
    return {
      parameters: values,
      options: optionValues,
      conditions,
      expression: this.expressionText(call),
      settings: this.context.settings,
      report: (code, particulars, place) => {
        const here = this.placeOf(call);
        const related = place === undefined ? undefined : [{ place: here, message: "模板在这里要用到它" }];
        this.diagnostics.push(diagnose(code, place ?? here, particulars as never, related));
      },
    };
  }

  private argument(argument: Expression, parameter: HelperParameter, scope: Scope): FactValue {
    return parameter.accepts.includes("column") ? this.column(argument) : this.expression(argument, scope);
  }

  private isInRange(value: FactValue, argument: Expression, parameter: HelperParameter, helper: string): boolean {
    const { range, name } = parameter;
    if (range === undefined || value.kind !== "scalar" || typeof value.raw !== "number") return true;
    if (isWithin(value.raw, range)) return true;
    const { minimum, maximum } = range;
    const place = value.provenance.places[0] ?? this.placeOf(argument);
    this.diagnostics.push(
      diagnose("helper-number-range", place, { helper, name, actual: value.text, minimum, maximum }),
    );
    return false;
  }

  private isAmongChoices(value: FactValue, argument: Expression, option: HelperOption, helper: string): boolean {
    const { choices, name } = option;
    if (choices === undefined || value.kind !== "scalar" || choices.includes(value.text)) return true;
    const place = value.provenance.places[0] ?? this.placeOf(argument);
    this.diagnostics.push(optionChoiceDiagnostic(place, helper, name, value.text, choices));
    return false;
  }

  /** The call as the author would say it, without braces and brackets: 行数 网站 结果="合格". */
  private expressionText(call: Call): string {
    const hash = call.hash as hbs.AST.Hash | undefined;
    const parts = [call.path, ...call.params, ...(hash?.pairs ?? [])];
    return parts.map((part) => this.template.sourceOf(part).replace(/\s+/gu, " ").trim()).join(" ");
  }

  private column(argument: Expression): ScalarValue {
    const name = columnArgument(argument) ?? "";
    return { kind: "scalar", raw: name, text: name, provenance: { expression: name, places: [], rows: [] } };
  }

  private expression(expression: Expression, scope: Scope): FactValue {
    const constant = (raw: string | number | boolean, text: string): ScalarValue => ({
      kind: "scalar",
      raw,
      text,
      provenance: { expression: text, places: [], rows: [] },
    });
    switch (expression.type) {
      case "PathExpression":
        return this.path(expression as PathExpression, scope) ?? nothing;
      case "SubExpression":
        return this.call(expression as hbs.AST.SubExpression, scope);
      case "StringLiteral": {
        const { value } = expression as hbs.AST.StringLiteral;
        return constant(value, value);
      }
      case "NumberLiteral": {
        const { value } = expression as hbs.AST.NumberLiteral;
        return constant(value, formatValue(value));
      }
      case "BooleanLiteral": {
        const { value } = expression as hbs.AST.BooleanLiteral;
        return constant(value, value ? "是" : "否");
      }
      default:
        return nothing;
    }
  }

  private path(path: PathExpression, scope: Scope): FactValue | undefined {
    let start: Scope | undefined = scope;
    for (let level = 0; level < path.depth; level += 1) start = start?.parent;
    if (path.data) return start === undefined ? undefined : loopVariable(path.parts[0] ?? "", start);
    const [first, ...rest] = path.parts;
    if (first === undefined) return start?.self;
    let value: FactValue | undefined;
    for (let level = start; level !== undefined && value === undefined; level = level.parent)
      value = level.lookup(first);
    for (const part of rest) {
      if (value === undefined || value.kind === "absent") return value;
      value = member(value, part);
    }
    return value;
  }

  private placeOf(node: hbs.AST.Node): Place {
    return this.template.placeAt(node.loc.start);
  }
}

/** Stands for an argument that was not worked out because the other one was wanted. */
const branchNotTaken: FactValue = { kind: "absent", name: "若", place: undefined };

const nothingWritten: Program = {
  type: "Program",
  body: [],
  blockParams: [],
  loc: { source: "", start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
};

/** The part of a value that has this name. Only what the data declares is reachable, never a property of an object. */
function member(value: FactValue, name: string): FactValue | undefined {
  if (value.kind === "group") return value.entries.get(name);
  if (value.kind === "record") {
    return columnIndex(value.dataset.definition, name) < 0
      ? undefined
      : cellValue(value.dataset, value.row, name, formatValue);
  }
  return undefined;
}

function loopVariable(name: string, scope: Scope): FactValue | undefined {
  let level: Scope | undefined = scope;
  while (level !== undefined && level.loop === undefined) level = level.parent;
  const loop = level?.loop;
  if (loop === undefined) return undefined;
  const make = (raw: number | boolean): ScalarValue => ({
    kind: "scalar",
    raw,
    text: formatValue(raw),
    provenance: { expression: `@${name}`, places: [], rows: [] },
  });
  switch (name) {
    case "序号":
      return make(loop.index + 1);
    case "index":
      return make(loop.index);
    case "first":
      return make(loop.index === 0);
    case "last":
      return make(loop.index === loop.count - 1);
    default:
      return undefined;
  }
}

/** Drops the template's own blanks at both ends, so that an item of an enumeration may be written on lines of its own. */
function trimSegments(segments: readonly Segment[]): Segment[] {
  const result = [...segments];
  for (const [end, pattern] of [
    ["first", /^\s+/u],
    ["last", /\s+$/u],
  ] as const) {
    for (;;) {
      const index = end === "first" ? 0 : result.length - 1;
      const segment = result[index];
      if (segment?.kind !== "words") break;
      const text = segment.text.replace(pattern, "");
      if (text !== "") {
        const trimmed = end === "first" ? segment.text.slice(0, segment.text.length - text.length) : "";
        result[index] = { ...segment, text, place: placeAfter(segment.place, trimmed) };
        break;
      }
      result.splice(index, 1);
    }
  }
  return result;
}

function endsSentence(segments: readonly Segment[]): boolean {
  const last = segments.at(-1);
  const text = last === undefined ? "" : last.kind === "words" ? last.text : last.node.value;
  return /[。；！？]$/u.test(text);
}

/** Segments without line structure, for titles, notes and cells: the words and values in order. */
export function inlineChildren(segments: readonly Segment[]): Inline[] {
  const children: Inline[] = [];
  for (const segment of trimSegments(segments)) {
    if (segment.kind === "inline") children.push(segment.node);
    else if (segment.text !== "") children.push({ type: "text", value: segment.text, place: segment.place });
  }
  return children;
}
