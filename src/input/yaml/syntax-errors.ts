import { isScalar, visit, type Document, type ErrorCode, type YAMLError } from "yaml";
import { appendAll } from "../../document/append-all.js";
import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { findColonMistake } from "./colon-mistake.js";
import type { YamlSource } from "./yaml-source.js";

const mostReported = 50;

/**
 * Puts the mistakes that the YAML parser found into words.
 *
 * The parser names what its grammar expected; a clerk has to hear what is wrong with the line. So its code only narrows down where to
 * look, and the line itself decides. One mistake often makes the parser complain several times: one message a line, and of the
 * complaints that nothing can be made of only the first, and that only if nothing before it explains it.
 */
export function explainSyntaxErrors(document: Document.Parsed, source: YamlSource): Diagnostic[] {
  const mistakes = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  const exhausted = mistakes.find((mistake) => mistake.code === "RESOURCE_EXHAUSTION");
  // Where the stack ended differs from machine to machine, so no line is given.
  if (exhausted !== undefined) return [diagnose("yaml-too-deep", { file: source.file }, {})];
  const specific: Diagnostic[] = [];
  const vague: Diagnostic[] = [];
  const dealtWith = new Set<number>();
  for (const mistake of mistakes) {
    const stoppedAt = source.placeAt(mistake.pos[0]).line ?? 1;
    if (dealtWith.has(stoppedAt)) continue;
    const found = explain(mistake, document, source);
    if (found.every(isVague)) {
      appendAll(vague, found);
      continue;
    }
    for (const diagnostic of found) {
      const line = diagnostic.place.line ?? stoppedAt;
      if (!dealtWith.has(line)) specific.push(diagnostic);
      dealtWith.add(line);
    }
    const last = lastOfRun(source, stoppedAt);
    for (let line = stoppedAt; line <= last; line += 1) dealtWith.add(line);
  }
  const all = [...unexplained(vague, specific), ...specific];
  if (all.length <= mostReported) return all;
  const shown = all.slice(0, mostReported);
  const first = all[mostReported];
  return first === undefined
    ? shown
    : [...shown, diagnose("yaml-more-mistakes", first.place, { count: all.length - mostReported })];
}

function isVague({ code }: Diagnostic): boolean {
  return code === "yaml-syntax";
}

/** The first vague complaint, unless a mistake at or above its line has thrown the parser off. */
function unexplained(vague: readonly Diagnostic[], specific: readonly Diagnostic[]): Diagnostic[] {
  const [first] = vague;
  if (first === undefined) return [];
  const line = first.place.line ?? 1;
  return specific.some(({ place }) => (place.line ?? 1) <= line) ? [] : [first];
}

/** What the parser complained about, with the line it complained about at hand. */
interface Mistake {
  readonly message: string;
  readonly offset: number;
  readonly line: number;
  readonly document: Document.Parsed;
  readonly source: YamlSource;
}

type Explanation = (mistake: Mistake) => Diagnostic[];

function explain(error: YAMLError, document: Document.Parsed, source: YamlSource): Diagnostic[] {
  const offset = error.pos[0];
  const line = source.placeAt(offset).line ?? 1;
  const mistake: Mistake = { message: error.message, offset, line, document, source };
  return explainIndentation(mistake) ?? explanations[error.code](mistake);
}

/** Each code of the parser; the type checks that none is missing. */
export const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  ALIAS_PROPS: specialStart,
  BAD_ALIAS: specialStart,
  BAD_COLLECTION_TYPE: tag,
  BAD_DIRECTIVE: specialStart,
  BAD_DQ_ESCAPE: (mistake) => [diagnoseAt(mistake, "yaml-backslash")],
  BAD_INDENT: (mistake) =>
    mistake.message.startsWith("Flow") ? unclosedBracket(mistake) : (colonMistakes(mistake) ?? indentation(mistake)),
  BAD_PROP_ORDER: specialStart,
  BAD_SCALAR_START: specialStart,
  BLOCK_AS_IMPLICIT_KEY: notAKey,
  BLOCK_IN_FLOW: (mistake) => [diagnose("yaml-in-bracket", mistake.source.placeAt(mistake.offset), {})],
  DUPLICATE_KEY: generic,
  IMPOSSIBLE: generic,
  KEY_OVER_1024_CHARS: (mistake) => [diagnose("yaml-key-too-long", mistake.source.placeAt(mistake.offset), {})],
  MISSING_CHAR: missingCharacter,
  MULTILINE_IMPLICIT_KEY: notAKey,
  MULTIPLE_ANCHORS: specialStart,
  MULTIPLE_DOCS: (mistake) => [diagnose("yaml-several-documents", mistake.source.placeAt(mistake.offset), {})],
  MULTIPLE_TAGS: tag,
  NON_STRING_KEY: (mistake) =>
    colonMistakes(mistake) ?? [diagnose("yaml-key-not-text", mistake.source.placeAt(mistake.offset), {})],
  RESOURCE_EXHAUSTION: (mistake) => [diagnose("yaml-too-deep", mistake.source.placeAt(mistake.offset), {})],
  TAB_AS_INDENT: ({ source, offset, line }) => [
    diagnose("yaml-tab", source.placeAt(offset), { firstLine: line, lastLine: line }),
  ],
  TAG_RESOLVE_FAILED: tag,
  UNEXPECTED_TOKEN: unexpected,
};

