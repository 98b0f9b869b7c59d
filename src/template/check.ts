import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { blockScope, fieldsOf, loopVariables } from "./helpers/blocks.js";
import type { HelperOption, HelperParameter, WholeRange } from "./helpers/helper.js";
import { blockNames, findBlock, findHelper, helperNames } from "./helpers/registry.js";
import { kindName } from "../schema/definitions.js";
import { numberShape, shapeNames, textShape, unknownShape, type Shape } from "./shapes.js";
import { mostStatements } from "./template-limits.js";
import { hasWideMark } from "./wide-marks.js";
import type { Call, Expression, ParsedTemplate, PathExpression, Program, Statement } from "./syntax.js";

/** What the names at one point of a template mean. */
interface Surroundings {
  readonly parent?: Surroundings;
  readonly self: Shape;
  readonly fields: ReadonlyMap<string, Shape>;
  readonly loop: boolean;
  /** Inside something unknown, which has been reported: there may be further names. */
  readonly open?: boolean;
}

/** What a template may refer to from outside itself. */
export interface CheckContext {
  /** Fields, datasets and elements by name. */
  readonly roots: ReadonlyMap<string, Shape>;
  /** The shape of a declared fact, worked out when it is first asked for. */
  readonly factShape: (name: string) => Shape | undefined;
  readonly factNames: readonly string[];
  /** Other template files of the type, by name. */
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
  /** The keys of attachments, for `附件`. */
  readonly attachmentKeys: readonly string[];
}

/** How deep templates may include each other. */
export const deepestInclusion = 8;

/**
 * Finds every name, option and kind of value in a template that cannot be right, in all of its branches, without any data.
 *
 * @param template to look through
 * @param context what it may refer to
 * @returns diagnostics at their places in the template; empty if the template can be evaluated
 */
export function checkTemplate(template: ParsedTemplate, context: CheckContext): Diagnostic[] {
  const checker = new TemplateChecker(context);
  checker.checkWhole(template);
  return checker.diagnostics;
}

/**
 * As `checkTemplate`, for a bare expression; says of which shape its value is. The names of `item` (a row, a group) can be used in it
 * directly.
 */
export function checkExpression(
  template: ParsedTemplate,
  context: CheckContext,
  item?: Shape,
): { readonly shape: Shape; readonly diagnostics: Diagnostic[] } {
  const checker = new TemplateChecker(context);
  return { shape: checker.expressionShape(template, item), diagnostics: checker.diagnostics };
}

class TemplateChecker {
  readonly diagnostics: Diagnostic[] = [];
  private readonly included: string[] = [];
  private template!: ParsedTemplate;
  private statements = 0;

  constructor(private readonly context: CheckContext) {}

  checkWhole(template: ParsedTemplate): void {
    this.template = template;
    this.program(template.program, this.top());
  }

  expressionShape(template: ParsedTemplate, item: Shape | undefined): Shape {
    this.template = template;
    const [statement] = template.program.body;
    const surroundings: Surroundings =
      item === undefined ? this.top() : { parent: this.top(), self: item, fields: fieldsOf(item), loop: false };
    return statement?.type === "MustacheStatement"
      ? this.call(statement as hbs.AST.MustacheStatement, surroundings)
      : unknownShape;
  }

  private top(): Surroundings {
    return { self: unknownShape, fields: this.context.roots, loop: false };
  }

  private program(program: Program, surroundings: Surroundings): void {
    for (const statement of program.body) this.statement(statement, surroundings);
  }

  private statement(statement: Statement, surroundings: Surroundings): void {
    this.statements += 1;
    if (this.statements === mostStatements)
      this.report("template-too-many-steps", statement, { limit: mostStatements });
    if (this.statements >= mostStatements) return;
    switch (statement.type) {
      case "ContentStatement":
        return;
      case "CommentStatement":
        this.comment(statement);
        return;
      case "MustacheStatement": {
        const mustache = statement as hbs.AST.MustacheStatement;
        const shape = this.call(mustache, surroundings);
        if (!isPrintable(shape)) {
          this.report("template-not-printable", mustache, {
            actual: this.template.sourceOf(mustache.path),
            kind: shape.kind === "list" ? "几组内容" : shapeNames[shape.kind],
          });
        }
        return;
      }
      case "BlockStatement":
        this.block(statement as hbs.AST.BlockStatement, surroundings);
        return;
      case "PartialStatement":
        this.partial(statement as hbs.AST.PartialStatement, surroundings);
        return;
      default:
        this.report("template-unsupported", statement, { actual: this.template.sourceOf(statement) });
    }
  }

