import { Command, CommanderError, Option } from "commander";
import { nearestName } from "../diagnostics/suggest.js";
import { exitCodes } from "./exit-codes.js";
import { applyLimitsFromEnvironment } from "./limits-from-environment.js";
import { faultOf, reportFault } from "./internal-fault.js";
import { hearInterruptions } from "./interruption.js";
import type { EditionOptions } from "./run-editions.js";
import type { NoticesOptions } from "./notices-command.js";
import type { NewOptions } from "./new-command.js";
import type { WorkbookOptions } from "./workbook-command.js";
import type { DiffOptions } from "./diff-command.js";
import type { MergeOptions } from "./merge-command.js";
import type { TextOptions } from "./text-command.js";
import { prepareColours } from "./colours.js";
import { finishPrinting, printError, printOut } from "./print.js";

/** Replaced by the build with the version in package.json. */
declare const __TONGBAO_VERSION__: string;

const collect = (value: string, previous: readonly string[] = []): readonly string[] => [...previous, value];

type SetStatus = (status: number) => void;

/** What adds each command to the program, in the order in which the help lists them. */
const commands: Readonly<Record<string, (program: Command, setStatus: SetStatus) => void>> = {
  build: addBuildCommand,
  check: addCheckCommand,
  diff: addDiffCommand,
  merge: addMergeCommand,
  text: addTextCommand,
  notices: addNoticesCommand,
  workbook: addWorkbookCommand,
  new: addNewCommand,
  type: addTypeCommand,
};

/**
 * @param wanted the first word of the command line: if it is a command, the others are left out, as they would only take time
 */
function createProgram(setStatus: SetStatus, wanted?: string): Command {
  const program = new Command("tongbao");
  program
    .description("把检查结果数据生成为符合 GB/T 9704-2012 版式的通报（Word 文档）")
    .version(__TONGBAO_VERSION__, "-V, --version", "显示版本号")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [命令]", "显示某个命令的帮助")
    .usage("<命令> [选项]")
    .configureHelp({ styleTitle: chineseTitle })
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({
      writeOut: printOut,
      writeErr: () => {
        // Commander's own messages are English; reportUsage says the same in Chinese.
      },
    })
    .addHelpText(
      "after",
      [
        "",
        "例子：",
        "  tongbao build data/chaozhou-2024q2      生成一期通报",
        "  tongbao build --all                     生成 data 里的全部通报",
        "  tongbao check data/chaozhou-2024q2      核稿，不写文件",
        "  tongbao check 通报.docx --report        核对一份 Word 文稿，写出核稿报告",
        "  tongbao diff 旧稿.docx 新稿.docx          比稿：改了什么，因为哪一行",
        "  tongbao diff data/chaozhou-2024q2@HEAD~1 data/chaozhou-2024q2",
        "                                          与 git 里以前的版本比",
        "  tongbao merge --base 原生成稿.docx --edited 领导改过.docx --new data/chaozhou-2024q2 --out 合并稿.docx",
        "                                          数据变了：重新生成，并套用手工改动",
        "  tongbao text 通报.docx                   把 Word 文稿印成审阅文本",
        "  tongbao new chaozhou-2024q3 --from chaozhou-2024q2",
        "                                          由上一期新建一期，在 data 里",
        "  tongbao workbook chaozhou-quarterly     写出空白工作簿",
        "  tongbao type check templates/我的类型    检查自己编写的通报类型",
        "",
        "退出状态：0 完成；1 数据、类型、模板或文稿有错误；2 命令写错；3 文件写不进去；70 程序自身故障；130 按 Ctrl-C 中断",
        "diff 的退出状态：0 两稿相同；1 有改动；2 没有比成，或有的内容没有比到；70 程序自身故障",
        "merge 的退出状态：0 合并好了；1 有冲突，已标在合并稿里；2 没有合并；70 程序自身故障",
      ].join("\n"),
    );
  const chosen = wanted !== undefined && Object.hasOwn(commands, wanted) ? [wanted] : Object.keys(commands);
  for (const name of chosen) commands[name]?.(program, setStatus);
  return program;
}

function addBuildCommand(program: Command, setStatus: SetStatus): void {
  addEditionCommand(program, "build", "生成通报：每期写出一份 .docx 和一份审阅文本 .txt", setStatus)
    .option("-o, --out <文件夹>", "写到哪个文件夹（缺省为 output）")
    .option("-j, --jobs <数目>", "同时生成几期（缺省看电脑有几个核；1 为一期一期地做）")
    .addOption(new Option("-w, --watch", "一直留意文件，保存后自动重新生成；按 Ctrl-C 结束").conflicts("json"));
}