/** Blanks that look right and are not: whatever the parser made of such a line, this is what is wrong with it. */
function explainIndentation({ source, line }: Mistake): Diagnostic[] | undefined {
  const lead = /^\s*/u.exec(source.line(line))?.[0] ?? "";
  const place = (index: number): { file: string; line: number; column: number } => ({
    file: source.file,
    line,
    column: index + 1,
  });
  const particulars = { firstLine: line, lastLine: lastOfRun(source, line) };
  const tabIndex = lead.indexOf("\t");
  if (tabIndex >= 0) return [diagnose("yaml-tab", place(tabIndex), particulars)];
  const wideIndex = lead.search(/[^ ]/u);
  return wideIndex >= 0 ? [diagnose("yaml-wide-blank", place(wideIndex), particulars)] : undefined;
}

/** The last of the lines, from this one on, that are indented with the same wrong blank; the line itself if it is not. */
function lastOfRun(source: YamlSource, line: number): number {
  const wrong = wrongBlank(source.line(line));
  let last = line;
  while (wrong !== undefined && last < source.lineCount && wrongBlank(source.line(last + 1)) === wrong) last += 1;
  return last;
}

/** What a line with something in it is indented with, if that is not the space. */
function wrongBlank(content: string): "tab" | "wide" | undefined {
  const lead = /^\s*(?=\S)/u.exec(content)?.[0] ?? "";
  if (lead.includes("\t")) return "tab";
  return /[^ ]/u.test(lead) ? "wide" : undefined;
}

/** Lines without a proper colon run together; they are reported one by one, from the one where the parser stopped. */
function colonMistakes({ source, line }: Mistake): Diagnostic[] | undefined {
  const found: Diagnostic[] = [];
  for (let number = line; number <= source.lineCount; number += 1) {
    const mistake = findColonMistake(source.line(number));
    if (mistake === undefined) break;
    const place = { file: source.file, line: number, column: mistake.index + 1 };
    found.push(diagnose("yaml-colon", place, { name: mistake.name, colon: mistake.colon }));
  }
  return found.length > 0 ? found : undefined;
}

/** Something stands where a name was expected, or several lines ran together before a colon came. */
function notAKey(mistake: Mistake): Diagnostic[] {
  const { source, line } = mistake;
  const found = colonMistakes(mistake);
  if (found !== undefined) return found;
  const content = source.line(line);
  if (/: .*: /u.test(content) || /: .*:$/u.test(content)) {
    return [diagnose("yaml-colon-in-value", source.placeAt(mistake.offset), {})];
  }
  if (/^\s*- /u.test(content)) return indentation(mistake);
  if (!/:(?: |$)/u.test(content)) return [missingColon(mistake)];
  const next = { ...mistake, line: nextLine(source, line) };
  return colonMistakes(next) ?? indentation(next);
}

