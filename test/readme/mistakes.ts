import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { composeEdition } from "../../src/edition/compose-edition.js";
import type { Files } from "../../src/edition/files.js";
import { otherBytes } from "../broken/other-bytes.js";
import { projectRoot } from "../tooling/temporary-project.js";

/** The sample edition, which the README uses throughout. */
const sample = "data/chaozhou-2024q2";
const circularPath = `${sample}/circular.yaml`;
const workbookPath = `${sample}/inspection.xlsx`;

/** The project's files as the program reads them; `changed` replaces some of them, or takes them away. */
export function projectFiles(changed: ReadonlyMap<string, Uint8Array | undefined> = new Map()): Files {
  return {
    read: (path) => {
      if (changed.has(path)) return changed.get(path);
      const file = join(projectRoot, path);
      return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
    },
    list: (path) => (existsSync(join(projectRoot, path)) ? readdirSync(join(projectRoot, path)).sort() : undefined),
  };
}

/** What a clerk may do to the sample edition. */
interface Mistake {
  readonly circular?: (text: string) => string;
  readonly workbook?: (sheet: (name: string) => ExcelJS.Worksheet) => void;
  /** Files to replace or, with `undefined`, to take away, by path. */
  readonly files?: Readonly<Record<string, Uint8Array | undefined>>;
  /** Another folder than the sample's. */
  readonly folder?: string;
}

/** The messages about a mistake, as the README quotes them: 信息（编号）. */
export async function messagesAbout(mistake: Mistake): Promise<string[]> {
  const changed = new Map(Object.entries(mistake.files ?? {}));
  if (mistake.circular !== undefined) {
    const text = readFileSync(join(projectRoot, circularPath), "utf8");
    const after = mistake.circular(text);
    if (after === text) throw new Error("the sample's circular.yaml does not have what should be changed");
    changed.set(circularPath, new TextEncoder().encode(after));
  }
  if (mistake.workbook !== undefined) changed.set(workbookPath, await changedWorkbook(mistake.workbook));
  const { diagnostics } = await composeEdition(projectFiles(changed), mistake.folder ?? sample, {
    templatesFolder: "templates",
  });
  return diagnostics.map(({ message, code }) => `${message}（${code}）`);
}