function addCheckCommand(program: Command, setStatus: SetStatus): void {
  addEditionCommand(program, "check", "核稿：检查数据、模板和生成的文稿；也可以检查任何 .docx 通报", setStatus)
    .option("--annotate", "另存一份工作簿（文件名加“.核对”），把问题写成批注；原工作簿不动")
    .option("--report", "写出核稿报告（.md 和 .html），放在文稿旁边")
    .option("--comments", "另存一份文稿（文件名加“.批注”），把问题写成 Word 批注")
    .option("-o, --out <文件夹>", "核稿报告和批注稿写到哪个文件夹（缺省为 output；.docx 的写在它旁边）")
    .option("--fix", "自动改正可以放心改的问题（半角标点、文号括号等），写回模板和数据")
    .option("--dry-run", "与 --fix 同用：只列出会改什么，不改文件");
}

function addDiffCommand(program: Command, setStatus: SetStatus): void {
  program
    .command("diff")
    .description("比稿：两稿之间改了什么，数字因为哪一行而变")
    .usage("<旧稿> <新稿> [选项]")
    .argument("<旧稿>", "一期的文件夹、一份 .docx，或“文件夹@版本”（git 里以前的版本）")
    .argument("<新稿>", "同上；旧稿和新稿可以是不同的种类")
    .helpOption("-h, --help", "显示帮助")
    .option("--html <文件名>", "另存一份网页报告，可以并排看、按类看、打印，不联网也能打开")
    .option("--redline <文件名>", "另存一份花脸稿（.docx）：新稿，改动写成 Word 修订")
    .option("--author <名称>", "花脸稿里修订的作者（缺省为 tongbao）")
    .option("--date <日期>", "花脸稿里修订的日期，如 2024-07-10（缺省为新稿的成文日期）")
    .option("--templates <文件夹>", "通报类型所在的文件夹（缺省为 templates）")
    .option("--json", "以 JSON 输出全部改动")
    .addHelpText(
      "after",
      [
        "",
        "例子：",
        "  tongbao diff data/chaozhou-2024q2@HEAD~1 data/chaozhou-2024q2   与上一次提交的比",
        "  tongbao diff output/甲/甲.docx 领导改过.docx --html 改动.html     看领导改了什么",
        "  tongbao diff 旧稿.docx 新稿.docx --redline 花脸稿.docx            写出花脸稿",
        "",
        "退出状态：0 两稿相同；1 有改动；2 没有比成，或有的内容没有比到",
      ].join("\n"),
    )
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { diffDrafts } = await import("./diff-command.js");
      setStatus(await diffDrafts(before, after, options));
    });
}

function addMergeCommand(program: Command, setStatus: SetStatus): void {
  program
    .command("merge")
    .description("数据变了：重新生成通报，并把人在 Word 里改过的地方套用上去")
    .usage("--base <原生成稿> --edited <手工改稿> --new <期文件夹> --out <合并稿> [选项]")
    .helpOption("-h, --help", "显示帮助")
    .option("--base <文件名>", "程序上一次生成、没有人改过的 .docx")
    .option("--edited <文件名>", "人在它上面改过的 .docx")
    .option("--new <期文件夹>", "数据已经更新的一期，例如 data/chaozhou-2024q2")
    .option("--out <文件名>", "合并稿写成什么文件（.docx）")
    .option("-f, --force", "已有同名的合并稿时覆盖它（三份来源任何时候都不覆盖）")
    .option("--author <名称>", "冲突处修订和批注的作者（缺省为 tongbao）")
    .option("--date <日期>", "冲突处修订和批注的日期，如 2024-07-10（缺省为成文日期）")
    .option("--templates <文件夹>", "通报类型所在的文件夹（缺省为 templates）")
    .addOption(
      new Option("--data-file <文件名>", "改用这个数据文件（可以写几次），代替 circular.yaml 里写的").argParser(
        collect,
      ),
    )
    .option("--json", "以 JSON 输出套用了什么、冲突在哪里")
    .addHelpText(
      "after",
      [
        "",
        "两边改了同一处的，合并稿里两种写法都在：删除的是手工的，插入的是新数据的，旁边有批注；",
        "接受修订就用新数据的，拒绝修订就用手工的。",
        "",
        "退出状态：0 合并好了，没有冲突；1 有冲突，已写出并标明；2 没有合并，或命令写错",
      ].join("\n"),
    )
    .action(async (options: MergeOptions) => {
      const { mergeEdits } = await import("./merge-command.js");
      setStatus(await mergeEdits(options));
    });
}

