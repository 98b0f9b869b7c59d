import { parse } from "handlebars/dist/cjs/handlebars/compiler/base.js";
import type { Place } from "../document/place.js";
import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { TemplateText } from "../schema/definitions.js";
import { findTagMistakes, type TagMistake } from "./tag-mistakes.js";
import { findTemplateExcess, type TemplateExcess } from "./template-limits.js";

/*
 * Templates are parsed by Handlebars and evaluated by us.
 *
 * Handlebars compiles to a function that joins strings: a value that it has inserted cannot be told from the template's own words,
 * and a field that does not exist is noticed only in some positions. Walking the syntax tree ourselves keeps values apart from words (they
 * become nodes of their own, never markup), finds every unknown name before anything is rendered, also in branches not taken,
 * reaches no property of a JavaScript object and runs no generated code.
 */

export type Program = hbs.AST.Program;
export type Statement = hbs.AST.Statement;
export type Expression = hbs.AST.Expression;
export type PathExpression = hbs.AST.PathExpression;
export type Call = hbs.AST.MustacheStatement | hbs.AST.SubExpression | hbs.AST.BlockStatement;

/** A parsed template that knows where its positions lie in the file. */
export interface ParsedTemplate {
  readonly program: Program;
  readonly source: string;
  /** The place of a position of the parser: line from 1, column from 0. */
  readonly placeAt: (position: { readonly line: number; readonly column: number }) => Place;
  /** The text that a node was written as. */
  readonly sourceOf: (node: hbs.AST.Node) => string;
}

/**
 * Parses a template.
 *
 * @param text with the place of its first character
 * @returns the parsed template, or what is wrong with its syntax
 */
export function parseTemplate(text: TemplateText): {
  readonly template?: ParsedTemplate;
  readonly diagnostics: Diagnostic[];
} {
  const lines = text.source.split("\n");
  const placeAt: ParsedTemplate["placeAt"] = ({ line, column }) => {
    const base = text.place;
    if (base.line === undefined) return base;
    return {
      file: base.file,
      line: base.line + line - 1,
      column: line === 1 ? (base.column ?? 1) + column : column + 1,
    };
  };
  const excess = findTemplateExcess(text.source);
  if (excess !== undefined) return { diagnostics: [excessDiagnostic(excess, text.source, placeAt)] };
  try {
    const program = parse(text.source);
    return {
      template: { program, source: text.source, placeAt, sourceOf: (node) => slice(lines, node.loc) },
      diagnostics: [],
    };
  } catch (error) {
    return { diagnostics: syntaxDiagnostics(error, placeAt, text.source) };
  }
}

/** Parses a bare expression, such as a fact or a condition of type.yaml: `行数 网站 结果="合格"`. */
export function parseExpression(text: TemplateText): {
  readonly template?: ParsedTemplate;
  readonly diagnostics: Diagnostic[];
} {
  const bare = text.source.trim();
  if (bare.includes("{{")) return { diagnostics: [diagnose("template-expression-only", text.place, { actual: bare })] };
  const column = text.place.column;
  const parsed = parseTemplate({
    source: `{{${bare}}}`,
    place: column === undefined ? text.place : { ...text.place, column: Math.max(1, column - 2) },
  });
  if (parsed.template === undefined) {
    // The braces are not the author's.
    return {
      diagnostics: parsed.diagnostics.map((diagnostic) => ({ ...diagnostic, place: text.place, actual: bare })),
    };
  }
  const statement = parsed.template.program.body[0];
  if (parsed.template.program.body.length !== 1 || statement?.type !== "MustacheStatement") {
    return { diagnostics: [diagnose("template-expression-only", text.place, { actual: bare })] };
  }
  return parsed;
}

function slice(lines: readonly string[], location: hbs.AST.SourceLocation): string {
  const { start, end } = location;
  const part = lines.slice(start.line - 1, end.line);
  if (part.length === 0) return "";
  part[part.length - 1] = (part[part.length - 1] ?? "").slice(0, end.column);
  part[0] = (part[0] ?? "").slice(start.column);
  return part.join("\n");
}

interface ParserError {
  readonly message?: string;
  readonly lineNumber?: number;
  readonly column?: number;
  readonly hash?: {
    readonly loc?: { readonly first_line?: number; readonly first_column?: number };
    readonly line?: number;
  };
}

function excessDiagnostic(
  { kind, at, limit }: TemplateExcess,
  source: string,
  placeAt: ParsedTemplate["placeAt"],
): Diagnostic {
  const before = source.slice(0, at);
  const place = placeAt({ line: before.split("\n").length, column: at - (before.lastIndexOf("\n") + 1) });
  switch (kind) {
    case "length":
      return diagnose("template-too-long", place, { limit });
    case "tag":
      return diagnose("template-tag-too-long", place, { limit });
    case "depth":
      return diagnose("template-too-deep", place, { limit });
  }
}

/** What the tags themselves tell is more to the point than where the parser stopped. */
function syntaxDiagnostics(error: unknown, placeAt: ParsedTemplate["placeAt"], source: string): Diagnostic[] {
  const mistakes = findTagMistakes(source, parses);
  if (mistakes.length > 0) return mistakes.map((found) => tagDiagnostic(found, placeAt));
  const known = error as ParserError;
  const fromText = /line (\d+)/u.exec(known.message ?? "")?.[1];
  const line = known.lineNumber ?? known.hash?.loc?.first_line ?? (fromText === undefined ? 1 : Number(fromText));
  const column = known.column ?? known.hash?.loc?.first_column ?? 0;
  const text = (source.split("\n")[line - 1] ?? "").trim();
  return [diagnose("template-syntax", placeAt({ line, column }), { line: text })];
}

function parses(source: string): boolean {
  try {
    parse(source);
    return true;
  } catch {
    return false;
  }
}

function tagDiagnostic(found: TagMistake, placeAt: ParsedTemplate["placeAt"]): Diagnostic {
  const place = placeAt(found.at);
  switch (found.kind) {
    case "unclosedBraces":
      return diagnose("template-braces-not-closed", place, { actual: found.text });
    case "malformed":
      return diagnose("template-syntax", place, { line: found.text });
    case "wideMark":
      return diagnose("template-wide-mark", place, { actual: found.text });
    case "unclosedQuote":
      return diagnose("template-quote-not-closed", place, { actual: found.text });
    case "unbalancedBrackets":
      return diagnose("template-brackets-unbalanced", place, { actual: found.text });
    case "unclosedBlock":
      return diagnose("template-block-not-closed", place, { name: found.name });
    case "unopenedBlock":
      return diagnose("template-block-not-opened", place, { name: found.name });
    case "mismatch":
      return diagnose("template-block-mismatch", place, { opened: found.opened, closed: found.closed }, [
        { place: placeAt(found.opener), message: "这一块从这里开始" },
      ]);
  }
}
