import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { baseName, joinPath, type Files } from "./files.js";
import { prepareType, type PreparedType } from "./prepared-type.js";

/**
 * Reads a circular type that somebody named on the command line.
 *
 * @param folder of the type, for instance `templates/chaozhou-quarterly`
 * @returns the prepared type if it exists and nothing is certainly wrong with it, and all that was found
 */
export async function readNamedType(
  files: Files,
  folder: string,
): Promise<{ readonly prepared?: PreparedType; readonly diagnostics: Diagnostic[] }> {
  if (files.list(folder) !== undefined) return prepareType(files, folder);
  const parent = folder.includes("/") ? folder.slice(0, folder.lastIndexOf("/")) : ".";
  const known = typeNames(files, parent);
  const name = baseName(folder);
  const nearest = nearestName(name, known);
  return { diagnostics: [diagnose("type-folder-missing", { file: folder }, { name, known, nearest })] };
}

/** The names of the types in a folder, in its order. */
export function typeNames(files: Files, templatesFolder: string): string[] {
  return (files.list(templatesFolder) ?? []).filter(
    (name) => files.read(joinPath(templatesFolder, name, "type.yaml")) !== undefined,
  );
}