function addTextCommand(program: Command, setStatus: SetStatus): void {
  program
    .command("text")
    .description("把一份 .docx 印成审阅文本：一段一行，表格一条记录一行，版式列在最后")
    .usage("<文稿.docx> [选项]")
    .argument("<文稿.docx>", "任何一份 Word 文稿")
    .helpOption("-h, --help", "显示帮助")
    .option("--textconv", "给 git 用：读不出来的文件也印一行说明，不算失败")
    .action(async (file: string, options: TextOptions) => {
      const { printText } = await import("./text-command.js");
      setStatus(printText(file, options));
    });
}

function addNoticesCommand(program: Command, setStatus: SetStatus): void {
  program
    .command("notices")
    .description("写整改通知：每个有问题的单位一份 .docx，另有目录（.xlsx）")
    .usage("<期文件夹> [选项]")
    .argument("<期文件夹>", "一期的文件夹，例如 data/chaozhou-2024q2")
    .helpOption("-h, --help", "显示帮助")
    .option("-o, --out <文件夹>", "写到哪个文件夹（缺省为 output）")
    .option("-f, --force", "已有的通知与这次的不同时，覆盖它们")
    .option("--templates <文件夹>", "通报类型所在的文件夹（缺省为 templates）")
    .addOption(
      new Option("--data-file <文件名>", "改用这个数据文件（可以写几次），代替 circular.yaml 里写的").argParser(
        collect,
      ),
    )
    .option("--json", "以 JSON 输出结果和全部问题")
    .action(async (folder: string, options: NoticesOptions) => {
      const { writeNotices } = await import("./notices-command.js");
      setStatus(await writeNotices(folder, options));
    });
}

function addWorkbookCommand(program: Command, setStatus: SetStatus): void {
  program
    .command("workbook")
    .description("写出某类通报的空白工作簿（.xlsx），填好就能用")
    .usage("<通报类型> [选项]")
    .argument("<通报类型>", "templates 里的文件夹名，例如 chaozhou-quarterly")
    .helpOption("-h, --help", "显示帮助")
    .option("-o, --out <文件名>", "写成什么文件（缺省为 通报类型.xlsx）")
    .option("-f, --force", "已有同名文件时覆盖它")
    .option("--templates <文件夹>", "通报类型所在的文件夹（缺省为 templates）")
    .action(async (name: string, options: WorkbookOptions) => {
      const { writeEmptyWorkbook } = await import("./workbook-command.js");
      setStatus(await writeEmptyWorkbook(name, options));
    });
}

function addNewCommand(program: Command, setStatus: SetStatus): void {
  program
    .command("new")
    .description("新建一期：由上一期而来（--from），或从头开始（没写的逐项询问）")
    .usage("<新一期> [选项]")
    .argument("[新一期]", "新一期的文件夹名，例如 chaozhou-2024q3")
    .helpOption("-h, --help", "显示帮助")
    .option("--from <上一期>", "由这一期而来：名册和固定文字沿用，检查结果清空，期间和日期顺延")
    .option("--data <文件夹>", "各期所在的文件夹（缺省为 data）")
    .option("--type <通报类型>", "从头开始时：templates 里的文件夹名")
    .option("--issuer <发文机关>", "发文机关全称")
    .option("--period <期间>", "2024Q3、2024-05、2024上半年、2024年度或 2024")
    .option("--date <日期>", "成文日期，例如 2024-10-10")
    .addOption(
      new Option("--set <字段=值>", "从头开始时：填写一个字段，组里的写成 组.项=值（可以写几次）").argParser(collect),
    )
    .option("--templates <文件夹>", "通报类型所在的文件夹（缺省为 templates）")
    .action(async (name: string | undefined, options: NewOptions) => {
      const { createEdition } = await import("./new-command.js");
      setStatus(await createEdition(name, options));
    });
}

function addTypeCommand(program: Command, setStatus: SetStatus): void {
  const type = program
    .command("type")
    .description("通报类型")
    .usage("<命令> [选项]")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [命令]", "显示某个命令的帮助");
  type
    .command("check")
    .description("检查一个通报类型：数据表、附件、核对和全部模板，不需要数据")
    .usage("<类型文件夹> [选项]")
    .argument("<类型文件夹>", "例如 templates/chaozhou-quarterly")
    .helpOption("-h, --help", "显示帮助")
    .option("--json", "以 JSON 输出全部问题")
    .action(async (folder: string, options: { json?: boolean }) => {
      const { checkType } = await import("./check-type.js");
      setStatus(await checkType(folder, options));
    });
}

