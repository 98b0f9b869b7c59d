import { createContext, Script, type Context } from "node:vm";

let script: Script | undefined;
let context: Context | undefined;

/**
 * Does work that Ctrl-C ends at once, wherever it is: a listener would not be heard before the work is over.
 *
 * Where somebody else listens, that is left to them.
 *
 * @returns what the work returns; what it throws is thrown on
 */
export function interruptibly<Result>(work: () => Result, interrupted: () => never): Result {
  if (process.listenerCount("SIGINT") > 0) return work();
  let end: { readonly result: Result } | { readonly error: unknown } | undefined;
  script ??= new Script("work()");
  context ??= createContext({});
  context["work"] = (): void => {
    try {
      end = { result: work() };
    } catch (error) {
      end = { error };
    }
  };
  try {
    script.runInContext(context, { breakOnSigint: true });
  } catch {
    // All that the work throws is kept above: this is Ctrl-C.
    return interrupted();
  }
  if (end === undefined) return interrupted();
  if ("error" in end) throw end.error;
  return end.result;
}
