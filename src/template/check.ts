import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { blockScope, fieldsOf, loopVariables } from "./helpers/blocks.js";
import type { HelperOption, HelperParameter } from "./helpers/helper.js";
import { blockNames, findBlock, findHelper, helperNames } from "./helpers/registry.js";
import { numberShape, shapeNames, textShape, unknownShape, type Shape } from "./shapes.js";
import type { Call, Expression, ParsedTemplate, PathExpression, Program, Statement } from "./syntax.js";

/** What the names at one point of a template mean. */
interface Surroundings {
  readonly parent?: Surroundings;
  readonly self: Shape;
  readonly fields: ReadonlyMap<string, Shape>;
  readonly loop: boolean;
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

  constructor(private readonly context: CheckContext) {}

  checkWhole(template: ParsedTemplate): void {
    this.template = template;
    this.program(template.program, this.top());
  }

  expressionShape(template: ParsedTemplate, item: Shape | undefined): Shape {
    this.template = template;
    const [statement] = template.program.body;
    const surroundings: Surroundings =
      item === undefined
        ? this.top()
        : { parent: this.top(), self: item, fields: fieldsOf(item), loop: false };
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
    switch (statement.type) {
      case "ContentStatement":
      case "CommentStatement":
        return;
      case "MustacheStatement": {
        const mustache = statement as hbs.AST.MustacheStatement;
        const shape = this.call(mustache, surroundings);
        if (shape.kind === "rows" || shape.kind === "record" || (shape.kind === "group" && !shape.printable)) {
          this.report("template-not-printable", mustache, {
            actual: this.template.sourceOf(mustache.path),
            kind: shapeNames[shape.kind],
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

  private block(block: hbs.AST.BlockStatement, surroundings: Surroundings): void {
    const name = block.path.original;
    const helper = findBlock(name);
    if (helper === undefined) {
      this.report("template-unknown-block", block.path, {
        name,
        isValue: this.find(name, surroundings) !== undefined,
        nearest: nearestName(name, blockNames),
        known: blockNames,
      });
      this.program(block.program, { parent: surroundings, self: unknownShape, fields: new Map(), loop: true });
    } else {
      const shapes = this.arguments(block, helper.name, helper.parameters, helper.options, helper.conditions, surroundings);
      const scope = blockScope(helper.behaviour, shapes);
      const inner: Surroundings =
        scope === undefined
          ? surroundings
          : {
              parent: surroundings,
              self: scope.self,
              fields: this.withBlockParameters(block.program, scope),
              loop: helper.behaviour !== "with",
            };
      this.program(block.program, inner);
    }
    // The parser leaves `inverse` undefined where there is no else, whatever its types say.
    const inverse = block.inverse as Program | undefined;
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
    const name = partial.name.type === "PathExpression" ? (partial.name as PathExpression).original : "";
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
    const outer = this.template;
    this.included.push(name);
    this.template = target;
    this.program(target.program, surroundings);
    this.template = outer;
    this.included.pop();
  }

  /** The shape of what `{{…}}` or `(…)` yields. */
  private call(call: Call, surroundings: Surroundings): Shape {
    const path = call.path as Expression;
    if (path.type !== "PathExpression") return this.expression(path, surroundings);
    const reference = path as PathExpression;
    const plain = call.params.length === 0 && (call.hash as hbs.AST.Hash | undefined) === undefined;
    const helper = findHelper(reference.original);
    if (plain) {
      const shape = this.path(reference, surroundings, helper === undefined);
      if (shape !== undefined) return shape;
    }
    if (helper === undefined) {
      this.report("template-unknown-helper", reference, {
        name: reference.original,
        isBlock: findBlock(reference.original) !== undefined,
        nearest: nearestName(reference.original, helperNames),
      });
      return unknownShape;
    }
    const shapes = this.arguments(call, helper.name, helper.parameters, helper.options, helper.conditions, surroundings);
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
    const shapes: Shape[] = [];
    call.params.forEach((argument, index) => {
      const parameter = parameters[index] ?? (parameters.at(-1)?.rest === true ? parameters.at(-1) : undefined);
      if (parameter === undefined) {
        this.report("helper-too-many-parameters", argument, { helper: name, most: parameters.length });
        return;
      }
      shapes.push(this.argument(argument, parameter.name, parameter.accepts, name, shapes[0], surroundings));
    });
    const missing = parameters.slice(call.params.length).filter((parameter) => parameter.optional !== true);
    if (missing.length > 0 && !(missing[0]?.rest === true && call.params.length > 0)) {
      this.report("helper-missing-parameter", call.path, { helper: name, missing: missing.map((parameter) => parameter.name) });
    }
    const hash = call.hash as hbs.AST.Hash | undefined;
    for (const pair of hash?.pairs ?? []) {
      const option = options.find((candidate) => candidate.name === pair.key);
      if (option !== undefined) {
        this.argument(pair.value, option.name, option.accepts, name, shapes[0], surroundings);
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
        this.report("helper-unknown-option", pair, { helper: name, key: pair.key, known, nearest: nearestName(pair.key, known) });
      }
    }
    return shapes;
  }

  /** A condition on a column of fixed choices that asks for a value that cannot occur would always count nothing. */
  private conditionValue(pair: hbs.AST.HashPair, rows: Shape & { kind: "rows" }, surroundings: Surroundings): void {
    this.expression(pair.value, surroundings);
    const column = rows.dataset.columns.find((candidate) => candidate.name === pair.key);
    if (column?.kind !== "choice" || pair.value.type !== "StringLiteral") return;
    const wanted = (pair.value as hbs.AST.StringLiteral).value;
    if (wanted === "" || column.choices.includes(wanted)) return;
    this.report("helper-impossible-condition", pair, {
      column: column.name,
      actual: wanted,
      choices: column.choices,
      nearest: nearestName(wanted, column.choices),
    });
  }

  private argument(
    argument: Expression,
    parameter: string,
    accepts: HelperParameter["accepts"],
    helper: string,
    first: Shape | undefined,
    surroundings: Surroundings,
  ): Shape {
    if (accepts.includes("column")) {
      const name = columnArgument(argument);
      if (name !== undefined && first?.kind === "rows") {
        const columns = first.dataset.columns.map((column) => column.name);
        if (!columns.includes(name)) {
          this.report("template-unknown-column", argument, {
            name,
            dataset: first.dataset.name,
            columns,
            nearest: nearestName(name, columns),
          });
        }
      } else if (name === undefined) {
        this.report("helper-wrong-kind", argument, {
          helper,
          parameter,
          actual: this.template.sourceOf(argument),
          found: "表达式",
          expected: "列名",
        });
      }
      return textShape;
    }
    const shape = this.expression(argument, surroundings);
    if (shape.kind !== "unknown" && !accepts.includes(shape.kind)) {
      this.report("helper-wrong-kind", argument, {
        helper,
        parameter,
        actual: this.template.sourceOf(argument),
        found: shapeNames[shape.kind],
        expected: accepts.map((kind) => (kind === "column" ? "列名" : shapeNames[kind])).join("或"),
      });
      return unknownShape;
    }
    return shape;
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
      if (shape !== undefined && insideLoop(surroundings) && path.parts.length === 1) return shape;
      if (reporting) {
        this.report("template-unknown-name", path, {
          name: path.original,
          known: [...loopVariables.keys()].map((known) => `@${known}`),
          nearest: nearestName(path.original, [...loopVariables.keys()].map((known) => `@${known}`)),
        });
      }
      return undefined;
    }
    let start: Surroundings | undefined = surroundings;
    for (let level = 0; level < path.depth; level += 1) start = start?.parent;
    if (start === undefined) {
      if (reporting) this.report("template-too-far-up", path, { actual: path.original });
      return undefined;
    }
    const [first, ...rest] = path.parts;
    if (first === undefined) return start.self;
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
        if (reporting) this.unknownName(path, part, [...fields.keys()]);
        return undefined;
      }
      shape = next;
    }
    return shape;
  }

  private find(name: string, surroundings: Surroundings): Shape | undefined {
    for (let level: Surroundings | undefined = surroundings; level !== undefined; level = level.parent) {
      const shape = level.fields.get(name);
      if (shape !== undefined) return shape;
    }
    return this.context.factShape(name);
  }

  private visibleNames(surroundings: Surroundings): string[] {
    const names: string[] = [...this.context.factNames];
    for (let level: Surroundings | undefined = surroundings; level !== undefined; level = level.parent) {
      names.push(...level.fields.keys());
    }
    return names;
  }

  private unknownName(path: PathExpression, name: string, known: readonly string[]): void {
    this.report("template-unknown-name", path, { name, known, nearest: nearestName(name, [...known, ...helperNames]) });
  }

  private report(code: Parameters<typeof diagnose>[0], node: hbs.AST.Node, particulars: Record<string, unknown>): void {
    const place: Place = this.template.placeAt(node.loc.start);
    this.diagnostics.push(diagnose(code, place, particulars as never));
  }
}

function insideLoop(surroundings: Surroundings): boolean {
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