/** The next line that is neither blank nor a comment. */
function nextLine(source: YamlSource, line: number): number {
  for (let number = line + 1; number <= source.lineCount; number += 1) {
    if (/^\s*[^\s#]/u.test(source.line(number))) return number;
  }
  return line;
}

function indentation({ source, line }: Mistake): Diagnostic[] {
  const column = source.line(line).search(/\S|$/u) + 1;
  return [diagnose("yaml-indentation", { file: source.file, line, column }, {})];
}

function missingColon({ source, line }: Mistake): Diagnostic {
  const text = source.line(line).trim();
  const column = source.line(line).search(/\S|$/u) + 1;
  return diagnose("yaml-missing-colon", { file: source.file, line, column }, { text });
}

function missingCharacter(mistake: Mistake): Diagnostic[] {
  const { message, source, offset } = mistake;
  if (message.includes("closing")) return unclosedQuote(mistake);
  if (message.startsWith("Flow")) return unclosedBracket(mistake);
  if (message.startsWith("Comments")) return [diagnose("yaml-comment", source.placeAt(offset), {})];
  if (message.startsWith("Tags and anchors")) return specialStart(mistake);
  if (message.includes(" flow ")) return [diagnose("yaml-in-bracket", source.placeAt(offset), {})];
  if (message.endsWith(" - indicator")) return colonMistakes(mistake) ?? indentation(mistake);
  if (message.startsWith("Implicit map keys")) {
    return colonMistakes(mistake) ?? [missingColon(mistake)];
  }
  return generic(mistake);
}

/** The parser notices at the end of the file; what helps is where the quotation began. */
function unclosedQuote({ document, source, offset }: Mistake): Diagnostic[] {
  let start = offset;
  let found = false;
  const look = (_key: unknown, node: unknown): symbol | undefined => {
    if (!isScalar(node) || !node.range || node.type?.startsWith("QUOTE") !== true) return undefined;
    const [from, to] = node.range;
    if (from > offset || to < offset - 1 || found) return undefined;
    start = from;
    found = true;
    return visit.BREAK;
  };
  visit(document, { Scalar: look });
  return [diagnose("yaml-unclosed-quote", source.placeAt(start), { quote: source.text[start] === "'" ? "'" : '"' })];
}

/** Looks back from where the parser gave up for the bracket that is still open. */
function unclosedBracket({ source, offset }: Mistake): Diagnostic[] {
  let closed = 0;
  for (let index = Math.min(offset, source.text.length) - 1; index >= 0; index -= 1) {
    const character = source.text[index];
    if (character === "]" || character === "}") closed += 1;
    if (character !== "[" && character !== "{") continue;
    if (closed === 0) return [diagnose("yaml-unclosed-bracket", source.placeAt(index), { bracket: character })];
    closed -= 1;
  }
  return [diagnose("yaml-in-bracket", source.placeAt(offset), {})];
}

function specialStart(mistake: Mistake): Diagnostic[] {
  return isTagText(mistake) ? tag(mistake) : [diagnoseAt(mistake, "yaml-special-start")];
}

function isTagText({ source, offset }: Mistake): boolean {
  return source.text[offset] === "!" || /(?:^|\s)!\S*$/u.test(source.text.slice(Math.max(0, offset - 40), offset));
}

function tag(mistake: Mistake): Diagnostic[] {
  return [diagnoseAt(mistake, "yaml-tag")];
}

function unexpected(mistake: Mistake): Diagnostic[] {
  const { message, source, line, offset } = mistake;
  if (message.startsWith("Block scalar header")) return [diagnose("yaml-block-text", source.placeAt(offset), {})];
  if (message.includes("block-seq-ind on same line")) {
    const content = source.line(line);
    if (/^\s*- /u.test(content)) return indentation(mistake);
    return [diagnose("yaml-list-on-key-line", source.placeAt(offset), {})];
  }
  // The parser has given up, and complains about every word that follows.
  if (message.includes("in YAML stream")) {
    const stray = message.includes("-end token") && closesTooMuch(source.line(line));
    if (stray) return [diagnose("yaml-in-bracket", source.placeAt(offset), {})];
    return colonMistakes(mistake) ?? generic(mistake);
  }
  if (message.includes("at node end") && source.placeAt(offset).column === 1) {
    return colonMistakes(mistake) ?? indentation(mistake);
  }
  if (message.includes("at node end")) return [diagnoseAt(mistake, "yaml-text-after-value")];
  if (/ flow |flow-|comma/.test(message)) return [diagnose("yaml-in-bracket", source.placeAt(offset), {})];
  return colonMistakes(mistake) ?? generic(mistake);
}

/** Whether a line closes a bracket that it did not open. */
function closesTooMuch(content: string): boolean {
  let open = 0;
  for (const character of content) {
    if (character === "[" || character === "{") open += 1;
    if (character === "]" || character === "}") open -= 1;
    if (open < 0) return true;
  }
  return false;
}

function generic(mistake: Mistake): Diagnostic[] {
  return [diagnoseAt(mistake, "yaml-syntax")];
}

/** A message that quotes the line. */
function diagnoseAt(
  { source, line, offset }: Mistake,
  code: "yaml-backslash" | "yaml-special-start" | "yaml-syntax" | "yaml-tag" | "yaml-text-after-value",
): Diagnostic {
  return diagnose(code, source.placeAt(offset), { text: source.line(line).trim() });
}