  /** `{{! … {{名称}} … }}` ends at the first `}}`, and the rest of the comment would be printed. */
  private comment(comment: Statement): void {
    const source = this.template.sourceOf(comment);
    if (source.startsWith("{{!--") || !source.slice("{{!".length).includes("{{")) return;
    this.report("template-comment-braces", comment, { actual: source });
  }

  private block(block: hbs.AST.BlockStatement, surroundings: Surroundings): void {
    const name = block.path.original;
    const helper = findBlock(name);
    // The parser leaves out what is not written, whatever its types say: else, or in {{^…}} the part before it.
    const program = block.program as Program | undefined;
    const inverse = block.inverse as Program | undefined;
    if (helper === undefined) {
      this.report("template-unknown-block", block.path, {
        name,
        isValue: this.find(name, surroundings) !== undefined,
        nearest: nearestName(name, blockNames),
        known: blockNames,
      });
      if (program !== undefined) {
        this.program(program, { parent: surroundings, self: unknownShape, fields: new Map(), loop: true, open: true });
      }
    } else {
      const shapes = this.arguments(
        block,
        helper.name,
        helper.parameters,
        helper.options,
        helper.conditions,
        surroundings,
      );
      const scope = blockScope(helper.behaviour, shapes);
      if (program !== undefined) {
        this.program(
          program,
          scope === undefined
            ? surroundings
            : {
                parent: surroundings,
                self: scope.self,
                fields: this.withBlockParameters(program, scope),
                open: scope.self.kind === "unknown",
                loop: helper.behaviour !== "with",
              },
        );
      }
    }
    if (inverse !== undefined) this.program(inverse, surroundings);
  }

  /** `{{#逐项 账号 as |一个|}}` names the item. */
  private withBlockParameters(
    program: Program,
    scope: { readonly self: Shape; readonly fields: ReadonlyMap<string, Shape> },
  ): ReadonlyMap<string, Shape> {
    const [name] = (program.blockParams as readonly string[] | undefined) ?? [];
    return name === undefined ? scope.fields : new Map([...scope.fields, [name, scope.self]]);
  }

  private partial(partial: hbs.AST.PartialStatement, surroundings: Surroundings): void {
    const name = partial.name.type === "PathExpression" ? partial.name.original : "";
    const target = this.context.partials.get(name);
    if (target === undefined) {
      const known = [...this.context.partials.keys()];
      this.report("template-unknown-partial", partial, { name, known, nearest: nearestName(name, known) });
      return;
    }
    if (this.included.includes(name) || this.included.length >= deepestInclusion) {
      this.report("template-partial-depth", partial, { name, limit: deepestInclusion });
      return;
    }
    if (partial.params.length > 0 || (partial.hash as hbs.AST.Hash | undefined) !== undefined) {
      this.report("template-unsupported", partial, { actual: this.template.sourceOf(partial) });
    }
    const outer = this.template;
    this.included.push(name);
    this.template = target;
    this.program(target.program, surroundings);
    this.template = outer;
    this.included.pop();
  }

  /** The shape of what `{{…}}` or `(…)` yields. */
  private call(call: Call, surroundings: Surroundings): Shape {
    const path = call.path;
    if (path.type !== "PathExpression") return this.expression(path, surroundings);
    const reference = path as PathExpression;
    const plain = call.params.length === 0 && (call.hash as hbs.AST.Hash | undefined) === undefined;
    const helper = findHelper(reference.original);
    const isBlock = findBlock(reference.original) !== undefined;
    if (plain) {
      const reporting = helper === undefined && !isBlock;
      const shape = this.path(reference, surroundings, reporting);
      if (shape !== undefined) return shape;
      if (reporting) return unknownShape;
    }
    if (helper === undefined) {
      this.report("template-unknown-helper", reference, {
        name: reference.original,
        isBlock,
        nearest: nearestName(reference.original, helperNames),
      });
      return unknownShape;
    }
    const shapes = this.arguments(
      call,
      helper.name,
      helper.parameters,
      helper.options,
      helper.conditions,
      surroundings,
    );
    if (helper.name === "附件") this.attachmentKey(call);
    return helper.shape(shapes);
  }

