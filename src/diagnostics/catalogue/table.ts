import { entry } from "../diagnostic.js";
import { excerpt, quoteNames, suggestion } from "./wording.js";

/** Messages about finding a table's sheet, heading row and columns, and about rows and cells before they are interpreted. */
export const tableMessages = {
  "sheet-hidden": entry("hint", (p: { sheet: string }) => ({
    message: `工作表“${p.sheet}”是隐藏的，其中的数据照样读入`,
    hint: "如果不该读入，请删去这张工作表或改换它的名称",
  })),
  "sheet-ambiguous": entry("warning", (p: { sheet: string; others: readonly string[] }) => ({
    message: `有几张工作表的名称几乎相同，只读了“${p.sheet}”`,
    actual: quoteNames([p.sheet, ...p.others]),
    hint: "请删去不用的工作表，或改换它的名称",
  })),
  "table-empty": entry("error", (p: { headings: readonly string[] }) => ({
    message: "工作表里没有内容",
    expected: `有一行列标题：${p.headings.join("、")}`,
    hint: "请确认数据没有填到别的工作表里",
  })),
  "table-no-heading-row": entry(
    "error",
    (p: {
      headings: readonly string[];
      closest: { readonly row: number; readonly matched: readonly string[] } | undefined;
      searched: number;
    }) => ({
      message: "找不到列标题所在的行",
      ...(p.closest === undefined
        ? { actual: `前 ${String(p.searched)} 行里没有一行含有这些列标题` }
        : { actual: `最接近的是第 ${String(p.closest.row)} 行，只认出${quoteNames(p.closest.matched)}` }),
      expected: `有一行写着列标题：${p.headings.join("、")}`,
      hint: "请核对列标题的写法；列标题要写在数据上方的同一行里，每个单元格一个",
    }),
  ),
  "column-missing": entry(
    "error",
    (p: { name: string; aliases: readonly string[]; existing: readonly string[]; nearest: string | undefined }) => ({
      message: `缺少“${p.name}”一列`,
      actual: p.existing.length === 0 ? "这一行没有别的列标题" : `这一行的列标题有：${p.existing.join("、")}`,
      expected: p.aliases.length === 0 ? p.name : `${p.name}（也可以写成${quoteNames(p.aliases)}）`,
      hint:
        p.nearest === undefined
          ? "请补上这一列；如果已有这一列，请把列标题改成上面的名称"
          : `“${p.nearest}”一列是不是就是它？是的话请把列标题改为“${p.name}”`,
    }),
  ),
  "column-nearly-named": entry("warning", (p: { heading: string; name: string }) => ({
    message: `“${p.heading}”一列没有读入，它的标题与可以不设的“${p.name}”一列只差一点`,
    actual: p.heading,
    expected: p.name,
    hint: `如果它就是“${p.name}”，请把列标题改为“${p.name}”；如果是另一列，请换一个不易混淆的列标题，或删去这一列`,
  })),
  "column-duplicate": entry("error", (p: { name: string; heading: string; firstHeading: string }) => ({
    message:
      p.heading === p.firstHeading
        ? `“${p.name}”一列出现了两次`
        : `“${p.firstHeading}”和“${p.heading}”说的是同一列（${p.name}），只能有一列`,
    hint: "请保留正确的一列，删去另一列或改换它的标题",
  })),
  "columns-unused": entry("hint", (p: { headings: readonly string[] }) => ({
    message: `${quoteNames(p.headings)}${p.headings.length > 1 ? "这几列" : "一列"}用不到，没有读入`,
    hint: "如果其中有应当读入的列，请核对列标题的写法",
  })),
  "row-example": entry("hint", (p: { row: number }) => ({
    message: `第 ${String(p.row)} 行是示例，示例行不读入`,
  })),
  "row-text-skipped": entry("warning", (p: { row: number; text: string }) => ({
    message: `第 ${String(p.row)} 行是整行合并的一段文字，没有当作数据读入`,
    actual: excerpt(p.text),
    hint: "如果是表下的说明，请在前面加上“注：”；如果是数据，请取消合并，每列各填各的",
  })),
  "rows-hidden": entry("warning", (p: { rows: string; count: number }) => ({
    message: `有 ${String(p.count)} 行数据被隐藏（或被筛选掉），照样读入`,
    actual: `第 ${p.rows} 行`,
    hint: "如果不该读入，请删去这些行，不要只是隐藏",
  })),
  "cell-covered-value": entry("warning", (p: { column: string; value: string; shownCell: string }) => ({
    message: `“${p.column}”一列的这个单元格被合并单元格盖住，里面还藏着一个看不见的值，没有读入`,
    actual: excerpt(p.value),
    hint: `请取消 ${p.shownCell} 所在的合并单元格，删去多余的值后再合并`,
  })),
  "cell-merged-columns": entry("warning", (p: { columns: readonly string[] }) => ({
    message: `数据行里的合并单元格跨了${quoteNames(p.columns)}${String(p.columns.length)}列，这几列读到的是同一个值`,
    hint: "请取消合并，每列各填各的",
  })),
  "cell-error": entry("error", (p: { column: string; error: string }) => ({
    message: `“${p.column}”一列的这个单元格是错误值`,
    actual: p.error,
    hint: "请改正公式，或直接填写数值，然后保存",
  })),
  "cell-formula-without-value": entry("error", (p: { column: string; formula: string }) => ({
    message: `“${p.column}”一列的这个单元格是公式，但文件里没有存下计算结果`,
    ...(p.formula === "" ? {} : { actual: excerpt(p.formula.startsWith("=") ? p.formula : `=${p.formula}`) }),
    hint: "请用 Excel 或 WPS 打开文件重新计算并保存，或把公式改成数值",
  })),
  "table-not-list": entry("error", (p: { found: "text" | "map" }) => ({
    message: "这里应当是一张表：一行一项的列表",
    actual: p.found === "text" ? "一段文字" : "一组“名称: 内容”",
    hint: "每一项另起一行，以“- ”开头，后面写“列名: 内容”",
  })),
  "table-item-not-map": entry("error", (p: { text: string | undefined; wrongColon: boolean }) => ({
    message: "列表的这一项应当写成“列名: 内容”",
    actual: p.text === undefined ? "又一层列表" : p.text === "" ? "空的一项" : excerpt(p.text),
    expected: "列名: 内容",
    hint: p.wrongColon
      ? "冒号要用半角冒号加一个半角空格"
      : "每一项以“- ”开头，后面写“列名: 内容”，同一项的其他列另起一行对齐；多余的空项请删去",
  })),
  "table-key-unknown": entry(
    "error",
    (p: { key: string; known: readonly string[]; nearest: string | undefined; count: number }) => ({
      message:
        p.count === 1 ? `没有“${p.key}”这一列` : `没有“${p.key}”这一列，有 ${String(p.count)} 项写了它，这里是第一处`,
      actual: p.key,
      expected: `列名有：${p.known.join("、")}`,
      hint: suggestion(
        p.nearest,
        p.count === 1 ? "请改成上面的列名之一，或删去这一行" : "请在每一处改成上面的列名之一，或删去它",
      ),
    }),
  ),
  "table-value-not-simple": entry("error", (p: { column: string }) => ({
    message: `“${p.column}”一列的内容应当是一段文字，或几段文字的列表`,
    actual: "里面又有一层“名称: 内容”或列表",
  })),
};
