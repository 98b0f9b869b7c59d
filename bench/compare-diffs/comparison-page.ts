import { minutesForOnePair, type LibreOfficeReport } from "./libreoffice-report.js";
import { longTablePair } from "./draft-pairs.js";
import type { MarkedRows, Measurement } from "./measurement.js";

/** The programs that were compared with ours, as they name themselves. */
export interface Versions {
  readonly libreOffice: string;
  readonly pandoc: string;
  readonly diff: string;
}

/** Writes docs/比稿对照.md: what was found, the table, where we are wrong ourselves, and how it was measured. */
export function comparisonPage(measurements: readonly Measurement[], versions: Versions): string {
  return [
    "<!-- 由 npm run bench:diff 生成，不要手工修改 -->",
    "# 比稿对照",
    "同样的两份稿子，由本工具、LibreOffice 的“比较文档”、pandoc 转成文本以后的 diff 分别比较，看各报几处改动。实际改了几处，是逐对读了改法以后数出来的，不看任何程序的结果，数法和理由写在 `bench/compare-diffs/true-changes.yaml`。",
    summaryTable(measurements),
    ...remarks(measurements),
    "## 各对稿子",
    pairTable(measurements),
    "## 本工具报的处数同实际不一样的",
    ourMistakes(measurements),
    "## 怎样量的",
    method(versions)
      .map((line) => `- ${line}`)
      .join("\n"),
  ].join("\n\n");
}

const longTableWords = "3354行的表格";

type Counted = readonly [program: string, count: (one: Measurement) => number | undefined];

const programs: readonly Counted[] = [
  ["本工具，两稿由数据生成", ({ ours }) => ours.changes],
  ["本工具，只看两个文件", ({ ours }) => ours.changesOfFiles],
  ["LibreOffice", ({ libreOffice }) => markedChanges(libreOffice)],
  ["LibreOffice，一删一增算一处", ({ libreOffice }) => pairedChanges(libreOffice)],
  ["pandoc＋diff，按段", ({ textDiff }) => textDiff.stretches],
];

function summaryTable(measurements: readonly Measurement[]): string {
  const truth = sum(measurements.map((one) => one.truth.count));
  return table(
    ["程序", "比了几对", "共报几处", "实际几处", "同实际相等", "多报", "少报", "有改动却报没有"],
    programs.map(([program, count]) => {
      const compared = measurements.flatMap((one) => {
        const reported = count(one);
        return reported === undefined ? [] : [{ reported, actual: one.truth.count }];
      });
      const pairs = (holds: (reported: number, actual: number) => boolean): number =>
        compared.filter(({ reported, actual }) => holds(reported, actual)).length;
      return [
        program,
        compared.length,
        sum(compared.map(({ reported }) => reported)),
        compared.length === measurements.length ? truth : sum(compared.map(({ actual }) => actual)),
        pairs((reported, actual) => reported === actual),
        pairs((reported, actual) => reported > actual),
        pairs((reported, actual) => reported < actual),
        pairs((reported, actual) => reported === 0 && actual > 0),
      ];
    }),
  );
}

function remarks(measurements: readonly Measurement[]): string[] {
  const long = measurements.find(({ name }) => name === longTablePair);
  const inTables = measurements.flatMap(({ name, ours, libreOffice }) =>
    ours.rows.marked === 0 || name === longTablePair || typeof libreOffice === "string"
      ? []
      : [{ ours: ours.rows, libreOffice: libreOffice.rows }],
  );
  const marked = (of: "ours" | "libreOffice"): string => share(total(inTables.map((one) => one[of])));
  const unseen = (count: (one: Measurement) => number | undefined): string =>
    measurements
      .filter((one) => one.truth.count > 0 && count(one) === 0)
      .map(({ name }) => `\`${name}\``)
      .join("、") || "没有";
  return [
    `LibreOffice 遇到改过的表格，不论改了几个字，都把整个表格标成删去，再整个标成新增。这在处数里只是一删一增，所以处数常同实际相近，读的人却要自己在表格里找。表格的行、格有改动的${inTables.length}对稿子中（${longTableWords}的一对除外），本工具指出的行占各表的${marked("ours")}，LibreOffice 标出的占${marked("libreOffice")}。`,
    ...(long === undefined
      ? []
      : [
          `${longTableWords}新增一行：本工具报${long.ours.changes}处，指出的行占${share(long.ours.rows)}；LibreOffice 标出的行${markedRowsInWords(long.libreOffice)}；pandoc＋diff 报${long.textDiff.stretches}段、${long.textDiff.lines}行，因为后面各行的序号都顺延了。`,
        ]),
    `有改动却报没有的：LibreOffice ${unseen(({ libreOffice }) => markedChanges(libreOffice))}；pandoc＋diff ${unseen(({ textDiff }) => textDiff.stretches)}；本工具${unseen(({ ours }) => ours.changes)}。`,
  ];
}