function addEditionCommand(
  program: Command,
  mode: "build" | "check",
  description: string,
  setStatus: SetStatus,
): Command {
  return program
    .command(mode)
    .description(description)
    .usage(mode === "check" ? "[期文件夹或.docx...] [选项]" : "[期文件夹...] [选项]")
    .argument(
      mode === "check" ? "[期文件夹或.docx...]" : "[期文件夹...]",
      mode === "check" ? "一期或几期的文件夹，或者几份 .docx 文稿" : "一期或几期的文件夹，例如 data/chaozhou-2024q2",
    )
    .helpOption("-h, --help", "显示帮助")
    .option("-a, --all", "处理 data 文件夹里的全部通报")
    .option("--templates <文件夹>", "通报类型所在的文件夹（缺省为 templates）")
    .addOption(
      new Option("--data-file <文件名>", "改用这个数据文件（可以写几次），代替 circular.yaml 里写的").argParser(
        collect,
      ),
    )
    .option("--json", "以 JSON 输出结果和全部问题")
    .action(async (folders: string[], options: EditionOptions) => {
      const { isDocumentPath, refuseArguments } = await import("./check-arguments.js");
      const refusal = refuseArguments(mode, folders, options);
      if (refusal !== undefined) {
        printError(`${refusal}\n`);
        setStatus(exitCodes.wrongUsage);
        return;
      }
      if (options.watch === true) {
        const { watchEditions } = await import("./watch-editions.js");
        setStatus(await watchEditions(folders, options));
        return;
      }
      if (folders.some(isDocumentPath)) {
        const { checkDrafts } = await import("./check-drafts.js");
        setStatus(await checkDrafts(folders, options));
        return;
      }
      const { runEditions } = await import("./run-editions.js");
      setStatus(await runEditions(mode, folders, options));
    });
}

const titles: Record<string, string> = {
  "Usage:": "用法：",
  "Options:": "选项：",
  "Commands:": "命令：",
  "Arguments:": "参数：",
};

function chineseTitle(title: string): string {
  return titles[title] ?? title;
}

/** The names of all commands and options, for a suggestion when one is misspelt. */
function knownWords(command: Command): string[] {
  const options = command.options.flatMap((option) => (option.long === undefined ? [] : [option.long]));
  return [...command.commands.flatMap((inner) => [inner.name(), ...knownWords(inner)]), ...options];
}

/** Says in Chinese what commander found wrong with the command line. */
function reportUsage(error: CommanderError): void {
  const program = createProgram(() => undefined);
  const quoted = /'([^']*)'/u.exec(error.message)?.[1] ?? "";
  const meant = error.code.startsWith("commander.unknown") ? nearestName(quoted, knownWords(program)) : undefined;
  const words: Record<string, string> = {
    "commander.unknownOption": `没有选项 ${quoted}`,
    "commander.unknownCommand": `没有命令 ${quoted}`,
    "commander.optionMissingArgument": `选项 ${quoted} 后面要写一个值`,
    "commander.excessArguments": "写了多余的内容",
    "commander.help": "请写一个命令",
    "commander.missingArgument": "少写了一项内容",
    "commander.conflictingOption": "有两个选项不能同时用",
  };
  const suggestion = meant === undefined ? "" : `，你是不是想写 ${meant}？`;
  printError(
    `${words[error.code] ?? "命令写得不对"}${suggestion === "" ? "；" : suggestion}用 tongbao --help 查看用法\n`,
  );
}

async function main(): Promise<number> {
  let status: number = exitCodes.success;
  const program = createProgram((value) => {
    status = value;
  }, process.argv[2]);
  const wrongLimits = applyLimitsFromEnvironment();
  if (wrongLimits !== undefined) {
    printError(`${wrongLimits}\n`);
    return exitCodes.wrongUsage;
  }
  await prepareColours();
  try {
    await program.parseAsync();
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.success;
      reportUsage(error);
      return exitCodes.wrongUsage;
    }
    reportFault(faultOf(error));
    return exitCodes.internalFault;
  }
}

/** Settled when everything is done. */
export const finished = main().then(async (status) => {
  process.exitCode = await finishPrinting(status);
  // Who pressed Ctrl-C while files were written is still to be heard.
  await hearInterruptions();
});
