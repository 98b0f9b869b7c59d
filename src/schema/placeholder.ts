/** What the example row of an empty workbook shows in a column of text: （填网站名称）. */
export function placeholder(name: string): string {
  return `（填${name}）`;
}

/** The same in a column of codes. */
export const codePlaceholder = placeholder("编码");
