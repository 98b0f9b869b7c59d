/** `inspection.核对.xlsx`: `check --annotate` has written it beside `inspection.xlsx`. */
const annotated = /\.核对\.xls[xm]?$/iu;

/** What the annotated copy of a workbook is called: `inspection.核对.xlsx` for `inspection.xlsx`. Takes and gives a path or a name. */
export function annotatedName(workbook: string): string {
  return workbook.replace(/(\.xls[xm]?)$/iu, ".核对$1");
}

/** True for the name of an annotated copy: it is there to be looked at and must not be taken for an edition's data. */
export function isAnnotatedName(name: string): boolean {
  return annotated.test(name);
}
