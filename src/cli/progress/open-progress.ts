import { fstatSync } from "node:fs";
import type { ProgressDisplay } from "./progress-display.js";
import type { plans } from "./time-left.js";

/**
 * The line of progress, where there is somebody to see it: standard error is a terminal that can rewrite a line, nobody asked for JSON,
 * and no server is running the program. Anywhere else not a byte is written for it, and nothing is loaded.
 *
 * @param kind of work, which decides how the time left is estimated
 * @param json whether `--json` was given
 */
export async function openProgress(
  kind: keyof typeof plans,
  json: boolean | undefined,
): Promise<ProgressDisplay | undefined> {
  if (json === true || !mayBeTerminal() || isServer() || !canRewriteLine()) return undefined;
  const { openDisplay } = await import("./open-display.js");
  return openDisplay(kind);
}

/** Asked first, as Node's own answer takes it three milliseconds, which is much for a run that takes a tenth of a second. */
function mayBeTerminal(): boolean {
  if (process.platform === "win32") return true;
  try {
    return fstatSync(2).isCharacterDevice();
  } catch {
    return false;
  }
}

function isServer(): boolean {
  return !["", "0", "false"].includes(process.env["CI"] ?? "");
}

function canRewriteLine(): boolean {
  return process.platform === "win32" || !["", "dumb"].includes(process.env["TERM"] ?? "");
}
