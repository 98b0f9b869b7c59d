import { diagnose } from "../diagnostics/catalogue.js";
import { hasErrors, type Diagnostic } from "../diagnostics/diagnostic.js";
import type { Composition } from "../edition/compose-edition.js";
import { circularFileName } from "../edition/data-sources.js";
import { baseName, joinPath, type Files } from "../edition/files.js";
import { annotatedName, isAnnotatedName } from "../workbook/annotate/annotated-name.js";
import { writeFilesTogether, type OutputFile } from "./write-files.js";

/** What became of `check --annotate` for one edition. */
export interface Annotation {
  /** The copies. */
  readonly written: readonly string[];
  /** Why there is no copy where there should be one. */
  readonly problems: readonly Diagnostic[];
  /** Further lines for the person who asked. */
  readonly remarks: readonly string[];
  /** The edition's data are in no workbook, so that the request makes no sense. */
  readonly withoutWorkbook: boolean;
}

const workbookName = /\.xls[xm]?$/iu;
const yamlName = /\.ya?ml$/iu;

/** The same files, and a list of those that have been read and exist: which workbooks an edition is made of is seen by what it reads. */
export function rememberReads(files: Files): { readonly files: Files; readonly paths: ReadonlySet<string> } {
  const paths = new Set<string>();
  return {
    paths,
    files: {
      list: (path) => files.list(path),
      read: (path) => {
        const bytes = files.read(path);
        if (bytes !== undefined) paths.add(path);
        return bytes;
      },
    },
  };
}

/**
 * Writes the problems of an edition into copies of its workbooks, beside them. The workbooks themselves are only read.
 *
 * @param files to read from
 * @param composition of the edition
 * @param pathsRead what was read for it
 */
export async function annotateEdition(
  files: Files,
  composition: Composition,
  pathsRead: ReadonlySet<string>,
): Promise<Annotation> {
  const { folder, diagnostics } = composition;
  const workbooks = [...pathsRead].filter((path) => isInFolder(path, folder) && workbookName.test(path));
  if (workbooks.length === 0) return withoutWorkbook(files, composition, pathsRead);
  if (diagnostics.length === 0) {
    const stale = workbooks.map(annotatedName).filter((path) => files.read(path) !== undefined);
    const remarks = [
      "没有问题需要批注，没有写批注副本",
      ...stale.map((path) => `上次的批注副本 ${path} 已经过时，可以删去`),
    ];
    return { written: [], problems: [], remarks, withoutWorkbook: false };
  }
  const [{ annotateWorkbook, isAnnotatedCopy }, { readWorkbook }] = await Promise.all([
    import("../workbook/annotate/annotate-workbook.js"),
    import("../input/xlsx/read-workbook.js"),
  ]);
  const problems: Diagnostic[] = [];
  const outputs: OutputFile[] = [];
  for (const path of workbooks) {
    const target = annotatedName(path);
    const inTheWay = files.read(target);
    const previous = inTheWay === undefined ? undefined : readWorkbook(inTheWay, target).workbook;
    if (inTheWay !== undefined && (previous === undefined || !isAnnotatedCopy(previous))) {
      problems.push(diagnose("annotate-name-taken", { file: target }, {}));
      continue;
    }
    const result = annotateWorkbook(files.read(path) ?? new Uint8Array(), path, diagnostics);
    if ("problem" in result) problems.push(result.problem);
    else outputs.push({ path: target, bytes: result.bytes });
  }
  const notWritten = writeFilesTogether(outputs);
  const written = notWritten.length > 0 ? [] : outputs.map(({ path }) => path);
  const remarks = written.map((path) => `请打开 ${path} 看批注和“问题汇总”，在原工作簿里改正；原工作簿没有改动`);
  return { written, problems: [...problems, ...notWritten], remarks, withoutWorkbook: false };
}

/** Without a workbook: either the data are in YAML, or reading did not get as far as the workbook. */
function withoutWorkbook(files: Files, composition: Composition, pathsRead: ReadonlySet<string>): Annotation {
  const { folder, diagnostics } = composition;
  const circular = joinPath(folder, circularFileName);
  const readYamlData = [...pathsRead].some(
    (path) => isInFolder(path, folder) && path !== circular && yamlName.test(path),
  );
  const inFolder = (files.list(folder) ?? []).filter((name) => workbookName.test(name) && !isAnnotatedName(name));
  if (!readYamlData && hasErrors(diagnostics) && inFolder.length > 0) {
    const problem = diagnose("annotate-workbook-not-reached", { file: folder }, {});
    return { written: [], problems: [problem], remarks: [], withoutWorkbook: false };
  }
  const remark = `“${baseName(folder)}”的数据不在 Excel 工作簿里，没有可以批注的文件；有问题请照列出的文件和行号改正`;
  return { written: [], problems: [], remarks: [remark], withoutWorkbook: true };
}

function isInFolder(path: string, folder: string): boolean {
  return joinPath(folder, baseName(path)) === path;
}
