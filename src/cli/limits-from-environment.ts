import { raiseLimits } from "../openxml/raised-limits.js";

/** The environment variable that raises the limits on the size of files: 4 lets them be four times as large. */
const variable = "TONGBAO_LIMITS";

/**
 * Applies the environment variable; for every thread, as workers inherit it.
 *
 * @returns what is wrong with it, in words an office understands; `undefined` if nothing
 */
export function applyLimitsFromEnvironment(): string | undefined {
  const given = process.env[variable];
  if (given === undefined || given === "") return undefined;
  const times = /^\d{1,3}(?:\.\d+)?$/u.test(given) ? Number(given) : 0;
  if (times < 1 || times > 100)
    return `环境变量 ${variable} 要写 1 到 100 的数，例如 4（各项上限放大到4倍），现在是“${given}”`;
  raiseLimits(times);
  return undefined;
}
