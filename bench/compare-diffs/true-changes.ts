import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";

/** What a person says of a pair of drafts, having read what was done to it. */
export interface TrueChanges {
  readonly count: number;
  /** What was changed, in Chinese. */
  readonly reason: string;
}

const schema = z.record(z.string(), z.strictObject({ 处: z.int().min(0), 理由: z.string() }));

/** Reads true-changes.yaml: the counts by the name of the pair. */
export function trueChanges(): ReadonlyMap<string, TrueChanges> {
  const entries = schema.parse(parse(readFileSync(new URL("true-changes.yaml", import.meta.url), "utf8")));
  return new Map(Object.entries(entries).map(([name, { 处: count, 理由: reason }]) => [name, { count, reason }]));
}