  private attachmentKey(call: Call): void {
    const [first] = call.params;
    if (first?.type !== "StringLiteral") return;
    const key = (first as hbs.AST.StringLiteral).value;
    if (this.context.attachmentKeys.includes(key)) return;
    this.report("template-unknown-attachment", first, {
      key,
      known: this.context.attachmentKeys,
      nearest: nearestName(key, this.context.attachmentKeys),
    });
  }

  private arguments(
    call: Call,
    name: string,
    parameters: readonly HelperParameter[],
    options: readonly HelperOption[],
    conditions: boolean,
    surroundings: Surroundings,
  ): Shape[] {
    const wide = call.params.find(isWidePath);
    if (wide !== undefined) {
      this.report("template-wide-mark", wide, { actual: this.template.sourceOf(wide) });
      return [];
    }
    const shapes: Shape[] = [];
    call.params.forEach((argument, index) => {
      const parameter = parameters[index] ?? (parameters.at(-1)?.rest === true ? parameters.at(-1) : undefined);
      if (parameter === undefined) {
        this.report("helper-too-many-parameters", argument, { helper: name, most: parameters.length });
        return;
      }
      if (parameter.accepts.includes("column") && shapes[0] !== undefined && !isRowsOrUnknown(shapes[0])) {
        // A list has no columns, and what cannot have an effect must not look as if it had.
        this.report("helper-too-many-parameters", argument, { helper: name, most: index });
        return;
      }
      shapes.push(this.argument(argument, parameter, name, shapes[0], surroundings));
    });
    const missing = parameters.slice(call.params.length).filter((parameter) => parameter.optional !== true);
    if (missing.length > 0 && !(missing[0]?.rest === true && call.params.length > 0)) {
      this.report("helper-missing-parameter", call.path, {
        helper: name,
        missing: missing.map((parameter) => parameter.name),
      });
    }
    const hash = call.hash as hbs.AST.Hash | undefined;
    for (const pair of hash?.pairs ?? []) {
      const option = options.find((candidate) => candidate.name === pair.key);
      if (option !== undefined) {
        this.argument(pair.value, option, name, shapes[0], surroundings);
        this.optionChoice(pair, option, name);
        continue;
      }
      const first = shapes[0];
      if (conditions && first?.kind === "rows") {
        const columns = first.dataset.columns.map((column) => column.name);
        if (!columns.includes(pair.key)) {
          this.report("helper-unknown-condition", pair, {
            helper: name,
            key: pair.key,
            dataset: first.dataset.name,
            options: options.map((candidate) => candidate.name),
            columns,
            nearest: nearestName(pair.key, [...columns, ...options.map((candidate) => candidate.name)]),
          });
        } else this.conditionValue(pair, first, surroundings);
      } else if (first?.kind !== "unknown") {
        const known = options.map((candidate) => candidate.name);
        this.report("helper-unknown-option", pair, {
          helper: name,
          key: pair.key,
          known,
          nearest: nearestName(pair.key, known),
        });
      }
    }
    return shapes;
  }

  private optionChoice(pair: hbs.AST.HashPair, option: HelperOption, helper: string): void {
    const { choices, name } = option;
    if (choices === undefined || pair.value.type !== "StringLiteral") return;
    const { value } = pair.value as hbs.AST.StringLiteral;
    if (choices.includes(value)) return;
    this.diagnostics.push(
      optionChoiceDiagnostic(this.template.placeAt(pair.value.loc.start), helper, name, value, choices),
    );
  }

  /** A condition on a column of fixed choices that asks for a value that cannot occur would always count nothing. */
  private conditionValue(pair: hbs.AST.HashPair, rows: Shape & { kind: "rows" }, surroundings: Surroundings): void {
    this.expression(pair.value, surroundings);
    const column = rows.dataset.columns.find((candidate) => candidate.name === pair.key);
    if (pair.value.type !== "StringLiteral") return;
    const choices = column?.kind === "choice" ? column.choices : column?.kind === "yesNo" ? ["是", "否"] : undefined;
    const wanted = (pair.value as hbs.AST.StringLiteral).value;
    if (column === undefined || choices === undefined || wanted === "" || choices.includes(wanted)) return;
    // A column of choices without any has been reported in type.yaml.
    if (choices.length === 0) return;
    this.report("helper-impossible-condition", pair, {
      column: column.name,
      actual: wanted,
      choices,
      nearest: nearestName(wanted, choices),
    });
  }

