/**
 * Checks who imports whom against the rules in `.dependency-cruiser.cjs`: `node scripts/check-dependencies.mjs [root]`.
 *
 * dependency-cruiser by itself is content when it has seen nothing at all, for instance because it cannot read this version of
 * TypeScript. So this check also fails unless every source file was seen.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import process from "node:process";
import { cruise } from "dependency-cruiser";
import extractTypeScriptConfig from "dependency-cruiser/config-utl/extract-ts-config";

const root = resolve(process.argv[2] ?? ".");
process.chdir(root);
const { forbidden, options } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

const result = await cruise(
  ["src"],
  { ...options, ruleSet: { forbidden }, validate: true },
  {},
  { tsConfig: extractTypeScriptConfig(join(root, "tsconfig.json")) },
);
const { modules, summary } = result.output;

const seen = new Set(modules.map((module) => module.source));
const unseen = readdirSync("src", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).replaceAll("\\", "/"))
  .filter((file) => !seen.has(file));

for (const { rule, from, to, cycle } of summary.violations) {
  const path = cycle === undefined ? to : cycle.map((step) => step.name).join(" → ");
  const reason = forbidden.find(({ name }) => name === rule.name)?.comment ?? "";
  process.stdout.write(`${rule.severity} ${rule.name}: ${from === to ? from : `${from} → ${path}`}\n    ${reason}\n`);
}
for (const file of unseen) process.stdout.write(`error not-seen: ${file}\n`);

const sourceFiles = modules.filter((module) => module.source.startsWith("src/")).length;
process.stdout.write(
  `${String(sourceFiles)} source files, ${String(summary.totalDependenciesCruised)} imports, ${String(summary.violations.length)} violations\n`,
);
process.exitCode = sourceFiles === 0 || unseen.length > 0 || summary.violations.length > 0 ? 1 : 0;
