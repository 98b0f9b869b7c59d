/**
 * How long the label of a remark is: `注：`, `备注：`, `注1：`. 0 if there is none.
 *
 * @param text the remark as printed
 */
export function remarkLabelLength(text: string): number {
  return /^(?:备\s*注|附\s*注|说\s*明|注)\s*[0-9０-９一二三四五六七八九十]{0,3}[：:]/u.exec(text)?.[0].length ?? 0;
}
