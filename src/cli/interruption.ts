import { exitCodes } from "./exit-codes.js";

/** What asks a program to end, with the exit status by which a shell tells of it (128 + the signal's number). */
const endings = { SIGINT: exitCodes.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

const handlers = Object.entries(endings).map(([signal, status]) => ({
  signal,
  handler: (): void => {
    // Whoever else listens knows better how to end.
    if (process.listenerCount(signal) === 1) process.exit(status);
  },
}));

/** How many are writing, or have just been. */
let writers = 0;

function letGo(): void {
  writers -= 1;
  if (writers === 0) for (const { signal, handler } of handlers) process.off(signal, handler);
}

/**
 * Lets Ctrl-C wait until files are whole: without anybody listening, it ends the program where it stands. Outside of writing that is
 * right, as nothing but memory is lost.
 *
 * @returns what to call when everything is written; the program then ends if it was asked to meanwhile
 */
export function holdInterruptions(): () => void {
  if (writers === 0) for (const { signal, handler } of handlers) process.on(signal, handler);
  writers += 1;
  return () => {
    // Signals that came while files were written are heard when the event loop polls next, which it does between the two.
    setImmediate(() => setImmediate(letGo));
  };
}