async function changedWorkbook(change: NonNullable<Mistake["workbook"]>): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(projectRoot, workbookPath));
  change((name) => {
    const sheet = workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`the sample has no sheet ${name}`);
    return sheet;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const original = (path: string): Uint8Array => new Uint8Array(readFileSync(join(projectRoot, path)));

/** Four hundred websites, one of which has failed: 99.75%. */
const manySites = new TextEncoder().encode(
  [
    "网站:",
    ...Array.from(
      { length: 400 },
      (_, index) =>
        `  - {网站名称: 第${String(index)}网站, 单项否决类严重问题: ${index === 0 ? "1" : "0"}, 得分情况: 合格}`,
    ),
    "新媒体:",
    "  - {序号: 1, 单位名称: 甲局, 账号类型: 微信订阅号, 账号名称: 甲, 结果: 合格}",
    "问题清单: []",
    "",
  ].join("\n"),
);

/** For every message that the README lists, a mistake that brings it about. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  "没有这个文件夹（edition-folder-missing）": { folder: "data/chaozhou-2099q1" },
  "文件夹里没有 circular.yaml（circular-file-missing）": { files: { [circularPath]: undefined } },
  "没有通报类型“chaozhou-quartely”（type-folder-missing）": {
    circular: (text) => text.replace("chaozhou-quarterly\n", "chaozhou-quartely\n"),
  },
  "找不到数据文件“inspecton.xlsx”（data-file-missing）": {
    circular: (text) => text.replace("数据文件: inspection.xlsx", "数据文件: inspecton.xlsx"),
  },
  "文件夹里有几个数据文件，不知道该用哪一个（data-file-ambiguous）": {
    circular: (text) => text.replace("数据文件: inspection.xlsx", ""),
  },
  "文件是旧版 Excel 97-2003 或 WPS 表格格式（.xls、.et），不是 .xlsx 工作簿（workbook-old-format）": {
    files: { [workbookPath]: otherBytes["an Excel 97-2003 workbook"]!(new Uint8Array()) },
  },
  "工作簿设了打开密码，无法读取（workbook-password-protected）": {
    files: { [workbookPath]: otherBytes["a workbook with a password"]!(new Uint8Array()) },
  },

  "工作簿里没有工作表“新媒体”（sheet-missing）": { workbook: (sheet) => (sheet("新媒体").name = "新媒休") },
  "找不到列标题所在的行（table-no-heading-row）": {
    workbook: (sheet) => {
      for (let column = 1; column <= 6; column += 1) sheet("网站").getCell(2, column).value = null;
    },
  },
  "缺少“账号名称”一列（column-missing）": { workbook: (sheet) => (sheet("新媒体").getCell("D2").value = "帐号") },
  "“结果”没有填（value-missing）": { workbook: (sheet) => (sheet("新媒体").getCell("E5").value = null) },
  "“结果”只能填规定的几个值（value-not-choice）": {
    workbook: (sheet) => (sheet("新媒体").getCell("E5").value = "合恪"),
  },
  "“单项否决类严重问题”应当是整数（value-not-integer）": {
    workbook: (sheet) => (sheet("网站").getCell("C3").value = "没有"),
  },
  "有两行的“单位名称”“账号类型”“账号名称”完全相同（row-repeated）": {
    workbook: (sheet) => {
      for (const column of ["C", "D"]) {
        sheet("新媒体").getCell(`${column}7`).value = sheet("新媒体").getCell(`${column}6`).value;
      }
    },
  },
  "“涉及网站”里的“湘桥区政府网站”在数据表“网站”里找不到（reference-missing）": {
    workbook: (sheet) => (sheet("问题清单").getCell("E3").value = "湘桥区政府网站"),
  },
  "“得分情况”一列的这个单元格是公式，但文件里没有存下计算结果（cell-formula-without-value）": {
    workbook: (sheet) => (sheet("网站").getCell("E3").value = { formula: "100+20" }),
  },
  "有 1 行数据被隐藏（或被筛选掉），照样读入（rows-hidden）": {
    workbook: (sheet) => (sheet("新媒体").getRow(9).hidden = true),
  },
  "第 11 行是整行合并的一段文字，没有当作数据读入（row-text-skipped）": {
    workbook: (sheet) => (sheet("网站").getCell("A11").value = "抽查采样时间截止2024年6月30日。"),
  },
  "“序号”为“4”的行没有排在一起，印出来会有两个序号（group-not-together）": {
    workbook: (sheet) => (sheet("新媒体").getCell("A29").value = "4"),
  },

  "“主送”后面用了全角冒号，这一行读不出名称和内容（yaml-colon）": {
    circular: (text) => text.replace("主送: ", "主送："),
  },
  "行首的缩进用了 Tab 键（制表符）（yaml-tab）": { circular: (text) => `${text}版式:\n\t格式: 红头\n` },
  "文件的编码不是 UTF-8，很可能是旧版记事本保存的 ANSI（GBK）编码（yaml-not-utf8）": {
    files: { [circularPath]: otherBytes["text in GBK"]!(original(circularPath)) },
  },
  "这里不能写“发文机构”，没有这一项（key-unknown）": { circular: (text) => text.replace("\n发文机关:", "\n发文机构:") },
  "缺少“发文机关”（key-missing）": { circular: (text) => text.replace(/^发文机关:.*$/m, "") },
  "“成文日期”不是有效的日期（value-not-date）": {
    circular: (text) => text.replace(/^成文日期:.*$/m, "成文日期: 2024年6月31日"),
  },
  "“检查时间”的起始日期晚于截止日期（date-range-order）": {
    circular: (text) => text.replace(/^检查时间:.*$/m, "检查时间: {起: 2024-07-01, 止: 2024-06-30}"),
  },
  "写了“版头”，但“版式”的格式是普通，版头不会印出来（letterhead-not-printed）": {
    circular: (text) => `${text}版头: {发文字号: 潮府办〔2024〕12号}\n`,
  },

  "“潮州工信”的结论是不合格，却没有写明问题（verdict-without-finding）": {
    workbook: (sheet) => (sheet("新媒体").getCell("E5").value = "不合格"),
  },
  "“整改.截止”不晚于“成文日期”（dates-out-of-order）": {
    circular: (text) => text.replace(/^成文日期:.*$/m, "成文日期: 2024-10-10"),
  },
  "没有全部合格，但四舍五入以后会写成 100%（rate-rounded-to-full）": {
    circular: (text) => `${text.replace("inspection.xlsx", "inspection.yaml")}\n数字格式: {比率小数位: 0}\n`,
    files: { [`${sample}/inspection.yaml`]: manySites },
  },
};
