import type { Place } from "../document/place.js";
import { workbookMessages } from "./catalogue/workbook.js";
import { yamlMessages } from "./catalogue/yaml.js";
import { tableMessages } from "./catalogue/table.js";
import { dataMessages } from "./catalogue/data.js";
import { typeMessages } from "./catalogue/type.js";
import { templateMessages } from "./catalogue/template.js";
import { fileMessages } from "./catalogue/file.js";
import { workbookWritingMessages } from "./catalogue/workbook-writing.js";
import { annotateMessages } from "./catalogue/annotate.js";
import { docxReadingMessages } from "./catalogue/docx-reading.js";
import { crossCheckMessages } from "./catalogue/cross-check.js";
import { proofreadingMessages } from "./catalogue/proofreading.js";
import { noticeMessages } from "./catalogue/notice.js";
import { mergeMessages } from "./catalogue/merge.js";
import type { CatalogueEntry, Diagnostic } from "./diagnostic.js";

/**
 * Every message the program can give about somebody's data, type or template, by its stable code.
 *
 * Call sites name the code and the particulars; the words stand only here, so that they can be read in one go, kept in one
 * tone and translated. Each area has a file of its own in `catalogue/`.
 */
const areas = [
  workbookMessages,
  yamlMessages,
  tableMessages,
  dataMessages,
  crossCheckMessages,
  typeMessages,
  templateMessages,
  fileMessages,
  workbookWritingMessages,
  annotateMessages,
  proofreadingMessages,
  docxReadingMessages,
  mergeMessages,
  noticeMessages,
] as const;

type Area = (typeof areas)[number];
type CodeOf<Each extends Area> = Each extends Area ? keyof Each : never;
type EntryOf<Each extends Area, Code> = Each extends Area ? (Code extends keyof Each ? Each[Code] : never) : never;

export type DiagnosticCode = CodeOf<Area>;

type ParticularsOf<Code extends DiagnosticCode> =
  EntryOf<Area, Code> extends CatalogueEntry<infer Particulars> ? Particulars : never;

/** The codes of all messages, area by area. */
export function diagnosticCodes(): readonly string[] {
  return areas.flatMap((area) => Object.keys(area));
}

/** How bad a message is and how it is worded. Looked up area by area: to join them takes longer than all a usual run has to say. */
export function catalogueEntry<Code extends DiagnosticCode>(code: Code): CatalogueEntry<ParticularsOf<Code>> {
  const area = areas.find((each) => Object.hasOwn(each, code)) as Readonly<Record<string, unknown>> | undefined;
  return area?.[code] as CatalogueEntry<ParticularsOf<Code>>;
}

/**
 * Makes a diagnostic from the catalogue.
 *
 * @param code which message
 * @param place where it is
 * @param particulars what the message needs to know
 * @param related other places that matter
 */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  place: Place,
  particulars: ParticularsOf<Code>,
  related?: Diagnostic["related"],
): Diagnostic {
  const found = catalogueEntry(code);
  const wording = found.word(particulars);
  return {
    code,
    severity: found.severity,
    place,
    ...wording,
    ...(related === undefined ? {} : { related }),
  };
}
