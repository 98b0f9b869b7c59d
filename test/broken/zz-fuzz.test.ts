import { test } from "vitest";
import { writeFileSync } from "node:fs";
import { composeEdition } from "../../src/edition/compose-edition.js";
import { renderDiagnostic } from "../../src/diagnostics/render.js";
import { brokenEdition, treeFiles } from "./broken-edition.js";
function rng(seed: number) { return () => { seed = (seed * 1664525 + 1013904223) >>> 0; return seed / 4294967296; }; }
test("fuzz", async () => {
  const base = await brokenEdition([]);
  const targets = ["data/2024q2/circular.yaml", "templates/quarterly/type.yaml", "templates/quarterly/body.hbs", "templates/quarterly/问题.hbs"];
  const alphabet = [..."{}[]\"'#/:： \n\t-*&!|>%@,，、（）().=<^~\\\u0007中1是a", "{{", "}}", "{{#如果 ", "{{/如果}}", "{{> ", "__proto__", "constructor", "{{else}}", "null"];
  const out: string[] = [];
  const seen = new Map<string, number>();
  const random = rng(Number(process.env["SEED"] ?? 1));
  const pick = (n: number) => Math.floor(random() * n);
  for (let i = 0; i < Number(process.env["N"] ?? 2000); i++) {
    const tree = new Map(base);
    const path = targets[pick(targets.length)]!;
    let text = new TextDecoder().decode(tree.get(path)!);
    const edits = 1 + pick(2);
    const log: string[] = [];
    for (let e = 0; e < edits; e++) {
      const kind = pick(5);
      if (kind === 0) { const at = pick(text.length); const n = 1 + pick(6); log.push(`del ${at} ${JSON.stringify(text.slice(at, at + n))}`); text = text.slice(0, at) + text.slice(at + n); }
      else if (kind === 1) { const at = pick(text.length); const s = alphabet[pick(alphabet.length)]!; log.push(`ins ${at} ${JSON.stringify(s)}`); text = text.slice(0, at) + s + text.slice(at); }
      else if (kind === 2) { const lines = text.split("\n"); const at = pick(lines.length); log.push(`delline ${lines[at]}`); lines.splice(at, 1); text = lines.join("\n"); }
      else if (kind === 3) { const lines = text.split("\n"); const a = pick(lines.length), b = pick(lines.length); log.push(`moveline ${lines[a]}`); const [l] = lines.splice(a, 1); lines.splice(b, 0, l!); text = lines.join("\n"); }
      else { const tokens = text.split(/(\s|[{}\[\]:,])/u); const a = pick(tokens.length), b = pick(tokens.length); log.push(`token ${tokens[a]} -> ${tokens[b]}`); tokens[a] = tokens[b]!; text = tokens.join(""); }
    }
    tree.set(path, new TextEncoder().encode(text));
    try {
      const c = await composeEdition(treeFiles(tree), "data/2024q2", { templatesFolder: "templates" });
      const rendered = c.diagnostics.map((d) => renderDiagnostic(d)).join("\n\n");
      const codes = c.diagnostics.map((d) => d.code).join(",");
      if (c.document === undefined && !c.diagnostics.some((d) => d.severity === "error")) out.push(`NO ERROR ${path} ${log.join("; ")}`);
      if (/undefined|NaN|\[object|[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(rendered)) out.push(`ODD ${path} ${log.join("; ")}\n${rendered}`);
      const errors = c.diagnostics.length;
      if (edits === 1 && errors > 1) { const key = codes; seen.set(key, (seen.get(key) ?? 0) + 1); if (seen.get(key)! <= 2) out.push(`MANY ${path} ${log.join("; ")}\n${rendered}\n`); }
    } catch (error) {
      out.push(`THROW ${path} ${log.join("; ")}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
  writeFileSync("/tmp/fz/out.txt", out.join("\n---\n"));
}, 600000);
