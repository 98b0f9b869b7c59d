import { readFileSync } from "node:fs";
import process from "node:process";

/**
 * The most memory that this process has had, in MB. Where the system counts that of the process it was started from as well, what
 * Linux says of this one alone is asked for.
 */
export function peakMemory() {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