function pairTable(measurements: readonly Measurement[]): string {
  return table(
    [
      "稿子",
      "改了什么",
      "实际",
      "本工具",
      "其中表格的行、格",
      "本工具只看文件",
      "LibreOffice",
      "pandoc＋diff（段／行）",
      "本工具指出的表格行",
      "LibreOffice 标出的表格行",
    ],
    measurements.map(({ name, truth, ours, libreOffice, textDiff }) => [
      `\`${name}\``,
      truth.reason,
      truth.count,
      ours.changes,
      ours.ofTableRows,
      ours.changesOfFiles,
      markedInWords(libreOffice),
      `${textDiff.stretches}／${textDiff.lines}`,
      share(ours.rows),
      markedRowsInWords(libreOffice),
    ]),
  );
}

function ourMistakes(measurements: readonly Measurement[]): string {
  const wrong = measurements.filter(({ truth, ours }) => truth.count !== ours.changes);
  if (wrong.length === 0) return "没有。";
  return wrong
    .map(
      ({ name, truth, ours }) =>
        `- \`${name}\`：实际${truth.count}处（${truth.reason}），报${ours.changes}处（${ours.inWords.join("、") || "没有改动"}）`,
    )
    .join("\n");
}

function method({ libreOffice, pandoc, diff }: Versions): string[] {
  return [
    "稿子是 `test/diff/cases` 里的各对，每对的改法写在它的 case.yaml 里；另加两对大的：3354行的表格中间新增一行，`data/guangdong-2022q2` 改一行。名称以 docx 开头的，改动是在 Word 文件里做的。",
    "每对的两稿都写成 .docx，交给各程序的是同样的两个文件。“本工具”一栏按平时的用法：能由数据拼出的稿子直接比较；“只看文件”一栏也只读这两个文件，这时不知道数由哪些行算出，一段里改了几个数只报改了这一段，所以处数有多有少。",
    `LibreOffice ${libreOffice}：打开新稿，对旧稿执行“比较文档”（\`.uno:CompareDocuments\`），设置都是出厂的，数它留下的修订。改一个词是一处删去、一处新增，所以汇总里另给一行，取删去、新增两个数中大的一个，这是对它最有利的数法。一对超过${minutesForOnePair}分钟就不再等。`,
    `${pandoc}：\`pandoc -t plain --wrap=none\` 把两稿转成文本，${diff} 比较，数不同的段和增删的行。`,
    "表格行数包括表头和合计行，删去的行也计入；标出的行是带有任何修订的行。LibreOffice 一栏里，表格整个删去又新增的，两份都计入。新增、删去一整列的，本工具报的是列，不算指出了行。",
    "处数相等不等于说得对：各程序把改动说在什么地方、说得对不对，处数里看不出来；本工具的说法见 `test/diff/cases` 里各对的 expected.txt。",
  ];
}

function markedChanges(report: LibreOfficeReport): number | undefined {
  return typeof report === "string" ? undefined : report.insertions + report.deletions + report.others;
}

/** As few as they can be counted: every deletion as one with an insertion. */
function pairedChanges(report: LibreOfficeReport): number | undefined {
  return typeof report === "string" ? undefined : Math.max(report.insertions, report.deletions) + report.others;
}

function markedInWords(report: LibreOfficeReport): string {
  if (report === "timeout") return `超过${minutesForOnePair}分钟，未测`;
  if (report === "crash") return "程序退出，未测";
  const { insertions, deletions, others } = report;
  const parts = [
    ...(insertions > 0 ? [`增${insertions}`] : []),
    ...(deletions > 0 ? [`删${deletions}`] : []),
    ...(others > 0 ? [`其他${others}`] : []),
  ];
  return `${insertions + deletions + others}${parts.length > 0 ? `（${parts.join("、")}）` : ""}`;
}

function markedRowsInWords(report: LibreOfficeReport): string {
  return typeof report === "string" ? "—" : share(report.rows);
}

/** `2/17（12%）`; small shares of large tables keep a digit that says something. */
function share({ marked, all }: MarkedRows): string {
  if (all === 0) return "—";
  const percent = (marked * 100) / all;
  const digits = percent > 0 && percent < 1 ? 2 : 0;
  return `${marked}/${all}（${percent.toFixed(digits)}%）`;
}

function total(rows: readonly MarkedRows[]): MarkedRows {
  return { marked: sum(rows.map(({ marked }) => marked)), all: sum(rows.map(({ all }) => all)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map(String).join(" | ")} |`;
  const alignment = header.map((_, index) => (typeof rows[0]?.[index] === "number" ? "---:" : "---"));
  return [line(header), line(alignment), ...rows.map(line)].join("\n");
}
