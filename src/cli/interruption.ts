import { exitCodes } from "./exit-codes.js";
import type { WritingGate } from "./writing-gate.js";

/** What asks a program to end, with the exit status by which a shell tells of it (128 + the signal's number). */
const endings = { SIGINT: exitCodes.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;
type Ending = keyof typeof endings;

const handlers = (Object.keys(endings) as Ending[]).map((signal) => ({
  signal,
  handler: (): void => {
    // Whoever else listens knows better how to end.
    if (process.listenerCount(signal) > 1) return;
    announce();
    process.exit(endings[signal]);
  },
}));

/** How many are writing, or have just been. */
let writers = 0;

/** Set in threads other than the main one, which hear no signals. */
let gate: WritingGate | undefined;

let announce = (): void => undefined;

/** From now on, somebody who interrupts the program is told so. */
export function announceInterruption(how: () => void): void {
  announce = how;
}

/** Ends the program as the signal itself would, so that the shell it was started from knows: loops of commands end, too. */
export function endInterrupted(signal: Ending): never {
  announce();
  process.kill(process.pid, signal);
  process.exit(endings[signal]);
}

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
  if (gate !== undefined) return gate.enter();
  if (writers === 0) for (const { signal, handler } of handlers) process.on(signal, handler);
  writers += 1;
  return () => {
    // Signals that came while files were written are heard when the event loop polls next, which it does between the two.
    setImmediate(() => setImmediate(letGo));
  };
}

/** Settled when the program has ended or goes on although signals could be heard again: to be waited for before long work. */
export async function hearInterruptions(): Promise<void> {
  while (writers > 0) await new Promise((resolve) => setImmediate(resolve));
}

/** In a thread that hears no signals: writes only while the main thread lets it. */
export function writeThrough(shared: WritingGate): void {
  gate = shared;
}

/**
 * In the main thread, while others may write: a signal ends the program as soon as none of them does.
 *
 * @returns what to call when the others are done
 */
export function endBetweenWriting(shared: WritingGate): () => void {
  const listeners = (Object.keys(endings) as Ending[]).map((signal) => ({
    signal,
    listener: (): void => {
      if (process.listenerCount(signal) > 1) return;
      void shared.close().then(() => endInterrupted(signal));
    },
  }));
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}
