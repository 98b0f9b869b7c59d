import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The exported types of a source file, or of one in the specification: each as a list of its members or as its union. */
export function typesIn(source: string): Map<string, string> {
  const file = ts.createSourceFile("types.ts", source, ts.ScriptTarget.Latest, true);
  const types = new Map<string, string>();
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement)) types.set(statement.name.text, membersText(statement.members));
    if (ts.isTypeAliasDeclaration(statement)) types.set(statement.name.text, typeText(statement.type));
  }
  return types;
}

/** Whether these types are assignable: the messages of the compiler about a file that would stand beside `tree.ts`. */
export function compileErrors(content: string): string[] {
  const path = fileURLToPath(new URL("../../src/document/examples.ts", import.meta.url));
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const usual = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) =>
    name === path ? ts.createSourceFile(name, content, version, true) : usual(name, version, ...rest);
  host.fileExists = (name) => name === path || ts.sys.fileExists(name);
  const program = ts.createProgram([path], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((diagnostic) => ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}

/** A file of the project, by its path from the root. */
export function projectFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

function membersText(members: ts.NodeArray<ts.TypeElement>): string {
  return members
    .map((member) => {
      if (!ts.isPropertySignature(member) || member.type === undefined)
        throw new Error(`not a field: ${member.getText()}`);
      return `${member.name.getText()}${member.questionToken === undefined ? "" : "?"}: ${typeText(member.type)}`;
    })
    .join("; ");
}

/** A type without `readonly`, comments and superfluous parentheses. */
function typeText(type: ts.TypeNode): string {
  if (ts.isTypeOperatorNode(type) || ts.isParenthesizedTypeNode(type)) return typeText(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.map(typeText).join(" | ");
  if (ts.isTypeLiteralNode(type)) return `{ ${membersText(type.members)} }`;
  if (!ts.isArrayTypeNode(type)) return type.getText();
  const element = typeText(type.elementType);
  return element.includes(" | ") ? `(${element})[]` : `${element}[]`;
}
