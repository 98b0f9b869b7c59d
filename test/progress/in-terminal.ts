import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { projectPath } from "../circulars/built-circular.js";
import { systemPython } from "../outside.js";

const driver = fileURLToPath(new URL("terminal.py", import.meta.url));
const { bin } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as { bin: { tongbao: string } };

/** The program as it is shipped. */
const program = join(projectPath("."), bin.tongbao);

/** Shows the line of progress from the first moment on, so that the tests need not wait. */
export const atOnce = { TONGBAO_PROGRESS_AFTER: "0" };

export interface TerminalOptions {
  readonly columns?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** A text to wait for, and what then comes: Ctrl-C, or a signal as `kill` sends it. */
  readonly interrupt?: readonly [text: string, by: "key" | "SIGINT" | "SIGTERM"];
}

/** How a run in a terminal ended, and what came to the terminal. */
export interface TerminalRun {
  /** Negative for a signal. */
  readonly status: number;
  readonly received: string;
  readonly interrupted: boolean;
}

/** Runs the program with both outputs in a terminal of its own. */
export function runInTerminal(folder: string, command: readonly string[], options: TerminalOptions = {}): TerminalRun {
  const { columns = 80, environment = atOnce, interrupt } = options;
  const task = { command: [process.execPath, program, ...command], folder, columns, environment, interrupt };
  const input = JSON.stringify({ ...task, interrupt: interrupt ?? null });
  const { status, stdout, stderr } = spawnSync(systemPython, [driver], { encoding: "utf8", input, timeout: 50_000 });
  if (status !== 0) throw new Error(`the terminal failed: ${stderr}${stdout}`);
  return JSON.parse(stdout) as TerminalRun;
}

/** Runs the program with both outputs in pipes. */
export function runInPipes(folder: string, command: readonly string[], environment: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [program, ...command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CI: "", TERM: "xterm", ...environment },
  });
}

/** What stays on the screen: of a line that was rewritten, the last state. */
export function leftOnScreen(received: string): string {
  return received
    .split("\n")
    .map((line) => {
      const [kept = "", ...more] = line.replace(/\r+$/u, "").split("\r");
      return more.reduce((_, rewritten) => rewritten.replace("\u001b[K", ""), kept);
    })
    .join("\n");
}

/** The states of the line of progress, one after the other. */
export function progressStates(received: string): string[] {
  return [...received.matchAll(/\r([^\r\n]+?)\u001b\[K/gu)].map(([, state]) => state ?? "");
}
