import { diagnose } from "../../diagnostics/catalogue.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { compareDates } from "../../facts/numbers/civil-date.js";
import { periodName, periodRange } from "../../facts/numbers/period.js";
import type { CircularType } from "../../schema/definitions.js";
import type { Progress } from "../../progress/progress.js";
import { circularFileName } from "../data-sources.js";
import { baseName, isPlainName, joinPath, type Files } from "../files.js";
import { loadEdition, readCircularFile, type Edition } from "../load-edition.js";

/**
 * Reads the edition that circular.yaml names under 上期, which lies beside this one. Its own mistakes are not told again: whoever wants
 * to know them checks it.
 *
 * @returns no edition if none is named, or if it cannot be compared with, which is a warning
 */
export async function previousEdition(
  files: Files,
  edition: Edition,
  type: CircularType,
  progress?: Progress,
): Promise<{
  readonly previous?: { readonly name: string; readonly edition: Edition };
  readonly diagnostics: Diagnostic[];
}> {
  const name = edition.elements.上期;
  if (name === undefined) return { diagnostics: [] };
  const place = edition.placeOf("上期");
  if (!isPlainName(name)) return { diagnostics: [diagnose("previous-name-not-plain", place, { actual: name })] };
  const own = edition.folder.replace(/\/+$/u, "");
  if (name === baseName(own)) return { diagnostics: [diagnose("previous-is-itself", place, { actual: name })] };
  const parent = own.includes("/") ? own.slice(0, own.lastIndexOf("/")) : "";
  const folder = joinPath(parent, name);
  if (files.read(joinPath(folder, circularFileName)) === undefined) {
    const others = (files.list(parent === "" ? "." : parent) ?? []).filter((other) => other !== baseName(own));
    const nearest = nearestName(name, others);
    return { diagnostics: [diagnose("previous-folder-missing", place, { actual: name, nearest })] };
  }
  const { root, typeName, diagnostics } = await readCircularFile(files, folder);
  if (root !== undefined && typeName !== undefined && typeName !== type.id) {
    return { diagnostics: [diagnose("previous-other-type", place, { actual: typeName, expected: type.id })] };
  }
  const loaded =
    root === undefined || typeName === undefined
      ? undefined
      : await loadEdition(files, folder, root, type, undefined, progress);
  if (loaded?.edition === undefined) {
    const errors = [...diagnostics, ...(loaded?.diagnostics ?? [])].filter(
      ({ severity }) => severity === "error",
    ).length;
    return { diagnostics: [diagnose("previous-unusable", place, { actual: name, errors: Math.max(1, errors) })] };
  }
  const [before, now] = [loaded.edition.elements.期间, edition.elements.期间];
  const isEarlier = compareDates(periodRange(before).last, periodRange(now).first) < 0;
  return {
    previous: { name, edition: loaded.edition },
    diagnostics: isEarlier
      ? []
      : [diagnose("previous-not-earlier", place, { actual: periodName(before), current: periodName(now) })],
  };
}
