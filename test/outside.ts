import { spawnSync } from "node:child_process";
import type { TestContext } from "vitest";

/**
 * Makes sure that an outside program is there before a test uses it. Where it is missing the test says that it did not run; with
 * `TONGBAO_REQUIRE_OUTSIDE=1`, as where everything is installed, that is a failure.
 *
 * @param name the program, found on the PATH or given as a path
 * @param context the test's context
 * @param probe arguments with which the program succeeds if it can be used
 */
export function requireProgram(name: string, context: TestContext, probe: readonly string[] = ["--version"]): void {
  if (spawnSync(name, probe, { stdio: "ignore" }).status === 0) return;
  const reason = `not run: ${[name, ...probe].join(" ")} does not work here`;
  if (process.env["TONGBAO_REQUIRE_OUTSIDE"] === "1") throw new Error(reason);
  context.skip(reason);
}

/** The system's Python, which sees the packages installed with the system. */
export const systemPython = "/usr/bin/python3";

/** `requireProgram` for a Python module. */
export function requirePythonModule(module: string, context: TestContext): void {
  requireProgram(systemPython, context, ["-c", `import ${module}`]);
}
