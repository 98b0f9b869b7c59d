import { watch } from "chokidar";
import { chooseFolders, runEditions, templatesFolder, type EditionOptions } from "./run-editions.js";
import { exitCodes } from "./exit-codes.js";
import { nodeFiles } from "./node-files.js";
import { printError, printOut } from "./print.js";

/** Excel and Word write a file in several steps; what comes within this time is one save. In milliseconds. */
const settleTime = 200;

/**
 * `build --watch`: builds, then again whenever a file of the editions or of the circular types is saved, until Ctrl-C.
 *
 * Mistakes are reported and the watching goes on; the last good output stays.
 */
export async function watchEditions(folders: readonly string[], options: EditionOptions): Promise<number> {
  const chosen = chooseFolders(nodeFiles(), folders, options);
  if (typeof chosen === "string") {
    printError(`${chosen}\n`);
    return exitCodes.wrongUsage;
  }
  await runEditions("build", folders, options);
  const watcher = watch([...chosen, templatesFolder(options.templates)], {
    ignoreInitial: true,
    // Lock files of Office, half-written copies and editors' backups.
    ignored: (path) => /(^|[\\/])(~\$|\.)[^\\/]+$|\.tmp-\d+$|~$/u.test(path.replace(/^\.+[\\/]/u, "")),
    awaitWriteFinish: { stabilityThreshold: settleTime, pollInterval: 50 },
  });
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<unknown> = Promise.resolve();
    const rebuild = (path: string): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(() => {
          printOut(`\n${path.replaceAll("\\", "/")} 有改动，重新生成\n`);
          return runEditions("build", folders, options);
        });
      }, settleTime);
    };
    watcher.on("all", (_, path) => {
      rebuild(path);
    });
    watcher.on("ready", () => {
      printOut("正在留意文件的改动，保存后自动重新生成；按 Ctrl-C 结束\n");
    });
    process.once("SIGINT", () => {
      clearTimeout(timer);
      // A build under way is finished first, so that its files are whole.
      void running
        .then(() => watcher.close())
        .then(() => {
          printOut("\n已结束\n");
          resolve(exitCodes.success);
        });
    });
  });
}