  private argument(
    argument: Expression,
    parameter: HelperParameter,
    helper: string,
    first: Shape | undefined,
    surroundings: Surroundings,
  ): Shape {
    const { accepts } = parameter;
    if (accepts.includes("column")) {
      this.column(argument, parameter, helper, first);
      return textShape;
    }
    const shape = this.expression(argument, surroundings);
    if (shape.kind === "unknown") return shape;
    if (!accepts.includes(shape.kind)) {
      this.wrongKind(argument, parameter, helper, shapeNames[shape.kind], namesOf(accepts));
      return unknownShape;
    }
    if (parameter.singleItems === true && shape.kind === "list" && !isPrintable(shape)) {
      this.wrongKind(argument, parameter, helper, `${shapeNames[shape.item.kind]}的列表`, "单个值的列表");
      return unknownShape;
    }
    if (parameter.range !== undefined && argument.type === "NumberLiteral") {
      const { value } = argument as hbs.AST.NumberLiteral;
      const { minimum, maximum } = parameter.range;
      if (!isWithin(value, parameter.range)) {
        const actual = this.template.sourceOf(argument);
        this.report("helper-number-range", argument, { helper, name: parameter.name, actual, minimum, maximum });
      }
    }
    return shape;
  }

  private column(argument: Expression, parameter: HelperParameter, helper: string, first: Shape | undefined): void {
    const name = columnArgument(argument);
    if (name === undefined) {
      this.wrongKind(argument, parameter, helper, "表达式", "列名");
      return;
    }
    if (first?.kind !== "rows") return;
    const found = first.dataset.columns.find((column) => column.name === name);
    if (found === undefined) {
      const columns = first.dataset.columns.map((column) => column.name);
      this.report("template-unknown-column", argument, {
        name,
        dataset: first.dataset.name,
        columns,
        nearest: nearestName(name, columns),
      });
    } else if (parameter.columnKinds !== undefined && !parameter.columnKinds.includes(found.kind)) {
      const wanted = parameter.columnKinds.map(kindName).join("、");
      this.wrongKind(argument, parameter, helper, `类型为${kindName(found.kind)}的列`, `类型为${wanted}的列`);
    }
  }

  private wrongKind(
    argument: Expression,
    parameter: HelperParameter,
    helper: string,
    found: string,
    expected: string,
  ): void {
    const actual = this.template.sourceOf(argument);
    this.report("helper-wrong-kind", argument, { helper, parameter: parameter.name, actual, found, expected });
  }

  private expression(expression: Expression, surroundings: Surroundings): Shape {
    switch (expression.type) {
      case "PathExpression":
        return this.path(expression as PathExpression, surroundings, true) ?? unknownShape;
      case "SubExpression":
        return this.call(expression as hbs.AST.SubExpression, surroundings);
      case "StringLiteral":
        return textShape;
      case "NumberLiteral":
        return numberShape;
      case "BooleanLiteral":
        return { kind: "yesNo" };
      default:
        this.report("template-unsupported", expression, { actual: this.template.sourceOf(expression) });
        return unknownShape;
    }
  }

  /** The shape of a name, or `undefined` after reporting (if wanted) that there is none of that name. */
  private path(path: PathExpression, surroundings: Surroundings, reporting: boolean): Shape | undefined {
    if (path.data) {
      const [name = ""] = path.parts;
      const shape = loopVariables.get(name);
      if (shape !== undefined && insideLoop(ancestor(surroundings, path.depth)) && path.parts.length === 1)
        return shape;
      if (reporting) {
        this.report("template-unknown-name", path, {
          name: path.original,
          whole: undefined,
          known: [...loopVariables.keys()].map((known) => `@${known}`),
          nearest: nearestName(
            path.original,
            [...loopVariables.keys()].map((known) => `@${known}`),
          ),
        });
      }
      return undefined;
    }
    const start = ancestor(surroundings, path.depth);
    if (start === undefined) {
      if (reporting) this.report("template-too-far-up", path, { actual: path.original });
      return undefined;
    }
    const [first, ...rest] = path.parts;
    if (first === undefined) {
      if (start.parent !== undefined) return start.self;
      if (reporting) this.unknownName(path, path.original, this.visibleNames(start));
      return undefined;
    }
    const found = this.find(first, start);
    if (found === undefined) {
      if (reporting) this.unknownName(path, first, this.visibleNames(start));
      return undefined;
    }
    let shape = found;
    for (const part of rest) {
      if (shape.kind === "unknown") return shape;
      const fields = fieldsOf(shape);
      const next = fields.get(part);
      if (next === undefined) {
        if (reporting) this.unknownName(path, part, [...fields.keys()], first);
        return undefined;
      }
      shape = next;
    }
    return shape;
  }

