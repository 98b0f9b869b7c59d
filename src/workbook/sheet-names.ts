import { diagnose } from "../diagnostics/catalogue.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { normaliseHeading } from "../input/table/heading.js";
import type { CircularType } from "../schema/definitions.js";

/** The names of the sheets: those of the datasets by dataset, and those that the program adds. */
export interface SheetNames {
  readonly datasets: ReadonlyMap<string, string>;
  readonly guide: string;
  readonly choices: string;
}

/** Excel's limit, in UTF-16 units. */
const longestName = 31;

/**
 * Chooses names that Excel allows and the reader recognises: for each dataset the first of its sheet names that can be one.
 *
 * @returns no names if a dataset has none that can be a sheet's name
 */
export function chooseSheetNames(type: CircularType): {
  readonly names?: SheetNames;
  readonly diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const datasets = new Map<string, string>();
  // Every name under which a table is looked for is taken, or a sheet of ours would be read as that table.
  const taken = new Set(type.datasets.flatMap((dataset) => dataset.sheetNames.map(normaliseHeading)));
  const used = new Set<string>();
  for (const dataset of type.datasets) {
    const name = dataset.sheetNames.find((candidate) => isSheetName(candidate) && !used.has(candidate.toLowerCase()));
    if (name === undefined) {
      diagnostics.push(
        diagnose("workbook-sheet-name", dataset.place, { names: dataset.sheetNames, longest: longestName }),
      );
      continue;
    }
    used.add(name.toLowerCase());
    datasets.set(dataset.name, name);
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { names: { datasets, guide: free("填表说明", taken), choices: free("选项", taken) }, diagnostics };
}

function isSheetName(name: string): boolean {
  return (
    name.length <= longestName &&
    !/[:\\/?*[\]\u0000-\u001f]/u.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.trim() !== "" &&
    name.toLowerCase() !== "history"
  );
}

/** The wanted name, with a number behind it if it is taken. */
function free(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(normaliseHeading(name)); number += 1) name = `${wanted}${String(number)}`;
  return name;
}
