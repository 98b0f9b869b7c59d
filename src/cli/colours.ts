import { fstatSync, statSync } from "node:fs";
import type { Colors } from "picocolors/types.js";
import type { Colour } from "../diagnostics/render.js";

type Style = "bold" | "cyan" | "dim" | "green" | "red" | "strikethrough" | "underline" | "yellow";

/** How text is made to look; `isColorSupported` is whether that makes a difference. */
type Palette = Readonly<Pick<Colors, Style | "isColorSupported">>;

let palette: Palette = {
  isColorSupported: false,
  bold: String,
  cyan: String,
  dim: String,
  green: String,
  red: String,
  strikethrough: String,
  underline: String,
  yellow: String,
};

/**
 * To be called once, before anything is printed: from then on there are colours where picocolors finds them welcome, which is on a
 * terminal and where NO_COLOR, FORCE_COLOR and the like do not say otherwise. Until then there are none.
 *
 * picocolors looks at Node's stream for standard output, which takes Node 4 milliseconds to make: it is not asked where its answer
 * is plain.
 */
export async function prepareColours(): Promise<void> {
  if (mayBeWelcome()) palette = (await import("picocolors")).default;
}

function mayBeWelcome(): boolean {
  const { env, argv, platform } = process;
  if (platform === "win32" || argv.includes("--color")) return true;
  return [env["FORCE_COLOR"], env["CI"]].some((value) => value !== undefined && value !== "") || mayBeTerminal();
}

function mayBeTerminal(): boolean {
  try {
    const output = fstatSync(1);
    return output.isCharacterDevice() && output.rdev !== statSync("/dev/null").rdev;
  } catch {
    return false;
  }
}

/** The colour of each kind of message. */
export const colours: Colour = (severity, text) =>
  severity === "error" ? palette.red(text) : severity === "warning" ? palette.yellow(text) : palette.cyan(text);

/** The name of what is told of. */
export function bold(text: string): string {
  return palette.bold(text);
}

/** All there is, for who wants more than messages. */
export function currentPalette(): Palette {
  return palette;
}