  private find(name: string, surroundings: Surroundings): Shape | undefined {
    let isOpen = false;
    for (let level: Surroundings | undefined = surroundings; level !== undefined; level = level.parent) {
      const shape = level.fields.get(name);
      if (shape !== undefined) return shape;
      isOpen ||= level.open === true;
    }
    return this.context.factShape(name) ?? (isOpen ? unknownShape : undefined);
  }

  private visibleNames(surroundings: Surroundings): string[] {
    const names: string[] = [...this.context.factNames];
    for (let level: Surroundings | undefined = surroundings; level !== undefined; level = level.parent) {
      names.push(...level.fields.keys());
    }
    return names;
  }

  /** @param whole what the name should be a part of, if it is written after another and a point */
  private unknownName(path: PathExpression, name: string, known: readonly string[], whole?: string): void {
    if (hasWideMark(name)) {
      this.report("template-wide-mark", path, { actual: path.original });
      return;
    }
    const candidates = whole === undefined ? [...known, ...helperNames] : known;
    this.report("template-unknown-name", path, { name, whole, known, nearest: nearestName(name, candidates) });
  }

  private report(code: Parameters<typeof diagnose>[0], node: hbs.AST.Node, particulars: Record<string, unknown>): void {
    const place: Place = this.template.placeAt(node.loc.start);
    this.diagnostics.push(diagnose(code, place, particulars as never));
  }
}

function isWidePath(argument: Expression): boolean {
  return argument.type === "PathExpression" && hasWideMark((argument as PathExpression).original);
}

/** The surroundings so many `../` further out. */
function ancestor(surroundings: Surroundings, depth: number): Surroundings | undefined {
  let level: Surroundings | undefined = surroundings;
  for (let step = 0; step < depth; step += 1) level = level?.parent;
  return level;
}

/** Whether something of this shape can stand in running text. */
function isPrintable(shape: Shape): boolean {
  switch (shape.kind) {
    case "rows":
    case "record":
      return false;
    case "group":
      return shape.printable;
    case "list":
      return isPrintable(shape.item);
    default:
      return true;
  }
}

function isRowsOrUnknown(shape: Shape): boolean {
  return shape.kind === "rows" || shape.kind === "unknown";
}

/** What is said of an option that knows other words only. */
export function optionChoiceDiagnostic(
  place: Place,
  helper: string,
  option: string,
  actual: string,
  choices: readonly string[],
): Diagnostic {
  return diagnose("helper-option-choice", place, {
    helper,
    option,
    actual,
    choices,
    nearest: nearestName(actual, choices),
  });
}

/** Whether a number is whole and within a range. */
export function isWithin(value: number, range: WholeRange): boolean {
  return Number.isInteger(value) && value >= range.minimum && value <= range.maximum;
}

function namesOf(accepts: HelperParameter["accepts"]): string {
  return accepts.map((kind) => (kind === "column" ? "列名" : shapeNames[kind])).join("或");
}

function insideLoop(surroundings: Surroundings | undefined): boolean {
  for (let level: Surroundings | undefined = surroundings; level !== undefined; level = level.parent) {
    if (level.loop) return true;
  }
  return false;
}

/** The column that an argument names: a bare name or a text. */
export function columnArgument(argument: Expression): string | undefined {
  if (argument.type === "StringLiteral") return (argument as hbs.AST.StringLiteral).value;
  if (argument.type === "PathExpression") {
    const path = argument as PathExpression;
    if (!path.data && path.depth === 0 && path.parts.length === 1) return path.parts[0];
  }
  return undefined;
}
