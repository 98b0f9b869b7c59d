import { readFileSync } from "node:fs";
import { join } from "node:path";
import { planFixes, type PlannedFixes } from "../../src/edition/fix-edition.js";
import { reviewEdition, type Review } from "../../src/edition/review-edition.js";
import { projectFiles } from "../readme/mistakes.js";
import { projectRoot } from "../tooling/temporary-project.js";

export const sample = "data/chaozhou-2024q2";
export const templates = "templates/chaozhou-quarterly";
export const body = `${templates}/body.hbs`;
export const circular = `${sample}/circular.yaml`;
export const workbook = `${sample}/inspection.xlsx`;
export const yamlData = `${sample}/inspection.yaml`;

/** A part of a file that stands there once, and what somebody has made of it. */
export type Slip = readonly [path: string, right: string, wrong: string];

export interface Planned extends PlannedFixes {
  /** The edition with the slips. */
  readonly review: Review;
  /** The text of a file with the slips, and with the fixes. */
  readonly before: (path: string) => string;
  readonly after: (path: string) => string;
}

export function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(projectRoot, path)));
}

/**
 * What `--fix` would do to the sample edition after some slips.
 *
 * @param options files to replace as a whole, and which file the data are in (the workbook if nothing is said)
 */
export async function planAfter(
  slips: readonly Slip[],
  options: { readonly files?: Readonly<Record<string, Uint8Array>>; readonly data?: string } = {},
): Promise<Planned> {
  const changed = new Map(Object.entries(options.files ?? {}));
  for (const [path, right, wrong] of slips) {
    const text = decode(changed.get(path) ?? bytesOf(path));
    if (text.split(right).length !== 2) throw new Error(`${path} must say ${right} once`);
    changed.set(path, new TextEncoder().encode(text.replace(right, () => wrong)));
  }
  const files = projectFiles(changed);
  const composing = {
    templatesFolder: "templates",
    ...(options.data === undefined ? {} : { dataFiles: [options.data] }),
  };
  const review = await reviewEdition(files, sample, composing);
  const plan = await planFixes(files, review, composing);
  const before = (path: string): string => decode(files.read(path) ?? new Uint8Array());
  return {
    ...plan,
    review,
    before,
    after: (path) => {
      const output = plan.outputs.find((one) => one.path === path);
      return output === undefined ? before(path) : decode(output.bytes);
    },
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
