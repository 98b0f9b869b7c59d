import pico from "picocolors";
import type { Colour } from "../diagnostics/render.js";

/** Colours for a terminal; picocolors turns them off where there is none and with NO_COLOR. */
export const colours: Colour = (severity, text) =>
  severity === "error" ? pico.red(text) : severity === "warning" ? pico.yellow(text) : pico.cyan(text);
