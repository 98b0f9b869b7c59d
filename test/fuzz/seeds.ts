import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import fc from "fast-check";
import { projectPath } from "../circulars/built-circular.js";

/** What a case starts from: an edition with its type, all files by path. */
export interface SeedEdition {
  readonly folder: string;
  readonly typeFolder: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What a failing case prints instead of all bytes of all files. */
  readonly [fc.toStringMethod]: () => string;
}

function filesIn(folder: string, shownAs: string): [string, Uint8Array][] {
  return readdirSync(projectPath(folder))
    .filter((name) => statSync(projectPath(folder, name)).isFile())
    .map((name) => [`${shownAs}/${name}`, new Uint8Array(readFileSync(projectPath(folder, name)))]);
}

function seedEdition(home: string, edition: string): SeedEdition {
  const circular = readFileSync(projectPath(home, "data", edition, "circular.yaml"), "utf8");
  const type = /^通报类型: *(\S+)/mu.exec(circular)?.[1] ?? "";
  const types = existsSync(projectPath(home, "templates", type)) ? `${home}/templates` : "templates";
  return {
    [fc.toStringMethod]: () => `${home}/data/${edition}`,
    folder: `data/${edition}`,
    typeFolder: `templates/${type}`,
    files: new Map([
      ...filesIn(`${home}/data/${edition}`, `data/${edition}`),
      ...filesIn(`${types}/${type}`, `templates/${type}`),
    ]),
  };
}

/** The editions that ship and those of the examples that are small. */
export const seedEditions: readonly SeedEdition[] = [
  ...["chaozhou-2019", "chaozhou-2024q2", "guangdong-2022q2", "guangdong-2024q2", "nanchong-2024q1"].map((name) =>
    seedEdition(".", name),
  ),
  ...["排名", "月报", "评分", "复查", "入门"].flatMap((example) =>
    readdirSync(projectPath("docs/示例", example, "data"))
      .slice(0, 1)
      .map((name) => seedEdition(`docs/示例/${example}`, name)),
  ),
];

/** The documents that ship. */
export const seedDocuments: readonly Uint8Array[] = readdirSync(projectPath("output")).map(
  (name) => new Uint8Array(readFileSync(projectPath("output", name, `${name}.docx`))),
);
